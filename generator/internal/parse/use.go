package parse

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// uses reads a map of objects or references.
func uses[T any](p *parser, o tree.Object, name string, k *kind[T]) []api.Named[api.Use[T]] {
	if at, ok := o.Member(name); ok {
		p.spread(at)
	}
	entries := o.Entries(name)
	list := make([]api.Named[api.Use[T]], len(entries)) // never moves: use keeps pointers to the elements
	for i, e := range entries {
		list[i] = api.Named[api.Use[T]]{Name: e.Name, Pos: e.Key}
		use(p, k, &list[i].Value, e.Place)
	}
	return list
}

// useList reads a list of objects or references.
func useList[T any](p *parser, o tree.Object, name string, k *kind[T]) []api.Use[T] {
	places := o.Items(name)
	list := make([]api.Use[T], len(places))
	for i, at := range places {
		use(p, k, &list[i], at)
	}
	return list
}

// use reads an object or a reference to one into u, which must not move afterwards.
func use[T any](p *parser, k *kind[T], u *api.Use[T], at tree.Place) {
	u.Pos = at.Pos()
	text, ok := p.referenceOf(at)
	if !ok {
		u.Value = k.parse(at)
		return
	}
	p.ReadAs(at.Node, k.fields)
	u.Ref = &api.Reference{Pos: text.Pos(), Text: text.Node.Text}
	p.referenceSiblings(at, u.Ref)
	p.refs.objects = append(p.refs.objects, func() { follow(p, k, u, at) })
}

// referenceOf returns the place of the $ref if the object at a place is a reference.
func (p *parser) referenceOf(at tree.Place) (text tree.Place, ok bool) {
	ref := at.Node.Get("$ref")
	if ref == nil {
		return text, false
	}
	text = at.Child("$ref", ref)
	if ref.Kind != source.String {
		if p.refs.first(ref) {
			p.WrongType(text, "a string")
		}
	}
	return text, true
}

// referenceSiblings reads what 3.1 allows beside $ref and reports the rest. Descriptions do no harm, other keys had a purpose.
func (p *parser) referenceSiblings(at tree.Place, ref *api.Reference) {
	o := tree.Object{Reader: p.Reader, Place: at, Fields: tree.ReferenceFields}
	ref.Summary, ref.Description = o.Note("summary"), o.Note("description")
	var names []string
	var first *source.Member
	for i := range at.Node.Members {
		m := &at.Node.Members[i]
		if known := tree.ReferenceFields.Find(m.Name); known != nil && !p.Before(known.Since) || tree.IsExtension(m.Name) {
			continue
		}
		if names = append(names, m.Name); first == nil {
			first = m
		}
	}
	p.CheckExtensions(at, tree.ReferenceFields)
	p.hiddenSiblings(at, first, names)
}

// hiddenSiblings reports keys that are ignored beside a $ref; annotations alone are no more than worth knowing.
func (p *parser) hiddenSiblings(at tree.Place, first *source.Member, names []string) {
	if len(names) == 0 {
		return
	}
	complain := p.Warn
	if !slices.ContainsFunc(names, func(name string) bool {
		return !slices.Contains([]string{"title", "summary", "description", "example", "examples", "externalDocs", "deprecated", "xml"}, name)
	}) {
		complain = p.Info
	}
	complain(at.KeyPos(first), diag.RuleRefSiblings, "%s beside \"$ref\" has no effect", quoted(names))
}

func quoted(names []string) string { return `"` + strings.Join(names, `", "`) + `"` }

// follow finds the object that u refers to, through references to references.
func follow[T any](p *parser, k *kind[T], u *api.Use[T], at tree.Place) {
	const longest = 30
	visited := map[*source.Node]bool{}
	for {
		visited[at.Node] = true
		p.Version = at.Resource.File.Version
		text, _ := p.referenceOf(at)
		if text.Node.Kind != source.String || p.postpone(text, func() { follow(p, k, u, at) }) {
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
		if visited[target.Node] {
			p.badReference(text, diag.RuleRef, "the reference %q leads in a circle", text.Node.Text)
			return
		}
		p.Version = target.Resource.File.Version
		if _, again := p.referenceOf(target); !again {
			settle(p, k, u, target)
			return
		}
		at = target
	}
}

// settle sets the value of u to the object at its final target.
func settle[T any](p *parser, k *kind[T], u *api.Use[T], target tree.Place) {
	if u.Value = k.find(target); u.Value == nil {
		u.Value = k.parse(target)
		*k.external = append(*k.external, api.Named[api.Use[T]]{
			Name: target.Pos().Address(), Pos: target.Pos(), Value: api.Use[T]{Pos: target.Pos(), Value: u.Value}})
	}
	u.Ref.Address = target.Pos().Address()
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
func (p *parser) reusableName(at tree.Place, section string) string {
	if name := componentName(at.Path, section); name != "" || at.Resource.File == p.files.Entry {
		return name
	}
	if at.Path == nil {
		return at.Resource.File.Source.File.Stem()
	}
	if at.Path.Parent != nil && at.Path.Parent.Parent != nil || strings.Trim(at.Path.Token, "0123456789") == "" {
		return ""
	}
	return at.Path.Token
}

// componentName returns the name of a path of the form /components/section/name, else "".
func componentName(path *diag.Path, section string) string {
	if path == nil || !samePath(path.Parent, (*diag.Path)(nil).Child("components").Child(section)) {
		return ""
	}
	return path.Token
}
