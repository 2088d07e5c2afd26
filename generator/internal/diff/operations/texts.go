package operations

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// A text is a field for people.
type text struct{ field, old, new string }

// texts compares texts. The rule is the name of the field.
func (c *comparer) texts(p *pair, subject, shared string, list []text, oldPos, newPos diag.Pos) {
	for _, t := range list {
		if t.old == t.new {
			continue
		}
		sentence := reworded(t.old, t.new)
		if t.field != "description" || !strings.Contains(sentence, " → ") {
			sentence = t.field + ": " + sentence
		}
		c.docs(p, edit{rule: t.field, subject: subject, shared: shared, sentence: sentence,
			old: presentIf(t.old != "", key(oldPos, t.field), t.old), new: presentIf(t.new != "", key(newPos, t.field), t.new)})
	}
}

// docs adds an edit of what no message has.
func (c *comparer) docs(p *pair, e edit) {
	e.docs, e.verdict = true, change.Equal
	e.facts.Old, e.facts.New = e.old.Value, e.new.Value
	c.add(p, change.Request, e)
}

// extensions compares what begins with x-. Those of this program change names of Go code; others change nothing.
func (c *comparer) extensions(p *pair, subject, shared string, oldList, newList []api.Extension, oldPos, newPos diag.Pos) {
	var names []string
	for _, e := range slices.Concat(newList, oldList) {
		if !slices.Contains(names, e.Name) && !isSunset(e.Name) {
			names = append(names, e.Name)
		}
	}
	for _, name := range names {
		o, n := extensionOf(oldList, name), extensionOf(newList, name)
		if api.Equal(o, n) {
			continue
		}
		e := edit{rule: "extension", subject: subject, shared: shared, sentence: name + ": " + shortJSON(o) + " → " + shortJSON(n),
			old: presentIf(o != nil, key(oldPos, name), api.JSON(o)), new: presentIf(n != nil, key(newPos, name), api.JSON(n))}
		if p != nil && strings.HasPrefix(name, "x-go-") {
			e.rule, e.verdict, e.facts = "go-name-changed", change.Equal, change.Facts{Name: name, Old: shortJSON(o), New: shortJSON(n)}
			c.add(p, p.dir, e)
			continue
		}
		c.docs(p, e)
	}
}

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
			return shortJSON(e.Value)
		}
	}
	return ""
}

// examples compares examples, of which only the number is told.
func (c *comparer) examples(p *pair, subject, shared, of string, o, n []api.Named[api.Use[api.Example]], oldPos, newPos diag.Pos) {
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
	c.docs(p, edit{rule: "example", subject: subject, shared: shared, sentence: sentence,
		old: presentIf(len(o) > 0, key(oldPos, exampleKey(o)), strings.Join(before, "\n")),
		new: presentIf(len(n) > 0, key(newPos, exampleKey(n)), strings.Join(after, "\n"))})
}

// exampleKey is the member that has the examples: a lone one has no name.
func exampleKey(list []api.Named[api.Use[api.Example]]) string {
	if len(list) == 1 && list[0].Name == "" {
		return "example"
	}
	return "examples"
}

func exampleTexts(list []api.Named[api.Use[api.Example]]) (texts []string) {
	for _, n := range list {
		e := n.Value.Value
		if e == nil {
			continue
		}
		parts := []string{n.Name, e.Summary, e.Description, api.Canonical(e.Value), api.Canonical(e.DataValue), e.SerializedValue, e.ExternalValue}
		texts = append(texts, strings.Join(parts, "\x00"))
	}
	slices.Sort(texts)
	return texts
}

// links compares links of a response: they help people and call nothing.
func (c *comparer) links(p *pair, subject, shared string, o, n *api.Response) {
	var names []string
	for _, l := range slices.Concat(n.Links, o.Links) {
		if !slices.Contains(names, l.Name) {
			names = append(names, l.Name)
		}
	}
	for _, name := range names {
		oldUse, hadIt := api.Find(o.Links, name)
		newUse, hasIt := api.Find(n.Links, name)
		e := edit{rule: "link-changed", subject: subject + ", link " + name, old: absent(o.Pos), new: absent(n.Pos)}
		if shared != "" {
			e.shared = shared + ", link " + name
		}
		if hadIt && oldUse.Value != nil {
			e.old = present(oldUse.Value.Pos, linkText(oldUse.Value))
		}
		if hasIt && newUse.Value != nil {
			e.new = present(newUse.Value.Pos, linkText(newUse.Value))
		}
		switch {
		case e.old.Value == e.new.Value:
			continue
		case !hadIt:
			e.sentence = "added"
		case !hasIt:
			e.sentence = "removed"
		default:
			e.sentence = "another target or other values"
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
func (c *comparer) externalDocs(p *pair, subject string, o, n *api.ExternalDocs, oldPos, newPos diag.Pos) {
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
	field, sentence := "url", "link to other documentation: "+shortLinks(before.URL, after.URL)
	if before.URL == after.URL {
		field, sentence = "description", "description of the link to other documentation: "+reworded(before.Description, after.Description)
	}
	c.docs(p, edit{rule: "external-docs", subject: subject, sentence: sentence,
		old: presentIf(o != nil, key(oldPos, "externalDocs", field), before.URL+"\n"+before.Description),
		new: presentIf(n != nil, key(newPos, "externalDocs", field), after.URL+"\n"+after.Description)})
}
