package overlay

import (
	"go/token"
	"net/url"
	"strings"
	"unicode"

	"github.com/theory/jsonpath"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// A Done is what an action has changed.
type Done struct {
	Overlay *Overlay
	Action  *Action
	Places  []*diag.Path // in the document that results; of what is removed, where it was
}

// Removes is what [Done.What] says of an action that removes.
const Removes = "removes"

// What says in a word what the action does.
func (d Done) What() string {
	switch {
	case d.Action.remove:
		return Removes
	case d.Action.copied != nil:
		return "copies to"
	}
	return "updates"
}

// Room is what trees may hold.
type Room struct {
	Take  func(values int) bool // takes room for more values; false: there is none
	Times int                   // multiplies limits; 0 is 1
}

// Apply applies overlays to the tree of a document, one after the other, and returns what they have changed. What is wrong is in findings.
// The nodes of the tree stay as they are: d gets a new root.
func Apply(d *source.Document, overlays []*Overlay, room Room, findings *diag.List) (list []Done) {
	e := &editor{document: d, findings: findings, room: room, mirror: mirror{}}
	for _, o := range overlays {
		e.checkExtends(o)
		e.shift = d.File.Join(o.File)
		for _, a := range o.Actions {
			done := Done{Overlay: o, Action: a, Places: e.apply(a)}
			if e.stopped {
				return list
			}
			list = append(list, done)
		}
	}
	return list
}

// An editor applies actions to a tree.
type editor struct {
	document *source.Document
	findings *diag.List
	room     Room
	mirror   mirror
	shift    uint32 // added to the lines of the overlay
	action   *Action
	places   []*diag.Path
	stopped  bool // the tree would be too large; a finding says so
}

// checkExtends warns if an overlay names a file that is not the document. A document from a network has another name here.
func (e *editor) checkExtends(o *Overlay) {
	if o.extends == nil {
		return
	}
	uri, err := url.Parse(o.extends.Text)
	base, baseErr := url.Parse(o.File.URI)
	if err != nil || baseErr != nil || uri.IsAbs() || o.File.URI == "" || e.document.File.URI == "" {
		return
	}
	meant := base.ResolveReference(uri)
	meant.Fragment = ""
	if meant.String() == e.document.File.URI {
		return
	}
	pos := diag.Pos{File: o.File, Path: (*diag.Path)(nil).Child("extends"), Line: o.extends.Line, Column: o.extends.Column}
	e.findings.Warn(pos, diag.RuleOverlay, "the overlay extends %q, and it is applied to %s", o.extends.Text, e.document.File.Name)
}

// apply applies one action and returns the places that it has changed.
func (e *editor) apply(a *Action) []*diag.Path {
	e.action, e.places = a, nil
	targets := e.find(a.target, a.TargetText, a.targetPos)
	if targets == nil {
		return nil
	}
	change := e.merged(a.update)
	switch {
	case a.remove && targets.here:
		e.findings.Error(a.targetPos, diag.RuleOverlay, "the document itself cannot be removed")
		return nil
	case a.remove:
		change = nil
	case a.copied != nil:
		from := e.copied()
		if from == nil {
			return nil
		}
		change = e.merged(from)
	case a.update == nil:
		return nil
	}
	if root := e.rewrite(e.document.Root, targets, stand{}, change); root != nil && !e.stopped {
		e.document.Root = root
	}
	return e.places
}

// find returns what a query selects, nil if that is nothing.
func (e *editor) find(query *jsonpath.Path, text string, pos diag.Pos) *selection {
	if tooMuch(query, e.document.Root, e.room.Times) {
		e.findings.Error(pos, diag.RuleTooLarge, "the query takes too long in a document of this size").Hint = "use fewer \"..\", and no \"$\" in filters"
		return nil
	}
	found := e.selected(query)
	if found.count == 0 {
		f := e.findings.Warn(pos, diag.RuleOverlay, "%q selects nothing in the document", text)
		f.Hint = e.nearest(query)
		return nil
	}
	return found
}

// nearest tells how far a query of names leads that selects nothing.
func (e *editor) nearest(query *jsonpath.Path) string {
	n, way := e.document.Root, "$"
	for _, segment := range query.Query().Segments() {
		name, ok := nameOf(segment)
		if !ok {
			return ""
		}
		next := n.Get(name)
		if next == nil {
			var names []string
			for _, m := range n.Members {
				names = append(names, m.Name)
			}
			if like := diag.Closest(name, names); like != "" {
				return "did you mean " + way + step(like) + "?"
			}
			return "there is no \"" + name + "\" in " + way
		}
		n, way = next, way+step(name)
	}
	return ""
}

// step writes the name of a member in a query.
func step(name string) string {
	if token.IsIdentifier(name) && !strings.ContainsFunc(name, func(r rune) bool { return r > unicode.MaxASCII }) {
		return "." + name
	}
	return "['" + strings.NewReplacer(`\`, `\\`, "'", `\'`).Replace(name) + "']"
}

// copied returns the value that the action copies.
func (e *editor) copied() *source.Node {
	a := e.action
	found := e.find(a.copied, a.copyText, a.copyPos)
	if found == nil {
		return nil
	}
	if found.count > 1 {
		e.findings.Error(a.copyPos, diag.RuleOverlay, "\"copy\" must select one value, and %q selects %d", a.copyText, found.count)
		return nil
	}
	n := e.document.Root
	for !found.here {
		for token, next := range found.below {
			found = next
			n = child(n, token)
		}
	}
	return n
}
