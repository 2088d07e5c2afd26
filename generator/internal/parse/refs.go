package parse

import (
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// target returns the place that a $ref leads to in one step, if it can hold an object of the kind f.
func (p *parser) target(text place, f *fields) (at place, ok bool) {
	found := p.locate(text.resource, text.node.Text, p.pos(text))
	if found.failed() {
		p.badLocation(text, found)
		return at, false
	}
	if found.through && !p.reported[text.node] {
		p.reported[text.node] = true
		p.Warn(p.pos(text), diag.RuleRef, "%q leads through another reference", text.node.Text).Hint =
			"refer to " + strconv.Quote("#"+found.path.Pointer())
	}
	if s := found.resource.swagger; s != nil && p.objects[found.node] == "" {
		found.node = s.convert(found.place, f)
	}
	read, known := p.objects[found.node]
	fits := found.node.Kind == source.Object || f == &schemaFields && found.node.Kind == source.Bool || found.node.Kind == source.Null && !f.needsAny()
	if known && read != f.object || !fits {
		p.badReference(text, diag.RuleRefKind, "%q leads to %s, not to a %s", text.node.Text, p.describe(found.place), f.object)
		return at, false
	}
	return found.place, true
}

// badLocation reports that a reference leads nowhere, unless the file that it leads to has findings of its own.
func (p *parser) badLocation(text place, found located) {
	if !found.broken {
		p.badReference(text, found.rule, "%s", found.problem).Hint = found.hint
	}
}

// badReference reports a reference once, however many others lead through it.
func (p *parser) badReference(text place, rule diag.Rule, format string, args ...any) *diag.Finding {
	if p.reported[text.node] {
		return &diag.Finding{}
	}
	p.reported[text.node] = true
	return p.Fail(p.pos(text), rule, format, args...)
}

// describe says what a place holds.
func (p *parser) describe(at place) string {
	name := p.objects[at.node]
	switch {
	case name == "":
		return withArticle(at.node.Kind)
	case strings.IndexByte("AEIOU", name[0]) >= 0:
		return "an " + name
	}
	return "a " + name
}

// A queue holds what is to be done when the objects above are read: follow references, which may add some, then look up names.
// References to objects come before those to schemas, so that a schema inside of an object is read as a part of it.
type queue struct {
	refs, schemas, names []func()
	late                 []func() // references to what was not there, and may be when all files are read
	final                bool     // late ones are followed now
}

// follow follows all references. Places that were not read yet are read, which may add references.
func (p *parser) follow() {
	q := &p.queue
	for {
		todo := &q.late
		for _, list := range []*[]func(){&q.names, &q.schemas, &q.refs} {
			if len(*list) > 0 {
				todo = list
			}
		}
		if len(*todo) == 0 {
			return
		}
		list := *todo
		*todo = nil
		q.final = todo == &q.late
		for _, step := range list {
			step()
		}
	}
}

// postpone keeps a reference for later that leads to no file and to no resource that is known.
func (p *parser) postpone(text place, again func()) bool {
	if p.queue.final || text.node.Kind != source.String || !p.locate(text.resource, text.node.Text, p.pos(text)).remote {
		return false
	}
	p.queue.late = append(p.queue.late, again)
	return true
}

// followSchema sets the target of a reference to a schema.
func (p *parser) followSchema(ref *api.Ref, text place) {
	if p.postpone(text, func() { p.followSchema(ref, text) }) {
		return
	}
	at, ok := p.target(text, &schemaFields)
	if !ok {
		return
	}
	ref.Target = p.schemaAt(at)
}

// schemaAt returns the schema at a place, which it reads if nothing else did.
func (p *parser) schemaAt(at place) *api.Schema {
	if s := p.schemas.find(at); s != nil {
		return s
	}
	if at.resource.file != p.entry && at.resource.swagger == nil {
		if outer := p.outermost(at); !samePath(outer.path, at.path) && p.schemas.find(outer) == nil {
			p.outsideSchema(outer)
			if s := p.schemas.find(at); s != nil {
				return s
			}
		}
	}
	return p.outsideSchema(at)
}

// outsideSchema reads a schema that no other schema owns.
func (p *parser) outsideSchema(at place) *api.Schema {
	p.version = at.resource.file.version
	s := p.schema(at)
	x := &p.doc.External
	x.Schemas = append(x.Schemas, api.Named[*api.Schema]{Name: s.Pos.Address(), Pos: s.Pos, Value: s})
	return s
}
