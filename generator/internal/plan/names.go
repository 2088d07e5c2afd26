package plan

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/ident"
)

// A place is where an inline schema stands: a type there is named after its parent and the suffix.
type place struct {
	parent *typ
	// owner stands in for the parent outside of components: the name of an operation or of a response, which is known before any
	// type is named.
	owner  string
	suffix string
	depth  int // of lists and maps around it that have no type of their own
	// of and role say what a type outside of components is for: "the body" of an operation.
	of   *operation
	role string
	// borrowed: a reference leads here, from somewhere else. The name holds until the schema is met at its own place.
	borrowed bool
}

// below returns the place of an element or a value.
func (at place) below(word string) place {
	at.suffix += word
	at.depth++
	return at
}

// A wish is the name that a declaration wants.
type wish struct {
	parent *typ     // its name comes first, nil for none
	ladder []string // what stands behind it
	key    string   // the address in the document
	first  bool     // the name is spelled in the document as in Go
	said   string   // the name in the document, "" if Go made it up
	of     *operation
	role   string // what it is for the operation, "" for nothing
	pos    diag.Pos
}

func (w wish) claim() ident.Claim {
	c := ident.Claim{Key: w.key, First: w.first}
	for _, step := range w.ladder {
		if w.parent != nil {
			step = ident.Clip(w.parent.name) + step
		}
		c.Ladder = append(c.Ladder, step)
	}
	return c
}

func (p *planner) componentWish(c component) wish {
	if c.external {
		return p.externalWish(c)
	}
	plain := p.style.Exported(c.name)
	id := plain
	own, ok := c.schema.Extension("x-go-name").(api.String)
	if core, _ := p.peel(c.schema); !ok && p.namedBy[core] == c.schema {
		own, ok = core.Extension("x-go-name").(api.String)
	}
	if ok {
		id = p.goName(string(own), id, c.schema.Pos)
	}
	w := wish{ladder: ladder(id, c.name, "Model"), key: p.pointer(c.schema), first: id == c.name, said: c.name, pos: c.schema.Pos}
	if id != plain { // another x-go-name may be the same
		w.ladder = append([]string{id}, ladder(plain, c.name, "Model")...)
	}
	if c.sent {
		w.ladder, w.first, w.key = []string{id + "Input", id + "ToSend"}, false, w.key+" to send"
	}
	return w
}

// ladder returns the steps for a name that the document spells: the way of spelling helps only if it differs from Go's.
func ladder(id, said, last string) []string {
	if spelling := ident.Spelling(said); id != said && spelling != "Plain" {
		return []string{id, id + spelling, id + last}
	}
	return []string{id, id + last}
}

// goName returns the name of x-go-name if Go can export it.
func (p *planner) goName(want, otherwise string, pos diag.Pos) string {
	if ident.Valid(want) && want[0] >= 'A' && want[0] <= 'Z' {
		return want
	}
	p.findings.Warn(pos, diag.RuleExtension, "x-go-name %q is no exported Go identifier", want)
	return otherwise
}

func (p *planner) inlineWish(s *api.Schema, at place) wish {
	name := at.owner + at.suffix
	if at.parent == nil && name == "" {
		name = "Inline"
	}
	steps := []string{name, name + "Value"}
	if at.parent == nil && s.Pos.Elsewhere() {
		steps = []string{name, p.style.Exported(s.Pos.File.Stem()) + name, name + "Value"}
	}
	return wish{parent: at.parent, ladder: steps, key: p.pointer(s), pos: s.Pos, of: at.of, role: at.role}
}

func (p *planner) variantWish(union *typ, word string, s *api.Schema) wish {
	return wish{parent: union, ladder: []string{word, word + "Value"}, key: p.pointer(s) + " " + word, pos: s.Pos}
}

// pointer identifies a schema: the same in every folder, so that names do not hang on where the document is.
func (p *planner) pointer(s *api.Schema) string {
	return s.Pos.Key() + p.way(s)
}

// way tells the forms of a schema apart.
func (p *planner) way(s *api.Schema) string {
	switch p.directions.ways[s] {
	case received:
		return " received"
	case sent:
		return " sent"
	}
	return ""
}

// pointerPlace names a schema that a reference reaches first, from its address: .../A/properties/b is below A.
func (p *planner) pointerPlace(s *api.Schema) place {
	tokens := strings.Split(s.Pos.Path.Pointer(), "/")[1:]
	var words []string
	if s.Pos.Elsewhere() && (len(tokens) == 0 || tokens[0] != "$defs" && api.KeywordOf(tokens[0]) != api.KwUnknown) {
		words = append(words, p.style.Suffix(s.Pos.File.Stem())) // the file is one schema
	}
	for _, token := range tokens {
		token = strings.NewReplacer("~1", "/", "~0", "~").Replace(token)
		switch token {
		case "components", "schemas", "properties", "items", "paths", "content", "schema":
			continue
		case "$defs", "definitions":
			if s.Pos.Elsewhere() {
				continue
			}
		}
		words = append(words, p.style.Suffix(token))
	}
	for len(words) > 3 { // the end tells the most
		words = words[1:]
	}
	name := strings.Join(words, "")
	return place{owner: p.style.Exported(name), borrowed: true}
}

// nameAll gives every declaration its name, before anything is printed. Components come first, so that nothing takes their name;
// then level by level what is named after something else.
func (p *planner) nameAll() {
	p.scope.Reserve(p.options.Reserved...)
	n := &namer{p: p}
	level := n.roots()
	for len(level) > 0 {
		level = n.types(level)
	}
	n.derived()
	n.flush()
	n.client()
	n.flush()
	p.nameFields()
}

// A namer collects claims on the names of the package and settles them together.
type namer struct {
	p     *planner
	wants []wish
	sets  []func(string)
}

func (n *namer) add(w wish, set func(string)) {
	n.wants = append(n.wants, w)
	n.sets = append(n.sets, set)
}

// flush settles what was added, and reports names that the document spells otherwise than expected.
func (n *namer) flush() {
	claims := make([]ident.Claim, len(n.wants))
	for i, w := range n.wants {
		claims[i] = w.claim()
	}
	for i, name := range n.p.scope.Assign(claims) {
		n.sets[i](name)
		if w := n.wants[i]; name != claims[i].Ladder[0] {
			n.p.renamed(w.pos, w.said, name, claims[i].Ladder[0])
		}
	}
	n.wants, n.sets = nil, nil
}

// renamed reports a name that is not the expected one. said is how the document calls the thing, "" if only Go has a name for it.
func (p *planner) renamed(pos diag.Pos, said, name, wanted string) {
	switch said {
	case "":
		said = wanted
	case name: // an x-go-name was not free
		p.findings.Info(pos, diag.RuleRenamed, "%s keeps its name in Go, because %s is taken", said, wanted)
		return
	}
	p.findings.Info(pos, diag.RuleRenamed, "%s is %s in Go, because %s is taken", said, name, wanted)
}

// roots names components and aliases, then external schemas, then the types of operations.
func (n *namer) roots() (next []*typ) {
	components := len(n.p.components)
	for i, r := range n.p.roots {
		if i == n.p.local || i == components {
			n.flush()
		}
		if r.alias != nil {
			n.add(r.alias.want, func(name string) { r.alias.name = name })
			continue
		}
		n.add(r.typ.want, func(name string) { r.typ.name = name })
		next = append(next, r.typ)
	}
	n.flush()
	return next
}

// types names the inline types of types that have a name.
func (n *namer) types(parents []*typ) (next []*typ) {
	for _, parent := range parents {
		for _, t := range parent.inline {
			n.add(t.want, func(name string) { t.name = name })
			next = append(next, t)
		}
	}
	n.flush()
	return next
}

// private names a helper that nobody outside of the package sees.
func (p *planner) private(name, key string) string {
	return p.scope.Assign([]ident.Claim{{Ladder: []string{name}, Key: key}})[0]
}
