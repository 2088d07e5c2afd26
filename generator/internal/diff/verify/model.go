package verify

import (
	"encoding/json"

	"github.com/oas2go/oas2go/generator/decide"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A modelReader writes schemas of the model as JSON Schema: those that were made in memory, and those whose text the validator does not
// understand.
type modelReader struct {
	library *library
	err     error
}

// schema writes a schema. outermost is the one that the unit is about.
func (w *modelReader) schema(s *api.Schema, at decide.Position, outermost bool) any {
	switch s.Form {
	case api.FormTrue:
		return true
	case api.FormFalse:
		return false
	}
	if !outermost && w.library.resources != nil && s.Core != nil && s.Core.ID != "" {
		return object{"$ref": w.library.reference(s, decide.Value)} // a resource of its own
	}
	o := object{}
	w.values(o, s)
	w.core(o, s, at)
	if s.Meta != nil && s.Meta.ReadOnly {
		o["readOnly"] = true
	}
	if s.Meta != nil && s.Meta.WriteOnly {
		o["writeOnly"] = true
	}
	if s.Number != nil {
		w.numbers(o, s.Number)
	}
	if s.String != nil {
		w.number(o, "minLength", s.String.MinLength)
		w.number(o, "maxLength", s.String.MaxLength)
		if s.String.Pattern != nil {
			o["pattern"] = *s.String.Pattern
		}
	}
	if s.Array != nil {
		w.array(o, s.Array)
	}
	if s.Object != nil {
		w.object(o, s.Object)
	}
	if k := s.Compose; k != nil {
		w.list(o, "allOf", k.AllOf, below(s, at))
		w.list(o, "anyOf", k.AnyOf, decide.Value)
		w.list(o, "oneOf", k.OneOf, decide.Value)
		w.one(o, "not", k.Not)
		w.one(o, "if", k.If)
		w.one(o, "then", k.Then)
		w.one(o, "else", k.Else)
	}
	w.library.decide(o, s, at)
	return o
}

func (w *modelReader) values(o object, s *api.Schema) {
	if s.Types != nil {
		names := make([]any, len(s.Types))
		for i, t := range s.Types {
			names[i] = t.String()
		}
		o["type"] = unique(names)
	}
	if s.Format != "" {
		addFormat(w.library, o, s.Format)
	}
	if s.Enum != nil {
		values := make([]any, len(s.Enum))
		for i, literal := range s.Enum {
			values[i] = w.value(literal.Value)
		}
		o["enum"] = values
	}
	if s.Const != nil {
		o["const"] = w.value(s.Const.Value)
	}
}

func (w *modelReader) core(o object, s *api.Schema, at decide.Position) {
	addReference(w.library, o, s.Ref, at)
	if s.Core == nil {
		return
	}
	addReference(w.library, o, s.Core.DynamicRef, at)
	if s.Core.DynamicAnchor != "" && w.library.resources != nil {
		o["$dynamicAnchor"] = s.Core.DynamicAnchor
	}
	w.named(o, "$defs", s.Core.Defs)
}

func (w *modelReader) numbers(o object, n *api.NumberRules) {
	w.number(o, "multipleOf", n.MultipleOf)
	w.number(o, "minimum", n.Minimum)
	w.number(o, "exclusiveMinimum", n.ExclusiveMinimum)
	w.number(o, "maximum", n.Maximum)
	w.number(o, "exclusiveMaximum", n.ExclusiveMaximum)
}

func (w *modelReader) array(o object, a *api.ArrayRules) {
	w.list(o, "prefixItems", a.PrefixItems, decide.Value)
	w.one(o, "items", a.Items)
	w.one(o, "contains", a.Contains)
	w.number(o, "minContains", a.MinContains)
	w.number(o, "maxContains", a.MaxContains)
	w.number(o, "minItems", a.MinItems)
	w.number(o, "maxItems", a.MaxItems)
	w.one(o, "unevaluatedItems", a.UnevaluatedItems)
	if a.UniqueItems {
		o["uniqueItems"] = true
	}
}

func (w *modelReader) object(o object, r *api.ObjectRules) {
	w.named(o, "properties", r.Properties)
	w.named(o, "patternProperties", r.PatternProperties)
	w.named(o, "dependentSchemas", r.DependentSchemas)
	w.one(o, "additionalProperties", r.AdditionalProperties)
	w.one(o, "propertyNames", r.PropertyNames)
	w.one(o, "unevaluatedProperties", r.UnevaluatedProperties)
	w.number(o, "minProperties", r.MinProperties)
	w.number(o, "maxProperties", r.MaxProperties)
	if r.Required != nil {
		names := make([]any, len(r.Required))
		for i, required := range r.Required {
			names[i] = required.Name
		}
		o["required"] = unique(names)
	}
	if r.DependentRequired != nil {
		all := object{}
		for _, entry := range r.DependentRequired {
			names := make([]any, len(entry.Value))
			for i, name := range entry.Value {
				names[i] = name
			}
			all[entry.Name] = unique(names)
		}
		o["dependentRequired"] = all
	}
}

func (w *modelReader) one(o object, keyword string, s *api.Schema) {
	if s != nil {
		o[keyword] = w.schema(s, decide.Value, false)
	}
}

func (w *modelReader) list(o object, keyword string, schemas []*api.Schema, at decide.Position) {
	if len(schemas) == 0 {
		return
	}
	list := make([]any, len(schemas))
	for i, s := range schemas {
		list[i] = w.schema(s, at, false)
	}
	o[keyword] = list
}

func (w *modelReader) named(o object, keyword string, schemas []api.Named[*api.Schema]) {
	if len(schemas) == 0 {
		return
	}
	all := object{}
	for _, n := range schemas {
		all[n.Name] = w.schema(n.Value, decide.Value, false)
	}
	o[keyword] = all
}

func (w *modelReader) number(o object, keyword string, n *api.Number) {
	if n != nil {
		o[keyword] = w.value(*n)
	}
}

func (w *modelReader) value(v api.Value) any {
	switch v := v.(type) {
	case api.Bool:
		return bool(v)
	case api.Number:
		if err := checkNumber(v.String()); err != nil {
			w.err = err
		}
		return json.Number(v.String())
	case api.String:
		return string(v)
	case api.Array:
		list := make([]any, len(v))
		for i, element := range v {
			list[i] = w.value(element)
		}
		return list
	case api.Object:
		o := object{}
		for _, m := range v {
			o[m.Name] = w.value(m.Value)
		}
		return o
	}
	return nil
}
