package operations

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/edits"
	"github.com/oas2go/oas2go/generator/internal/diff/effective"
	"github.com/oas2go/oas2go/generator/internal/diff/texts"
)

// info compares what documents say of themselves. Their version, and that of the standard, are no changes.
func (c *comparer) info() {
	o, n := c.old.API, c.new.API
	a, b := &o.Info, &n.Info
	c.texts(nil, "info", "", []text{{"title", a.Title, b.Title}, {"summary", a.Summary, b.Summary}, {"description",
		a.Description, b.Description}}, a.Pos, b.Pos)
	for _, f := range []struct{ rule, field, old, new string }{
		{"terms-of-service", "termsOfService", a.TermsOfService, b.TermsOfService},
		{"contact", "contact", contactText(a.Contact), contactText(b.Contact)},
		{"license", "license", licenseText(a.License), licenseText(b.License)},
	} {
		if f.old != f.new {
			c.docs(nil, edits.Edit{Rule: f.rule, Subject: "info", Sentence: f.field + ": " + texts.Reworded(f.old, f.new),
				Old: memberIf(f.old != "", a.Pos, f.field, f.old), New: memberIf(f.new != "", b.Pos, f.field, f.new)})
		}
	}
	c.extensions(nil, "info", "", a.Extensions, b.Extensions, a.Pos, b.Pos)
	c.externalDocs(nil, "document", o.ExternalDocs, n.ExternalDocs, o.Pos, n.Pos)
	c.extensions(nil, "document", "", o.Extensions, n.Extensions, o.Pos, n.Pos)
	c.tags()
}

func contactText(v *api.Contact) string {
	if v == nil {
		return ""
	}
	return strings.TrimSpace(v.Name + " " + v.URL + " " + v.Email)
}

func licenseText(v *api.License) string {
	if v == nil {
		return ""
	}
	return strings.TrimSpace(v.Name + " " + v.Identifier + " " + v.URL)
}

// tags compares the texts of tags.
func (c *comparer) tags() {
	o, n := c.old.API, c.new.API
	byName := func(t *api.Tag) string { return t.Name }
	find := func(list []*api.Tag, name string) *api.Tag {
		if i := slices.IndexFunc(list, func(t *api.Tag) bool { return t.Name == name }); i >= 0 {
			return list[i]
		}
		return nil
	}
	for i, after := range n.Tags {
		subject := "tag " + after.Name
		before := counterpart(o.Tags, n.Tags[:i], after, byName)
		if before == nil {
			c.docs(nil, edits.Edit{Rule: "tag", Subject: subject, Sentence: "added", Old: edits.Absent(o.Pos),
				New: edits.Present(after.Pos, after.Description)})
			continue
		}
		c.texts(nil, subject, "", []text{{"summary", before.Summary, after.Summary}, {"description", before.Description,
			after.Description},
			{"parent", before.Parent, after.Parent}, {"kind", before.Kind, after.Kind}}, before.Pos, after.Pos)
		c.externalDocs(nil, subject, before.ExternalDocs, after.ExternalDocs, before.Pos, after.Pos)
		c.extensions(nil, subject, "", before.Extensions, after.Extensions, before.Pos, after.Pos)
	}
	for _, before := range o.Tags {
		if find(n.Tags, before.Name) == nil {
			c.docs(nil, edits.Edit{Rule: "tag", Subject: "tag " + before.Name, Sentence: "removed",
				Old: edits.Present(before.Pos, before.Description), New: edits.Absent(n.Pos)})
		}
	}
}

// operationTexts compares what operations and their paths say to people, and to this program.
func (c *comparer) operationTexts(p *effective.Pair) {
	o, n := p.Old.API, p.New.API
	deprecated := edits.Edit{Rule: "operation-deprecated", Subject: p.Name, Old: member(o.Pos, "deprecated", ""),
		New: member(n.Pos, "deprecated", "")}
	if o.Deprecated {
		deprecated.Rule = "operation-undeprecated"
	}
	c.deprecation(p, p.Direction, deprecated, o.Deprecated, n.Deprecated)
	if before, after := sunsetOf(o.Extensions), sunsetOf(n.Extensions); before != after {
		c.list.Add(p, p.Direction, edits.Edit{Rule: "operation-sunset", Subject: p.Name,
			Sentence: "sunset " + texts.OrNone(before) + " → " + texts.OrNone(after), Verdict: change.Equal,
			Old: memberIf(before != "", o.Pos, "x-sunset", before), New: memberIf(after != "", n.Pos, "x-sunset", after),
			Facts: change.Facts{Old: before, New: after}})
	}
	c.operationTags(p)
	c.texts(p, p.Name, "", []text{{"summary", o.Summary, n.Summary}, {"description", o.Description, n.Description}}, o.Pos, n.Pos)
	c.externalDocs(p, p.Name, o.ExternalDocs, n.ExternalDocs, o.Pos, n.Pos)
	c.extensions(p, p.Name, "", withoutSunset(o.Extensions), withoutSunset(n.Extensions), o.Pos, n.Pos)
	a, b := p.Old.Item, p.New.Item
	path := texts.ShortPath(p.New.Path)
	c.texts(p, path, "", []text{{"summary", a.Summary, b.Summary}, {"description", a.Description, b.Description}}, a.Pos, b.Pos)
	c.extensions(nil, path, "", a.Extensions, b.Extensions, a.Pos, b.Pos)
}

// operationTags compares the tags of an operation. They group methods in Go code, and are nothing on the wire.
func (c *comparer) operationTags(p *effective.Pair) {
	before, after := p.Old.API.Tags, p.New.API.Tags
	a, b := slices.Sorted(slices.Values(before)), slices.Sorted(slices.Values(after))
	if slices.Equal(a, b) {
		return
	}
	e := edits.Edit{Rule: "tags-changed", Subject: p.Name, Verdict: change.Equal,
		Facts: change.Facts{Gone: without(before, after), Came: without(after, before)}}
	e.Sentence = "tags " + texts.OrNone(strings.Join(before, ", ")) + " → " + texts.OrNone(strings.Join(after, ", "))
	e.Old = memberIf(len(before) > 0, p.Old.API.Pos, "tags", strings.Join(before, ", "))
	e.New = memberIf(len(after) > 0, p.New.API.Pos, "tags", strings.Join(after, ", "))
	c.list.Add(p, p.Direction, e)
}

func without(list, other []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return slices.Contains(other, s) })
}

func (c *comparer) parameterTexts(p *effective.Pair, o, n effective.Parameter) {
	subject, shared := n.Subject(p.Name), n.Shared()
	before, after := o.Description, n.Description
	if o.Use.Ref != nil && o.Use.Ref.Description != "" {
		before = o.Use.Ref.Description
	}
	if n.Use.Ref != nil && n.Use.Ref.Description != "" {
		after = n.Use.Ref.Description
	}
	c.texts(p, subject, shared, []text{{"description", before, after}}, o.Pos, n.Pos)
	c.examples(p, subject, shared, "", o.Examples, n.Examples, o.Pos, n.Pos)
	c.extensions(p, subject, shared, o.Extensions, n.Extensions, o.Pos, n.Pos)
}

// counterpart returns what stands for an entry of a new list in the old one: the one of its name. A document may have a name several times;
// then their order counts. earlier are the new entries in front of it.
func counterpart[T any](old, earlier []*T, entry *T, name func(*T) string) *T {
	skip := 0
	for _, e := range earlier {
		if name(e) == name(entry) {
			skip++
		}
	}
	for _, o := range old {
		if name(o) != name(entry) {
			continue
		}
		if skip == 0 {
			return o
		}
		skip--
	}
	return nil
}

// serverTexts compares the texts of servers whose addresses stay.
func (c *comparer) serverTexts(oldList, newList []*api.Server) {
	for i, n := range newList {
		o := counterpart(oldList, newList[:i], n, func(s *api.Server) string { return s.URL })
		if o == nil {
			continue
		}
		subject := "server " + n.URL
		c.texts(nil, subject, "", []text{{"name", o.Name, n.Name}, {"description", o.Description, n.Description}}, o.Pos, n.Pos)
		c.extensions(nil, subject, "", o.Extensions, n.Extensions, o.Pos, n.Pos)
		for _, v := range n.Variables {
			if before, ok := api.Find(o.Variables, v.Name); ok {
				description := []text{{"description", before.Description, v.Value.Description}}
				oldPos, newPos := effective.Member(o.Pos, "variables", v.Name), effective.Member(n.Pos, "variables", v.Name)
				c.texts(nil, subject+", variable "+v.Name, "", description, oldPos, newPos)
				c.serverDefault(subject, v.Name, o, n, before.Default, v.Value.Default)
			}
		}
	}
}

// serverDefault: the default of a variable is where a client goes that says nothing; the other values stay possible.
func (c *comparer) serverDefault(subject, name string, o, n *api.Server, before, after string) {
	if before == after {
		return
	}
	c.list.Add(nil, change.Request, edits.Edit{Rule: "server-default-changed", Subject: subject + ", variable " + name,
		Sentence: "default " + before + " → " + after, Verdict: change.Compatible, Why: "The old value stays possible.",
		Old:   edits.Present(effective.Member(o.Pos, "variables", name, "default"), before),
		New:   edits.Present(effective.Member(n.Pos, "variables", name, "default"), after),
		Facts: change.Facts{Name: name, Old: before, New: after}})
}
