package overlay

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/theory/jsonpath"
	"github.com/theory/jsonpath/spec"

	"github.com/oas2go/oas2go/generator/internal/source"
)

// A selection is a set of places of a tree: a tree of tokens, so that all places of an action are changed in one pass. Order and
// repetitions of a result of JSONPath do not matter.
type selection struct {
	here  bool
	below map[string]*selection
	count int // of places, at the top
}

func (s *selection) add(path spec.NormalizedPath) {
	at := s
	for _, step := range path {
		token := ""
		switch step := step.(type) {
		case spec.Name:
			token = string(step)
		case spec.Index:
			token = strconv.Itoa(int(step))
		}
		if at.below == nil {
			at.below = map[string]*selection{}
		}
		next := at.below[token]
		if next == nil {
			next = &selection{}
			at.below[token] = next
		}
		at = next
	}
	if !at.here {
		at.here = true
		s.count++
	}
}

// A mirror gives the values of a tree in the form that queries work on. Trees are changed by copying what differs, so a node that it knows
// has the value that it had.
type mirror map[*source.Node]any

func (m mirror) of(n *source.Node) any {
	switch n.Kind {
	case source.Null:
		return nil
	case source.Bool:
		return n.Text == "true"
	case source.Number:
		return json.Number(n.Text)
	case source.String:
		return n.Text
	}
	if v, ok := m[n]; ok {
		return v
	}
	var value any
	if n.Kind == source.Array {
		items := make([]any, len(n.Items))
		for i, item := range n.Items {
			items[i] = m.of(item)
		}
		value = items
	} else {
		members := make(map[string]any, len(n.Members))
		for i := range n.Members {
			members[n.Members[i].Name] = m.of(n.Members[i].Value)
		}
		value = members
	}
	m[n] = value
	return value
}

// mostSteps is how much work a query may be, about: a hundred million steps take some seconds.
const mostSteps = 200_000_000

// tooMuch reports whether a query may take more steps than mostSteps in a tree: each ".." looks at all that is below what the one before it
// found, and each "$" in a filter begins at the top for each value.
func tooMuch(query *jsonpath.Path, root *source.Node, times int) bool {
	text := query.String()
	values, levels := measure(root)
	steps, most := float64(values), mostSteps*float64(max(1, times))
	steps *= 1 + float64(strings.Count(text, ","))
	for range max(0, strings.Count(text, "..")-1) {
		steps *= float64(levels)
	}
	for range strings.Count(text, "$") - 1 {
		if steps *= float64(values); !strings.Contains(text, "..") && !strings.Contains(text, "*") {
			steps /= float64(values) // a path from the top is short
		}
	}
	return steps > most
}

// measure returns how many values a tree has, and how many levels on the average.
func measure(root *source.Node) (values int, levels int) {
	total := 0
	var visit func(n *source.Node, depth int)
	visit = func(n *source.Node, depth int) {
		values++
		total += depth
		for i := range n.Members {
			visit(n.Members[i].Value, depth+1)
		}
		for _, item := range n.Items {
			visit(item, depth+1)
		}
	}
	visit(root, 1)
	return values, total/values + 1
}

func (e *editor) selected(query *jsonpath.Path) *selection {
	found := &selection{}
	for _, at := range query.SelectLocated(e.mirror.of(e.document.Root)) {
		found.add(at.Path)
	}
	return found
}
