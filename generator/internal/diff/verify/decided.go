package verify

import (
	"slices"

	"github.com/oas2go/oas2go/generator/decide"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/decided"
)

// decided is what a unit of a hierarchy says: all heirs for a base that is the type of a value, and one alone. nil: what its text says.
func (l *library) decided(u *unit) any {
	if l.heirs == nil {
		return nil
	}
	s := decided.Schema{Model: u.schema}
	if table := l.heirs.OfBase(s); table != nil && u.at == decide.Value {
		base := object{"$ref": l.reference(u.schema, decide.Open)}
		return object{"allOf": table.Conditions(base, func(to decide.Schema) any {
			return object{"$ref": l.reference(to.(decided.Schema).Model, decide.Alone)}
		})}
	}
	if u.at == decide.Open || !l.heirs.Has(s) {
		return nil
	}
	o := object{"allOf": []any{object{"$ref": l.reference(u.schema, decide.Open)}}}
	if l.heirs.Closes(s, isClosed) {
		o["unevaluatedProperties"] = false
	}
	return o
}

func isClosed(s decide.Schema) bool {
	o := s.(decided.Schema).Model.Object
	return o != nil && o.AdditionalProperties != nil && o.AdditionalProperties.Form == api.FormFalse
}

// below is the position of the parts of allOf.
func below(s *api.Schema, at decide.Position) decide.Position {
	return decide.Below(at, s != nil && decided.Schema{Model: besideNull(s)}.IsOtherName())
}

// decide puts what the discriminator of a union decides in the place of its alternatives; o is what the schema says so far.
func (l *library) decide(o object, s *api.Schema, at decide.Position) {
	if l.heirs == nil || s == nil {
		return
	}
	if at == decide.Open && o["additionalProperties"] == false {
		delete(o, "additionalProperties")
	}
	union := besideNull(s)
	table := decide.OfUnion(decided.Schema{Model: union})
	if table == nil {
		return
	}
	keyword, schemas := "oneOf", union.Compose.OneOf
	if len(schemas) == 0 {
		keyword, schemas = "anyOf", union.Compose.AnyOf
	}
	written, _ := o[keyword].([]any)
	if last := len(schemas) - 1; last == len(written) && schemas[last].Synth { // nullable
		written = append(written, object{"type": "null"})
	}
	if len(written) != len(schemas) { // parse has read something else
		return
	}
	conditions := table.Conditions(object{keyword: written}, func(to decide.Schema) any {
		if i := slices.Index(schemas, to.(decided.Schema).Model); i >= 0 {
			return written[i]
		}
		return object{"$ref": l.reference(to.(decided.Schema).Model, decide.Value)}
	})
	delete(o, keyword)
	parts, _ := o["allOf"].([]any)
	o["allOf"] = append(parts, conditions...)
}
