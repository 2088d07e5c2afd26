package annotations

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/lists"
	"github.com/oas2go/oas2go/generator/internal/diff/schemas"
	"github.com/oas2go/oas2go/generator/internal/diff/sets"
)

// discriminator compares how two unions name their alternatives, where the same values are allowed: else it is told as a constraint. Nothing
// is proved; where each alternative demands its own tag by a constant, the constants tell what changed.
func (w *walker) discriminator(p pair) {
	from, to := discriminatorOf(p.old), discriminatorOf(p.new)
	if from == nil || to == nil || !w.allowSame(p) {
		return
	}
	sentence := ""
	var why string
	switch {
	case from.PropertyName != to.PropertyName:
		sentence = "discriminator " + from.PropertyName + " → " + to.PropertyName
		if !pinned(p.old, from) || !pinned(p.new, to) {
			why = hintWhy
		}
	case !pinned(p.old, from) || !pinned(p.new, to):
		old, new := tagsOf(p.old, from), tagsOf(p.new, to)
		gone, came := missing(old, new), missing(new, old)
		if len(gone) > 0 {
			sentence, why = "discriminator "+to.PropertyName+": "+lists.Enumerate(gone)+" → "+lists.Enumerate(orNones(came)), hintWhy
		}
	}
	if sentence == "" {
		return
	}
	c := w.add(p, "discriminator-changed", api.KwDiscriminator, sentence)
	c.Facts = change.Facts{Name: to.PropertyName, Old: from.PropertyName, New: to.PropertyName}
	c.Advice.Why = why
}

// allowSame reports whether what the alternatives of two unions allow is proved to be the same.
func (w *walker) allowSame(p pair) bool {
	old, new := onlyUnion(p.old), onlyUnion(p.new)
	if w.solver.Same(old, new) {
		return true
	}
	for _, lits := range [][]sets.Lit{{{Schema: old}, {Schema: new, Not: true}}, {{Schema: new}, {Schema: old, Not: true}}} {
		if w.solver.Find(lits...).Status != sets.Empty {
			return false
		}
	}
	return true
}

// onlyUnion is a schema that has only the alternatives of another one.
func onlyUnion(s *api.Schema) *api.Schema {
	only := &api.Schema{Pos: s.Pos, Synth: true, OpenAPI: s.OpenAPI}
	if s.Compose != nil {
		only.Compose = &api.Composition{AnyOf: s.Compose.AnyOf, OneOf: s.Compose.OneOf}
	}
	return only
}

const hintWhy = "The schemas allow the same values. Who goes by the discriminator takes them for other alternatives, which no schema shows."

func discriminatorOf(s *api.Schema) *api.Discriminator {
	if s.OpenAPI == nil {
		return nil
	}
	return s.OpenAPI.Discriminator
}

func alternativesOf(s *api.Schema) []*api.Schema {
	if s.Compose == nil {
		return nil
	}
	return slices.Concat(s.Compose.OneOf, s.Compose.AnyOf)
}

// pinned reports whether each alternative demands a constant as its tag.
func pinned(s *api.Schema, d *api.Discriminator) bool {
	list := alternativesOf(s)
	for _, alternative := range list {
		if !schemas.Lists(alternative, d.PropertyName) {
			return false
		}
	}
	return len(list) > 0
}

// tagsOf returns tag and alternative of each entry of a mapping, those that the names of components imply, too: dog is Dog.
func tagsOf(s *api.Schema, d *api.Discriminator) (list []string) {
	mapped := map[*api.Schema]bool{}
	for _, m := range d.Mapping {
		mapped[m.Target] = true
		list = append(list, m.Value+" is "+lastWord(m.Text))
	}
	for _, alternative := range alternativesOf(s) {
		if name := nameOf(alternative); name != "" && !mapped[alternative.Ref.Target] {
			list = append(list, name+" is "+name)
		}
	}
	return list
}

func nameOf(alternative *api.Schema) string {
	if alternative.Ref == nil {
		return ""
	}
	return lastWord(alternative.Ref.Text)
}

func lastWord(reference string) string { return reference[strings.LastIndexAny(reference, "/#")+1:] }

// missing returns the entries that another list does not have.
func missing(list, other []string) (left []string) {
	for _, entry := range list {
		if !slices.Contains(other, entry) {
			left = append(left, entry)
		}
	}
	return left
}

func orNones(list []string) []string {
	if list == nil {
		return []string{"none"}
	}
	return list
}
