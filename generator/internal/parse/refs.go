package parse

import (
	"strconv"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/locate"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// target returns the place that a $ref leads to in one step, if it can hold an object of the kind f.
func (p *parser) target(text tree.Place, f *tree.Fields) (at tree.Place, ok bool) {
	found := p.files.Locate(text.Resource, text.Node.Text, text.Pos())
	if found.Failed() {
		p.badLocation(text, found)
		return at, false
	}
	p.note(text, found.Place, f)
	if found.Through && p.refs.first(text.Node) {
		p.Warn(text.Pos(), diag.RuleRef, "%q leads through another reference", text.Node.Text).Hint = "refer to " + reach(text, found.Place)
	}
	if found.Resource.IsSwagger() && p.WasRead(found.Node) == "" {
		found.Node = p.swagger.Convert(found.Place, f)
	}
	read := p.WasRead(found.Node)
	fits := found.Node.Kind == source.Object || f == tree.SchemaFields && found.Node.Kind == source.Bool || found.Node.Kind == source.Null && !f.NeedsAny()
	if read == f.Object && !fits {
		return at, false // what it should be, and was reported where it stands
	}
	if read != "" && read != f.Object || !fits {
		p.badReference(text, diag.RuleRefKind, "%q leads to %s, not to %s", text.Node.Text, p.Describe(found.Place), tree.An(f.Object))
		return at, false
	}
	return found.Place, true
}

// note notes that a reference leads to a place, if somebody asks.
func (p *parser) note(text, to tree.Place, f *tree.Fields) {
	if p.followed != nil {
		p.followed.List = append(p.followed.List, Followed{From: text.Pos(), To: to.Pos(), Kind: f.Object})
	}
}

// reach tells how a reference reaches a place: in its own file by a pointer alone.
func reach(from, to tree.Place) string {
	if from.Resource.File == to.Resource.File {
		return strconv.Quote("#" + to.Path.Pointer())
	}
	return strconv.Quote(to.Pos().Address())
}

// badLocation reports that a reference leads nowhere, unless the file that it leads to has findings of its own. What is elsewhere is
// reported by the first reference to it.
func (p *parser) badLocation(text tree.Place, found locate.Located) {
	if !found.Broken && p.refs.firstTo(found.Remote) {
		p.badReference(text, found.Rule, "%s", found.Problem).Hint = p.hint(found)
	}
}

// hint returns how to correct a reference that leads nowhere: it may be the name of a component.
func (p *parser) hint(found locate.Located) string {
	if _, ok := api.Find(p.doc.Components.Schemas, found.Name); !ok || found.Name == "" {
		return found.Hint
	}
	section := "#/components/schemas/"
	if p.files.Entry.Root.IsSwagger() {
		section = "#/definitions/"
	}
	return "did you mean \"" + section + found.Name + "\"?"
}

// badReference reports a reference once, however many others lead through it.
func (p *parser) badReference(text tree.Place, rule diag.Rule, format string, args ...any) *diag.Finding {
	if !p.refs.first(text.Node) {
		return &diag.Finding{}
	}
	return p.Fail(text.Pos(), rule, format, args...)
}

// postpone keeps a reference for later that leads to no file and to no resource that is known.
func (p *parser) postpone(text tree.Place, again func()) bool {
	if p.refs.final || text.Node.Kind != source.String || p.files.Locate(text.Resource, text.Node.Text, text.Pos()).Remote == "" {
		return false
	}
	p.refs.late = append(p.refs.late, again)
	return true
}

// followSchema sets the target of a reference to a schema.
func (p *parser) followSchema(ref *api.Ref, text tree.Place) {
	if p.postpone(text, func() { p.followSchema(ref, text) }) {
		return
	}
	at, ok := p.target(text, tree.SchemaFields)
	if !ok {
		return
	}
	ref.Target = p.schemaAt(at)
}

// schemaAt returns the schema at a place, which it reads if nothing else did.
func (p *parser) schemaAt(at tree.Place) *api.Schema {
	if s := p.schemas.find(at); s != nil {
		return s
	}
	if at.Resource.File != p.files.Entry && !at.Resource.IsSwagger() {
		if outer := p.files.Outermost(at); !samePath(outer.Path, at.Path) && p.schemas.find(outer) == nil {
			p.outsideSchema(outer)
			if s := p.schemas.find(at); s != nil {
				return s
			}
		}
	}
	return p.outsideSchema(at)
}

// outsideSchema reads a schema that no other schema owns.
func (p *parser) outsideSchema(at tree.Place) *api.Schema {
	p.Version = at.Resource.File.Version
	s := p.schema(at)
	x := &p.doc.External
	x.Schemas = append(x.Schemas, api.Named[*api.Schema]{Name: s.Pos.Address(), Pos: s.Pos, Value: s})
	return s
}
