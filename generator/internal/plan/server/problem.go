package server

import (
	"slices"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
)

// problemMembers are the members of problem details that a handler writes always (RFC 9457, section 3.1).
var problemMembers = []string{"type", "title", "status"}

// problem reports whether problem details are valid as the body of a failure: an object that requires no other members, and describes those as
// the RFC does.
func (b *Builder) problem(body operations.ErrorBody) gomodel.ProblemShape {
	s := body.Schema
	if s == nil || b.Analysis.Kinds(s)&analysis.KindObject == 0 {
		return gomodel.NoProblem
	}
	core := b.Analysis.Core(s)
	if !isPlainObject(core) && b.Analysis.Merged(core) == nil {
		return gomodel.NoProblem
	}
	rules := b.Analysis.ObjectOf(core)
	for _, r := range rules.Required {
		if !slices.Contains(problemMembers, r.Name) {
			return gomodel.NoProblem
		}
	}
	open := true
	for _, p := range rules.Properties {
		switch p.Name {
		case "status":
			if !b.isPlain(p.Value, analysis.KindInteger) {
				return gomodel.NoProblem
			}
		case "type", "title", "detail":
			if !b.isPlain(p.Value, analysis.KindString) {
				return gomodel.NoProblem
			}
		case "errors", "request_id":
			open = false
		}
	}
	if more := rules.AdditionalProperties; more != nil && more.Form != api.FormTrue || rules.UnevaluatedProperties != nil {
		for _, name := range []string{"type", "title", "status", "detail"} { // what a problem has
			if _, ok := api.Find(rules.Properties, name); !ok {
				return gomodel.NoProblem
			}
		}
		open = false
	}
	if open {
		return gomodel.OpenProblem
	}
	return gomodel.ClosedProblem
}

// isPlainObject reports whether a schema says nothing about an object but which members it has.
func isPlainObject(s *api.Schema) bool {
	var known analysis.Keywords
	known.Add(api.KwType, api.KwProperties, api.KwRequired, api.KwAdditionalProperties)
	for i, set := range analysis.Asserted(s) {
		if set&^known[i] != 0 {
			return false
		}
	}
	return true
}

// isPlain reports whether a schema takes all texts, or all statuses of failures.
func (b *Builder) isPlain(s *api.Schema, kind analysis.KindSet) bool {
	core := b.Analysis.Core(s)
	if b.Analysis.Kinds(core)&kind != kind || core.Compose != nil || core.Enum != nil || core.Const != nil || core.String != nil {
		return false
	}
	n := core.Number
	return n == nil || n.MultipleOf == nil && n.ExclusiveMinimum == nil && n.ExclusiveMaximum == nil && (n.Minimum == nil || n.Minimum.Cmp(api.Int(400)) <= 0) && (n.Maximum == nil || n.Maximum.Cmp(api.Int(599)) >= 0)
}
