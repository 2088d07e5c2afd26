package bundle

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// A root is a value of another file that becomes a component, with all that is inside.
type root struct {
	place
	pos       diag.Pos
	section   string
	component string       // its pointer in the bundle
	placed    bool         // an entry of the document that was a reference to it has its value
	wanted    bool         // a reference leads to it
	value     *source.Node // set when it is copied
}

// Kinds that have no components: what they refer to stands in their place.
const (
	pathItem  = "Path Item Object"
	operation = "Operation Object"
)

func itoa(i int) string { return strconv.Itoa(i) }

// sectionOf returns where components of a kind are.
func sectionOf(kind string) string {
	switch kind {
	case "Schema Object":
		return "schemas"
	case "Response Object":
		return "responses"
	case "Parameter Object":
		return "parameters"
	case "Example Object":
		return "examples"
	case "Request Body Object":
		return "requestBodies"
	case "Header Object":
		return "headers"
	case "Security Scheme Object":
		return "securitySchemes"
	case "Link Object":
		return "links"
	case "Callback Object":
		return "callbacks"
	case "Media Type Object":
		return "mediaTypes"
	}
	return ""
}

// name finds what becomes a component, and gives it a name: that of the entry of the document that is nothing but a reference to it, else
// the one it has in its file, with words of the file in front if that is taken. Generated code names types in the same way.
func (b *bundler) name(doc *api.Document, read *parse.References) {
	x := &doc.External
	var list []*root
	add := func(section string, pos diag.Pos) {
		if at := placeOf(pos); at.file != b.entry.File && b.roots[at] == nil && b.find(at) != nil {
			r := &root{place: at, pos: pos, section: section}
			b.roots[at] = r
			list = append(list, r)
		}
	}
	for _, s := range x.Schemas {
		add("schemas", s.Pos)
	}
	addAll(add, "responses", x.Responses)
	addAll(add, "parameters", x.Parameters)
	addAll(add, "examples", x.Examples)
	addAll(add, "requestBodies", x.RequestBodies)
	addAll(add, "headers", x.Headers)
	addAll(add, "securitySchemes", x.SecuritySchemes)
	addAll(add, "links", x.Links)
	addAll(add, "callbacks", x.Callbacks)
	addAll(add, "mediaTypes", x.MediaTypes)
	for _, f := range read.List {
		if section := sectionOf(f.Kind); section != "" && b.roots[placeOf(f.To)] == nil {
			if r, _ := b.around(placeOf(f.To)); r == nil || section == "schemas" && isDefinition(f.To.Path.Original()) {
				add(section, f.To)
			}
		}
	}
	b.nameByEntries()
	slices.SortFunc(list, compareRoots)
	for _, r := range list {
		if r.component == "" {
			r.component = "/components/" + r.section + "/" + escape(b.free(r))
		}
	}
}

func addAll[T any](add func(string, diag.Pos), section string, list []api.Named[api.Use[T]]) {
	for _, e := range list {
		add(section, e.Pos)
	}
}

// isDefinition reports whether a schema has a name in its file, though it is inside of another one.
func isDefinition(path *diag.Path) bool {
	if path == nil {
		return false
	}
	switch path.Parent.Pointer() {
	case "/components/schemas", "/schemas", "/definitions", "/$defs":
		return true
	}
	return false
}

func compareRoots(a, b *root) int {
	return cmp.Or(cmp.Compare(a.pos.Relative(), b.pos.Relative()), cmp.Compare(a.pos.Line, b.pos.Line), cmp.Compare(a.pos.Column, b.pos.Column), cmp.Compare(a.pointer, b.pointer))
}

// nameByEntries gives roots the names of components of the document that are nothing but references to them.
func (b *bundler) nameByEntries() {
	components := place{b.entry.File, "/components"}
	top := b.find(components)
	if top == nil {
		return
	}
	for _, section := range top.Members {
		for _, m := range section.Value.Members {
			at := components.child(section.Name).child(m.Name)
			f, ok := b.refs[at.child("$ref")]
			if !ok || len(m.Value.Members) != 1 {
				continue
			}
			to, _ := b.end(placeOf(f.To), f)
			if r := b.roots[to]; r != nil && r.component == "" && r.section == section.Name {
				r.component, r.placed = at.pointer, true
			}
		}
	}
}

// free returns a name that no component of the section has.
func (b *bundler) free(r *root) string {
	taken := map[string]bool{}
	if section := b.find(place{b.entry.File, "/components/" + r.section}); section != nil {
		for _, m := range section.Members {
			taken[folded(m.Name)] = true
		}
	}
	for _, o := range b.roots {
		if o.component != "" && o.section == r.section {
			taken[folded(o.component[strings.LastIndexByte(o.component, '/')+1:])] = true
		}
	}
	way := strings.Split(r.file.Relative, "/")
	words := append(slices.Clone(way[:len(way)-1]), r.file.Stem())
	name := r.file.Stem()
	if i := strings.LastIndexByte(r.pointer, '/'); i >= 0 {
		name = strings.NewReplacer("~1", "/", "~0", "~").Replace(r.pointer[i+1:])
	} else {
		words = words[:len(words)-1]
	}
	name = spelled(name)
	for _, word := range slices.Backward(words) {
		if !taken[folded(name)] {
			return name
		}
		name = title(spelled(word)) + title(name)
	}
	for plain, i := name, 2; taken[folded(name)]; i++ {
		name = plain + itoa(i)
	}
	return name
}

// spelled returns a name in the characters that the name of a component may have.
func spelled(name string) string {
	return strings.Map(func(c rune) rune {
		if c < 0x80 && (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '-') {
			return c
		}
		return '_'
	}, name)
}

func title(word string) string {
	if word == "" {
		return ""
	}
	return strings.ToUpper(word[:1]) + word[1:]
}

// folded is equal for names that would be one name in Go.
func folded(name string) string {
	return strings.ToLower(strings.NewReplacer("-", "", "_", "", ".", "").Replace(name))
}

func escape(token string) string { return strings.NewReplacer("~", "~0", "/", "~1").Replace(token) }

// around returns the component that a place is in, and the way from there.
func (b *bundler) around(at place) (r *root, rest string) {
	for {
		if r = b.roots[at]; r != nil {
			return r, rest
		}
		i := strings.LastIndexByte(at.pointer, '/')
		if i < 0 {
			return nil, ""
		}
		at.pointer, rest = at.pointer[:i], at.pointer[i:]+rest
	}
}

// root makes a component of a place that nobody has found before.
func (b *bundler) root(at place, pos diag.Pos, section string) *root {
	if section == "" {
		return nil
	}
	r := &root{place: at, pos: pos, section: section}
	r.component = "/components/" + section + "/" + escape(b.free(r))
	b.roots[at] = r
	return r
}

// withComponents adds the components that came from other files behind those of the document.
func (b *bundler) withComponents(top *source.Node) *source.Node {
	if len(b.wanted) == 0 {
		return top
	}
	slices.SortFunc(b.wanted, compareRoots)
	components := top.Get("components")
	if components == nil {
		components = (&source.Node{}).With(nil)
	}
	for _, r := range b.wanted {
		section := components.Get(r.section)
		if section == nil {
			section = (&source.Node{}).With(nil)
		}
		name := r.component[strings.LastIndexByte(r.component, '/')+1:]
		section = section.With(append(slices.Clone(section.Members), b.member(r, name)))
		components = set(components, r.section, section)
	}
	return set(top, "components", components)
}

// member returns the member for a component. The comments of the name in its file are those of the new one.
func (b *bundler) member(r *root, name string) source.Member {
	m := source.Member{Name: name, Value: r.value}
	i := strings.LastIndexByte(r.pointer, '/')
	if i < 0 {
		return m
	}
	token := strings.NewReplacer("~1", "/", "~0", "~").Replace(r.pointer[i+1:])
	if around := b.find(place{r.file, r.pointer[:i]}).Member(token); around != nil {
		m.Line, m.Column = b.line(around.Line, r.file), around.Column
	}
	return m
}

// set returns an object with a member, at its place or at the end.
func set(n *source.Node, name string, value *source.Node) *source.Node {
	members := slices.Clone(n.Members)
	for i := range members {
		if members[i].Name == name {
			members[i].Value = value
			return n.With(members)
		}
	}
	return n.With(append(members, source.Member{Name: name, Value: value}))
}
