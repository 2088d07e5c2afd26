package verify

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/decide"
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// A dialect is how a file writes schemas.
type dialect uint8

const (
	dialect2020 dialect = iota // OpenAPI 3.1 and later
	dialect30
	dialect20 // Swagger 2.0
)

// dialectOf returns the dialect of a file. A fragment is read as the document that refers to it.
func (l *library) dialectOf(root *source.Node) dialect {
	if root.Get("swagger") != nil {
		return dialect20
	}
	if n := root.Get("openapi"); n != nil {
		if len(n.Text) >= 3 && n.Text[:3] == "3.0" {
			return dialect30
		}
		return dialect2020
	}
	if l.doc.Version.Text == "2.0" {
		return dialect20
	}
	if l.doc.Version.Before(3, 1) {
		return dialect30
	}
	return dialect2020
}

// fromSource translates a schema as the text of its file has it.
func (l *library) fromSource(s *api.Schema, at decide.Position) (tree any, found bool, err error) {
	d := l.file(s.Pos.File)
	if d == nil {
		return nil, false, nil
	}
	path := s.Pos.Path.Original()
	node, _, found := d.FindTokens(tokensOf(path))
	if !found {
		return nil, false, nil
	}
	r := sourceReader{library: l, file: s.Pos.File, dialect: l.dialectOf(d.Root)}
	tree = r.schema(node, path.Pointer(), at, true)
	return tree, !r.otherwise, r.err
}

func tokensOf(path *diag.Path) []string {
	if path == nil {
		return nil
	}
	return append(tokensOf(path.Parent), path.Token)
}

// A sourceReader translates one schema with all that is in it.
type sourceReader struct {
	library *library
	file    *diag.File
	dialect dialect
	err     error
	// otherwise is set where parse has read members from elsewhere, by a reference in the place of all of them.
	otherwise bool
}

// schema translates a schema. outermost is the one that the unit is about.
func (r *sourceReader) schema(n *source.Node, pointer string, at decide.Position, outermost bool) any {
	switch n.Kind {
	case source.Bool:
		return n.Text == "true"
	case source.Object:
	default:
		return object{} // parse has reported it
	}
	known := r.library.at(place{r.file, pointer})
	if id := n.Get("$id"); !outermost && r.library.resources != nil && id != nil && known != nil {
		return object{"$ref": r.library.reference(known, decide.Value)} // a resource of its own
	}
	if inner := besideNull(known); inner != nil && isWhole(inner) {
		return object{"$ref": r.library.reference(known, decide.Value)}
	}
	o := object{}
	for i := range n.Members {
		m := &n.Members[i]
		if !isInvalid(known, m.Name) && hasKeyword(r.dialect, m.Name) {
			r.keyword(o, m, known, pointer+"/"+escapeToken(m.Name), at)
		}
	}
	r.library.decide(o, known, at)
	return r.finish(n, o)
}

// isInvalid reports whether parse has left out a keyword, because its value is not allowed.
func isInvalid(s *api.Schema, name string) bool {
	if s == nil {
		return false
	}
	k := api.KeywordOf(name)
	if k == api.KwUnknown {
		return false
	}
	m := s.Written(k)
	return m != nil && m.Fate == api.Invalid
}

// keyword translates a keyword. What is an annotation is left out, but for readOnly and writeOnly.
func (r *sourceReader) keyword(o object, m *source.Member, known *api.Schema, pointer string, at decide.Position) {
	switch m.Name {
	case "properties", "patternProperties", "dependentSchemas", "$defs":
		if ref := m.Value.Get("$ref"); m.Name == "properties" && ref != nil && ref.Kind == source.String {
			r.otherwise = true
			return
		}
		o[m.Name] = r.schemas(m.Value, pointer)
	case "allOf":
		o[m.Name] = r.list(m.Value, pointer, below(known, at))
	case "anyOf", "oneOf", "prefixItems":
		o[m.Name] = r.list(m.Value, pointer, decide.Value)
	case "items":
		if m.Value.Kind == source.Array { // of older dialects; parse has warned
			o["prefixItems"] = r.list(m.Value, pointer, decide.Value)
			return
		}
		o[m.Name] = r.schema(m.Value, pointer, decide.Value, false)
	case "additionalProperties", "propertyNames", "unevaluatedProperties", "contains", "unevaluatedItems", "not", "if", "then", "else":
		o[m.Name] = r.schema(m.Value, pointer, decide.Value, false)
	case "$ref", "$dynamicRef":
		addReference(r.library, o, referenceOf(known, m.Name), at)
	case "$dynamicAnchor":
		if r.library.resources != nil {
			o[m.Name] = m.Value.Text
		}
	case "format":
		addFormat(r.library, o, m.Value.Text)
	case "type", "required", "dependentRequired":
		o[m.Name] = unique(r.value(m.Value))
	case "enum", "const":
		o[m.Name] = r.spelled(r.value(m.Value), m.Name, known)
	default:
		o[m.Name] = r.value(m.Value)
	}
}

// spelled gives numbers and booleans that are meant as texts the spelling of the document, which a tree does not have: 0x10, 007, True.
func (r *sourceReader) spelled(v any, keyword string, known *api.Schema) any {
	if known = besideNull(known); known == nil {
		return v
	}
	text := func(v any, read *api.Literal) any {
		s, isText := read.Value.(api.String)
		switch v.(type) {
		case json.Number, bool:
			if isText {
				return string(s)
			}
		}
		return v
	}
	values, isList := v.([]any)
	switch {
	case keyword == "const" && known.Const != nil:
		return text(v, known.Const)
	case keyword == "enum" && isList && len(known.Enum) >= len(values):
		for i := range values {
			values[i] = text(values[i], &known.Enum[i])
		}
	}
	return v
}

// besideNull returns the schema that says what the text says: parse puts it into an alternative where null is allowed beside it.
func besideNull(s *api.Schema) *api.Schema {
	if s != nil && s.Ref == nil && s.Compose != nil && len(s.Compose.AnyOf) == 2 && s.Compose.AnyOf[0].Synth {
		return s.Compose.AnyOf[0]
	}
	return s
}

// referenceOf returns what parse found at the end of a reference, nil if it leads nowhere.
func referenceOf(s *api.Schema, keyword string) *api.Ref {
	if s == nil {
		return nil
	}
	if keyword == "$dynamicRef" && s.Core != nil && s.Core.DynamicRef != nil {
		return s.Core.DynamicRef
	}
	if s.Ref != nil && s.Ref.Dynamic == (keyword == "$dynamicRef") {
		return s.Ref
	}
	if inner := besideNull(s); inner != s {
		return referenceOf(inner, keyword)
	}
	return nil
}

// addReference writes a reference to a unit. One that is dynamic and does not name a dynamic anchor is like any other (Core 8.2.3.2).
func addReference(l *library, o object, ref *api.Ref, at decide.Position) {
	switch {
	case ref == nil:
	case ref.Target == nil:
		o[dangling] = true
	case !ref.Dynamic:
		o["$ref"] = l.reference(ref.Target, decide.Behind(at))
	case !namesAnchor(ref):
		addAll(o, object{"$ref": l.reference(ref.Target, decide.Behind(at))})
	default:
		unit, _, _ := strings.Cut(l.reference(ref.Target, decide.Behind(at)), "#")
		o["$dynamicRef"] = unit + "#" + ref.Target.Core.DynamicAnchor
	}
}

// namesAnchor reports whether the text of a reference ends with the dynamic anchor of its target.
func namesAnchor(ref *api.Ref) bool {
	core := ref.Target.Core
	return core != nil && core.DynamicAnchor != "" && strings.HasSuffix(ref.Text, "#"+core.DynamicAnchor)
}

// addAll adds a schema to what o says.
func addAll(o, s object) {
	list, _ := o["allOf"].([]any)
	o["allOf"] = append(list, s)
}

func (r *sourceReader) schemas(n *source.Node, pointer string) object {
	o := object{}
	for i := range n.Members {
		m := &n.Members[i]
		o[m.Name] = r.schema(m.Value, pointer+"/"+escapeToken(m.Name), decide.Value, false)
	}
	return o
}

func (r *sourceReader) list(n *source.Node, pointer string, at decide.Position) []any {
	list := make([]any, len(n.Items))
	for i, item := range n.Items {
		list[i] = r.schema(item, pointer+"/"+strconv.Itoa(i), at, false)
	}
	return list
}

// value returns a value that is no schema.
func (r *sourceReader) value(n *source.Node) any {
	switch n.Kind {
	case source.Bool:
		return n.Text == "true"
	case source.Number:
		if err := checkNumber(n.Text); err != nil {
			r.err = err
		}
		return json.Number(n.Text)
	case source.String:
		return n.Text
	case source.Array:
		list := make([]any, len(n.Items))
		for i, item := range n.Items {
			list[i] = r.value(item)
		}
		return list
	case source.Object:
		o := object{}
		for i := range n.Members {
			o[n.Members[i].Name] = r.value(n.Members[i].Value)
		}
		return o
	}
	return nil
}

// addFormat writes a format with the name that it has for the validator, unless formats are annotations.
func addFormat(l *library, o object, name string) {
	switch {
	case l.options.AnnotateFormats:
	case name == "regex":
		o["format"] = regexFormat
	default:
		o["format"] = name
	}
}
