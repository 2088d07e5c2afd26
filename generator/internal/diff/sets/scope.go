package sets

import (
	"github.com/oas2go/oas2go/generator/internal/diff/judge"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// An outside is a string that is not one of some.
type outside struct {
	texts map[string]bool
	id    string
}

func newOutside(texts map[string]bool) outside {
	list := make([]string, 0, len(texts))
	for text := range texts {
		list = append(list, text)
	}
	slices.Sort(list)
	return outside{texts, "^" + strings.Join(list, "\x00")}
}

func (o outside) key() string { return o.id }

func (o outside) holds(_ *Solver, v api.Value) Status {
	text, ok := v.(api.String)
	return judge.Truth(!ok || !o.texts[string(text)])
}

func (o outside) apply(b *branch) bool {
	if b.kind == texts {
		b.text.outside = append(b.text.outside[:len(b.text.outside):len(b.text.outside)], o)
	}
	return true
}
