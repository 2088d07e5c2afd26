package gomodel

import "strings"

// Surface returns the exported surface of a package, one line for each symbol and field, in the order of declaration: it
// shows what a change of the document renames. Positions, comments and checks are not in it.
func Surface(p *Package) []string {
	var s surface
	s.path = p.Path
	for _, f := range p.Files {
		for _, d := range f.Decls {
			s.decl(d)
		}
	}
	return s.lines
}

type surface struct {
	path  string
	lines []string
}

func (s *surface) add(parts ...string) { s.lines = append(s.lines, strings.Join(parts, " ")) }

func (s *surface) typ(t TypeExpr) string { return typeString(t, s.path) }

func (s *surface) fields(owner string, list []*Field) {
	for _, f := range list {
		s.add("field", owner+"."+f.Name, s.typ(f.FieldType(s.path)), "json:"+f.Wire)
	}
}

func (s *surface) decl(d Decl) {
	name := d.Common().Name
	switch d := d.(type) {
	case *Struct, *Tuple:
		s.structure(d)
	case *MapType:
		s.add("type", name, "map[string]"+s.typ(d.Elem))
	case *NamedType:
		s.add("type", name, s.typ(d.Under))
	case *ListType:
		s.add("type", name, "[]"+s.typ(d.Elem))
	case *RawType:
		s.add("type", name, "encoding/json.RawMessage")
	case *Alias:
		s.add("type", name, "=", s.typ(d.Target))
	case *Enum:
		s.add("type", name, s.typ(d.Under))
		for _, v := range d.Values {
			s.add("const", v.Name, name)
		}
	case *Constants:
		for _, v := range d.Values {
			s.add("const", v.Name)
		}
	case *Union:
		s.add("union", name)
		for _, v := range d.Variants {
			s.add("variant", name, s.typ(v.Type))
		}
		if d.Base == nil {
			s.add("struct", d.Unknown)
			s.add("field", d.Unknown+".JSON", "[]byte")
		} else {
			s.add("method", name+"."+d.Base.Type.Name, d.Base.Type.Name)
		}
		s.add("func", d.Unmarshal)
		s.add("func", d.Validate)
	case *Params:
		s.add("struct", name)
		for i := range d.Fields {
			s.fields(name, []*Field{&d.Fields[i].Field})
		}
		for _, b := range d.Bodies {
			s.fields(name, []*Field{&b.Field})
			if w, ok := b.Write.(StreamBody); ok && w.Choice != "" {
				s.add("field", name+"."+w.Choice, "string")
			}
		}
	case *Form:
		s.add("struct", name)
		for i := range d.Fields {
			s.fields(name, []*Field{&d.Fields[i].Field})
		}
	case *Operation:
		s.method("Client."+d.Called(), d)
	case *Sender:
		s.add("struct", name)
		s.add("func", d.Make)
	case *Send:
		s.method(d.Grouped.Type+"."+d.Grouped.Name, &d.Operation)
	case *CallbackURL:
		s.add("func", name, d.Params.Name)
	case *Pages:
		s.add("method", "Client."+d.Called(), d.Params.Name, s.typ(d.Page))
		s.add("method", "Client."+d.CalledAll(), d.Params.Name, s.typ(d.Item))
	case *Group:
		s.add("struct", name)
		s.add("field", "Client."+d.Field, name)
	case *Service:
		s.add("interface", name)
		for _, m := range d.Methods {
			s.add("method", name+"."+m.Call.Name)
		}
		if d.Adapter != "" {
			s.add("method", "Client."+d.Adapter, name)
		}
	case *Handler:
		s.add("struct", name)
		for _, x := range d.Schemes {
			s.add("field", name+"."+x.Field, "func")
		}
		s.add("func", d.New)
		s.add("struct", d.Unimplemented)
	case *ExampleService:
		s.add("struct", name)
		s.add("func", d.New)
	case *Served:
		s.add("func", d.Request.Parse)
		if d.Response.Set != nil {
			s.add("func", d.Response.Set.Name)
		}
	case *ResultUnion:
		s.add("union", name)
		for _, v := range d.Variants {
			s.add("variant", name, v.Name)
			if v.Body != nil {
				s.add("field", v.Name+".Body", s.typ(v.Body))
			}
		}
	case *HeaderType:
		s.add("struct", name)
		for i := range d.Fields {
			s.fields(name, []*Field{&d.Fields[i].Field})
		}
		s.add("func", d.Parse)
	case *ServerURL:
		s.server(d)
	case *Webhook:
		line := "func " + name
		if d.Header != nil {
			line += " " + d.Header.Name
		}
		if d.Body != nil {
			line += " " + s.typ(d.Body.Type)
		}
		s.add(line)
	case *NewFunc, *ValueOption:
		s.add("func", name)
	case *CredentialOption:
		for _, name := range OptionNames(d) {
			s.add("func", name)
		}
	case *TextConstants:
		for _, c := range d.List {
			s.add("const", c.Name)
		}
	}
}

func (s *surface) method(name string, o *Operation) {
	line := "method " + name + " " + o.Params.Name
	if t := ResultType(o.Result); t != nil {
		line += " " + s.typ(t)
	}
	s.add(line)
}

func (s *surface) structure(d Decl) {
	name := d.Common().Name
	s.add("struct", name)
	switch d := d.(type) {
	case *Struct:
		s.fields(name, Fields(d.Members))
		if d.Other != "" {
			s.add("field", name+"."+d.Other, "encoding/json.RawMessage")
		}
		if d.Extra != nil {
			s.add("field", name+"."+d.Extra.Name, s.typ(Map{d.Extra.Type}))
		}
	case *Tuple:
		s.fields(name, d.Items)
		if d.Rest != nil {
			s.add("field", name+"."+d.Rest.Name, s.typ(Slice{d.Rest.Type}))
		}
	}
}

func (s *surface) server(d *ServerURL) {
	switch len(d.Variables) {
	case 0:
		s.add("const", d.Name)
	case 1:
		s.add("func", d.Name)
	default:
		s.add("struct", d.Name)
		for _, v := range d.Variables {
			s.add("field", d.Name+"."+v.Name, "string")
		}
	}
}
