package surface

import (
	"path"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// A spelling is a Go type, a signature among them, as words: so it can be compared, shown, and shown with other names.
type spelling []word

// A word is a piece of a spelling.
type word struct {
	text  string // as code of the package has it
	exact string // with the import path; for an alias what it stands for
	local string // the name, if it is a type of the package
}

// String returns the type as code of the package has it.
func (s spelling) String() string {
	var b strings.Builder
	for _, w := range s {
		b.WriteString(w.text)
	}
	return b.String()
}

// exact returns a text that two spellings share if they are the same type, after renames.
func (s spelling) exact(renamed map[string]string) string {
	var b strings.Builder
	for _, w := range s {
		if to, ok := renamed[w.local]; ok && w.local != "" {
			b.WriteString(to)
		} else {
			b.WriteString(w.exact)
		}
	}
	return b.String()
}

// locals returns the types of the package in s, each once.
func (s spelling) locals() (names []string) {
	for _, w := range s {
		if w.local != "" && !slices.Contains(names, w.local) {
			names = append(names, w.local)
		}
	}
	return names
}

// text returns a spelling of words that are no names.
func text(s string) spelling { return spelling{{text: s, exact: s}} }

// join returns spellings one behind the other.
func join(parts ...spelling) spelling { return slices.Concat(parts...) }

// A speller spells types of one package.
type speller struct {
	path    string
	aliases map[string]*gomodel.Alias
}

func (p *speller) typ(t gomodel.TypeExpr) spelling {
	switch t := t.(type) {
	case gomodel.Named:
		return join(spelling{p.name(t.Ident)}, p.arguments(t.Args))
	case gomodel.Pointer:
		return join(text("*"), p.typ(t.Elem))
	case gomodel.Slice:
		return join(text("[]"), p.typ(t.Elem))
	case gomodel.Map:
		return join(text("map[string]"), p.typ(t.Elem))
	}
	return nil
}

func (p *speller) arguments(list []gomodel.TypeExpr) spelling {
	if len(list) == 0 {
		return nil
	}
	s := text("[")
	for i, t := range list {
		if i > 0 {
			s = append(s, text(", ")...)
		}
		s = append(s, p.typ(t)...)
	}
	return append(s, text("]")...)
}

func (p *speller) name(id gomodel.Ident) word {
	switch {
	case id.Path == "":
		return word{text: id.Name, exact: id.Name}
	case id.Path != p.path:
		return word{text: path.Base(id.Path) + "." + id.Name, exact: id.Path + "." + id.Name}
	}
	if a := p.aliases[id.Name]; a != nil {
		return word{text: id.Name, exact: p.typ(a.Target).exact(nil)}
	}
	return word{text: id.Name, exact: id.Name, local: id.Name}
}

// local spells a type of the package by its name.
func (p *speller) local(name string) spelling {
	return spelling{p.name(gomodel.Ident{Path: p.path, Name: name})}
}

// function spells a signature.
func function(params []spelling, results ...spelling) spelling {
	s := join(text("func("), list(params), text(")"))
	switch len(results) {
	case 0:
		return s
	case 1:
		return join(s, text(" "), results[0])
	}
	return join(s, text(" ("), list(results), text(")"))
}

func list(parts []spelling) (s spelling) {
	for i, p := range parts {
		if i > 0 {
			s = append(s, text(", ")...)
		}
		s = append(s, p...)
	}
	return s
}
