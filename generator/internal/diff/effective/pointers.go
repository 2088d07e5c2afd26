package effective

import (
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// Pointers writes JSON pointers with the names of parameters for their indexes, so that they stay when a parameter moves in its list.
type Pointers map[string]string // the name, by the pointer of the parameter

// learn notes the names of a list of parameters. Of two with one name, the later has its place before the name.
func (p Pointers) learn(list []api.Use[api.Parameter]) {
	seen := map[string]bool{}
	for _, u := range list {
		if u.Value == nil {
			continue
		}
		name := u.Value.Name
		if seen[name] {
			name = string(u.Value.In) + ":" + name
		}
		seen[name] = true
		p[u.Pos.Key()] = name
	}
}

// Of returns the pointer of a place, behind the file unless that is the entry document.
func (p Pointers) Of(pos diag.Pos) string {
	var tails []string
	for path := pos.Path; path != nil; path = path.Parent {
		if _, err := strconv.Atoi(path.Token); err == nil && path.Parent != nil && path.Parent.Token == "parameters" {
			at := pos
			at.Path = path
			if name, ok := p[at.Key()]; ok {
				at.Path = path.Parent
				return at.Key() + (*diag.Path)(nil).Child(name).Pointer() + strings.Join(tails, "")
			}
		}
		tails = append([]string{(*diag.Path)(nil).Child(path.Token).Pointer()}, tails...)
	}
	return pos.Key()
}
