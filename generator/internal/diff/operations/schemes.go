package operations

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// A schemePair is a security scheme of both documents: of one name, or of another name with the same content.
type schemePair struct {
	id             string
	oldName        string
	newName        string
	old, new       *api.SecurityScheme
	oldPos, newPos diag.Pos
	used           bool // by an operation of both documents
}

// schemes pairs the security schemes. What a scheme is called means nothing on the wire.
func (c *comparer) schemes() {
	oldList, newList := c.old.doc.Components.SecuritySchemes, c.new.doc.Components.SecuritySchemes
	taken := map[string]bool{}
	pairUp := func(fits func(o, n api.Named[api.Use[api.SecurityScheme]]) bool) {
		for _, o := range oldList {
			if o.Value.Value == nil || slices.ContainsFunc(c.pairs, func(s schemePair) bool { return s.oldName == o.Name }) {
				continue
			}
			for _, n := range newList {
				if n.Value.Value != nil && !taken[n.Name] && fits(o, n) {
					taken[n.Name] = true
					c.pairs = append(c.pairs, schemePair{id: o.Name, oldName: o.Name, newName: n.Name, old: o.Value.Value, new: n.Value.Value,
						oldPos: o.Value.Value.Pos, newPos: n.Value.Value.Pos})
					break
				}
			}
		}
	}
	content := func(o, n api.Named[api.Use[api.SecurityScheme]]) bool {
		return contentOf(o.Value.Value.Kind) == contentOf(n.Value.Value.Kind)
	}
	name := func(o, n api.Named[api.Use[api.SecurityScheme]]) bool { return o.Name == n.Name }
	pairUp(func(o, n api.Named[api.Use[api.SecurityScheme]]) bool { return name(o, n) && content(o, n) })
	pairUp(content)
	pairUp(name)
}

// identityOf is what a use of a scheme has in common with uses in the other document.
func (c *comparer) identityOf(s *side, use api.SchemeUse) string {
	for _, p := range c.pairs {
		if s == &c.old && p.old == use.Target || s == &c.new && p.new == use.Target {
			return p.id
		}
	}
	if use.Target != nil {
		return "content " + contentOf(use.Target.Kind)
	}
	return "name " + use.Name
}

// wireOf is what a message has of a scheme.
func wireOf(k api.SchemeKind) string {
	switch k := k.(type) {
	case api.APIKey:
		if k.In == api.InHeader {
			return "header " + strings.ToLower(k.Name)
		}
		return string(k.In) + " " + k.Name
	case api.HTTPAuth:
		return "http " + strings.ToLower(k.Scheme)
	case api.OAuth2, api.OpenIDConnect:
		return "http bearer"
	case api.MutualTLS:
		return "client certificate"
	case api.UnknownScheme:
		return "type " + k.Type
	}
	return ""
}

// contentOf is all of a scheme that callers go by: also where tokens come from.
func contentOf(k api.SchemeKind) string {
	parts := []string{wireOf(k)}
	switch k := k.(type) {
	case api.OAuth2:
		parts = append(parts, "oauth2")
		for _, f := range k.Flows {
			parts = append(parts, flowText(f))
		}
		slices.Sort(parts[2:])
	case api.OpenIDConnect:
		parts = append(parts, "openIdConnect", k.URL)
	}
	return strings.Join(parts, " ")
}

func flowText(f api.Flow) string {
	return strings.Join([]string{string(f.Kind), f.AuthorizationURL, f.TokenURL, f.DeviceAuthorizationURL}, " ")
}

// schemeUses reports the edits of schemes that an operation uses in both documents.
func (c *comparer) schemeUses(p *pair, o, n []requirement) {
	for i := range c.pairs {
		s := &c.pairs[i]
		if !demands(o, s.id) || !demands(n, s.id) {
			continue
		}
		s.used = true
		if s.oldName != s.newName {
			c.add(p, p.dir, edit{rule: "scheme-renamed", subject: "security scheme " + s.oldName, sentence: "is now called " + s.newName + ", same content",
				old: present(s.oldPos, s.oldName), new: present(s.newPos, s.newName), verdict: change.Equal, facts: change.Facts{Old: s.oldName, New: s.newName}})
		}
		if e, ok := s.changed(p.dir); ok {
			lacking := alternativeWith(o, s.id)
			if p.dir == change.Response {
				lacking = alternativeWith(n, s.id)
			}
			e.message = func() *Message { return c.request(p, draft{credentials: lacking}) }
			c.add(p, p.dir, e)
		}
	}
}

func demands(list []requirement, id string) bool { return alternativeWith(list, id) != nil }

func alternativeWith(list []requirement, id string) *requirement {
	for i := range list {
		if _, ok := list[i].scopes[id]; ok {
			return &list[i]
		}
	}
	return nil
}

// changed compares the two contents of a scheme.
func (s *schemePair) changed(dir change.Direction) (e edit, ok bool) {
	before, after := contentOf(s.old.Kind), contentOf(s.new.Kind)
	if before == after {
		return edit{}, false
	}
	one, two := shownScheme(s.old.Kind), shownScheme(s.new.Kind)
	e = edit{rule: "scheme-changed", subject: "security scheme " + s.newName, sentence: one + " → " + two,
		old: present(s.oldPos, before), new: present(s.newPos, after), facts: change.Facts{Name: s.newName, Old: one, New: two}}
	if wireOf(s.old.Kind) != wireOf(s.new.Kind) {
		e.verdict = change.Breaking
		return e, true
	}
	e.verdict, e.why = change.Unknown, "The message is the same; whether a token of the old kind is taken, no document says."
	o, isOld := s.old.Kind.(api.OAuth2)
	n, isNew := s.new.Kind.(api.OAuth2)
	if !isOld || !isNew {
		return e, true
	}
	lost, added := lostFlows(o, n), lostFlows(n, o)
	e.sentence = "flows: " + strings.Join(slices.Concat(added, lost), ", ") + " changed"
	switch {
	case lost == nil:
		e.sentence, e.verdict, e.why = "flows: "+strings.Join(added, ", ")+" added", change.Compatible, "The other flows stay."
	case added == nil:
		e.sentence = "flows: " + strings.Join(lost, ", ") + " removed"
	}
	return e, true
}

// shownScheme is a scheme as sentences have it.
func shownScheme(k api.SchemeKind) string {
	switch k := k.(type) {
	case api.APIKey:
		return string(k.In) + " " + k.Name
	case api.OAuth2:
		return "oauth2"
	case api.OpenIDConnect:
		return "openIdConnect " + k.URL
	}
	return wireOf(k)
}

// lostFlows names the flows of a that b does not have with the same addresses.
func lostFlows(a, b api.OAuth2) (kinds []string) {
	for _, f := range a.Flows {
		if !slices.ContainsFunc(b.Flows, func(g api.Flow) bool { return flowText(f) == flowText(g) }) {
			kinds = append(kinds, string(f.Kind))
		}
	}
	return kinds
}

// unused reports edits of schemes that no operation of both documents uses, and compares their texts. No message changes.
func (c *comparer) unused() {
	for _, s := range c.pairs {
		subject := "security scheme " + s.newName
		c.texts(nil, subject, "", []text{{"description", s.old.Description, s.new.Description}}, s.oldPos, s.newPos)
		c.extensions(nil, subject, "", s.old.Extensions, s.new.Extensions, s.oldPos, s.newPos)
		if s.used {
			continue
		}
		if e, ok := s.changed(change.Request); ok {
			e.docs, e.why = true, "No operation uses it."
			c.add(nil, change.Request, e)
		}
		if s.oldName != s.newName {
			c.add(nil, change.Request, edit{rule: "scheme-renamed", subject: "security scheme " + s.oldName, sentence: "is now called " + s.newName + ", same content",
				old: present(s.oldPos, s.oldName), new: present(s.newPos, s.newName), docs: true, facts: change.Facts{Old: s.oldName, New: s.newName}})
		}
	}
	c.schemesAlone(true)
	c.schemesAlone(false)
}

// schemesAlone reports the schemes that one document has alone. What they mean is told by the security of operations.
func (c *comparer) schemesAlone(old bool) {
	list, holder, rule := c.new.doc.Components.SecuritySchemes, c.old.doc.Components.Pos, "scheme-added"
	if old {
		list, holder, rule = c.old.doc.Components.SecuritySchemes, c.new.doc.Components.Pos, "scheme-removed"
	}
	for _, scheme := range list {
		paired := slices.ContainsFunc(c.pairs, func(s schemePair) bool {
			return old && s.oldName == scheme.Name || !old && s.newName == scheme.Name
		})
		if paired || scheme.Value.Value == nil {
			continue
		}
		text := shownScheme(scheme.Value.Value.Kind)
		e := edit{rule: rule, subject: "security scheme " + scheme.Name, sentence: strings.TrimPrefix(rule, "scheme-") + ": " + text, docs: true,
			old: absent(holder), new: present(scheme.Pos, text), facts: change.Facts{Name: scheme.Name}}
		if old {
			e.old, e.new = present(scheme.Pos, text), absent(holder)
		}
		c.add(nil, change.Request, e)
	}
}
