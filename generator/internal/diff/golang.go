package diff

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/rules"
	"github.com/oas2go/oas2go/generator/internal/diff/surface"
)

// compareGo compares the Go packages, and hangs each difference on the change of the document that makes it.
func (c *comparison) compareGo() {
	if c.old.Package == nil || c.new.Package == nil {
		return
	}
	var pairs []surface.Pair
	for _, m := range c.words.Renamed {
		pairs = append(pairs, surface.Pair{Old: m.Old.Pos, New: m.New.Pos})
	}
	h := c.newHooks()
	for _, d := range surface.Compare(c.old.Package, c.new.Package, pairs...) {
		if d.Rare {
			continue
		}
		at := h.find(d)
		if at < 0 {
			if !d.Breaks {
				continue // what is new and hangs on nothing that is told
			}
			at = c.addGo(d)
			h.learn(at)
		}
		x := &c.changes[at]
		x.quiet = false
		x.Go.Names = append(x.Go.Names, d.Name)
		x.Go.StopsCompiling = x.Go.StopsCompiling || d.Breaks
	}
}

// addGo adds a change for a difference of Go code that no change of messages makes.
func (c *comparison) addGo(d surface.Difference) int {
	x := change.Change{Rule: "go-changed", Sentence: "the Go code is another one", Facts: change.Facts{Name: d.Name.Name}}
	x.Old, x.New = change.Side{Pos: d.Old, Present: d.Old.File != nil}, change.Side{Pos: d.New, Present: d.New.File != nil}
	if d.Old.File == nil {
		x.Old.Pos = c.old.Document.Pos
	}
	if d.New.File == nil {
		x.New.Pos = c.new.Document.Pos
	}
	c.add(x, len(c.rank), false)
	return len(c.changes) - 1
}

// hooks find the change that a difference of Go code hangs on.
type hooks struct {
	*comparison
	at      map[string][]int // changes, by the addresses of the places that they are about, old and new
	schemas map[string]*api.Schema
}

func (c *comparison) newHooks() *hooks {
	h := &hooks{comparison: c, at: map[string][]int{}, schemas: map[string]*api.Schema{}}
	for prefix, s := range map[string]*side{"old ": c.old, "new ": c.new} {
		for _, schema := range s.Document.Schemas {
			h.schemas[prefix+schema.Pos.Address()] = schema
		}
	}
	for i := range c.changes {
		h.learn(i)
	}
	return h
}

// learn notes the places that a change is about.
func (h *hooks) learn(i int) {
	x := h.changes[i]
	if rules.IsDocs(x.Rule) {
		return
	}
	for prefix, side := range map[string]change.Side{"old ": x.Old, "new ": x.New} {
		if side.Pos.File == nil {
			continue
		}
		places := placesOf(x.Rule, x.Facts.Name, side)
		if x.Rule == "discriminator-changed" {
			places = append(places, h.tagMembers(prefix, side, x.Facts)...)
		}
		for _, place := range places {
			h.at[prefix+place] = append(h.at[prefix+place], i)
		}
	}
}

// placesOf returns the addresses that the Go code of a place may come from: the schema that has a keyword, the member that required
// names, or what stands there itself.
func placesOf(rule, member string, side change.Side) []string {
	pos := side.Pos
	list := []string{pos.Address()}
	if pos.Path == nil {
		return list
	}
	parent := pos
	parent.Path = pos.Path.Parent
	switch {
	case strings.HasPrefix(rule, "member-") || rule == "required-member-added":
		if pos.Path.Token == "required" {
			at := pos
			at.Path = pos.Path.Parent.Child("properties").Child(member)
			list = []string{at.Address()}
		}
	case isKeyword(pos.Path), rule == "parameter-renamed":
		list = append(list, parent.Address())
		if at := parent; at.Path != nil && at.Path.Token == "schema" { // of a parameter, which has the field
			at.Path = at.Path.Parent
			list = append(list, at.Address())
		}
	}
	return list
}

// isKeyword reports whether the end of a path is a keyword, not the name of a member or a component.
func isKeyword(p *diag.Path) bool {
	if p.Parent == nil {
		return false
	}
	switch p.Parent.Token {
	case "properties", "schemas", "parameters", "responses", "requestBodies", "headers", "patternProperties":
		return false
	}
	return api.KeywordOf(p.Token) != api.KwUnknown || strings.HasPrefix(p.Token, "x-") || p.Token == "operationId" || p.Token == "required"
}

// find returns the index of the change that a difference hangs on, -1 for none.
func (h *hooks) find(d surface.Difference) int {
	for _, p := range append(slices.Clone(d.Through), surface.Place{Old: d.Old, New: d.New}) {
		if at := h.near("old ", p.Old); at >= 0 {
			return at
		}
		if at := h.near("new ", p.New); at >= 0 {
			return at
		}
	}
	return -1
}

// near looks for a change at a position: there, in the schemas that apply to the same value or its items, then above it.
func (h *hooks) near(prefix string, pos diag.Pos) int {
	if pos.File == nil {
		return -1
	}
	if list := h.at[prefix+pos.Address()]; list != nil {
		return list[0]
	}
	if s := h.schemas[prefix+pos.Address()]; s != nil {
		if at := h.inside(prefix, s); at >= 0 {
			return at
		}
	}
	for at := pos; at.Path != nil; {
		at.Path = at.Path.Parent
		if list := h.at[prefix+at.Address()]; list != nil {
			return list[0]
		}
	}
	return -1
}

// maxNear is how many schemas are looked at for a change.
const maxNear = 50

// inside looks into references, parts, alternatives and items of a schema, the nearest first.
func (h *hooks) inside(prefix string, s *api.Schema) int {
	queue, seen := []*api.Schema{s}, map[*api.Schema]bool{s: true}
	for len(queue) > 0 && len(seen) < maxNear {
		at := queue[0]
		queue = queue[1:]
		if list := h.at[prefix+at.Pos.Address()]; list != nil {
			return list[0]
		}
		next := func(child *api.Schema) {
			if child != nil && !seen[child] {
				seen[child] = true
				queue = append(queue, child)
			}
		}
		if at.Ref != nil {
			next(at.Ref.Target)
		}
		for c := range at.Children() {
			switch c.Keyword {
			case api.KwAllOf, api.KwAnyOf, api.KwOneOf, api.KwItems, api.KwPrefixItems, api.KwAdditionalProperties:
				next(c.Schema)
			}
		}
	}
	return -1
}
