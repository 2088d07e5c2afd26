package plan

import (
	"regexp"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

var xmlName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_.-]*$`)

// fitsXML reports whether encoding/xml reads and writes a value as the document says (OAS: XML Object), and which types get tags
// for it. Maps, unions, tuples, raw JSON, bytes and values with three states do not fit.
func (p *planner) fitsXML(u use) (types map[*typ]bool, ok bool) {
	types = map[*typ]bool{}
	return types, p.xmlValue(u, types)
}

func (p *planner) xmlValue(u use, found map[*typ]bool) bool {
	switch s := u.shape.(type) {
	case scalar:
		return s.kind != gomodel.Bytes
	case named:
		switch def := s.typ.def.(type) {
		case enumDef, scalarDef:
			return scalarText(u.shape)
		case *structDef:
			return found[s.typ] || p.xmlStruct(s.typ, def, found)
		}
	}
	return false
}

func (p *planner) xmlStruct(t *typ, def *structDef, found map[*typ]bool) bool {
	found[t] = true
	if def.tuple || def.extra != nil || def.other || len(t.tags) > 0 || t.residue != (keywordSet{}) {
		return false
	}
	for _, m := range def.members {
		if m.use.nullable && !m.required || m.loose || p.xmlTag(m) == "" {
			return false
		}
		u := m.use
		if elem := elements(u.shape); elem.shape != nil {
			u = elem
			if u.nullable {
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
func (p *planner) xmlOf(s *api.Schema) api.XML {
	for _, w := range p.wrappers(s) {
		if w.OpenAPI != nil && w.OpenAPI.XML != nil {
			return *w.OpenAPI.XML
		}
	}
	return api.XML{}
}

// xmlRoot returns the name of the outermost element: that of the schema, or of its component.
func (p *planner) xmlRoot(s *api.Schema) string {
	if name := p.xmlOf(s).Name; name != "" {
		return name
	}
	for _, w := range p.wrappers(s) {
		for _, c := range p.doc.Components.Schemas {
			if c.Value == w || p.directions.originOf(w) == c.Value {
				return c.Name
			}
		}
	}
	return "root"
}

// xmlTag returns the tag of a member for encoding/xml, "" if there is none that says what the document says.
func (p *planner) xmlTag(m *member) string {
	x := p.xmlOf(m.schema)
	name := x.Name
	if name == "" {
		name = m.wire
	}
	elem := elements(m.use.shape)
	switch {
	case elem.shape != nil:
		items, _ := p.itemsOf(p.core(m.schema))
		outer := name
		name = m.wire
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
