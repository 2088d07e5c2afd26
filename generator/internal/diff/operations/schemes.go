package operations

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/edits"
	"github.com/oas2go/oas2go/generator/internal/diff/effective"
	"github.com/oas2go/oas2go/generator/internal/diff/messages"
)

// schemeUses reports the edits of schemes that an operation uses in both documents.
func (c *comparer) schemeUses(p *effective.Pair, o, n []effective.Requirement) {
	for i := range c.schemes.Pairs {
		s := &c.schemes.Pairs[i]
		if !effective.Demands(o, s.ID) || !effective.Demands(n, s.ID) {
			continue
		}
		s.Used = true
		if s.OldName != s.NewName {
			c.list.Add(p, p.Direction, edits.Edit{Rule: "scheme-renamed", Subject: "security scheme " + s.OldName,
				Sentence: "is now called " + s.NewName + ", same content", Old: edits.Present(s.OldPos, s.OldName),
				New: edits.Present(s.NewPos, s.NewName), Verdict: change.Equal,
				Facts: change.Facts{Old: s.OldName, New: s.NewName}})
		}
		if e, ok := schemeChanged(s); ok {
			lacking := effective.AlternativeWith(o, s.ID)
			if p.Direction == change.Response {
				lacking = effective.AlternativeWith(n, s.ID)
			}
			e.Message = func() *messages.Message { return c.write.Request(p, messages.Draft{Credentials: lacking}) }
			c.list.Add(p, p.Direction, e)
		}
	}
}

// changed compares the two contents of a scheme.
func schemeChanged(s *effective.SchemePair) (e edits.Edit, ok bool) {
	before, after := effective.ContentOf(s.Old.Kind), effective.ContentOf(s.New.Kind)
	if before == after {
		return edits.Edit{}, false
	}
	one, two := effective.ShownScheme(s.Old.Kind), effective.ShownScheme(s.New.Kind)
	e = edits.Edit{Rule: "scheme-changed", Subject: "security scheme " + s.NewName, Sentence: one + " → " + two,
		Old: edits.Present(s.OldPos, before), New: edits.Present(s.NewPos, after),
		Facts: change.Facts{Name: s.NewName, Old: one, New: two}}
	if effective.WireOf(s.Old.Kind) != effective.WireOf(s.New.Kind) {
		e.Verdict = change.Breaking
		return e, true
	}
	e.Verdict, e.Why = change.Unknown, "The message is the same; whether a token of the old kind is taken, no document says."
	o, isOld := s.Old.Kind.(api.OAuth2)
	n, isNew := s.New.Kind.(api.OAuth2)
	if !isOld || !isNew {
		return e, true
	}
	lost, added := lostFlows(o, n), lostFlows(n, o)
	e.Facts.Gone, e.Facts.Came = without(lost, added), without(added, lost)
	e.Sentence = flowsSentence(lost, e.Facts.Gone, e.Facts.Came)
	if lost == nil {
		e.Verdict, e.Why = change.Compatible, "The other flows stay."
	}
	return e, true
}

// flowsSentence says how flows changed. What is neither gone nor new has other addresses.
func flowsSentence(lost, gone, came []string) string {
	var parts []string
	if moved := without(lost, gone); len(moved) > 0 {
		parts = append(parts, "other addresses of "+strings.Join(moved, ", "))
	}
	if len(gone) > 0 {
		parts = append(parts, strings.Join(gone, ", ")+" is gone")
	}
	if len(came) > 0 {
		parts = append(parts, strings.Join(came, ", ")+" is new")
	}
	return strings.Join(parts, "; ")
}

// lostFlows names the flows of a that b does not have with the same addresses.
func lostFlows(a, b api.OAuth2) (kinds []string) {
	for _, f := range a.Flows {
		if !slices.ContainsFunc(b.Flows, func(g api.Flow) bool { return effective.FlowText(f) == effective.FlowText(g) }) {
			kinds = append(kinds, string(f.Kind))
		}
	}
	return kinds
}

// unused reports edits of schemes that no operation of both documents uses, and compares their texts. No message changes.
func (c *comparer) unused() {
	for _, s := range c.schemes.Pairs {
		subject := "security scheme " + s.NewName
		c.texts(nil, subject, "", []text{{"description", s.Old.Description, s.New.Description}}, s.OldPos, s.NewPos)
		c.extensions(nil, subject, "", s.Old.Extensions, s.New.Extensions, s.OldPos, s.NewPos)
		if s.Used {
			continue
		}
		if e, ok := schemeChanged(&s); ok {
			e.Docs, e.Why = true, "No operation uses it."
			c.list.Add(nil, change.Request, e)
		}
		if s.OldName != s.NewName {
			c.list.Add(nil, change.Request, edits.Edit{Rule: "scheme-renamed", Subject: "security scheme " + s.OldName,
				Sentence: "is now called " + s.NewName + ", same content", Old: edits.Present(s.OldPos, s.OldName),
				New: edits.Present(s.NewPos, s.NewName), Docs: true, Facts: change.Facts{Old: s.OldName, New: s.NewName}})
		}
	}
	c.schemesAlone(true)
	c.schemesAlone(false)
}

// schemesAlone reports the schemes that one document has alone. What they mean is told by the security of operations.
func (c *comparer) schemesAlone(old bool) {
	list, holder, rule := c.new.API.Components.SecuritySchemes, c.old.API.Components.Pos, "scheme-added"
	if old {
		list, holder, rule = c.old.API.Components.SecuritySchemes, c.new.API.Components.Pos, "scheme-removed"
	}
	for _, scheme := range list {
		paired := slices.ContainsFunc(c.schemes.Pairs, func(s effective.SchemePair) bool {
			return old && s.OldName == scheme.Name || !old && s.NewName == scheme.Name
		})
		if paired || scheme.Value.Value == nil {
			continue
		}
		text := effective.ShownScheme(scheme.Value.Value.Kind)
		e := edits.Edit{Rule: rule, Subject: "security scheme " + scheme.Name,
			Sentence: strings.TrimPrefix(rule, "scheme-") + ": " + text, Docs: true, Old: edits.Absent(holder),
			New: edits.Present(scheme.Pos, text), Facts: change.Facts{Name: scheme.Name}}
		if old {
			e.Old, e.New = edits.Present(scheme.Pos, text), edits.Absent(holder)
		}
		c.list.Add(nil, change.Request, e)
	}
}
