package operations

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/edits"
	"github.com/oas2go/oas2go/generator/internal/diff/effective"
	"github.com/oas2go/oas2go/generator/internal/diff/messages"
	"github.com/oas2go/oas2go/generator/internal/diff/texts"
)

func (c *comparer) parameters(p *effective.Pair) {
	oldList, newList := p.Old.Parameters(), p.New.Parameters()
	var lost, came []effective.Parameter
	for _, o := range oldList {
		if !slices.ContainsFunc(newList, func(n effective.Parameter) bool { return n.Key == o.Key }) {
			lost = append(lost, o)
		}
	}
	for _, n := range newList {
		i := slices.IndexFunc(oldList, func(o effective.Parameter) bool { return o.Key == n.Key })
		if i >= 0 {
			c.parameter(p, oldList[i], n)
		} else {
			came = append(came, n)
		}
	}
	for _, n := range came {
		if i := slices.IndexFunc(lost, func(o effective.Parameter) bool { return movedTo(o, n) }); i >= 0 {
			c.moved(p, lost[i], n)
			lost = slices.Delete(lost, i, i+1)
			continue
		}
		c.parameterAdded(p, n)
	}
	for _, o := range lost {
		c.parameterRemoved(p, o)
	}
}

func movedTo(o, n effective.Parameter) bool {
	return strings.EqualFold(o.Name, n.Name) && o.In != n.In && o.In != api.InPath && n.In != api.InPath
}

// unread says why what only one side declares breaks nobody.
const (
	unread   = "A request may have what the document does not declare; nobody reads it."
	unheeded = "A message may have what the document does not declare; who receives it goes on without it."
)

func whyIgnored(d change.Direction) string {
	if d == change.Request {
		return unread
	}
	return unheeded
}

// came returns what it means that a member of a message is new: only one that is required takes messages away.
func came(required bool) edits.Relation {
	if required {
		return edits.Narrower
	}
	return edits.ByRule
}

// went is the mirror of came.
func went(required bool) edits.Relation {
	if required {
		return edits.Wider
	}
	return edits.ByRule
}

func (c *comparer) parameterAdded(p *effective.Pair, n effective.Parameter) {
	if n.In == api.InPath { // the template has it, and no declaration said more
		c.parameterPlace(p, effective.Parameter{Use: n.Use, Parameter: &api.Parameter{Pos: p.Old.API.Pos}}, n)
		return
	}
	e := edits.Edit{Rule: "parameter-added", Subject: n.Subject(p.Name), Shared: n.Shared(),
		Sentence: "added, " + texts.Requiredness(n.Required), Old: absent(len(p.Old.API.Parameters) > 0, p.Old.API.Pos, "parameters"),
		New: edits.Present(n.Pos, texts.Requiredness(n.Required)), Why: whyIgnored(p.Direction),
		Facts: change.Facts{Name: n.Name}}
	e.Judge(came(n.Required), p.Direction, func() *messages.Message { return c.write.Request(p, messages.Draft{Omit: n.Key}) })
	c.list.Add(p, p.Direction, e)
}

func (c *comparer) parameterRemoved(p *effective.Pair, o effective.Parameter) {
	if o.In == api.InPath {
		c.parameterPlace(p, o, effective.Parameter{Use: o.Use,
			Parameter: &api.Parameter{Pos: p.New.API.Pos, Name: o.Name, In: o.In}})
		return
	}
	e := edits.Edit{Rule: "parameter-removed", Subject: o.Subject(p.Name), Shared: o.Shared(),
		Sentence: "removed (it was " + texts.Requiredness(o.Required) + ")",
		Old:      edits.Present(o.Pos, texts.Requiredness(o.Required)), New: absent(len(p.New.API.Parameters) > 0, p.New.API.Pos, "parameters"),
		Why: whyIgnored(p.Direction), Facts: change.Facts{Name: o.Name}}
	e.Judge(went(o.Required), p.Direction, func() *messages.Message { return c.write.Request(p, messages.Draft{Omit: o.Key}) })
	c.list.Add(p, p.Direction, e)
}

func (c *comparer) moved(p *effective.Pair, o, n effective.Parameter) {
	e := edits.Edit{Rule: "parameter-moved", Subject: n.Subject(p.Name), Shared: n.Shared(), Why: whyIgnored(p.Direction),
		Sentence: string(o.In) + " → " + string(n.In) + ", " + texts.Requiredness(n.Required),
		Facts:    change.Facts{Name: n.Name, Old: string(o.In), New: string(n.In)}, Old: member(o.Pos, "in", string(o.In)),
		New: member(n.Pos, "in", string(n.In))}
	r, omit := came(n.Required), n.Key
	if p.Direction == change.Response {
		r, omit = went(o.Required), o.Key
	}
	e.Judge(r, p.Direction, func() *messages.Message { return c.write.Request(p, messages.Draft{Omit: omit}) })
	c.list.Add(p, p.Direction, e)
}

// An editMaker makes an edit of a field of what is compared.
type editMaker func(rule, keyword, before, after string) edits.Edit

// parameter compares two declarations of a parameter.
func (c *comparer) parameter(p *effective.Pair, o, n effective.Parameter) {
	about := func(rule, keyword, before, after string) edits.Edit {
		return edits.Edit{Rule: rule, Subject: n.Subject(p.Name), Shared: n.Shared(), Sentence: before + " → " + after,
			Verdict: change.Equal, Old: member(o.Pos, keyword, before), New: member(n.Pos, keyword, after),
			Facts: change.Facts{Name: n.Name, Old: before, New: after}}
	}
	if n.In == api.InPath && o.Name != n.Name {
		e := about("parameter-renamed", "name", o.Name, n.Name)
		e.Subject, e.Shared, e.Sentence = p.Name+", path "+o.Name, o.Shared(), "is now called "+n.Name+", same position in the path"
		c.list.Add(p, p.Direction, e)
	}
	if o.Required != n.Required {
		before, after := texts.Requiredness(o.Required), texts.Requiredness(n.Required)
		e := about("parameter-"+after, "required", before, after)
		e.Judge(requiredTo(n.Required), p.Direction, func() *messages.Message {
			return c.write.Request(p, messages.Draft{Omit: n.Key})
		})
		c.list.Add(p, p.Direction, e)
	}
	c.deprecation(p, p.Direction, about("deprecated-changed", "deprecated", "", ""), o.Deprecated, n.Deprecated)
	c.styles(p, o, n, about)
	c.emptyValues(p, o, n, about)
	c.parameterPlace(p, o, n)
	c.parameterTexts(p, o, n)
}

// requiredTo is what a new value of required means.
func requiredTo(required bool) edits.Relation {
	if required {
		return edits.Narrower
	}
	return edits.Wider
}

// deprecation reports that something became deprecated, or is so no longer.
func (c *comparer) deprecation(p *effective.Pair, dir change.Direction, e edits.Edit, before, after bool) {
	if before == after {
		return
	}
	if e.Sentence = "now deprecated"; before {
		e.Sentence = "no longer deprecated"
	}
	e.Verdict, e.Facts.Old, e.Facts.New = change.Equal, strconv.FormatBool(before), strconv.FormatBool(after)
	e.Old.Value, e.New.Value = e.Facts.Old, e.Facts.New
	c.list.Add(p, dir, e)
}

// emptyValues compares allowEmptyValue, which counts where the schema itself does not take the empty text.
func (c *comparer) emptyValues(p *effective.Pair, o, n effective.Parameter, about editMaker) {
	if o.AllowEmptyValue == n.AllowEmptyValue || n.In != api.InQuery {
		return
	}
	before, after := strconv.FormatBool(o.AllowEmptyValue), strconv.FormatBool(n.AllowEmptyValue)
	e := about("parameter-empty-changed", "allowEmptyValue", before, after)
	e.Sentence = "allowEmptyValue " + e.Sentence
	r := edits.Narrower
	if n.AllowEmptyValue {
		r = edits.Wider
	}
	if takesEmpty(c.old.Kinds, o.Schema) && takesEmpty(c.new.Kinds, n.Schema) {
		r = edits.Same
	}
	e.Judge(r, p.Direction, func() *messages.Message {
		return c.write.Request(p, messages.Draft{Omit: n.Key,
			Query: n.Name + "="})
	})
	c.list.Add(p, p.Direction, e)
}

// parameterPlace compares how a parameter is described: by a schema, or by the media type of its text.
func (c *comparer) parameterPlace(p *effective.Pair, o, n effective.Parameter) {
	at := Place{Direction: p.Direction, Kind: Parameter, Name: n.Name, In: n.In, Subject: n.Subject(p.Name), Shared: n.Shared(),
		Around: Around{OldSide: edits.Present(o.Pos, ""), NewSide: edits.Present(n.Pos, ""),
			write: func(json string) *messages.Message {
				return c.write.Request(p, messages.Draft{Omit: n.Key, Set: n.Key, Value: json})
			}}}
	described := described{old: o.Schema, new: n.Schema, oldContent: o.Content, newContent: n.Content, dir: p.Direction}
	about := edits.Edit{Rule: "parameter-content-changed", Subject: at.Subject, Shared: at.Shared,
		Facts: change.Facts{Name: n.Name}}
	about.Message = func() *messages.Message {
		schema := described.bySide(p.Direction)
		if text, ok := c.write.Draw(schema, p.Direction); ok {
			return at.Around.write(text)
		}
		return nil
	}
	c.described(p, described, at, about)
	if o.Schema != nil && n.Schema != nil {
		c.defaults(p, o, n)
	}
}

// defaults compares what callers get that leave a parameter out. The default of a schema that has a name is no matter of the parameter.
func (c *comparer) defaults(p *effective.Pair, o, n effective.Parameter) {
	before, after := defaultOf(o.Schema), defaultOf(n.Schema)
	if api.Equal(before, after) || o.Schema.Ref != nil || n.Schema.Ref != nil {
		return
	}
	if api.Equal(literalValue(c.old.Kinds.DefaultOf(o.Schema)), literalValue(c.new.Kinds.DefaultOf(n.Schema))) {
		return // it moved into what the schema wraps
	}
	e := edits.Edit{Rule: "default-changed", Subject: n.Subject(p.Name), Shared: n.Shared(),
		Sentence: "default " + texts.ShortJSON(before) + " → " + texts.ShortJSON(after), Verdict: change.Compatible,
		Old:   memberIf(before != nil, o.Schema.Pos, "default", api.JSON(before)),
		New:   memberIf(after != nil, n.Schema.Pos, "default", api.JSON(after)),
		Facts: change.Facts{Name: n.Name, Old: api.JSON(before), New: api.JSON(after)}}
	e.Why = "Callers that leave " + n.Name + " out get " + texts.ShortJSON(after) + " instead of " + texts.ShortJSON(before) + "."
	switch {
	case n.Required:
		e.Why, e.Verdict = "Nobody can leave "+n.Name+" out.", change.Equal
	case before == nil:
		e.Why = "Callers that leave " + n.Name + " out get " + texts.ShortJSON(after) + "; what they got before, nobody said."
	case after == nil:
		e.Why = "Callers that leave " + n.Name + " out got " + texts.ShortJSON(before) + "; what they get now, nobody says."
	}
	c.list.Add(p, p.Direction, e)
}

func literalValue(l *api.Literal) api.Value {
	if l == nil {
		return nil
	}
	return l.Value
}

func defaultOf(s *api.Schema) api.Value {
	if s.Meta == nil || s.Meta.Default == nil {
		return nil
	}
	return s.Meta.Default.Value
}
