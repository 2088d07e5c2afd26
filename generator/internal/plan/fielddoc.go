package plan

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/ident"
)

// fieldDoc is the comment of a field: description, what is required, limits, variants, default.
func (p *planner) fieldDoc(t *typ, m *member) gomodel.Doc {
	doc, line := describeOn(&text{}, p.description(m.schema))
	if !m.loose {
		p.addRules(line, m.use, m.required)
	}
	if def, ok := t.def.(*structDef); ok && def.tuple {
		line.space().add("Item " + m.wire + ".")
	} else if !tellsName(p.named.Field(m), m.wire) {
		line.space().add("JSON name: " + quoteOdd(m.wire) + ".")
	}
	p.addDefault(line, m.schema, m.use, m.required)
	if len(line.spans) > 0 {
		doc = append(doc, line.spans)
	}
	if deprecated(m.schema) {
		doc = append(doc, deprecatedPara)
	}
	return doc
}

// describeOn adds a description to a line that goes on. One with lists or code is paragraphs before it.
func describeOn(line *text, description string) (gomodel.Doc, *text) {
	doc := blocks(description)
	at := slices.IndexFunc(doc, isIndented)
	if at < 0 {
		at = len(doc)
	}
	for _, para := range doc[:at] {
		line.space().add(para.(gomodel.Text)[0].Text)
	}
	if at == len(doc) {
		return nil, line
	}
	if len(line.spans) == 0 { // go doc knows a list or code by its indentation from other text
		line.add(leadIn(doc[at]))
	}
	return append(gomodel.Doc{line.spans}, doc[at:]...), &text{}
}

// tellsName reports whether a reader can guess the name in the document from the one in Go and the usual ways of spelling.
func tellsName(name, wire string) bool {
	return plainName.MatchString(wire) && strings.EqualFold(strings.Join(ident.Words(wire), ""), name)
}

var plainName = regexp.MustCompile(`^[A-Za-z0-9]+(?:[_.-][A-Za-z0-9]+)*$`)

// quoteOdd puts a name into quotes that would not stand out as one.
func quoteOdd(name string) string {
	if plainName.MatchString(name) {
		return name
	}
	return strconv.Quote(name)
}

// addRules adds "Required, 1 to 64 characters."
func (p *planner) addRules(line *text, u use, required bool) {
	var parts []string
	switch {
	case required && u.nullable:
		parts = append(parts, "required; nil is null")
	case required:
		parts = append(parts, "required")
	case u.nullable:
		parts = append(parts, "may be absent or null")
	}
	parts = append(parts, p.rules(u)...)
	union := unionOf(u)
	if len(parts) > 0 {
		line.space().add(capital(strings.Join(parts, ", ")))
		if union == nil {
			line.add(".")
		}
	}
	if union == nil {
		return
	}
	if len(parts) > 0 {
		line.add(": ")
	} else {
		line.space()
	}
	for i, v := range union.variants {
		one := article(p.named.Type(v.typ))
		switch {
		case i == 0 && len(parts) == 0:
			one = capital(one)
		case i == 0:
		case i == len(union.variants)-1:
			one = " or " + one
		default:
			one = ", " + one
		}
		line.add(one).link(p.named.Own(p.named.Type(v.typ)), !v.typ.isValue(), "")
	}
	if !required && !u.nullable {
		line.add("; nil is absent")
	}
	line.add(".")
}

func unionOf(u use) *unionDef {
	if n, ok := u.shape.(named); ok {
		def, _ := n.typ.def.(*unionDef)
		return def
	}
	return nil
}
