package parse

import (
	"fmt"
	"strconv"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/source"
)

func (p *parser) pos(at place) diag.Pos { return at.resource.file.source.Pos(at.node, at.path) }

// keyPos returns the position of the name of a member.
func (p *parser) keyPos(at place, m *source.Member) diag.Pos {
	return diag.Pos{File: at.resource.file.source.File, Path: at.step(m.Name, m.Value), Line: m.Line, Column: m.Column}
}

// wrongType reports a value of the wrong JSON type; want has an article.
func (p *parser) wrongType(at place, want string) *diag.Finding {
	return p.Fail(p.pos(at), diag.RuleType, "%s must be %s, not %s", label(at.path), want, withArticle(at.node.Kind))
}

// isNull reports a null where a value is wanted: it counts as absent, which is what an empty value in YAML means.
func (p *parser) isNull(at place, want string) bool {
	if at.node.Kind != source.Null {
		return false
	}
	p.Warn(p.pos(at), diag.RuleType, "%s must be %s, not null; it counts as absent", label(at.path), want)
	return true
}

// isEmpty is isNull for what was given a name: it cannot be absent.
func (p *parser) isEmpty(at place, want string) bool {
	if at.node.Kind != source.Null {
		return false
	}
	p.Warn(p.pos(at), diag.RuleType, "%s must be %s, not null; it is read as {}", label(at.path), want)
	return true
}

// label names a place by its last tokens.
func label(path *diag.Path) string {
	switch path = path.Original(); {
	case path == nil:
		return "the document"
	case path.Parent == nil:
		return strconv.Quote(path.Token)
	}
	if _, err := strconv.ParseUint(path.Token, 10, 31); err == nil && (path.Parent.Token == "parameters" || !hasFreeNames(path.Parent.Token)) {
		return fmt.Sprintf("element %s of %q", path.Token, path.Parent.Token)
	}
	return strconv.Quote(path.Token)
}

func withArticle(k source.Kind) string {
	switch k {
	case source.Null:
		return "null"
	case source.Array, source.Object:
		return "an " + k.String()
	}
	return "a " + k.String()
}

// text returns a string. Numbers and booleans are strings whose quotes were forgotten: version: 1.10.
func (p *parser) text(at place) (s string, ok bool) {
	switch at.node.Kind {
	case source.String:
		return at.node.Text, true
	case source.Number, source.Bool:
		p.Warn(p.pos(at), diag.RuleType, "%s must be a string, not %s; it is read as %q", label(at.path), withArticle(at.node.Kind),
			at.node.Text).Hint = "put it in quotes"
		return at.node.Text, true
	}
	if !p.isNull(at, "a string") {
		p.wrongType(at, "a string")
	}
	return "", false
}

// note is text for what only people read: whatever else is there does no harm.
func (p *parser) note(at place) (s string, ok bool) {
	if k := at.node.Kind; k == source.Array || k == source.Object {
		p.Warn(p.pos(at), diag.RuleType, "%s must be a string, not %s; it is ignored", label(at.path), withArticle(k))
		return "", false
	}
	return p.text(at)
}

func (p *parser) flag(at place) (b, ok bool) {
	if at.node.Kind == source.Bool {
		return at.node.Text == "true", true
	}
	if !p.isNull(at, "a boolean") {
		f := p.wrongType(at, "a boolean")
		if at.node.Kind == source.String && (at.node.Text == "true" || at.node.Text == "false") {
			f.Hint = "remove the quotes"
		}
	}
	return false, false
}

func (p *parser) number(at place) (n *api.Number, ok bool) {
	if at.node.Kind != source.Number {
		if p.isNull(at, "a number") {
			return nil, false
		}
		f := p.wrongType(at, "a number")
		if _, ok := api.ParseNumber(at.node.Text); ok {
			f.Hint = "remove the quotes"
		}
		return nil, false
	}
	v, ok := p.exactNumber(at)
	return &v, ok
}

// count returns a limit of a length: a whole number that is not negative. Validation 6.3.1 and others.
func (p *parser) count(at place) (n *api.Number, ok bool) {
	n, ok = p.number(at)
	if ok && (n.Sign() < 0 || !n.IsInteger()) {
		p.Fail(p.pos(at), diag.RuleValue, "%s must be a whole number that is not negative, not %s", label(at.path), n)
		return nil, false
	}
	return n, ok
}

func (p *parser) exactNumber(at place) (api.Number, bool) {
	n, ok := api.ParseNumber(at.node.Text)
	if !ok {
		p.Fail(p.pos(at), diag.RuleValue, "the number %.40s is too large to be read", at.node.Text)
	}
	return n, ok
}

func (p *parser) elements(at place) []place {
	if at.node.Kind != source.Array {
		if !p.isNull(at, "an array") {
			p.wrongType(at, "an array")
		}
		return nil
	}
	list := make([]place, len(at.node.Items))
	for i, n := range at.node.Items {
		list[i] = at.child(strconv.Itoa(i), n)
	}
	return list
}

// entries returns the members of a map.
func (p *parser) entries(at place) []entry {
	if at.node.Kind != source.Object {
		if !p.isNull(at, "an object") {
			p.wrongType(at, "an object")
		}
		return nil
	}
	if p.objects[at.node] == "" {
		p.objects[at.node] = aMap
	}
	list := make([]entry, len(at.node.Members))
	for i := range at.node.Members {
		m := &at.node.Members[i]
		list[i] = entry{name: m.Name, key: p.keyPos(at, m), place: at.child(m.Name, m.Value)}
		list[i].path = list[i].key.Path
	}
	return list
}

// value returns any JSON value.
func (p *parser) value(at place) api.Value {
	switch n := at.node; n.Kind {
	case source.Bool:
		return api.Bool(n.Text == "true")
	case source.Number:
		v, _ := p.exactNumber(at)
		return v
	case source.String:
		return api.String(n.Text)
	case source.Array:
		list := make(api.Array, len(n.Items))
		for i, item := range n.Items {
			list[i] = p.value(at.child(strconv.Itoa(i), item))
		}
		return list
	case source.Object:
		members := make(api.Object, len(n.Members))
		for i := range n.Members {
			m := &n.Members[i]
			members[i] = api.Member{Name: m.Name, Value: p.value(at.child(m.Name, m.Value))}
		}
		return members
	}
	return api.Null{}
}

// literal returns a value with its position.
func (p *parser) literal(at place) api.Literal {
	return api.Literal{Pos: p.pos(at), Value: p.value(at)}
}
