package diff

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/effective"
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
	var later []surface.Difference // support code, which comes from no one place
	for _, d := range surface.Compare(c.old.Package, c.new.Package, pairs...) {
		at := h.find(d)
		switch {
		case d.Rare:
			continue
		case at < 0 && d.Old.File == nil && d.New.File == nil:
			later = append(later, d)
			continue
		case at < 0 && !d.Breaks:
			continue // what is new and hangs on nothing that is told
		case at < 0:
			at = h.addGo(d)
			h.learn(at)
		}
		c.hang(at, d)
	}
	for _, d := range later {
		if at := slices.IndexFunc(c.changes, func(x ranked) bool { return x.Go.StopsCompiling }); at >= 0 {
			c.hang(at, d)
		} else if d.Breaks {
			c.hang(h.addGo(d), d)
		}
	}
}

// hang tells of a difference at a change.
func (c *comparison) hang(at int, d surface.Difference) {
	x := &c.changes[at]
	x.quiet = false
	x.Go.Names = append(x.Go.Names, d.Name)
	x.Go.StopsCompiling = x.Go.StopsCompiling || d.Breaks
}

// addGo adds a change for a difference of Go code that no change of messages makes: at the schema or the operation that it comes from.
func (h *hooks) addGo(d surface.Difference) int {
	old, new := h.anchor("old ", d.Old), h.anchor("new ", d.New)
	for _, m := range h.words.Pairs {
		switch {
		case new.File == nil && old.File != nil && m.Old.Pos.Address() == old.Address():
			new = m.New.Pos
		case old.File == nil && new.File != nil && m.New.Pos.Address() == new.Address():
			old = m.Old.Pos
		}
	}
	x := change.Change{Rule: "go-changed", Sentence: "other Go code", Facts: change.Facts{Name: d.Name.Name}}
	x.Old, x.New = present(old, h.holderOf(d.New, false)), present(new, h.holderOf(d.Old, true))
	rank := len(h.rank)
	if name := h.operationAt(d.Old, d.New); name != "" {
		x.Subject, x.Pointer, rank = name, h.operations.NewPointers.Of(x.New.Pos), h.rank[name]
	}
	if ofServers(old) || ofServers(new) {
		x.Subject, x.Pointer = "servers", "/servers"
		x.Old, x.New = change.Side{Pos: effective.Member(h.old.Document.Pos, "servers"), Present: true}, change.Side{Pos: effective.Member(h.new.Document.Pos, "servers"), Present: true}
	}
	if old.File == nil && new.File == nil {
		x.Subject = "package"
		h.changes = append(h.changes, ranked{Change: x, rank: rank})
	} else {
		h.add(x, rank, false)
	}
	return len(h.changes) - 1
}

// holderOf is what would hold on one side what the other side has: the schema around it, or the document.
func (h *hooks) holderOf(pos diag.Pos, isOld bool) diag.Pos {
	document := h.old.Document.Pos
	if isOld {
		document = h.new.Document.Pos
	}
	if pos.File == nil {
		return document
	}
	around := map[string]diag.Pos{}
	for _, m := range h.words.Pairs {
		if from, to := m.Old.Pos, m.New.Pos; isOld {
			around[from.Address()] = to
		} else {
			around[to.Address()] = from
		}
	}
	for at := pos; at.Path != nil; at.Path = at.Path.Parent {
		if to, ok := around[at.Address()]; ok {
			return to
		}
	}
	return document
}

// ofServers reports whether a position is in the servers of a document.
func ofServers(pos diag.Pos) bool {
	return pos.File != nil && (pos.Path.Pointer() == "/servers" || strings.HasPrefix(pos.Path.Pointer(), "/servers/"))
}

// present is the side of something that is there, or of the document.
func present(pos, document diag.Pos) change.Side {
	if pos.File == nil {
		return change.Side{Pos: document}
	}
	return change.Side{Pos: pos, Present: true}
}
