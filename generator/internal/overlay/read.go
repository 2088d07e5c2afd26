package overlay

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/theory/jsonpath"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// An Overlay is a list of changes to a document.
type Overlay struct {
	File    *diag.File
	Actions []*Action
	extends *source.Node // nil if it does not say which document it is for
}

// An Action is one change.
type Action struct {
	Pos        diag.Pos
	TargetText string // the query, as it is written
	target     *jsonpath.Path
	update     *source.Node   // nil if it adds nothing
	copied     *jsonpath.Path // nil if it copies nothing
	remove     bool

	targetPos, copyPos diag.Pos
	copyText           string
	primitives         bool // the target may be a string, a number, a boolean or null
}

// Keys of an overlay. Overlay Specification 1.1.0 section 4.4.
func rootKeys() []string   { return []string{"overlay", "info", "extends", "actions"} }
func infoKeys() []string   { return []string{"title", "version", "description"} }
func actionKeys() []string { return []string{"target", "description", "update", "copy", "remove"} }

// Read returns what an overlay says, nil if it cannot be used. All that is wrong with it goes to findings, as errors.
func Read(d *source.Document, findings *diag.List) *Overlay {
	if d == nil || d.Root == nil {
		return nil // package source has reported it
	}
	before := findings.Count(diag.Error)
	r := &reader{document: d, findings: findings}
	o := r.overlay()
	if findings.Count(diag.Error) > before {
		return nil
	}
	return o
}

// A reader reads one overlay.
type reader struct {
	document *source.Document
	findings *diag.List
	minor    int // of the version
}

func (r *reader) fail(n *source.Node, path *diag.Path, rule diag.Rule, format string, args ...any) *diag.Finding {
	return r.findings.Error(r.document.Pos(n, path), rule, format, args...)
}

func (r *reader) overlay() *Overlay {
	root := r.document.Root
	if root.Kind != source.Object || root.Member("overlay") == nil {
		r.fail(root, nil, diag.RuleOverlay, "the file is no overlay: it has no key \"overlay\"").Hint = "the first line of an overlay is usually \"overlay: 1.1.0\""
		return nil
	}
	o := &Overlay{File: r.document.File}
	r.version(root.Get("overlay"))
	r.members(root, nil, "an overlay", rootKeys(), []string{"overlay", "info", "actions"})
	if info := root.Get("info"); info != nil {
		path := (*diag.Path)(nil).Child("info")
		r.members(info, path, "info", infoKeys(), []string{"title", "version"})
		r.texts(info, path, infoKeys())
	}
	r.texts(root, nil, []string{"extends"})
	o.extends = root.Get("extends")
	list, path := root.Get("actions"), (*diag.Path)(nil).Child("actions")
	switch {
	case list == nil:
	case list.Kind != source.Array || len(list.Items) == 0:
		r.fail(list, path, diag.RuleOverlay, "\"actions\" must be an array with one action at least")
	default:
		for i, item := range list.Items {
			if a := r.action(item, path.Child(strconv.Itoa(i))); a != nil {
				o.Actions = append(o.Actions, a)
			}
		}
	}
	return o
}

// version reads the version, of which the patch number does not matter.
func (r *reader) version(n *source.Node) {
	major, rest, _ := strings.Cut(n.Text, ".")
	minor, _, _ := strings.Cut(rest, ".")
	if n.Kind != source.String && n.Kind != source.Number || major != "1" || minor != "0" && minor != "1" {
		f := r.fail(n, (*diag.Path)(nil).Child("overlay"), diag.RuleVersion, "version %s of the Overlay Specification is not supported", strconv.Quote(n.Text))
		f.Hint = "supported are 1.0.0 and 1.1.0"
	}
	if r.minor = 1; minor == "0" {
		r.minor = 0
	}
}

// members checks which keys an object has.
func (r *reader) members(n *source.Node, path *diag.Path, what string, known, needed []string) bool {
	if n.Kind != source.Object {
		r.fail(n, path, diag.RuleOverlay, "%s must be an object, not %s", what, n.Kind)
		return false
	}
	for _, m := range n.Members {
		if slices.Contains(known, m.Name) || strings.HasPrefix(m.Name, "x-") {
			continue
		}
		f := r.findings.Error(diag.Pos{File: r.document.File, Path: path.Child(m.Name), Line: m.Line, Column: m.Column}, diag.RuleOverlay,
			"unknown key %q of %s", m.Name, what)
		f.Hint = "known are " + strings.Join(known, ", ")
		if like := diag.Closest(m.Name, known); like != "" {
			f.Hint = "did you mean " + strconv.Quote(like) + "?"
		}
	}
	for _, name := range needed {
		if n.Member(name) == nil {
			r.fail(n, path, diag.RuleOverlay, "%s needs %q", what, name)
		}
	}
	return true
}

// texts checks that some members are strings, if they are there.
func (r *reader) texts(n *source.Node, path *diag.Path, names []string) {
	for _, name := range names {
		if v := n.Get(name); v != nil && v.Kind != source.String {
			f := r.fail(v, path.Child(name), diag.RuleOverlay, "%q must be a string, not %s", name, v.Kind)
			if v.Kind == source.Number {
				f.Hint = "put it in quotes"
			}
		}
	}
}

// action reads an Action Object. Overlay Specification 1.1.0 section 4.4.3.
func (r *reader) action(n *source.Node, path *diag.Path) *Action {
	if !r.members(n, path, "an action", actionKeys(), []string{"target"}) {
		return nil
	}
	r.texts(n, path, []string{"description"})
	a := &Action{Pos: r.document.Pos(n, path), update: n.Get("update"), primitives: r.minor > 0}
	a.target, a.TargetText, a.targetPos = r.query(n, path, "target")
	a.copied, a.copyText, a.copyPos = r.query(n, path, "copy")
	if remove := n.Get("remove"); remove != nil {
		if remove.Kind != source.Bool {
			r.fail(remove, path.Child("remove"), diag.RuleOverlay, "\"remove\" must be true or false, not %s", remove.Kind)
		}
		a.remove = remove.Text == "true"
	}
	if n.Get("copy") != nil && r.minor == 0 {
		r.fail(n.Get("copy"), path.Child("copy"), diag.RuleOverlay, "version 1.0 of the Overlay Specification has no \"copy\"").Hint = "write overlay: 1.1.0"
	}
	if n.Get("copy") != nil && a.update != nil && !a.remove {
		r.fail(n, path, diag.RuleOverlay, "an action has \"update\" or \"copy\", not both").Hint = "write two actions: they are applied one after the other"
	}
	if n.Get("copy") == nil && a.update == nil && !a.remove {
		r.findings.Warn(a.Pos, diag.RuleOverlay, "the action does nothing: it has neither \"update\" nor \"remove\"")
	}
	return a
}

// query reads a JSONPath query, RFC 9535.
func (r *reader) query(n *source.Node, path *diag.Path, name string) (q *jsonpath.Path, written string, at diag.Pos) {
	text := n.Get(name)
	if text == nil {
		return nil, "", at
	}
	pos := r.document.Pos(text, path.Child(name))
	if text.Kind != source.String {
		r.fail(text, path.Child(name), diag.RuleOverlay, "%q must be a JSONPath query, not %s", name, text.Kind)
		return nil, "", pos
	}
	q, err := jsonpath.Parse(text.Text)
	if err != nil {
		f := r.fail(text, path.Child(name), diag.RuleOverlay, "%q is no JSONPath query of RFC 9535: %s", text.Text, reason(err))
		f.Hint = hint(text.Text)
		return nil, "", pos
	}
	return q, text.Text, pos
}

// reason returns what the parser of queries says, without the name of its package.
func reason(err error) string {
	return strings.TrimPrefix(diag.OneLine(fmt.Sprint(err)), "jsonpath: ")
}

// hint helps with what queries often have that RFC 9535 does not know.
func hint(query string) string {
	switch {
	case !strings.HasPrefix(query, "$"):
		return "a query begins with $"
	case strings.Contains(query, "[?("):
		return "a filter is written [?@.name == 'x']"
	case strings.ContainsAny(query, "/-{"):
		return "a name with other characters than letters, digits and _ is written in brackets: $.paths['/pets'].get"
	}
	return ""
}
