package schemas

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// discriminator compares what tells alternatives apart. A schema allows the same values without it, so no message becomes invalid; but
// who goes by it takes a value for another alternative.
func (w *wordWalk) discriminator(p pair) {
	from, to := discriminatorOf(p.old), discriminatorOf(p.new)
	if from == nil && to == nil {
		return
	}
	old, new := propertyOf(from), propertyOf(to)
	facts := change.Facts{Name: new, Old: old, New: new}
	var parts []string
	if old != new {
		parts = append(parts, "discriminator "+orNone(old)+" → "+orNone(new))
	}
	if from != nil && to != nil {
		var moved []string
		facts.Gone, facts.Came, moved = w.tags(p)
		parts = append(parts, moved...)
		if len(facts.Gone) > 0 {
			parts = append(parts, enumerate(facts.Gone)+isAre(len(facts.Gone))+"gone from the mapping")
		}
		if len(facts.Came) > 0 {
			parts = append(parts, enumerate(facts.Came)+isAre(len(facts.Came))+"new in the mapping")
		}
	}
	if parts == nil {
		return
	}
	c := w.add(p, "discriminator-changed", api.KwDiscriminator, strings.Join(parts, ", "))
	c.Facts = facts
}

func discriminatorOf(s *api.Schema) *api.Discriminator {
	if s.OpenAPI == nil {
		return nil
	}
	return s.OpenAPI.Discriminator
}

func propertyOf(d *api.Discriminator) string {
	if d == nil {
		return ""
	}
	return d.PropertyName
}

// A tag is a value of a discriminator with the schema that it stands for.
type tag struct{ value, schema string }

// tags compares what values stand for. Those of an alternative that only one side has come and go with it.
func (w *wordWalk) tags(p pair) (gone, came, moved []string) {
	old, new := tagsOf(p.old, w.components.Old), tagsOf(p.new, w.components.New)
	same := w.matched(p)
	for _, t := range old {
		i := slices.IndexFunc(new, func(n tag) bool { return n.value == t.value })
		switch {
		case same[t.schema] == "":
		case i < 0:
			gone = append(gone, strconv.Quote(t.value))
		case new[i].schema != same[t.schema]:
			moved = append(moved, strconv.Quote(t.value)+" stands for "+new[i].schema+", no longer for "+t.schema)
		}
	}
	for _, t := range new {
		known := slices.ContainsFunc(old, func(o tag) bool { return o.value == t.value })
		there := slices.ContainsFunc(old, func(o tag) bool { return same[o.schema] == t.schema })
		if !known && there {
			came = append(came, strconv.Quote(t.value))
		}
	}
	return gone, came, moved
}

// matched returns the new names of the schemas that both sides tell apart: the same, or that of what took its place.
func (w *wordWalk) matched(p pair) map[string]string {
	same := map[string]string{}
	new := tagsOf(p.new, w.components.New)
	for _, t := range tagsOf(p.old, w.components.Old) {
		if slices.ContainsFunc(new, func(n tag) bool { return n.schema == t.schema }) {
			same[t.schema] = t.schema
		}
	}
	before, after := alternativesOf(p.old), alternativesOf(p.new)
	for i := range min(len(before), len(after)) {
		from, to := w.components.Old[before[i]], w.components.New[after[i]]
		if from != "" && to != "" && !w.newNames[from] && !w.oldNames[to] {
			same[from] = to
		}
	}
	return same
}

// tagsOf returns the values of a discriminator: those of its mapping, and the names of the alternatives, which count without it too (OAS,
// Discriminator Object).
func tagsOf(s *api.Schema, names map[*api.Schema]string) (list []tag) {
	d := discriminatorOf(s)
	for _, m := range d.Mapping {
		schema := m.Text
		if m.Target != nil && names[m.Target] != "" {
			schema = names[m.Target]
		}
		list = append(list, tag{m.Value, schema})
	}
	for _, a := range alternativesOf(s) {
		name := names[a]
		if name != "" && !slices.ContainsFunc(list, func(t tag) bool { return t.value == name }) {
			list = append(list, tag{name, name})
		}
	}
	return list
}

// alternativesOf returns the alternatives of a union, behind their references.
func alternativesOf(s *api.Schema) (list []*api.Schema) {
	if s.Compose == nil {
		return nil
	}
	for _, a := range slices.Concat(s.Compose.OneOf, s.Compose.AnyOf) {
		if target := refOf(a); target != nil {
			a = target
		}
		list = append(list, a)
	}
	return list
}
