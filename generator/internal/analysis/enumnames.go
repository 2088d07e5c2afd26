package analysis

import (
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A Constant is what a document says of a value of an enum beside the value.
type Constant struct {
	Name string // "" for none
	Doc  string
}

// Constants returns what is said of each value of an enumeration. Names are those of x-enum-varnames, x-enumNames (NSwag), x-ms-enum
// (AutoRest), or the titles of constants.
func (a *Analysis) Constants(s *api.Schema) []Constant {
	e := a.Enumeration(s)
	list := make([]Constant, len(e.Entries))
	for i, part := range e.From {
		if part != nil {
			list[i] = Constant{Name: a.Title(part), Doc: a.Description(part)}
			if list[i].Doc == "" {
				list[i].Doc = list[i].Name
			}
		}
	}
	microsoft(s.Extension("x-ms-enum"), e.Entries, list)
	for _, name := range []string{"x-enumNames", "x-enum-varnames"} {
		for i, text := range StringList(s.Extension(name)) {
			if i < len(list) {
				list[i].Name = text
			}
		}
	}
	for i, text := range StringList(s.Extension("x-enum-descriptions")) {
		if i < len(list) {
			list[i].Doc = text
		}
	}
	return list
}

// microsoft adds what x-ms-enum says: {values: [{value, name, description}]}.
func microsoft(extension api.Value, entries []api.Literal, list []Constant) {
	values, _ := member(extension, "values").(api.Array)
	if values == nil {
		return
	}
	index := map[string]int{}
	for i, e := range entries {
		index[api.Canonical(e.Value)] = i
	}
	for _, v := range values {
		value := member(v, "value")
		if value == nil {
			continue
		}
		i, known := index[api.Canonical(value)]
		if !known {
			continue
		}
		if name, ok := member(v, "name").(api.String); ok {
			list[i].Name = string(name)
		}
		if doc, ok := member(v, "description").(api.String); ok {
			list[i].Doc = string(doc)
		}
	}
}

// member returns a member of an object, nil for none.
func member(v api.Value, name string) api.Value {
	object, _ := v.(api.Object)
	value, _ := object.Get(name)
	return value
}

// extensible returns the values that are known of an extensible enum (x-extensible-enum of Zalando's guidelines), nil for other schemas.
// Any other value is valid too.
func extensible(s *api.Schema) *Enumeration {
	if s.Types == nil || Asserted(s) != KeywordsOf(api.KwType) {
		return nil
	}
	e := &Enumeration{Open: true}
	for _, x := range s.Extensions {
		if x.Name != "x-extensible-enum" {
			continue
		}
		for _, text := range StringList(x.Value) {
			e.Entries = append(e.Entries, api.Literal{Pos: x.Pos, Value: api.String(text)})
		}
	}
	if len(e.Entries) == 0 {
		return nil
	}
	return e
}
