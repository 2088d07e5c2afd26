package hierarchy

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// roleOf returns how a child of a schema stands there.
func (h *Hierarchy) roleOf(p place, c api.Child) role {
	switch c.Keyword {
	case api.KwAllOf:
		if p.as == value && h.wraps(p.schema) {
			return value
		}
		return part
	case api.KwAnyOf, api.KwOneOf:
		if p.as == value && chooses(p.schema) && !h.besideHeir(p.schema, c.Schema) {
			return value
		}
		return part
	case api.KwNot, api.KwIf, api.KwThen, api.KwElse, api.KwDependentSchemas:
		return part
	}
	return value
}

// targetRole returns how the target of a reference stands where the reference does.
func targetRole(p place) role {
	if isBare(p.schema) {
		return p.as
	}
	return part
}

// next yields the places to which a place leads.
func (h *Hierarchy) next(p place) func(yield func(place) bool) {
	return func(yield func(place) bool) {
		for c := range p.schema.Children() {
			if !yield(place{c.Schema, h.roleOf(p, c)}) {
				return
			}
		}
		for _, ref := range []*api.Ref{p.schema.Ref, analysis.DynamicRef(p.schema)} {
			if ref != nil && ref.Target != nil && !yield(place{ref.Target, targetRole(p)}) {
				return
			}
		}
	}
}

// wraps reports whether s only adds annotations to the one part of its allOf. A component that does is an heir.
func (h *Hierarchy) wraps(s *api.Schema) bool {
	_, named := h.named[s]
	return !named && onlyPart(s) != nil
}

// onlyPart returns the part of an allOf that alone says something, nil if there is no such part.
func onlyPart(s *api.Schema) (only *api.Schema) {
	if s.Form != api.FormObject || analysis.Asserted(s).Minus(analysis.KeywordsOf(api.KwType)) != analysis.KeywordsOf(api.KwAllOf) {
		return nil
	}
	for _, p := range s.Compose.AllOf {
		switch {
		case p.Form == api.FormTrue || p.Form == api.FormObject && analysis.Asserted(p).Minus(analysis.KeywordsOf(api.KwType)) == (analysis.Keywords{}):
		case only != nil:
			return nil
		default:
			only = p
		}
	}
	return only
}

// chooses reports whether s is nothing but a choice.
func chooses(s *api.Schema) bool {
	switch analysis.Asserted(s).Minus(analysis.KeywordsOf(api.KwType)) {
	case analysis.KeywordsOf(api.KwOneOf), analysis.KeywordsOf(api.KwAnyOf):
		return true
	}
	return false
}

// besideHeir reports whether an alternative is a base of which heirs are alternatives too: then it means itself alone.
func (h *Hierarchy) besideHeir(s, alternative *api.Schema) bool {
	b := h.bases[resolve(alternative)]
	return b != nil && slices.ContainsFunc(slices.Concat(s.Compose.OneOf, s.Compose.AnyOf), func(other *api.Schema) bool {
		return slices.Contains(b.heirs, resolve(other))
	})
}

// reach notes the bases that are the type of a value in what is to be generated.
func (h *Hierarchy) reach() {
	seen := map[place]bool{}
	var visit func(p place)
	visit = func(p place) {
		if p.schema == nil || seen[p] {
			return
		}
		seen[p] = true
		if b := h.bases[p.schema]; b != nil {
			h.values[p.schema] = h.values[p.schema] || p.as == value
			for _, s := range b.heirs {
				visit(place{s, part})
			}
		}
		for next := range h.next(p) {
			visit(next)
		}
	}
	for _, s := range h.in.Roots {
		visit(place{s, value})
	}
	if !h.in.Pruned {
		for _, n := range h.in.Named {
			visit(place{n.Value, part})
		}
	}
}

// findChanges notes the places whose form is no longer the schema itself: those of bases and heirs, and all that lead there.
func (h *Hierarchy) findChanges() {
	comesFrom := map[place][]place{}
	var mark func(p place)
	mark = func(p place) {
		if h.changed[p] {
			return
		}
		h.changed[p] = true
		for _, from := range comesFrom[p] {
			mark(from)
		}
	}
	for _, s := range h.in.Schemas {
		for _, p := range []place{{s, value}, {s, part}} {
			for next := range h.next(p) {
				comesFrom[next] = append(comesFrom[next], p)
			}
		}
	}
	for _, s := range h.in.Schemas {
		if h.values[s] || h.opened[s] {
			mark(place{s, value})
			mark(place{s, part})
		}
		if h.heirs[s] != nil && h.heirs[s].adjusted {
			mark(place{s, value})
		}
	}
}

// findTwofold notes the schemas that are something else as a value than as a part: bases, heirs, and what only names them or chooses
// from them. All others have one form.
func (h *Hierarchy) findTwofold() {
	comesFrom := map[*api.Schema][]*api.Schema{}
	var mark func(s *api.Schema)
	mark = func(s *api.Schema) {
		if h.twofold[s] {
			return
		}
		h.twofold[s] = true
		for _, from := range comesFrom[s] {
			mark(from)
		}
	}
	for _, s := range h.in.Schemas {
		for next := range h.next(place{s, value}) {
			if next.as == value && (isBare(s) || h.wraps(s) || chooses(s)) {
				comesFrom[next.schema] = append(comesFrom[next.schema], s)
			}
		}
	}
	for _, s := range h.in.Schemas {
		if h.values[s] || h.heirs[s] != nil && h.heirs[s].adjusted {
			mark(s)
		}
	}
}
