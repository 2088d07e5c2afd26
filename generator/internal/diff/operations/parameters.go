package operations

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// A parameter is a parameter of one document. Its key finds it in the other one.
type parameter struct {
	use api.Use[api.Parameter]
	*api.Parameter
	key string
}

// parameters returns the parameters of an operation with those of its path. Those that the standard ignores are left out.
func (o *operation) parameters() (list []parameter) {
	names, _ := api.TemplateNames(o.path)
	for _, u := range api.Parameters(o.item, o.api) {
		if u.Value == nil || ignored(u.Value) {
			continue
		}
		v := parameter{use: u, Parameter: u.Value, key: string(u.Value.In) + " " + u.Value.Name}
		switch v.In {
		case api.InHeader:
			v.key = strings.ToLower(v.key)
		case api.InPath:
			if at := slices.Index(names, v.Name); at >= 0 {
				v.key = "path " + strconv.Itoa(at) // its name means nothing on the wire
			}
		}
		list = append(list, v)
	}
	return list
}

// ignored: OAS, Parameter Object, name.
func ignored(p *api.Parameter) bool {
	return p.In == api.InHeader && slices.Contains([]string{"accept", "content-type", "authorization"}, strings.ToLower(p.Name))
}

func (p parameter) subject(operation string) string {
	if p.In == api.InQuerystring {
		return operation + ", query string"
	}
	return operation + ", " + string(p.In) + " " + p.Name
}

func (p parameter) shared() string { return p.Name + ", " + placeOf(p.In) }

func (c *comparer) parameters(p *pair) {
	oldList, newList := p.old.parameters(), p.new.parameters()
	var lost, came []parameter
	for _, o := range oldList {
		if !slices.ContainsFunc(newList, func(n parameter) bool { return n.key == o.key }) {
			lost = append(lost, o)
		}
	}
	for _, n := range newList {
		i := slices.IndexFunc(oldList, func(o parameter) bool { return o.key == n.key })
		if i >= 0 {
			c.parameter(p, oldList[i], n)
		} else {
			came = append(came, n)
		}
	}
	for _, n := range came {
		if i := slices.IndexFunc(lost, func(o parameter) bool { return movedTo(o, n) }); i >= 0 {
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

func movedTo(o, n parameter) bool {
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
func came(required bool) relation {
	if required {
		return narrower
	}
	return byRule
}

// went is the mirror of came.
func went(required bool) relation {
	if required {
		return wider
	}
	return byRule
}

func (c *comparer) parameterAdded(p *pair, n parameter) {
	if n.In == api.InPath { // the template has it, and no declaration said more
		c.parameterPlace(p, parameter{use: n.use, Parameter: &api.Parameter{Pos: p.old.api.Pos}}, n)
		return
	}
	e := edit{rule: "parameter-added", subject: n.subject(p.name), shared: n.shared(), sentence: "added, " + requiredness(n.Required),
		old: absent(p.old.api.Pos), new: present(n.Pos, requiredness(n.Required)), why: whyIgnored(p.dir), facts: change.Facts{Name: n.Name}}
	e.judge(came(n.Required), p.dir, func() *Message { return c.request(p, draft{omit: n.key}) })
	c.add(p, p.dir, e)
}

func (c *comparer) parameterRemoved(p *pair, o parameter) {
	if o.In == api.InPath {
		c.parameterPlace(p, o, parameter{use: o.use, Parameter: &api.Parameter{Pos: p.new.api.Pos, Name: o.Name, In: o.In}})
		return
	}
	e := edit{rule: "parameter-removed", subject: o.subject(p.name), shared: o.shared(), sentence: "removed (it was " + requiredness(o.Required) + ")",
		old: present(o.Pos, requiredness(o.Required)), new: absent(p.new.api.Pos), why: whyIgnored(p.dir), facts: change.Facts{Name: o.Name}}
	e.judge(went(o.Required), p.dir, func() *Message { return c.request(p, draft{omit: o.key}) })
	c.add(p, p.dir, e)
}

func (c *comparer) moved(p *pair, o, n parameter) {
	e := edit{rule: "parameter-moved", subject: n.subject(p.name), shared: n.shared(), why: whyIgnored(p.dir),
		sentence: string(o.In) + " → " + string(n.In) + ", " + requiredness(n.Required), facts: change.Facts{Name: n.Name, Old: string(o.In), New: string(n.In)},
		old: present(key(o.Pos, "in"), string(o.In)), new: present(key(n.Pos, "in"), string(n.In))}
	r, omit := came(n.Required), n.key
	if p.dir == change.Response {
		r, omit = went(o.Required), o.key
	}
	e.judge(r, p.dir, func() *Message { return c.request(p, draft{omit: omit}) })
	c.add(p, p.dir, e)
}

// parameter compares two declarations of a parameter.
func (c *comparer) parameter(p *pair, o, n parameter) {
	about := func(rule, keyword, before, after string) edit {
		return edit{rule: rule, subject: n.subject(p.name), shared: n.shared(), sentence: before + " → " + after, verdict: change.Equal,
			old: present(key(o.Pos, keyword), before), new: present(key(n.Pos, keyword), after), facts: change.Facts{Name: n.Name, Old: before, New: after}}
	}
	if n.In == api.InPath && o.Name != n.Name {
		e := about("parameter-renamed-template", "name", o.Name, n.Name)
		e.subject, e.shared, e.sentence = p.name+", path "+o.Name, o.shared(), "is now called "+n.Name+", same position in the path"
		c.add(p, p.dir, e)
	}
	if o.Required != n.Required {
		e := about("parameter-"+requiredness(n.Required), "required", requiredness(o.Required), requiredness(n.Required))
		e.judge(requiredTo(n.Required), p.dir, func() *Message { return c.request(p, draft{omit: n.key}) })
		c.add(p, p.dir, e)
	}
	c.deprecation(p, p.dir, "parameter", about("", "deprecated", "", ""), o.Deprecated, n.Deprecated)
	c.styles(p, o, n, about)
	c.emptyValues(p, o, n, about)
	c.parameterPlace(p, o, n)
	c.parameterTexts(p, o, n)
}

// requiredTo is what a new value of required means.
func requiredTo(required bool) relation {
	if required {
		return narrower
	}
	return wider
}

// deprecation reports that something became deprecated, or is so no longer.
func (c *comparer) deprecation(p *pair, dir change.Direction, what string, e edit, before, after bool) {
	if before == after {
		return
	}
	e.rule, e.sentence = what+"-deprecated", "now deprecated"
	if before {
		e.rule, e.sentence = what+"-undeprecated", "no longer deprecated"
	}
	e.verdict, e.facts.Old, e.facts.New = change.Equal, strconv.FormatBool(before), strconv.FormatBool(after)
	e.old.Value, e.new.Value = e.facts.Old, e.facts.New
	c.add(p, dir, e)
}

// emptyValues compares allowEmptyValue, which counts where the schema itself does not take the empty text.
func (c *comparer) emptyValues(p *pair, o, n parameter, about func(rule, keyword, before, after string) edit) {
	if o.AllowEmptyValue == n.AllowEmptyValue || n.In != api.InQuery {
		return
	}
	e := about("parameter-empty-changed", "allowEmptyValue", strconv.FormatBool(o.AllowEmptyValue), strconv.FormatBool(n.AllowEmptyValue))
	e.sentence = "allowEmptyValue " + e.sentence
	r := narrower
	if n.AllowEmptyValue {
		r = wider
	}
	if takesEmpty(c.old.kinds, o.Schema) && takesEmpty(c.new.kinds, n.Schema) {
		r = same
	}
	e.judge(r, p.dir, func() *Message { return c.request(p, draft{omit: n.key, query: n.Name + "="}) })
	c.add(p, p.dir, e)
}

// parameterPlace compares how a parameter is described: by a schema, or by the media type of its text.
func (c *comparer) parameterPlace(p *pair, o, n parameter) {
	at := Place{Direction: p.dir, Kind: Parameter, Name: n.Name, In: n.In, Subject: n.subject(p.name), Shared: n.shared(),
		Around: Around{OldSide: present(o.Pos, ""), NewSide: present(n.Pos, ""),
			write: func(json string) *Message { return c.request(p, draft{omit: n.key, set: n.key, value: json}) }}}
	described := described{old: o.Schema, new: n.Schema, oldContent: o.Content, newContent: n.Content, dir: p.dir}
	about := edit{rule: "parameter-content-changed", subject: at.Subject, shared: at.Shared, facts: change.Facts{Name: n.Name}}
	about.message = func() *Message {
		schema := described.bySide(p.dir)
		if text, ok := c.draw(schema, p.dir); ok {
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
func (c *comparer) defaults(p *pair, o, n parameter) {
	before, after := defaultOf(o.Schema), defaultOf(n.Schema)
	if api.Equal(before, after) || o.Schema.Ref != nil || n.Schema.Ref != nil {
		return
	}
	e := edit{rule: "default-changed", subject: n.subject(p.name), shared: n.shared(), sentence: "default " + shortJSON(before) + " → " + shortJSON(after),
		verdict: change.Compatible, old: presentIf(before != nil, key(o.Schema.Pos, "default"), api.JSON(before)),
		new:   presentIf(after != nil, key(n.Schema.Pos, "default"), api.JSON(after)),
		facts: change.Facts{Name: n.Name, Old: api.JSON(before), New: api.JSON(after)}}
	e.why = "Callers that leave " + n.Name + " out get " + shortJSON(after) + " instead of " + shortJSON(before) + "."
	switch {
	case n.Required:
		e.why, e.verdict = "Nobody can leave "+n.Name+" out.", change.Equal
	case before == nil:
		e.why = "Callers that leave " + n.Name + " out get " + shortJSON(after) + "; what they got before, nobody said."
	case after == nil:
		e.why = "Callers that leave " + n.Name + " out got " + shortJSON(before) + "; what they get now, nobody says."
	}
	c.add(p, p.dir, e)
}

func defaultOf(s *api.Schema) api.Value {
	if s.Meta == nil || s.Meta.Default == nil {
		return nil
	}
	return s.Meta.Default.Value
}
