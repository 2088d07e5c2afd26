package sets

import (
	"slices"
	"strings"
)

// A formatted is a format of strings, or that a string is not of it.
type formatted struct {
	name string
	not  bool
}

func (d formatted) apply(b *branch) bool {
	f := &b.text
	for _, have := range f.formats {
		if have.name == d.name {
			return have.not == d.not
		}
	}
	f.formats = append(f.formats[:len(f.formats):len(f.formats)], d)
	return true
}

// contradict reports whether no string fulfils two demands, because all strings of one format are of another.
func contradict(a, b formatted) bool {
	if b.not {
		a, b = b, a
	}
	return a.not && !b.not && slices.Contains(strings.Fields(within[b.name]), a.name)
}

// within names the formats that all strings of a format are of too.
var within = map[string]string{
	"email": "idn-email", "hostname": "idn-hostname", "uri": "uri-reference iri iri-reference", "uri-reference": "iri-reference",
	"iri": "iri-reference",
}
