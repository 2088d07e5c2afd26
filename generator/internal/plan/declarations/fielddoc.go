package declarations

import (
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// fieldDoc is the comment of a field: description, what is required, limits, variants, default.
func (b *Builder) fieldDoc(t *shapes.Type, m *shapes.Member) gomodel.Doc {
	doc, line := words.DescribeOn(&words.Text{}, b.ownDescription(m))
	if !m.Loose {
		b.AddLimits(line, m.Use, m.Required)
	}
	b.addFill(line, t, m)
	if def, ok := t.Def.(*shapes.StructDef); ok && def.Tuple {
		line.Space().Add("Item " + m.Wire + ".")
	} else if !words.TellsName(b.Names.Field(m), m.Wire) {
		line.Space().Add("JSON name: " + words.QuoteOdd(m.Wire) + ".")
	}
	b.AddDefault(line, m.Schema, m.Use, m.Required)
	if len(line.Spans) > 0 {
		doc = append(doc, line.Spans)
	}
	if analysis.Deprecated(m.Schema) {
		doc = append(doc, words.DeprecatedPara)
	}
	return doc
}

// ownDescription is that of a member, "" for one that its type has too: it is said there.
func (b *Builder) ownDescription(m *shapes.Member) string {
	description := b.Analysis.Description(m.Schema)
	n, ok := m.Use.Shape.(shapes.Named)
	if !ok || m.Loose {
		return description
	}
	if _, component := n.Type.Origin.(shapes.FromComponent); component && description == b.Analysis.Description(n.Type.Schema) {
		return ""
	}
	return description
}

// addFill says what is written where the field is empty, and that it tells which variant of a union the struct is.
func (b *Builder) addFill(line *words.Text, t *shapes.Type, m *shapes.Member) {
	fill := b.fill(t, m)
	switch {
	case m.Tag && fill != nil:
		line.Space().Add("Tag: written as " + words.LiteralText(fill.Value) + " if empty.")
	case m.Tag && (!m.Leads || b.Directions.IsBase(t.Schema)):
		line.Space().Add("Tag: any value that leads to nothing else.")
	case m.Tag:
		line.Space().Add("Tag: a union writes it if empty.")
	case fill != nil:
		line.Space().Add("Written as " + words.LiteralText(fill.Value) + " if empty.")
	}
}

// AddLimits adds "Required, 1 to 64 characters."
func (b *Builder) AddLimits(line *words.Text, u shapes.Use, required bool) {
	var parts []string
	switch {
	case required && u.Nullable:
		parts = append(parts, "required; nil is null")
	case required:
		parts = append(parts, "required")
	case u.Nullable:
		parts = append(parts, "may be absent or null")
	}
	parts = append(parts, b.checkTexts(u)...)
	union := unionOf(u)
	if len(parts) > 0 {
		line.Space().Add(words.Capital(strings.Join(parts, ", ")))
		if union == nil {
			line.Add(".")
		}
	}
	if union == nil {
		return
	}
	if len(parts) > 0 {
		line.Add(": ")
	} else {
		line.Space()
	}
	for i, v := range union.Variants {
		one := words.Article(b.Names.Type(v.Type))
		switch {
		case i == 0 && len(parts) == 0:
			one = words.Capital(one)
		case i == 0:
		case i == len(union.Variants)-1:
			one = " or " + one
		default:
			one = ", " + one
		}
		line.Add(one).Link(b.Names.Own(b.Names.Type(v.Type)), !v.Type.IsValue(), "")
	}
	if !required && !u.Nullable {
		line.Add("; nil is absent")
	}
	line.Add(".")
}

func unionOf(u shapes.Use) *shapes.UnionDef {
	if n, ok := u.Shape.(shapes.Named); ok {
		def, _ := n.Type.Def.(*shapes.UnionDef)
		return def
	}
	return nil
}
