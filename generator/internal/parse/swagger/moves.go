package swagger

import (
	"strconv"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// moves know what stands elsewhere in the new tree than in the file.
type moves struct {
	origin   map[*source.Node]*diag.Path // of nodes that stand elsewhere now
	wrappers map[*source.Node]bool       // nodes with an origin that are around what stands there
	places   map[string]tree.Place       // where things are now, by their pointer in the file; made for the first reference
}

// from notes that n, a node of the new tree, stands for what the file has at a place. It returns n, or a copy of it: a node that
// YAML aliases put at several places has an origin for each.
func (m *moves) from(at tree.Place, n *source.Node) *source.Node {
	if n == at.Node {
		n = new(*n)
	}
	m.origin[n] = at.Path
	return n
}

// around is from for a node that the file does not have: references to the place lead to something in it.
func (m *moves) around(at tree.Place, n *source.Node) *source.Node {
	m.origin[n], m.wrappers[n] = at.Path, true
	return n
}

// placesOf returns where things are that the rewriting has moved, by their pointers in the file. What stands at several places
// now counts at the first; components count as the first.
func (m *moves) placesOf(root tree.Place) map[string]tree.Place {
	if m.places == nil {
		m.places = map[string]tree.Place{}
		if n := root.Node.Get("components"); n != nil {
			m.notePlaces(root.Child("components", n))
		}
		m.notePlaces(root)
	}
	return m.places
}

// notePlaces notes a place and those below it.
func (m *moves) notePlaces(at tree.Place) {
	if at.Path != nil && at.Path.Origin != nil && !m.wrappers[at.Node] {
		if pointer := at.Path.Origin.Pointer(); m.places[pointer].Node == nil {
			m.places[pointer] = at
		}
		if nothingMoved(at.Path) {
			return
		}
	}
	for _, member := range at.Node.Members {
		if !tree.IsExtension(member.Name) {
			m.notePlaces(at.Child(member.Name, member.Value))
		}
	}
	for i, item := range at.Node.Items {
		m.notePlaces(at.Child(strconv.Itoa(i), item))
	}
}

// nothingMoved reports whether a place that has an origin is one of those without anything below that has another: a schema, which is
// most of a file, or a parameter.
func nothingMoved(path *diag.Path) bool {
	parent := ""
	if path.Parent != nil {
		parent = path.Parent.Token
	}
	return path.Token == "schema" && parent != "requestBodies" || path.Token == "schemas" && parent == "components" || parent == "parameters"
}
