package declarations

import (
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// unionText says which types a union has, what tells them apart, and how to read and check one.
func (b *Builder) unionText(t *shapes.Type, def *shapes.UnionDef) gomodel.Para {
	line := &words.Text{}
	untold := untold(b, def)
	if len(untold) > 0 {
		line.Add("It is one of ")
		for i, v := range def.Variants {
			if i > 0 {
				line.Add(", ")
			}
			b.linkVariant(line, v)
		}
		line.Add(".")
	}
	if def.Plan.Tags != nil {
		line.Space()
		b.addTags(line, t, def)
	}
	if unknown := b.Names.Unknown(t); unknown != "" {
		line.Add(" In a response, a value that fits none is "+words.Article(unknown)).Link(b.Names.Own(unknown), true, "").Add(".")
	}
	line.Add(" Read one from JSON with ").Link(b.Names.Own(b.Names.Unmarshal(t)), false, "").Add(", check one with ").Link(b.Names.Own(b.Names.Validate(t)), false, "").Add(".")
	return line.Spans
}

func (b *Builder) linkVariant(line *words.Text, v *shapes.Variant) {
	line.Link(b.Names.Own(b.Names.Type(v.Type)), !v.Type.IsValue(), "")
}

// untold returns the variants that no value of a tag leads to.
func untold(b *Builder, def *shapes.UnionDef) (list []*shapes.Variant) {
	for i, v := range def.Variants {
		if len(b.tagsOf(def, i)) == 0 && !isDefault(def, i) {
			list = append(list, v)
		}
	}
	return list
}

// tagsOf returns the values of a tag that lead to a variant, as they stand in JSON.
func (b *Builder) tagsOf(def *shapes.UnionDef, i int) (texts []string) {
	if def.Plan.Tags == nil || def.Plan.Leaves[i].Kind != analysis.KindObject {
		return nil
	}
	values, _ := b.Shapes.TagValues(def.Plan.Tags, def.Plan.Leaves[i].Schema)
	for _, l := range tagLiterals(values) {
		texts = append(texts, words.LiteralText(l))
	}
	return texts
}

func isDefault(def *shapes.UnionDef, i int) bool {
	return def.Plan.Tags != nil && def.Plan.Tags.Default == def.Plan.Leaves[i].Schema
}

// addTags says which value of the tag leads where: "The member kind tells which it is: "cat" or "Cat" is a [*Cat]."
func (b *Builder) addTags(line *words.Text, t *shapes.Type, def *shapes.UnionDef) {
	name := def.Plan.Tags.Property
	if strings.ContainsAny(name, " .,:;") || name == "" {
		name = strconv.Quote(name)
	}
	line.Add("The member " + name + " tells which it is: ")
	verb, rest := " is ", -1
	for i, v := range def.Variants {
		if isDefault(def, i) {
			rest = i
		}
		texts := b.tagsOf(def, i)
		if len(texts) == 0 {
			continue
		}
		if verb == " " {
			line.Add(", ")
		}
		line.Add(strings.Join(texts, " or ") + verb + words.Article(b.Names.Type(v.Type)))
		b.linkVariant(line, v)
		verb = " "
	}
	if rest >= 0 {
		line.Add("; with any other value, or without one, it is " + words.Article(b.Names.Type(def.Variants[rest].Type)))
		b.linkVariant(line, def.Variants[rest])
	}
	line.Add(".")
	if def.Base != nil {
		name := b.Names.Type(def.Base)
		line.Add(" ").Link(b.Names.Own(b.Names.Type(t)), false, name).Add(" has what they share.")
	}
}

// constantsDoc describes the values of a tag that has no type.
func constantsDoc(b *Builder, t *shapes.Type) gomodel.Doc {
	from, ok := t.Origin.(shapes.FromPlace)
	if !ok || from.At.Parent == nil {
		return gomodel.Words("Values of a tag.")
	}
	line := &words.Text{}
	values := b.Analysis.EnumValues(t.Schema)
	line.Add(b.Names.Constant(t, values[0])+" is the tag of ").Link(b.Names.Own(b.Names.Type(from.At.Parent)), false, "").Add(".")
	return gomodel.Doc{line.Spans}
}
