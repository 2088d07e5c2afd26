package declarations

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/directions"
	"github.com/oas2go/oas2go/generator/internal/ident"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// typeDoc is the comment of a type: its description, then what it is in Go.
func (b *Builder) typeDoc(t *shapes.Type) gomodel.Doc {
	doc := b.variantDoc(t)
	if doc == nil {
		doc = b.partDoc(t)
	}
	if doc == nil {
		doc = words.Describe(b.Names.Type(t), b.description(t), b.fallback(t))
	}
	doc = append(doc, twinDoc(b, t)...)
	doc = append(doc, baseDoc(b.Directions, t)...)
	switch def := t.Def.(type) {
	case *shapes.StructDef:
		doc = words.WithNote(doc, b.structText(t, def))
	case *shapes.UnionDef:
		doc = append(doc, b.unionText(t, def))
	case shapes.AnythingDef:
		doc = append(doc, gomodel.Text{{Text: "It is JSON as it came, or is to be sent."}})
	case shapes.ScalarDef, shapes.ListDef, shapes.MapDef:
		if rules := b.checkTexts(shapes.Use{Shape: shapes.OwnShape(t), Schema: t.Schema}); len(rules) > 0 {
			line := words.Capital(strings.Join(rules, ", "))
			if strings.HasPrefix(line, "Must") {
				line = "It m" + line[1:]
			}
			doc = words.WithNote(doc, gomodel.Text{{Text: line + "."}})
		}
	}
	if line := residueWords(t); line != "" {
		doc = words.WithNote(doc, gomodel.Text{{Text: line}})
	}
	if analysis.Deprecated(t.Schema) {
		doc = append(doc, words.DeprecatedPara)
	}
	return doc
}

// residueWords names the keywords that neither the type nor its fields show.
func residueWords(t *shapes.Type) string {
	if t.IsRuledUnion() {
		return ""
	}
	residue := t.Residue.Minus(analysis.KeywordsOf(api.KwThen, api.KwElse, api.KwMinContains, api.KwMaxContains)) // they are nothing alone
	var names []string
	for _, k := range residue.List() {
		names = append(names, k.String())
	}
	if names == nil {
		return ""
	}
	return "Validate also checks " + strings.Join(names, ", ") + "."
}

// baseDoc says what a base itself is for, beside or without a union of its heirs.
func baseDoc(d *directions.Directions, t *shapes.Type) gomodel.Doc {
	if !d.IsBase(t.Schema) {
		return nil
	}
	if from, ok := t.Origin.(shapes.FromComponent); ok && from.Component.Union == nil {
		return gomodel.Doc{gomodel.Text{{Text: "It is also what extends it in the document: the members of such a value are in Extra."}}}
	}
	return gomodel.Doc{gomodel.Text{{Text: "A value whose tag leads to no heir is read as it, and keeps all members."}}}
}

// twinDoc says which of two types is sent and which is received.
func twinDoc(b *Builder, t *shapes.Type) gomodel.Doc {
	twin := b.Shapes.TypeOf(b.Directions.Twin(t.Schema))
	if twin == nil {
		return nil
	}
	line := (&words.Text{}).Add("It is what is received; ").Link(b.Names.Own(b.Names.Type(twin)), false, "").Add(" is what is sent.")
	if t.IsSent() {
		line = (&words.Text{}).Add("It is what is sent; ").Link(b.Names.Own(b.Names.Type(twin)), false, "").Add(" is what is received.")
	}
	return gomodel.Doc{line.Spans}
}

// description returns the description of a type that says more than its name.
func (b *Builder) description(t *shapes.Type) string {
	return telling(b.Names.Type(t), b.Analysis.Description(t.Schema))
}

// title is the title of a type in plain text. What frameworks write there, its name or another identifier, is none.
func (b *Builder) title(t *shapes.Type) string {
	title := words.PlainText(b.Analysis.Title(t.Schema))
	if !strings.Contains(title, " ") && ident.Spelling(title) == "Camel" {
		return ""
	}
	return telling(b.Names.Type(t), title)
}

func telling(name, text string) string {
	if words.Echoes(name, text) {
		return ""
	}
	return text
}

// fallback describes a type that the document does not describe.
func (b *Builder) fallback(t *shapes.Type) string {
	if title := b.title(t); title != "" {
		return title
	}
	from, ok := t.Origin.(shapes.FromComponent)
	if !ok {
		return placeText(t.Schema.Pos)
	}
	if from.Component.Union != nil {
		return "the schema " + t.Said() + " of the document itself, without its heirs"
	}
	switch at := from.Component.Schema.Pos; {
	case at.Elsewhere() && at.Path == nil:
		return "the schema in " + at.Relative()
	case at.Elsewhere():
		return "the schema " + t.Said() + " of " + at.Relative()
	}
	return "the schema " + t.Said() + " of the document"
}

// placeText says where a schema stands that is no component, from the next component outwards if there is one.
func placeText(at diag.Pos) string {
	of := "the document"
	if at.Elsewhere() {
		of = at.Relative()
	}
	pointer := at.Path.Original().Pointer()
	for _, section := range []string{"/components/schemas/", "/definitions/"} {
		name, inside, ok := strings.Cut(strings.TrimPrefix(pointer, section), "/")
		if ok && strings.HasPrefix(pointer, section) && !at.Elsewhere() {
			return "the schema " + inside + " of " + name
		}
	}
	if pointer == "" {
		return "the schema in " + of
	}
	return "the schema " + strings.TrimPrefix(pointer, "/") + " of " + of
}

// variantDoc describes a scalar that exists only as a variant; nil for other types, and where the document has a description.
func (b *Builder) variantDoc(t *shapes.Type) gomodel.Doc {
	s, ok := t.Def.(shapes.ScalarDef)
	if !ok || t.VariantOf == nil || t.Said() != "" || b.Analysis.Description(t.Schema) != "" && t.Schema.ID != t.VariantOf.Schema.ID {
		return nil
	}
	line := (&words.Text{}).Add(b.Names.Type(t)+" is "+words.Article(b.Names.Type(t.VariantOf))).Link(b.Names.Own(b.Names.Type(t.VariantOf)), false, "").Add(" that is " + kindPhrase(s.Kind) + ".")
	return gomodel.Doc{line.Spans}
}

// partDoc describes an inline type that the document neither describes nor titles; nil for others.
func (b *Builder) partDoc(t *shapes.Type) gomodel.Doc {
	if words.PlainText(b.description(t)) != "" || b.title(t) != "" {
		return nil
	}
	parent := (*shapes.Type)(nil)
	switch from := t.Origin.(type) {
	case shapes.FromVariant:
		parent = from.Union
	case shapes.FromPlace:
		if from.At.Of != nil && from.At.Role != "" {
			typ, method := b.Names.Caller(from.At.Of)
			return gomodel.Doc{(&words.Text{}).Add(b.Names.Type(t)+" is "+from.At.Role+" of ").Link(typ, false, method).Add(".").Spans}
		}
		parent = from.At.Parent
	}
	if parent == nil {
		return nil
	}
	return gomodel.Doc{(&words.Text{}).Add(b.Names.Type(t)+" is a part of ").Link(b.Names.Own(b.Names.Type(parent)), false, "").Add(".").Spans}
}

func kindPhrase(k gomodel.ScalarKind) string {
	switch k {
	case gomodel.Bool:
		return "a boolean"
	case gomodel.Int32, gomodel.Int64, gomodel.Uint64:
		return "an integer"
	case gomodel.Float64, gomodel.Decimal:
		return "a number"
	case gomodel.Time:
		return "a date-time"
	case gomodel.Date:
		return "a date"
	case gomodel.UUID:
		return "a UUID"
	case gomodel.Bytes:
		return "base64 text"
	}
	return "a string"
}

// structText says what a reader does not see in the fields.
func (b *Builder) structText(t *shapes.Type, def *shapes.StructDef) gomodel.Text {
	line := &words.Text{}
	if def.Tuple {
		line.Add("In JSON it is an array.")
	}
	if slices.ContainsFunc(def.Members, func(m *shapes.Member) bool { return m.Loose }) {
		line.Space().Add("It has the fields of all that it may be.")
	}
	for _, m := range def.Members {
		if t.Tags[m.Wire] {
			line.Space().Add("Its member " + strconv.Quote(m.Wire) + " is always " + words.LiteralText(constant(b.Analysis, t, m)) + " and has no field.")
		}
	}
	if def.Closed {
		line.Space().Add("Other members are not allowed.")
	}
	if b.Names.New(t) != "" {
		line.Space().Link(b.Names.Own(b.Names.New(t)), false, "").Add(" fills in the defaults.")
	}
	return line.Spans
}

func (b *Builder) aliasDoc(a *shapes.Alias) gomodel.Doc {
	if description := telling(b.Names.Of(a), b.Analysis.Description(a.Schema)); words.PlainText(description) != "" && a.Schema.Meta != nil {
		return words.Describe(b.Names.Of(a), description, "")
	}
	line := (&words.Text{}).Add(b.Names.Of(a) + " is another name of ")
	if n, ok := a.Target.Shape.(shapes.Named); ok {
		line.Link(b.Names.Own(b.Names.Type(n.Type)), false, "")
	} else {
		line.Add(gomodel.TypeString(b.ShapeType(a.Target.Shape)))
	}
	if a.Target.Nullable {
		line.Add("; where it is used, null is allowed too")
	}
	return gomodel.Doc{line.Add(".").Spans}
}
