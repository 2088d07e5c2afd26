package schemas

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/lists"
)

// pairUp joins a member that is gone with one that is new and alike to one edit. Likeness helps people to read and proves nothing:
// the verdict is that of both edits.
func (c *comparison) pairUp() {
	for _, gone := range c.n.edits {
		if gone.rule != "member-removed" {
			continue
		}
		for i, came := range c.n.edits {
			if came.rule != "member-added" && came.rule != "required-member-added" {
				continue
			}
			lines := c.alike(gone.member, came.member, gone.subject, came.subject)
			if lines == nil {
				continue
			}
			gone.rule, gone.with, gone.alike = "member-replaced", came, lines
			gone.sentence = "removed; " + came.subject + ", which is alike, was added"
			gone.new, gone.facts.New = came.new, came.subject
			c.n.edits = slices.Delete(c.n.edits, i, i+1)
			c.pairUp() // the list is another one now
			return
		}
	}
}

// alike says in lines what two members have in common, nil if it is less than half.
func (c *comparison) alike(old, new *api.Schema, oldName, newName string) []string {
	x, y := shapeOf(old), shapeOf(new)
	left, right := x.names(), y.names()
	if len(left)+len(right) == 0 {
		if c.solver.Same(old, new) && commonWord(oldName, newName) && !c.isAnything(old) {
			return []string{"same: " + Summary(new, true)}
		}
		return nil
	}
	if 2*lists.Shared(left, right) < max(len(left), len(right)) {
		return nil
	}
	return c.likeness(x, y, left, right)
}

// likeness sorts the members of two objects into lines.
func (c *comparison) likeness(x, y *shape, left, right []string) []string {
	var same, gone, lines, came []string
	oldAt, newAt := c.lookup(x, new([]known)), c.lookup(y, new([]known))
	moved := map[string][]string{}
	var order []string
	for _, name := range left {
		if !slices.Contains(right, name) {
			gone = append(gone, name)
			continue
		}
		a, b := oldAt(name), newAt(name)
		text := ""
		switch {
		case !c.solver.Same(a.schema, b.schema):
			from, to := c.memberWords(a.own), c.memberWords(b.own)
			if text = from + " → " + to; from == to {
				text = "other values"
			}
		case a.required != b.required:
			text = optionalWord(a.required) + " → " + optionalWord(b.required)
		default:
			same = append(same, name)
			continue
		}
		if moved[text] == nil {
			order = append(order, text)
		}
		moved[text] = append(moved[text], name)
	}
	for _, name := range right {
		if !slices.Contains(left, name) {
			came = append(came, name+" ("+Summary(newAt(name).own, true)+")")
		}
	}
	add := func(label string, names []string) {
		if names != nil {
			lines = append(lines, label+": "+strings.Join(names, ", "))
		}
	}
	add("same", same)
	for _, text := range order {
		add(text, moved[text])
	}
	add("gone", gone)
	add("new", came)
	return lines
}

// memberWords says what a member may be: any string, or its values.
func (c *comparison) memberWords(s *api.Schema) string {
	sh := shapeOf(s)
	if list, ok := sh.values(); ok {
		return lists.ValueWords(list, true)
	}
	if text := Summary(s, true); strings.Contains(text, ",") || len(sh.names()) > 0 {
		return text
	}
	return "any " + strings.TrimPrefix(Summary(s, true), "any ")
}

// commonWord reports whether two names share a word.
func commonWord(a, b string) bool {
	split := func(r rune) bool { return r == '_' || r == '-' || r == '.' }
	in := strings.FieldsFunc(strings.ToLower(a), split)
	for _, word := range strings.FieldsFunc(strings.ToLower(b), split) {
		if len(word) > 1 && slices.Contains(in, word) {
			return true
		}
	}
	return false
}
