package directions

import (
	"cmp"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// externals returns the schemas of other files that have a name there and that a reference leads to: they have types like
// components. They come in the order of the files, so that the order of the references does not matter.
func externals(doc *api.Document) (list []Component) {
	atTop := map[*api.Schema]bool{}
	for _, n := range doc.External.Schemas {
		atTop[n.Value] = true
	}
	seen := map[*api.Schema]bool{}
	for _, s := range doc.Schemas {
		for target := range targetsOf(s) {
			if target == nil || target.Synth || seen[target] || !target.Pos.Elsewhere() {
				continue
			}
			seen[target] = true
			if name := externalName(target.Pos, atTop[target]); name != "" {
				list = append(list, Component{Name: name, Schema: target, External: true})
			}
		}
	}
	slices.SortFunc(list, func(a, b Component) int {
		x, y := a.Schema.Pos, b.Schema.Pos
		return cmp.Or(cmp.Compare(x.Relative(), y.Relative()), cmp.Compare(x.Line, y.Line), cmp.Compare(x.Column, y.Column),
			cmp.Compare(x.Key(), y.Key()))
	})
	return list
}

// targetsOf yields the schemas that references of s lead to.
func targetsOf(s *api.Schema) func(yield func(*api.Schema) bool) {
	return func(yield func(*api.Schema) bool) {
		for _, ref := range []*api.Ref{s.Ref, analysis.DynamicRef(s)} {
			if ref != nil && !yield(ref.Target) {
				return
			}
		}
		if s.OpenAPI == nil || s.OpenAPI.Discriminator == nil {
			return
		}
		d := s.OpenAPI.Discriminator
		for _, entry := range d.Mapping {
			if !yield(entry.Target) {
				return
			}
		}
		if d.DefaultMapping != nil {
			yield(d.DefaultMapping.Target)
		}
	}
}

// externalName returns what a schema of another file is called there, "" if it is a part of something: common.yaml#/Money is Money,
// pet-owner.yaml is pet-owner. atTop says that no other schema owns it.
func externalName(pos diag.Pos, atTop bool) string {
	at := pos.Path
	if at == nil {
		return pos.File.Stem()
	}
	container := at.Parent
	switch container.Pointer() {
	case "/components/schemas", "/schemas", "/definitions", "/$defs":
		return at.Token
	}
	if atTop && (container == nil || container.Parent == nil) && strings.Trim(at.Token, "0123456789") != "" {
		return at.Token
	}
	return ""
}
