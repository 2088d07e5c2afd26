package parse

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/api"
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/source"
)

// A resource is what a base URI identifies: the document, or a schema with $id. Core 4.3.5 and 8.2.1.
type resource struct {
	uri     *url.URL // nil: unknown
	root    place
	anchors map[string]place // $anchor and $dynamicAnchor
	swagger *swagger         // nil unless the file is Swagger 2.0
}

// located is where a reference leads, or why it leads nowhere.
type located struct {
	place
	problem, hint string
}

type locateKey struct {
	from *resource
	text string
}

// locate finds what a URI reference leads to.
func (p *parser) locate(from *resource, text string) located {
	key := locateKey{from, text}
	found, ok := p.located[key]
	if !ok {
		found = p.find(from, text)
		p.located[key] = found
	}
	return found
}

func (p *parser) find(from *resource, text string) located {
	file, fragment, _ := strings.Cut(text, "#")
	res, problem := p.resourceOf(from, file)
	if res == nil {
		return located{problem: problem, hint: p.component(text)}
	}
	if unescaped, err := url.PathUnescape(fragment); err == nil {
		fragment = unescaped
	}
	switch {
	case fragment == "":
		return located{place: res.root}
	case fragment[0] == '/' && res.swagger != nil:
		return res.swagger.walk(res, fragment)
	case fragment[0] == '/':
		return p.walk(res, fragment)
	}
	if at, ok := res.anchors[fragment]; ok {
		return located{place: at}
	}
	return located{problem: "there is no anchor " + strconv.Quote(fragment), hint: p.component(fragment)}
}

// resourceOf returns the resource that the part of a reference before # means, nil with a problem if it was not read.
func (p *parser) resourceOf(from *resource, file string) (res *resource, problem string) {
	if file == "" {
		return from, ""
	}
	uri, err := url.Parse(file)
	if err != nil {
		return nil, strconv.Quote(file) + " is no URI reference"
	}
	if from.uri != nil {
		uri = from.uri.ResolveReference(uri)
	}
	if res := p.resources[uri.String()]; res != nil {
		return res, ""
	}
	if p.root.uri != nil && p.root.uri.String() == uri.String() {
		return p.root, ""
	}
	return nil, strconv.Quote(file) + " is another file; this version reads documents of one file only"
}

// component returns a hint if a name is used where a reference is wanted.
func (p *parser) component(name string) string {
	if _, ok := api.Find(p.doc.Components.Schemas, name); ok {
		if p.root.swagger != nil {
			return "did you mean \"#/definitions/" + name + "\"?"
		}
		return "did you mean \"#/components/schemas/" + name + "\"?"
	}
	return ""
}

var pointerUnescaper = strings.NewReplacer("~1", "/", "~0", "~")

// walk follows a JSON pointer (RFC 6901) from the root of a resource.
func (p *parser) walk(res *resource, pointer string) located {
	at := res.root
	for token := range strings.SplitSeq(pointer[1:], "/") {
		token = pointerUnescaper.Replace(token)
		next := p.step(at.node, token)
		if next == nil {
			return p.deadEnd(res, at, token)
		}
		at = at.child(token, next)
	}
	return located{place: at}
}

func (p *parser) deadEnd(res *resource, at place, token string) located {
	found := located{problem: "there is no " + strconv.Quote(token) + " in " + strconv.Quote("#"+at.path.Pointer())}
	if at.path == nil {
		found.problem = "there is no " + strconv.Quote(token) + " in the document"
	}
	found.hint = p.suggest(token, len(at.node.Members), func() (names []string) {
		for _, m := range at.node.Members {
			names = append(names, m.Name)
		}
		return names
	})
	if found.hint == "" && res != p.root {
		found.hint = "the reference begins at the schema with \"$id\" around it"
	}
	return found
}

// step returns a member or an element. Large objects get an index: documents refer to thousands of components.
func (p *parser) step(n *source.Node, token string) *source.Node {
	if n.Kind == source.Array {
		i, err := strconv.Atoi(token)
		if err != nil || i < 0 || i >= len(n.Items) || token != strconv.Itoa(i) {
			return nil
		}
		return n.Items[i]
	}
	if len(n.Members) < 32 {
		return n.Get(token)
	}
	byName := p.index[n]
	if byName == nil {
		byName = make(map[string]*source.Node, len(n.Members))
		for _, m := range n.Members {
			byName[m.Name] = m.Value
		}
		p.index[n] = byName
	}
	return byName[token]
}

// target returns the place that a $ref leads to in one step, if it can hold an object of the kind f.
func (p *parser) target(text place, f *fields) (at place, ok bool) {
	found := p.locate(text.resource, text.node.Text)
	if found.problem != "" {
		p.badReference(text, diag.RuleRef, "%s", found.problem).Hint = found.hint
		return at, false
	}
	if s := found.resource.swagger; s != nil && p.objects[found.node] == "" {
		found.node = s.convert(found.place, f)
	}
	read, known := p.objects[found.node]
	fits := found.node.Kind == source.Object || f == &schemaFields && found.node.Kind == source.Bool
	if known && read != f.object || !fits {
		p.badReference(text, diag.RuleRefKind, "%q leads to %s, not to a %s", text.node.Text, p.describe(found.place), f.object)
		return at, false
	}
	return found.place, true
}

// badReference reports a reference once, however many others lead through it.
func (p *parser) badReference(text place, rule diag.Rule, format string, args ...any) *diag.Finding {
	if p.reported[text.node] {
		return &diag.Finding{}
	}
	p.reported[text.node] = true
	return p.fail(p.pos(text), rule, format, args...)
}

// describe says what a place holds.
func (p *parser) describe(at place) string {
	name := p.objects[at.node]
	switch {
	case name == "":
		return withArticle(at.node.Kind)
	case strings.IndexByte("AEIOU", name[0]) >= 0:
		return "an " + name
	}
	return "a " + name
}

// follow follows all references. Places that were not read yet are read, which may add references.
func (p *parser) follow() {
	for len(p.refs)+len(p.names) > 0 {
		todo := &p.refs // all of them before any name
		if len(p.refs) == 0 {
			todo = &p.names
		}
		list := *todo
		*todo = nil
		for _, step := range list {
			step()
		}
	}
}

// followSchema sets the target of a reference to a schema.
func (p *parser) followSchema(ref *api.Ref, text place) {
	at, ok := p.target(text, &schemaFields)
	if !ok {
		return
	}
	ref.Target = p.schemaAt(at)
}

// schemaAt returns the schema at a place, which it reads if nothing else did.
func (p *parser) schemaAt(at place) *api.Schema {
	if s := p.schemas.find(at); s != nil {
		return s
	}
	s := p.schema(at)
	x := &p.doc.External
	x.Schemas = append(x.Schemas, api.Named[*api.Schema]{Name: s.Pos.Address(), Pos: s.Pos, Value: s})
	return s
}
