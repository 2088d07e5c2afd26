package decide

// When says which values a decision is about. Each value meets one of them.
type When uint8

// The cases of a table.
const (
	NoObject When = iota
	Tagged        // an object with one of the tags
	OtherTag      // an object with a tag that is none of the tags
	NoTag         // an object without a tag, or with null in its place
)

// A Decision says who judges the values that it is about.
type Decision struct {
	When    When
	Tags    []any
	Written bool   // what is written judges
	Judge   Schema // judges alone; nil and not Written: no such value is valid
}

// Decisions returns what a table says, for each value one decision.
func (t *Table) Decisions() []Decision {
	list := []Decision{{When: NoObject, Written: true}}
	known := []any{}
	for _, c := range t.Cases {
		list = append(list, Decision{When: Tagged, Tags: c.Tags, Judge: c.Schema})
		known = append(known, c.Tags...)
	}
	if len(t.Written) > 0 {
		list = append(list, Decision{When: Tagged, Tags: t.Written, Written: true})
		known = append(known, t.Written...)
	}
	written := t.Default == nil
	return append(list,
		Decision{When: OtherTag, Tags: known, Judge: t.Default, Written: written && t.IsBase},
		Decision{When: NoTag, Judge: t.Default, Written: written && (t.IsBase || !t.Required)})
}
