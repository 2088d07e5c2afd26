package diff

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/operations"
	"github.com/oas2go/oas2go/generator/internal/diff/rules"
	"github.com/oas2go/oas2go/generator/internal/diff/surface"
)

// hooks find the change that a difference of Go code hangs on.
type hooks struct {
	*comparison
	at      map[string][]int       // changes, by the addresses of the places that they are about, old and new
	schemas map[string]*api.Schema // by their addresses, nil until asked for
	calls   map[string]string      // operations, by their addresses
}

func (c *comparison) newHooks() *hooks {
	h := &hooks{comparison: c, at: map[string][]int{}, calls: map[string]string{}}
	for _, op := range c.operations.Operations {
		for prefix, own := range map[string]*api.Operation{"old ": op.Old, "new ": op.New} {
			if own != nil {
				h.calls[prefix+own.Pos.Address()] = op.Name
			}
		}
	}
	for i := range c.changes {
		h.learn(i)
	}
	return h
}

// schemaAt returns the schema of a side at an address, nil if there is none.
func (h *hooks) schemaAt(address string) *api.Schema {
	if h.schemas == nil {
		h.schemas = map[string]*api.Schema{}
		for prefix, s := range map[string]*side{"old ": h.old, "new ": h.new} {
			for _, schema := range s.Document.Schemas {
				h.schemas[prefix+schema.Pos.Address()] = schema
			}
		}
	}
	return h.schemas[address]
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
	if p.Parent.Parent != nil && p.Parent.Parent.Token == "parameters" {
		return true // what a parameter has
	}
	return api.KeywordOf(p.Token) != api.KwUnknown || strings.HasPrefix(p.Token, "x-") || p.Token == "operationId" || p.Token == "required"
}

// find returns the index of the change that a difference hangs on, -1 for none.
func (h *hooks) find(d surface.Difference) int {
	if name := h.operationAt(d.Old, d.New); name != "" {
		if at := h.inOperation(name, d); h.suits(at, d) {
			return at
		}
	}
	for _, p := range append(slices.Clone(d.Through), surface.Place{Old: d.Old, New: d.New}) {
		if at := h.near("old ", p.Old); h.suits(at, d) {
			return at
		}
		if at := h.near("new ", p.New); h.suits(at, d) {
			return at
		}
	}
	return -1
}

// suits reports whether a difference can hang on a change. A component that comes or goes is not why something else has another type.
func (h *hooks) suits(at int, d surface.Difference) bool {
	if at < 0 {
		return false
	}
	rule := h.changes[at].Rule
	return d.Kind != change.Changed || rule != "schema-added" && rule != "schema-removed"
}

// operationAt returns the name of the operation that one of two positions is in, "" for none.
func (h *hooks) operationAt(old, new diag.Pos) string {
	if name := h.operationAbove("new ", new); name != "" {
		return name
	}
	return h.operationAbove("old ", old)
}

func (h *hooks) operationAbove(prefix string, pos diag.Pos) string {
	for at := pos; at.File != nil; at.Path = at.Path.Parent {
		if name := h.calls[prefix+at.Address()]; name != "" {
			return name
		}
		if at.Path == nil || h.schemaAt(prefix+at.Address()) != nil {
			break
		}
	}
	return ""
}

// inOperation looks for the change of an operation that makes a difference of its method or its parameters: of the operation itself, of
// what it has, then of the schemas of its bodies. What a method returns hangs on responses first.
func (h *hooks) inOperation(name string, d surface.Difference) int {
	for _, at := range []string{"old " + d.Old.Address(), "new " + d.New.Address()} {
		if list := h.at[at]; list != nil {
			return list[0]
		}
	}
	order := []change.Direction{change.Request}
	if strings.HasPrefix(d.Name.Name, "Client.") || !strings.Contains(d.Name.Name, "Params") {
		order = []change.Direction{change.Response, change.Request}
	}
	for _, dir := range order {
		if at := h.part(name, dir); at >= 0 {
			return at
		}
		for _, p := range h.operations.Places {
			if p.Operation != name || p.Direction != dir || !isAbout(d, p) {
				continue
			}
			if at := h.schemaChange(p.Old, p.New); at >= 0 {
				return at
			}
		}
	}
	return -1
}

// isAbout reports whether a difference of an operation may come from the schema of a place: that of a body, or of the parameter itself.
func isAbout(d surface.Difference, p operations.Place) bool {
	switch p.Kind {
	case operations.Body, operations.Item:
		return true
	}
	return p.Around.NewSide.Pos.Address() == d.New.Address() || p.Around.OldSide.Pos.Address() == d.Old.Address()
}

// part looks for a change of what an operation has, but for its parameters, which are fields of their own.
func (h *hooks) part(name string, dir change.Direction) int {
	return slices.IndexFunc(h.changes, func(x ranked) bool {
		kind, _, _ := strings.Cut(x.Rule, "-")
		fits := kind == "response" || kind == "header"
		if dir == change.Request {
			fits = kind == "body"
		}
		return (fits || kind == "media") && slices.ContainsFunc(x.Wire, func(e change.Effect) bool {
			return e.Direction == dir && slices.Contains(e.Operations, name)
		})
	})
}

// schemaChange looks for a change at a schema or around its values.
func (h *hooks) schemaChange(old, new *api.Schema) int {
	if old != nil {
		if at := h.inside("old ", old); at >= 0 {
			return at
		}
	}
	if new != nil {
		return h.inside("new ", new)
	}
	return -1
}

// anchor is the schema or the operation that a position is in, the zero Pos for none.
func (h *hooks) anchor(prefix string, pos diag.Pos) diag.Pos {
	for at := pos; at.File != nil; at.Path = at.Path.Parent {
		if s := h.schemaAt(prefix + at.Address()); s != nil {
			return s.Pos
		}
		if at.Path == nil || h.calls[prefix+at.Address()] != "" {
			break
		}
	}
	return pos
}

// near looks for a change at a position: there, in the schemas that apply to the same value or its items, then above it.
func (h *hooks) near(prefix string, pos diag.Pos) int {
	if pos.File == nil {
		return -1
	}
	if list := h.at[prefix+pos.Address()]; list != nil {
		return list[0]
	}
	if s := h.schemaAt(prefix + pos.Address()); s != nil {
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
	direct := -1 // a member that is in one direction only, which gives the type a second one
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
			if list := h.at[prefix+c.Schema.Pos.Address()]; list != nil && c.Keyword == api.KwProperties && direct < 0 && h.isDirected(list[0]) {
				direct = list[0]
			}
			switch c.Keyword {
			case api.KwAllOf, api.KwAnyOf, api.KwOneOf, api.KwItems, api.KwPrefixItems, api.KwAdditionalProperties:
				next(c.Schema)
			}
		}
	}
	return direct
}

// isDirected reports whether a change is about a member that is, or was, in one direction only.
func (h *hooks) isDirected(i int) bool {
	x := h.changes[i]
	return x.Rule == "member-read-only" || x.Rule == "member-write-only" || strings.Contains(x.Rule, "member-") && len(x.Wire) == 1
}
