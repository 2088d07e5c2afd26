package parse

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// A place is a node and where it stands.
type place struct {
	node     *source.Node
	path     *diag.Path
	resource *resource // what references of this place are relative to
}

// child returns the place of a member or an element.
func (at place) child(token string, n *source.Node) place {
	return place{node: n, path: at.step(token, n), resource: at.resource}
}

// step returns the path of a member or an element, which remembers where a file of Swagger 2.0 has it.
func (at place) step(token string, n *source.Node) *diag.Path {
	path := at.path.Child(token)
	if s := at.resource.swagger; s != nil {
		path.Origin = s.origin[n]
	}
	return path
}

// An entry is a member of a map, with the position of its key.
type entry struct {
	name string
	key  diag.Pos
	place
}

// An object is a cursor on an object with fixed fields: it hands them out with the types that they must have.
type object struct {
	p *parser
	place
	fields *fields
}

// open returns the object at a place. It reports unknown and missing keys; ok is false if the value is no object.
func (p *parser) open(at place, f *fields) (o object, ok bool) {
	o = object{p: p, place: at, fields: f}
	p.readAs(at, f)
	if at.node.Kind != source.Object {
		switch {
		case !f.needsAny() && p.isEmpty(at, "an object"):
		case f.isNote:
			p.Warn(p.pos(at), diag.RuleType, "%s must be an object, not %s; it is ignored", label(at.path), withArticle(at.node.Kind))
		default:
			p.wrongType(at, "an object")
		}
		return o, false
	}
	o.unknown(o.missing())
	return o, true
}

// aMap is what a map was read as: it is no object of the specification.
const aMap = "map"

// readAs notes what object a place holds, so that references of the wrong kind can name it.
func (p *parser) readAs(at place, f *fields) {
	if was := p.objects[at.node]; was == "" || was == aMap {
		p.objects[at.node] = f.object
	}
}

// member returns the value of a field of this version.
func (o object) member(name string) (place, bool) {
	m := o.node.Member(name)
	if m == nil || o.p.before(o.fields.find(name).since) {
		return place{}, false
	}
	return o.child(name, m.Value), true
}

// has reports whether a field is given and not null.
func (o object) has(name string) bool {
	at, ok := o.member(name)
	return ok && at.node.Kind != source.Null
}

func (o object) text(name string) (s string) {
	if at, ok := o.member(name); ok {
		s, _ = o.p.text(at)
	}
	return s
}

// note returns a text that only people read.
func (o object) note(name string) (s string) {
	if at, ok := o.member(name); ok {
		s, _ = o.p.note(at)
	}
	return s
}

func (o object) flag(name string) (b bool) {
	if at, ok := o.member(name); ok {
		b, _ = o.p.flag(at)
	}
	return b
}

// value returns any JSON value, nil if the field is absent.
func (o object) value(name string) api.Value {
	if at, ok := o.member(name); ok {
		return o.p.value(at)
	}
	return nil
}

func (o object) items(name string) []place {
	if at, ok := o.member(name); ok {
		return o.p.elements(at)
	}
	return nil
}

func (o object) entries(name string) []entry {
	if at, ok := o.member(name); ok {
		return o.p.entries(at)
	}
	return nil
}

// texts returns a list of strings.
func (o object) texts(name string) (list []string) {
	for _, at := range o.items(name) {
		if s, ok := o.p.text(at); ok {
			list = append(list, s)
		}
	}
	return list
}

func (o object) schema(name string) *api.Schema {
	if at, ok := o.member(name); ok && !o.p.isNull(at, "a schema") {
		return o.p.schema(at)
	}
	return nil
}

// named reads a map whose entries are no references.
func named[T any](o object, name string, read func(place) T) []api.Named[T] {
	entries := o.entries(name)
	list := make([]api.Named[T], len(entries))
	for i, e := range entries {
		list[i] = api.Named[T]{Name: e.name, Pos: e.key, Value: read(e.place)}
	}
	return list
}

// extensions returns the members that begin with x-.
func (o object) extensions() []api.Extension { return o.p.extensions(o.place) }

func (p *parser) extensions(at place) (list []api.Extension) {
	for i := range at.node.Members {
		if m := &at.node.Members[i]; isExtension(m.Name) {
			list = append(list, api.Extension{Pos: p.keyPos(at, m), Name: m.Name, Value: p.value(at.child(m.Name, m.Value))})
		}
	}
	return list
}

func isExtension(name string) bool { return strings.HasPrefix(name, "x-") }

// missing reports required fields that are absent and whether there are any.
func (o object) missing() (any bool) {
	for _, f := range o.fields.list {
		if f.need == optional || o.p.before(f.since) || o.node.Member(f.name) != nil {
			continue
		}
		if f.need == wanted {
			o.p.Warn(o.p.pos(o.place), diag.RuleMissing, "the %s needs %q", o.fields.object, f.name)
			continue
		}
		any = true
		o.p.Fail(o.p.pos(o.place), diag.RuleMissing, "the %s needs %q", o.fields.object, f.name)
	}
	return any
}

// unknown reports keys that the object does not have. One of them is probably the misspelled one if a required key is missing.
func (o object) unknown(missing bool) {
	for i := range o.node.Members {
		m := &o.node.Members[i]
		f := o.fields.find(m.Name)
		if isExtension(m.Name) || f != nil && !o.p.before(f.since) {
			continue
		}
		if f != nil {
			o.p.later(o.p.keyPos(o.place, m), m.Name, f.since)
			continue
		}
		complain := o.p.Warn
		if missing {
			complain = o.p.Fail
		}
		complain(o.p.keyPos(o.place, m), diag.RuleUnknownKey, "unknown key %q in the %s", m.Name, o.fields.object).Hint =
			report.DidYouMean(m.Name, o.fields.names(o.p.version.Minor))
	}
}

// later reports a key of a later version.
func (p *parser) later(pos diag.Pos, name string, since uint8) {
	p.Warn(pos, diag.RuleUnknownKey, "%q exists since OpenAPI 3.%d and has no effect in %s", name, since, p.version.Text)
}
