package decided

import (
	"slices"

	"github.com/oas2go/oas2go/generator/decide"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// guard is a schema of the values that a decision is about. Twice negated, what it looks at does not count as evaluated.
func guard(d decide.Decision, property string) *api.Schema {
	return negated(negated(about(d, property)))
}

func negated(s *api.Schema) *api.Schema {
	return &api.Schema{Synth: true, Compose: &api.Composition{Not: s}}
}

func about(d decide.Decision, property string) *api.Schema {
	if d.When == decide.NoObject {
		return &api.Schema{Synth: true, Types: []api.Type{api.TypeNull, api.TypeBoolean, api.TypeNumber, api.TypeString, api.TypeArray}}
	}
	has := &api.Schema{Synth: true, Object: &api.ObjectRules{Required: []api.Required{{Name: property}}}}
	if d.When == decide.NoTag { // null is as none
		has.Object.Properties = []api.Named[*api.Schema]{{Name: property, Value: negated(&api.Schema{Synth: true, Enum: literals([]any{nil})})}}
		return &api.Schema{Synth: true, Types: []api.Type{api.TypeObject}, Compose: &api.Composition{Not: has}}
	}
	has.Types = []api.Type{api.TypeObject}
	tags := d.Tags
	if d.When == decide.OtherTag {
		tags = append(slices.Clip(tags), nil)
	}
	tag := &api.Schema{Synth: true, Enum: literals(tags)}
	if d.When == decide.OtherTag {
		tag = negated(tag)
	}
	has.Object.Properties = []api.Named[*api.Schema]{{Name: property, Value: tag}}
	return has
}

func literals(tags []any) []api.Literal {
	list := make([]api.Literal, len(tags))
	for i, tag := range tags {
		list[i].Value = value(tag)
	}
	return list
}

// never is a schema without a value.
func never() *api.Schema { return &api.Schema{Synth: true, Form: api.FormFalse} }
