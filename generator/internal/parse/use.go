package parse

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// A registry finds the objects of one kind by their node.
type registry[T any] struct {
	first map[*source.Node]registered[T]
	more  map[alias]*T // nodes that YAML aliases put at several places
}

type alias struct {
	node    *source.Node
	pointer string
}

type registered[T any] struct {
	path  *diag.Path
	value *T
}

func (r *registry[T]) add(at place, v *T) {
	if r.first == nil {
		r.first, r.more = map[*source.Node]registered[T]{}, map[alias]*T{}
	}
	if _, ok := r.first[at.node]; ok {
		r.more[alias{at.node, at.path.Pointer()}] = v
		return
	}
	r.first[at.node] = registered[T]{at.path, v}
}

// find prefers the object at exactly this place to one that shares its node.
func (r *registry[T]) find(at place) *T {
	found := r.first[at.node]
	if found.value != nil && !samePath(found.path, at.path) {
		if v := r.more[alias{at.node, at.path.Pointer()}]; v != nil {
			return v
		}
	}
	return found.value
}

func samePath(a, b *diag.Path) bool {
	for a != nil && b != nil {
		if a.Token != b.Token {
			return false
		}
		a, b = a.Parent, b.Parent
	}
	return a == b
}

// A kind is an object that a Reference Object may stand for.
type kind[T any] struct {
	registry[T]
	fields   *fields
	section  string // of the Components Object
	read     func(place, *T)
	external *[]api.Named[api.Use[T]] // where objects go that are at no place of this kind
}

func (k *kind[T]) parse(at place) *T {
	v := new(T)
	k.add(at, v)
	k.read(at, v)
	return v
}

// uses reads a map of objects or references.
func uses[T any](o object, name string, k *kind[T]) []api.Named[api.Use[T]] {
	entries := o.entries(name)
	if len(entries) == 1 && entries[0].name == "$ref" && entries[0].node.Kind == source.String {
		return referredUses(o.p, k, entries[0], name)
	}
	list := make([]api.Named[api.Use[T]], len(entries)) // never moves: use keeps pointers to the elements
	for i, e := range entries {
		list[i] = api.Named[api.Use[T]]{Name: e.name, Pos: e.key}
		use(o.p, k, &list[i].Value, e.place)
	}
	return list
}

// referredUses reads a map that is written as a reference, which no version allows, as if each of its entries were one.
func referredUses[T any](p *parser, k *kind[T], ref entry, name string) []api.Named[api.Use[T]] {
	found := p.locate(ref.resource, ref.node.Text, ref.key)
	if found.failed() || found.node.Kind != source.Object {
		p.Fail(ref.key, diag.RuleRef, "%q is a map and cannot be a reference; only its entries can", name)
		return nil
	}
	p.Warn(ref.key, diag.RuleRef, "%q is a map and cannot be a reference; it is read as if its entries were", name)
	list := make([]api.Named[api.Use[T]], len(found.node.Members)) // never moves
	for i := range found.node.Members {
		m := &found.node.Members[i]
		list[i].Name, list[i].Pos = m.Name, ref.key
		u := &list[i].Value
		u.Pos = p.pos(ref.place)
		u.Ref = &api.Reference{Pos: u.Pos, Text: ref.node.Text + "/" + m.Name}
		target := found.child(m.Name, m.Value)
		p.queue.refs = append(p.queue.refs, func() { settle(p, k, u, target) })
	}
	return list
}

// useList reads a list of objects or references.
func useList[T any](o object, name string, k *kind[T]) []api.Use[T] {
	places := o.items(name)
	list := make([]api.Use[T], len(places))
	for i, at := range places {
		use(o.p, k, &list[i], at)
	}
	return list
}

// use reads an object or a reference to one into u, which must not move afterwards.
func use[T any](p *parser, k *kind[T], u *api.Use[T], at place) {
	u.Pos = p.pos(at)
	text, ok := p.referenceOf(at, k.fields)
	if !ok {
		u.Value = k.parse(at)
		return
	}
	p.readAs(at, k.fields)
	u.Ref = &api.Reference{Pos: p.pos(text), Text: text.node.Text}
	p.referenceSiblings(at, k.fields, u.Ref)
	p.queue.refs = append(p.queue.refs, func() { follow(p, k, u, at) })
}

// referenceOf returns the place of the $ref if the object at a place is a reference.
func (p *parser) referenceOf(at place, f *fields) (text place, ok bool) {
	ref := at.node.Get("$ref")
	if field := f.find("$ref"); ref == nil || field != nil && p.before(field.since) {
		return text, false
	}
	text = at.child("$ref", ref)
	if ref.Kind != source.String {
		if !p.reported[ref] {
			p.wrongType(text, "a string")
		}
		p.reported[ref] = true
	}
	return text, true
}

// referenceSiblings reads what 3.1 allows beside $ref and reports the rest. Descriptions do no harm, other keys had a purpose.
func (p *parser) referenceSiblings(at place, f *fields, ref *api.Reference) {
	o := object{p: p, place: at, fields: &referenceFields}
	ref.Summary, ref.Description = o.note("summary"), o.note("description")
	var names []string
	var first *source.Member
	for i := range at.node.Members {
		m := &at.node.Members[i]
		if known := referenceFields.find(m.Name); known != nil && !p.before(known.since) || isExtension(m.Name) {
			continue
		}
		if names = append(names, m.Name); first == nil {
			first = m
		}
	}
	p.hiddenSiblings(at, first, names)
}

// hiddenSiblings reports keys that are ignored beside a $ref; annotations alone are no more than worth knowing.
func (p *parser) hiddenSiblings(at place, first *source.Member, names []string) {
	if len(names) == 0 {
		return
	}
	complain := p.Warn
	if !slices.ContainsFunc(names, func(name string) bool {
		return !slices.Contains([]string{"title", "summary", "description", "example", "examples", "externalDocs", "deprecated", "xml"}, name)
	}) {
		complain = p.Info
	}
	complain(p.keyPos(at, first), diag.RuleRefSiblings, "%s beside \"$ref\" has no effect", quoted(names))
}

func quoted(names []string) string { return `"` + strings.Join(names, `", "`) + `"` }

// follow finds the object that u refers to, through references to references.
func follow[T any](p *parser, k *kind[T], u *api.Use[T], at place) {
	const longest = 30
	visited := map[*source.Node]bool{}
	for {
		visited[at.node] = true
		p.version = at.resource.file.version
		text, _ := p.referenceOf(at, k.fields)
		if text.node.Kind != source.String || p.postpone(text, func() { follow(p, k, u, at) }) {
			return
		}
		target, ok := p.target(text, k.fields)
		if !ok {
			return
		}
		if len(visited) > longest {
			p.badReference(text, diag.RuleRef, "the reference leads through more than %d others", longest)
			return
		}
		if visited[target.node] {
			p.badReference(text, diag.RuleRef, "the reference %q leads in a circle", text.node.Text)
			return
		}
		p.version = target.resource.file.version
		if _, again := p.referenceOf(target, k.fields); !again {
			settle(p, k, u, target)
			return
		}
		at = target
	}
}

// settle sets the value of u to the object at its final target.
func settle[T any](p *parser, k *kind[T], u *api.Use[T], target place) {
	if u.Value = k.find(target); u.Value == nil {
		u.Value = k.parse(target)
		*k.external = append(*k.external, api.Named[api.Use[T]]{
			Name: p.pos(target).Address(), Pos: p.pos(target), Value: api.Use[T]{Pos: p.pos(target), Value: u.Value}})
	}
	u.Ref.Address = p.pos(target).Address()
	u.Ref.Component = p.reusableName(target, k.section)
}

func namesOf[T any](list []api.Named[T]) []string {
	names := make([]string, len(list))
	for i, n := range list {
		names[i] = n.Name
	}
	return names
}

// reusableName returns the name that an object has for those who refer to it, "" if it just stands somewhere: in the components of a
// file, or in a file of fragments.
func (p *parser) reusableName(at place, section string) string {
	if name := componentName(at.path, section); name != "" || at.resource.file == p.entry {
		return name
	}
	if at.path == nil {
		return at.resource.file.source.File.Stem()
	}
	if at.path.Parent != nil && at.path.Parent.Parent != nil || strings.Trim(at.path.Token, "0123456789") == "" {
		return ""
	}
	return at.path.Token
}

// componentName returns the name of a path of the form /components/section/name, else "".
func componentName(path *diag.Path, section string) string {
	if path == nil || !samePath(path.Parent, (*diag.Path)(nil).Child("components").Child(section)) {
		return ""
	}
	return path.Token
}
