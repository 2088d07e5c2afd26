package operations

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/edits"
	"github.com/oas2go/oas2go/generator/internal/diff/effective"
	"github.com/oas2go/oas2go/generator/internal/diff/texts"
)

// A text is a field for people.
type text struct{ field, old, new string }

// rule is the name of the field, where no rule stands for several.
func (t text) rule() string {
	switch t.field {
	case "parent", "kind":
		return "tag"
	case "name":
		return "server-name"
	}
	return t.field
}

// texts compares texts.
func (c *comparer) texts(p *effective.Pair, subject, shared string, list []text, oldPos, newPos diag.Pos) {
	for _, t := range list {
		if t.old == t.new {
			continue
		}
		sentence := texts.Reworded(t.old, t.new)
		if t.field != "description" || !strings.Contains(sentence, " → ") {
			sentence = t.field + ": " + sentence
		}
		c.docs(p, edits.Edit{Rule: t.rule(), Subject: subject, Shared: shared, Sentence: sentence,
			Old: memberIf(t.old != "", oldPos, t.field, t.old), New: memberIf(t.new != "", newPos, t.field, t.new)})
	}
}

// docs adds an edit of what no message has.
func (c *comparer) docs(p *effective.Pair, e edits.Edit) {
	e.Docs, e.Verdict = true, change.Equal
	e.Facts.Old, e.Facts.New = e.Old.Value, e.New.Value
	c.list.Add(p, change.Request, e)
}

// extensions compares what begins with x-. Those of this program change names of Go code; others change nothing.
func (c *comparer) extensions(p *effective.Pair, subject, shared string, oldList, newList []api.Extension, oldPos, newPos diag.Pos) {
	var names []string
	for _, e := range slices.Concat(newList, oldList) {
		if !slices.Contains(names, e.Name) {
			names = append(names, e.Name)
		}
	}
	for _, name := range names {
		o, n := extensionOf(oldList, name), extensionOf(newList, name)
		if api.Equal(o, n) {
			continue
		}
		e := edits.Edit{Rule: "extensions", Subject: subject, Shared: shared,
			Sentence: name + ": " + texts.ShortJSON(o) + " → " + texts.ShortJSON(n),
			Old:      memberIf(o != nil, oldPos, name, api.JSON(o)), New: memberIf(n != nil, newPos, name, api.JSON(n))}
		if p != nil && steersGo(name) {
			e.Rule, e.Verdict, e.Facts = "go-extension-changed", change.Equal, change.Facts{Name: name, Old: texts.ShortJSON(o),
				New: texts.ShortJSON(n)}
			c.list.Add(p, p.Direction, e)
			continue
		}
		c.docs(p, e)
	}
}

// steersGo reports whether an extension changes the Go code of what has it.
func steersGo(name string) bool { return strings.HasPrefix(name, "x-go-") || name == "x-pagination" }

func extensionOf(list []api.Extension, name string) api.Value {
	for _, e := range list {
		if e.Name == name {
			return e.Value
		}
	}
	return nil
}

func isSunset(name string) bool { return name == "x-sunset" || name == "x-sunset-date" }

// sunsetOf is the day after which something may be gone, by the extension that is in use for it.
func sunsetOf(list []api.Extension) string {
	for _, e := range list {
		if isSunset(e.Name) {
			return texts.ShortJSON(e.Value)
		}
	}
	return ""
}

func withoutSunset(list []api.Extension) []api.Extension {
	return slices.DeleteFunc(slices.Clone(list), func(e api.Extension) bool { return isSunset(e.Name) })
}

type exampleList = []api.Named[api.Use[api.Example]]

// examples compares examples, of which only the number is told.
func (c *comparer) examples(p *effective.Pair, subject, shared, of string, o, n exampleList, oldPos, newPos diag.Pos) {
	before, after := exampleTexts(o), exampleTexts(n)
	if slices.Equal(before, after) {
		return
	}
	what := "examples"
	if of != "" {
		what += " of " + of
	}
	sentence := what + ": other ones"
	if len(before) != len(after) {
		sentence = what + ": " + strconv.Itoa(len(before)) + " → " + strconv.Itoa(len(after))
	}
	c.docs(p, edits.Edit{Rule: "examples", Subject: subject, Shared: shared, Sentence: sentence,
		Old: memberIf(len(o) > 0, oldPos, exampleKey(o), strings.Join(before, "\n")),
		New: memberIf(len(n) > 0, newPos, exampleKey(n), strings.Join(after, "\n"))})
}

// exampleKey is the member that has the examples: a lone one has no name.
func exampleKey(list exampleList) string {
	if len(list) == 1 && list[0].Name == "" {
		return "example"
	}
	return "examples"
}

func exampleTexts(list exampleList) (texts []string) {
	for _, n := range list {
		e := n.Value.Value
		if e == nil {
			continue
		}
		parts := []string{n.Name, e.Summary, e.Description, api.Canonical(e.Value), api.Canonical(e.DataValue),
			e.SerializedValue, e.ExternalValue}
		texts = append(texts, strings.Join(parts, "\x00"))
	}
	slices.Sort(texts)
	return texts
}

// links compares links of a response: they help people and call nothing.
func (c *comparer) links(p *effective.Pair, subject, shared string, o, n *api.Response) {
	var names []string
	for _, l := range slices.Concat(n.Links, o.Links) {
		if !slices.Contains(names, l.Name) {
			names = append(names, l.Name)
		}
	}
	for _, name := range names {
		oldUse, hadIt := api.Find(o.Links, name)
		newUse, hasIt := api.Find(n.Links, name)
		e := edits.Edit{Rule: "link-changed", Subject: subject + ", link " + name, Old: edits.Absent(o.Pos),
			New: edits.Absent(n.Pos)}
		if shared != "" {
			e.Shared = shared + ", link " + name
		}
		if hadIt && oldUse.Value != nil {
			e.Old = edits.Present(oldUse.Value.Pos, linkText(oldUse.Value))
		}
		if hasIt && newUse.Value != nil {
			e.New = edits.Present(newUse.Value.Pos, linkText(newUse.Value))
		}
		switch {
		case e.Old.Value == e.New.Value:
			continue
		case !hadIt:
			e.Sentence = "added"
		case !hasIt:
			e.Sentence = "removed"
		default:
			e.Sentence = "another target or other values"
		}
		c.docs(p, e)
	}
}

func linkText(l *api.Link) string {
	parts := []string{l.OperationRef, l.OperationID, l.Description, api.Canonical(l.RequestBody)}
	for _, p := range l.Parameters {
		parts = append(parts, p.Name+"="+api.Canonical(p.Value))
	}
	slices.Sort(parts[4:])
	return strings.Join(parts, "\x00")
}

// externalDocs compares the address of a page, and its description.
func (c *comparer) externalDocs(p *effective.Pair, subject string, o, n *api.ExternalDocs, oldPos, newPos diag.Pos) {
	var before, after api.ExternalDocs
	if o != nil {
		before = *o
	}
	if n != nil {
		after = *n
	}
	if before.URL == after.URL && before.Description == after.Description {
		return
	}
	field, sentence := "url", "link to other documentation: "+texts.ShortLinks(before.URL, after.URL)
	if before.URL == after.URL {
		field, sentence = "description", "description of the link to other documentation: "+texts.Reworded(before.Description, after.Description)
	}
	c.docs(p, edits.Edit{Rule: "external-docs", Subject: subject, Sentence: sentence,
		Old: edits.PresentIf(o != nil, effective.Member(oldPos, "externalDocs", field), before.URL+"\n"+before.Description),
		New: edits.PresentIf(n != nil, effective.Member(newPos, "externalDocs", field), after.URL+"\n"+after.Description)})
}
