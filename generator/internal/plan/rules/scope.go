package rules

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A scope is a dynamic scope (Core 7.1), as far as it matters: for each $dynamicAnchor the schema that the first resource on the
// way gives it.
type scope []analysis.Binding

// key identifies a scope.
func (in scope) key() string {
	var b strings.Builder
	for _, x := range in {
		b.WriteString(x.Anchor + " " + x.Schema.Pos.Key() + "\n")
	}
	return b.String()
}

// enter returns the scope within the resource of s: the anchors that no outer resource has are bound to those of this one.
func (r *ruler) enter(s *api.Schema, in scope) scope {
	for _, x := range r.p.analysis.Anchors(s) {
		if !slices.ContainsFunc(in, func(have analysis.Binding) bool { return have.Anchor == x.Anchor }) {
			in = append(in[:len(in):len(in)], x)
		}
	}
	if len(in) > 1 {
		in = slices.Clone(in)
		slices.SortFunc(in, func(a, b analysis.Binding) int { return strings.Compare(a.Anchor, b.Anchor) })
	}
	return in
}

// dynamic returns where a $dynamicRef leads (Core 8.2.3.2): its lexical target, but if that is the $dynamicAnchor of the fragment,
// the one of the outermost resource that has it.
func (in scope) dynamic(ref *api.Ref) *api.Schema {
	_, anchor, _ := strings.Cut(ref.Text, "#")
	if ref.Target.Core == nil || ref.Target.Core.DynamicAnchor != anchor || anchor == "" {
		return ref.Target
	}
	for _, x := range in {
		if x.Anchor == anchor {
			return x.Schema
		}
	}
	return ref.Target
}
