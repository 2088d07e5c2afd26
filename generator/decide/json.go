package decide

import "slices"

type object = map[string]any

// Conditions says in JSON Schema 2020-12 what a table decides: schemas that must all hold. written judges what the table leaves open, and
// reference says what stands for a schema.
func (t *Table) Conditions(written any, reference func(Schema) any) (all []any) {
	for _, d := range t.Decisions() {
		var judge any = false
		switch {
		case d.Written:
			judge = written
		case d.Judge != nil:
			judge = reference(d.Judge)
		}
		// twice negated, what a guard looks at does not count as evaluated
		all = append(all, object{"if": object{"not": object{"not": d.guard(t.Property)}}, "then": judge})
	}
	return all
}

func (d Decision) guard(property string) object {
	tagged := object{"type": "object", "required": []any{property}}
	switch d.When {
	case NoObject:
		return object{"type": []any{"null", "boolean", "number", "string", "array"}}
	case Tagged:
		tagged["properties"] = object{property: object{"enum": d.Tags}}
	case OtherTag:
		tagged["properties"] = object{property: object{"not": object{"enum": append(slices.Clip(d.Tags), nil)}}}
	case NoTag:
		there := object{property: object{"not": object{"const": nil}}}
		return object{"type": "object", "not": object{"required": []any{property}, "properties": there}}
	}
	return tagged
}
