package schemas

import (
	"slices"
	"sort"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/sets"
)

// A merged change is one edit of the documents, which several nodes have.
type mergedEdit struct{ edits []*edit }

// rank is that of the first operation that an edit reaches.
func (w *walker) rank(m *mergedEdit) int {
	first := -1
	for _, e := range m.edits {
		for _, g := range w.leading(e.at) {
			if rank := g.roots[0].Rank; first < 0 || rank < first {
				first = rank
			}
		}
	}
	return first
}

// found merges the edits of all nodes, and judges each.
func (w *walker) found() Found {
	var f Found
	byKey := map[string]*mergedEdit{}
	var order []string
	explained, told := map[*group]bool{}, map[*group]bool{}
	w.inOrder(func(n *node) {
		for _, e := range n.edits {
			key := e.key()
			if byKey[key] == nil {
				byKey[key] = &mergedEdit{}
				order = append(order, key)
			}
			byKey[key].edits = append(byKey[key].edits, e)
		}
	})
	for _, key := range order {
		c, loud, explains := w.change(byKey[key], w.leading)
		for _, g := range explains {
			explained[g] = true
		}
		ranked := Ranked{Change: c, Rank: w.rank(byKey[key])}
		if loud {
			f.Changes = append(f.Changes, ranked)
			for _, e := range byKey[key].edits {
				for _, g := range w.leading(e.at) {
					told[g] = true
				}
			}
		} else if len(c.Wire) == 0 && !byKey[key].edits[0].quiet() {
			f.Unused = append(f.Unused, ranked)
		} else {
			f.Quiet = append(f.Quiet, ranked)
		}
	}
	for _, g := range w.groups {
		switch {
		case explained[g], g.dir == "":
		case w.breaks(g).answer.Status != sets.Empty, !told[g] && w.differs(g).answer.Status != sets.Empty:
			w.unexplained(g, &f)
		}
	}
	return f
}

func (e *edit) key() string {
	return e.rule + "\n" + e.subject + "\n" + e.old.Pos.String() + "\n" + e.new.Pos.String()
}

// change judges one edit in both directions. It returns the groups whose difference it explains.
func (w *walker) change(m *mergedEdit, leading func(*node) []*group) (c change.Change, loud bool, explains []*group) {
	first := m.edits[0]
	c = change.Change{
		Rule: first.rule, Sentence: first.sentence, Old: first.old, New: first.new, Facts: first.facts, Alike: first.alike,
		Subject: first.subject,
	}
	c.Facts.Open = first.open && !w.settings.Strict
	for _, dir := range []change.Direction{change.Request, change.Response} {
		worst := verdict{verdict: change.Equal}
		any := false
		ranks := map[string]int{}
		for _, e := range m.edits {
			groups := inDirection(leading(e.at), dir)
			if len(groups) == 0 {
				continue
			}
			any = true
			v := w.judge(e, dir, groups)
			for _, g := range groups {
				for _, r := range g.roots {
					ranks[r.Operation] = r.Rank
				}
			}
			if v.verdict == change.Breaking || v.verdict == change.Unknown {
				explains = append(explains, groups...)
			}
			if worse(v.verdict, worst.verdict) || worst.why == "" && v.verdict == worst.verdict {
				worst = v
			}
		}
		if !any {
			continue
		}
		c.Wire = append(c.Wire, change.Effect{Direction: dir, Verdict: worst.verdict, Operations: byRank(ranks)})
		loud = loud || worst.verdict != change.Equal
		if worst.witness != nil && c.Witness == nil {
			c.Witness = worst.witness
		}
		if worst.why != "" && (c.Advice.Why == "" || worst.verdict == change.Unknown) {
			c.Advice.Why = worst.why
		}
	}
	if !loud {
		c.Advice.Why = ""
	}
	if c.Rule == "enum-widened" && len(c.Wire) == 1 && c.Wire[0].Direction == change.Response {
		c.Sentence = strings.Replace(c.Sentence, "new (", "new in responses (", 1)
	}
	return c, loud, explains
}

func inDirection(groups []*group, dir change.Direction) (list []*group) {
	for _, g := range groups {
		if g.dir == dir {
			list = append(list, g)
		}
	}
	return list
}

func byRank(ranks map[string]int) []string {
	var names []string
	for name := range ranks {
		names = append(names, name)
	}
	sort.Slice(names, func(i, j int) bool {
		if ranks[names[i]] != ranks[names[j]] {
			return ranks[names[i]] < ranks[names[j]]
		}
		return names[i] < names[j]
	})
	return names
}

// worse reports whether a verdict is worse than another.
func worse(a, b change.Verdict) bool {
	order := []change.Verdict{change.Equal, change.Compatible, change.Unknown, change.Breaking}
	return slices.Index(order, a) > slices.Index(order, b)
}

// unexplained adds a change for a body that breaks, or that differs, although none of its edits does so by itself.
func (w *walker) unexplained(g *group, f *Found) {
	e := &edit{rule: "schema-changed", at: g.root, narrow: nothing(), widen: nothing(), sentence: "other values are allowed"}
	e.old.Pos, e.new.Pos = g.root.old.Pos, g.root.new.Pos
	e.old.Present, e.new.Present = true, true
	e.narrow, e.widen = w.breaks(g), w.differs(g)
	if g.dir == change.Response {
		e.narrow, e.widen = e.widen, e.narrow
	}
	c, _, _ := w.change(&mergedEdit{edits: []*edit{e}}, func(*node) []*group { return []*group{g} })
	if c.Facts.Name == "" {
		c.Facts.Name = g.roots[0].Subject
	}
	f.Changes = append(f.Changes, Ranked{Change: c, Rank: g.roots[0].Rank})
}
