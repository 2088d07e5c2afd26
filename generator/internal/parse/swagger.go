package parse

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// A swagger is a file of Swagger 2.0. Its tree is rewritten into the form of OpenAPI 3.0 before anything else reads it, so that
// all other code knows one version less (docs/adr/0009).
type swagger struct {
	p         *parser
	written   place                         // the root in the file; paths below it are those of the file
	origin    map[*source.Node]*diag.Path   // of nodes that stand elsewhere now
	wrappers  map[*source.Node]bool         // nodes with an origin that are around what stands there
	converted map[*source.Node]*source.Node // what references reach that no object of the specification holds
	places    map[string]place              // where things are now, by their pointer in the file; made for the first reference
	consumes  []mediaName                   // of the whole file
	produces  []mediaName
	copied    int // nodes that stand at one place more than in the file
}

// readSwaggerVersion is [readVersion] for a document that says "swagger". It is read as what it is rewritten to.
func readSwaggerVersion(d *source.Document, findings *diag.List) (v api.Version, ok bool) {
	n := d.Root.Get("swagger")
	pos := d.Pos(n, (*diag.Path)(nil).Child("swagger"))
	v = api.Version{Text: "2.0", Major: 3}
	switch {
	case n.Kind == source.String && n.Text == "2.0":
	case n.Kind == source.Number && (n.Text == "2.0" || n.Text == "2"), n.Kind == source.String && n.Text == "2":
		findings.Warn(pos, diag.RuleVersion, "\"swagger\" must be the string \"2.0\"; it is read as that").Hint = "write \"2.0\", with the quotes"
	case n.Kind != source.String && n.Kind != source.Number:
		findings.Error(pos, diag.RuleVersion, "\"swagger\" must be the string \"2.0\", not %s", withArticle(n.Kind))
		return v, false
	default:
		findings.Error(pos, diag.RuleVersion, "version %q of Swagger is not supported", n.Text).Hint = "supported are Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2"
		return v, false
	}
	return v, true
}

// rewriteSwagger replaces the tree of a file whose root is an object of Swagger 2.0. Each file is rewritten for itself.
func (p *parser) rewriteSwagger(res *resource) {
	s := p.asSwagger(res)
	res.root.node = s.root(s.written)
}

// fragmentOfSwagger is rewriteSwagger for a file without version that a file of Swagger 2.0 refers to. What it has where is not known:
// each object is rewritten when a reference says what it is.
func (p *parser) fragmentOfSwagger(res *resource, whole *swagger) {
	s := p.asSwagger(res)
	s.consumes, s.produces = whole.consumes, whole.produces
}

func (p *parser) asSwagger(res *resource) *swagger {
	written := new(*res)
	written.root.resource = written
	res.swagger = &swagger{p: p, written: written.root, origin: map[*source.Node]*diag.Path{}, wrappers: map[*source.Node]bool{},
		converted: map[*source.Node]*source.Node{}}
	return res.swagger
}

func (s *swagger) root(at place) *source.Node {
	s.consumes, s.produces = s.mediaNames(at, "consumes", nil), s.mediaNames(at, "produces", nil)
	components := newObject(at.node)
	out := s.object(at, &swaggerObject, func(out *source.Node, m *source.Member, at place) {
		switch m.Name {
		case "swagger":
			put(out, "openapi", m, newText(m.Value, "3.0.4"))
		case "definitions":
			put(components, "schemas", m, s.from(at, s.each(at, s.schema)))
		case "parameters":
			s.sharedParameters(components, m, at)
		case "responses":
			put(components, m.Name, m, s.from(at, s.each(at, func(at place) *source.Node { return s.response(at, s.produces) })))
		case "securityDefinitions":
			put(components, "securitySchemes", m, s.from(at, s.each(at, s.scheme)))
		case "paths":
			put(out, m.Name, m, s.paths(at))
		case "host", "basePath", "schemes", "consumes", "produces":
		default:
			out.Members = append(out.Members, *m)
		}
	})
	if list := s.servers(at, s.schemes(at)); list != nil {
		add(out, "servers", list, list)
	}
	if len(components.Members) > 0 {
		add(out, "components", components, components)
	}
	return out
}

// sharedParameters sorts the parameters of the whole file into those that are still parameters and those that are bodies. A field
// of a form becomes a form of its own, which nothing uses: operations have forms with all of their fields.
func (s *swagger) sharedParameters(components *source.Node, m *source.Member, at place) {
	if at.node.Kind != source.Object {
		put(components, m.Name, m, s.from(at, at.node))
		return
	}
	simple, bodies := newObject(at.node), newObject(at.node)
	for i := range at.node.Members {
		m := &at.node.Members[i]
		at := at.child(m.Name, m.Value)
		found := s.follow(at)
		switch in := textOf(found.node, "in"); {
		case in != "body" && in != "formData":
			put(simple, m.Name, m, s.from(at, s.parameter(at)))
		case found.node != at.node:
			put(bodies, m.Name, m, s.from(at, at.node))
		case in == "body":
			put(bodies, m.Name, m, s.from(at, s.body(at, s.consumes)))
		default:
			put(bodies, m.Name, m, s.from(at, s.form([]writtenParameter{{at: at, use: at}}, at, nil)))
		}
	}
	if len(simple.Members) > 0 {
		put(components, "parameters", m, s.from(at, simple))
	}
	if len(bodies.Members) > 0 {
		put(components, "requestBodies", m, s.from(at, bodies))
	}
}

// each rewrites the values of a map.
func (s *swagger) each(at place, rewrite func(place) *source.Node) *source.Node {
	if at.node.Kind != source.Object {
		return at.node
	}
	out := newObject(at.node)
	for i := range at.node.Members {
		m := &at.node.Members[i]
		put(out, m.Name, m, rewrite(at.child(m.Name, m.Value)))
	}
	return out
}

// object rewrites an object with fixed fields. Extensions stay; for each field that Swagger 2.0 has here, member adds what becomes
// of it; other keys are reported. What is no object stays as it is, for the reader of OpenAPI 3.0 to report.
func (s *swagger) object(at place, f *swaggerFields, member func(out *source.Node, m *source.Member, at place)) *source.Node {
	if at.node.Kind != source.Object {
		return at.node
	}
	out := newObject(at.node)
	for i := range at.node.Members {
		m := &at.node.Members[i]
		if isExtension(m.Name) {
			out.Members = append(out.Members, *m)
		} else if s.known(at, m, f) {
			member(out, m, at.child(m.Name, m.Value))
		}
	}
	return out
}

// from notes that n, a node of the new tree, stands for what the file has at a place. It returns n, or a copy of it: a node that
// YAML aliases put at several places has an origin for each.
func (s *swagger) from(at place, n *source.Node) *source.Node {
	if n == at.node {
		n = new(*n)
	}
	s.origin[n] = at.path
	return n
}

// around is from for a node that the file does not have: references to the place lead to something in it.
func (s *swagger) around(at place, n *source.Node) *source.Node {
	s.origin[n], s.wrappers[n] = at.path, true
	return n
}

// newObject and newText return values that stand where n does.
func newObject(n *source.Node) *source.Node {
	return &source.Node{Kind: source.Object, Line: n.Line, Column: n.Column}
}

func newText(n *source.Node, text string) *source.Node {
	return &source.Node{Kind: source.String, Text: text, Line: n.Line, Column: n.Column}
}

func newFlag(n *source.Node, b bool) *source.Node {
	v := &source.Node{Kind: source.Bool, Text: "false", Line: n.Line, Column: n.Column}
	if b {
		v.Text = "true"
	}
	return v
}

// put adds a member whose name stands where m has its own.
func put(out *source.Node, name string, m *source.Member, v *source.Node) {
	out.Members = append(out.Members, source.Member{Name: name, Line: m.Line, Column: m.Column, Value: v})
}

// add adds a member whose name stands where n does.
func add(out *source.Node, name string, n, v *source.Node) {
	out.Members = append(out.Members, source.Member{Name: name, Line: n.Line, Column: n.Column, Value: v})
}

// textOf returns the text of a member that is a string, else "".
func textOf(n *source.Node, name string) string {
	if v := n.Get(name); v != nil && v.Kind == source.String {
		return v.Text
	}
	return ""
}
