package xmltags

import (
	"regexp"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

var xmlName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_.-]*$`)

// Fit reports whether encoding/xml reads and writes a value as the document says (OAS: XML Object), and which types get tags
// for it. Maps, unions, tuples, raw JSON, bytes and values with three states do not fit.
func (p *Tags) Fit(u shapes.Use) (types map[*shapes.Type]bool, ok bool) {
	types = map[*shapes.Type]bool{}
	return types, p.xmlValue(u, types)
}

func (p *Tags) xmlValue(u shapes.Use, found map[*shapes.Type]bool) bool {
	switch s := u.Shape.(type) {
	case shapes.Scalar:
		return s.Kind != gomodel.Bytes
	case shapes.Named:
		switch def := s.Type.Def.(type) {
		case shapes.EnumDef, shapes.ScalarDef:
			return shapes.ScalarText(u.Shape)
		case *shapes.StructDef:
			return found[s.Type] || p.xmlStruct(s.Type, def, found)
		}
	}
	return false
}

func (p *Tags) xmlStruct(t *shapes.Type, def *shapes.StructDef, found map[*shapes.Type]bool) bool {
	found[t] = true
	if def.Tuple || def.Extra != nil || def.Other || len(t.Tags) > 0 || t.Residue != (analysis.Keywords{}) {
		return false
	}
	for _, m := range def.Members {
		if m.Use.Nullable && !m.Required || m.Loose || p.Of(m) == "" {
			return false
		}
		u := m.Use
		if elem := shapes.Elements(u.Shape); elem.Shape != nil {
			u = elem
			if u.Nullable {
				return false
			}
		}
		if !p.xmlValue(u, found) {
			return false
		}
	}
	return true
}

// xmlOf returns the XML Object of a schema, or of what it wraps.
func (p *Tags) xmlOf(s *api.Schema) api.XML {
	for w := range p.analysis.Wrappers(s) {
		if w.OpenAPI != nil && w.OpenAPI.XML != nil {
			return *w.OpenAPI.XML
		}
	}
	return api.XML{}
}

// Root returns the outermost element: its name is that of the schema, or of its component, "" if the document has none.
func (p *Tags) Root(s *api.Schema) gomodel.XMLRoot {
	x := p.xmlOf(s)
	root := gomodel.XMLRoot{Name: x.Name, Namespace: x.Namespace}
	if x.Namespace != "" && xmlName.MatchString(x.Prefix) {
		root.Prefix = x.Prefix
	}
	if root.Name == "" {
		root.Name = p.componentName(s)
	}
	return root
}

// componentName returns the name of the component that a schema is, "" for others.
func (p *Tags) componentName(s *api.Schema) string {
	for w := range p.analysis.Wrappers(s) {
		for _, c := range p.doc.Components.Schemas {
			if c.Value == w || p.directions.OriginOf(w) == c.Value {
				return c.Name
			}
		}
	}
	return ""
}

// Of returns the tag of a member for encoding/xml, "" if there is none that says what the document says.
func (p *Tags) Of(m *shapes.Member) string {
	x := p.xmlOf(m.Schema)
	name := x.Name
	if name == "" {
		name = m.Wire
	}
	elem := shapes.Elements(m.Use.Shape)
	switch {
	case elem.Shape != nil:
		items, _ := p.analysis.ItemsOf(p.analysis.Core(m.Schema))
		outer := name
		name = m.Wire
		if items != nil {
			if inner := p.xmlOf(items).Name; inner != "" {
				name = inner
			} else if x.Wrapped {
				name = outer
			}
		}
		if !xmlName.MatchString(outer) || !xmlName.MatchString(name) || x.Attribute || x.NodeType != "" {
			return ""
		}
		if x.Wrapped {
			return outer + ">" + name
		}
		return name
	case !xmlName.MatchString(name):
		return ""
	}
	if x.Namespace != "" {
		name = x.Namespace + " " + name
	}
	switch {
	case x.Attribute || x.NodeType == "attribute":
		return name + ",attr"
	case x.NodeType == "text":
		return ",chardata"
	case x.NodeType == "cdata":
		return ",cdata"
	}
	return name
}
