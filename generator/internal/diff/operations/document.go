package operations

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// info compares what documents say of themselves. Their version, and that of the standard, are no changes.
func (c *comparer) info() {
	o, n := c.old.doc, c.new.doc
	a, b := &o.Info, &n.Info
	c.texts(nil, "info", "", []text{{"title", a.Title, b.Title}, {"summary", a.Summary, b.Summary}, {"description", a.Description, b.Description}}, a.Pos, b.Pos)
	for _, f := range []struct{ rule, field, old, new string }{
		{"terms-of-service", "termsOfService", a.TermsOfService, b.TermsOfService},
		{"contact", "contact", contactText(a.Contact), contactText(b.Contact)},
		{"license", "license", licenseText(a.License), licenseText(b.License)},
	} {
		if f.old != f.new {
			c.docs(nil, edit{rule: f.rule, subject: "info", sentence: f.field + ": " + reworded(f.old, f.new),
				old: presentIf(f.old != "", key(a.Pos, f.field), f.old), new: presentIf(f.new != "", key(b.Pos, f.field), f.new)})
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
	o, n := c.old.doc, c.new.doc
	find := func(list []*api.Tag, name string) *api.Tag {
		if i := slices.IndexFunc(list, func(t *api.Tag) bool { return t.Name == name }); i >= 0 {
			return list[i]
		}
		return nil
	}
	for _, after := range n.Tags {
		subject := "tag " + after.Name
		before := find(o.Tags, after.Name)
		if before == nil {
			c.docs(nil, edit{rule: "tag", subject: subject, sentence: "added", old: absent(o.Pos), new: present(after.Pos, after.Description)})
			continue
		}
		c.texts(nil, subject, "", []text{{"summary", before.Summary, after.Summary}, {"description", before.Description, after.Description},
			{"parent", before.Parent, after.Parent}, {"kind", before.Kind, after.Kind}}, before.Pos, after.Pos)
		c.externalDocs(nil, subject, before.ExternalDocs, after.ExternalDocs, before.Pos, after.Pos)
		c.extensions(nil, subject, "", before.Extensions, after.Extensions, before.Pos, after.Pos)
	}
	for _, before := range o.Tags {
		if find(n.Tags, before.Name) == nil {
			c.docs(nil, edit{rule: "tag", subject: "tag " + before.Name, sentence: "removed", old: present(before.Pos, before.Description), new: absent(n.Pos)})
		}
	}
}

// operationTexts compares what operations and their paths say to people, and to this program.
func (c *comparer) operationTexts(p *pair) {
	o, n := p.old.api, p.new.api
	c.deprecation(p, p.dir, "operation", edit{subject: p.name, old: present(key(o.Pos, "deprecated"), ""), new: present(key(n.Pos, "deprecated"), "")},
		o.Deprecated, n.Deprecated)
	if before, after := sunsetOf(o.Extensions), sunsetOf(n.Extensions); before != after {
		c.add(p, p.dir, edit{rule: "operation-sunset", subject: p.name, sentence: "sunset " + orNone(before) + " → " + orNone(after), verdict: change.Equal,
			old: presentIf(before != "", key(o.Pos, "x-sunset"), before), new: presentIf(after != "", key(n.Pos, "x-sunset"), after),
			facts: change.Facts{Old: before, New: after}})
	}
	c.operationTags(p)
	c.texts(p, p.name, "", []text{{"summary", o.Summary, n.Summary}, {"description", o.Description, n.Description}}, o.Pos, n.Pos)
	c.externalDocs(p, p.name, o.ExternalDocs, n.ExternalDocs, o.Pos, n.Pos)
	c.extensions(p, p.name, "", o.Extensions, n.Extensions, o.Pos, n.Pos)
	a, b := p.old.item, p.new.item
	path := shortPath(p.new.path)
	c.texts(p, path, "", []text{{"summary", a.Summary, b.Summary}, {"description", a.Description, b.Description}}, a.Pos, b.Pos)
	c.extensions(nil, path, "", a.Extensions, b.Extensions, a.Pos, b.Pos)
}

// operationTags compares the tags of an operation. They group methods in Go code, and are nothing on the wire.
func (c *comparer) operationTags(p *pair) {
	before, after := p.old.api.Tags, p.new.api.Tags
	a, b := slices.Sorted(slices.Values(before)), slices.Sorted(slices.Values(after))
	if slices.Equal(a, b) {
		return
	}
	e := edit{rule: "tags-changed", subject: p.name, verdict: change.Equal, facts: change.Facts{Gone: without(before, after), Came: without(after, before)}}
	e.sentence = "tags " + orNone(strings.Join(before, ", ")) + " → " + orNone(strings.Join(after, ", "))
	e.old = presentIf(len(before) > 0, key(p.old.api.Pos, "tags"), strings.Join(before, ", "))
	e.new = presentIf(len(after) > 0, key(p.new.api.Pos, "tags"), strings.Join(after, ", "))
	c.add(p, p.dir, e)
}

func without(list, other []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return slices.Contains(other, s) })
}

func (c *comparer) parameterTexts(p *pair, o, n parameter) {
	subject, shared := n.subject(p.name), n.shared()
	before, after := o.Description, n.Description
	if o.use.Ref != nil && o.use.Ref.Description != "" {
		before = o.use.Ref.Description
	}
	if n.use.Ref != nil && n.use.Ref.Description != "" {
		after = n.use.Ref.Description
	}
	c.texts(p, subject, shared, []text{{"description", before, after}}, o.Pos, n.Pos)
	c.examples(p, subject, shared, "", o.Examples, n.Examples, o.Pos, n.Pos)
	c.extensions(p, subject, shared, o.Extensions, n.Extensions, o.Pos, n.Pos)
}

// serverTexts compares the texts of servers whose addresses stay.
func (c *comparer) serverTexts(oldList, newList []*api.Server) {
	for _, n := range newList {
		i := slices.IndexFunc(oldList, func(o *api.Server) bool { return o.URL == n.URL })
		if i < 0 {
			continue
		}
		o := oldList[i]
		subject := "server " + n.URL
		c.texts(nil, subject, "", []text{{"name", o.Name, n.Name}, {"description", o.Description, n.Description}}, o.Pos, n.Pos)
		c.extensions(nil, subject, "", o.Extensions, n.Extensions, o.Pos, n.Pos)
		for _, v := range n.Variables {
			if before, ok := api.Find(o.Variables, v.Name); ok {
				c.texts(nil, subject+", variable "+v.Name, "", []text{{"description", before.Description, v.Value.Description}},
					key(o.Pos, "variables", v.Name), key(n.Pos, "variables", v.Name))
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
	c.add(nil, change.Request, edit{rule: "server-default-changed", subject: subject + ", variable " + name, sentence: "default " + before + " → " + after,
		verdict: change.Compatible, why: "The old value stays possible.", old: present(key(o.Pos, "variables", name, "default"), before),
		new: present(key(n.Pos, "variables", name, "default"), after), facts: change.Facts{Name: name, Old: before, New: after}})
}
