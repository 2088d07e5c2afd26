package analysis

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// A TagFacts is what an object, with all parts of its allOf, says about a member that may be a tag.
type TagFacts struct {
	Described bool
	Required  bool
	Kinds     KindSet     // of its values
	Constants []api.Value // all values that it can have, in the order of the document; nil: any
}

// TagFacts returns what s says about the member name.
func (a *Analysis) TagFacts(s *api.Schema, name string) *TagFacts {
	f := &TagFacts{Kinds: AnyKind}
	f.object(a, s, name, map[*api.Schema]bool{})
	return f
}

func (f *TagFacts) object(a *Analysis, s *api.Schema, name string, seen map[*api.Schema]bool) {
	if s == nil || seen[s] || s.Form != api.FormObject {
		return
	}
	seen[s] = true
	if s.Object != nil {
		f.Required = f.Required || isRequired(s.Object, name)
		if property, found := api.Find(s.Object.Properties, name); found {
			f.Described = true
			f.value(a, property, map[*api.Schema]bool{})
		}
	}
	for _, part := range certainParts(s) {
		f.object(a, part, name, seen)
	}
}

// value looks at a description of the member.
func (f *TagFacts) value(a *Analysis, s *api.Schema, seen map[*api.Schema]bool) {
	s, _ = a.Peel(s)
	if seen[s] || s.Form != api.FormObject {
		return
	}
	seen[s] = true
	f.Kinds &= a.Kinds(s)
	if s.Const != nil {
		f.fix([]api.Literal{*s.Const})
	}
	if e := a.Enumeration(s); e != nil && !e.Open {
		f.fix(e.Entries)
	}
	for _, part := range certainParts(s) {
		f.value(a, part, seen)
	}
}

// certainParts returns the schemas that each valid value of s satisfies too.
func certainParts(s *api.Schema) (list []*api.Schema) {
	if s.Ref != nil && !s.Ref.Dynamic && s.Ref.Target != nil {
		list = append(list, s.Ref.Target)
	}
	if s.Compose == nil {
		return list
	}
	list = append(list, s.Compose.AllOf...)
	for _, parts := range [][]*api.Schema{s.Compose.AnyOf, s.Compose.OneOf} {
		if len(parts) == 1 {
			list = append(list, parts[0])
		}
	}
	return list
}

// fix leaves the values that are in the list too.
func (f *TagFacts) fix(list []api.Literal) {
	values := []api.Value{}
	for _, e := range list {
		switch e.Value.(type) {
		case api.String, api.Number, api.Bool:
			if (f.Constants == nil || containsValue(f.Constants, e.Value)) && !containsValue(values, e.Value) {
				values = append(values, e.Value)
			}
		}
	}
	f.Constants = values
}

// valueOf returns the text of a mapping as the number or boolean that the member has, nil if it is neither.
func (f *TagFacts) valueOf(text string) api.Value {
	if f.Kinds&KindNumber != 0 {
		if n, ok := api.ParseNumber(text); ok {
			return n
		}
	}
	if f.Kinds&KindBoolean != 0 && (text == "true" || text == "false") {
		return api.Bool(text == "true")
	}
	return nil
}

// constant returns the one value of a member that must be there, and may not be null.
func (f *TagFacts) constant() (v api.Value, ok bool) {
	if !f.Required || f.Kinds&KindNull != 0 || len(f.Constants) != 1 {
		return nil, false
	}
	if n, ok := f.Constants[0].(api.Number); ok {
		return n, isInt64(n)
	}
	return f.Constants[0], !api.Equal(f.Constants[0], api.String(""))
}

// isInt64 reports whether Go compares a number as an integer.
func isInt64(n api.Number) bool {
	_, ok := n.Int64()
	return ok
}

func requires(s *api.Schema, name string) bool { return s.Object != nil && isRequired(s.Object, name) }

func isRequired(o *api.ObjectRules, name string) bool {
	return slices.ContainsFunc(o.Required, func(r api.Required) bool { return r.Name == name })
}

// RequiredConstant returns the one value of the member name that s requires, with the parts of its allOf.
func (a *Analysis) RequiredConstant(s *api.Schema, name string) (v api.Value, ok bool) {
	return a.TagFacts(s, name).constant()
}
