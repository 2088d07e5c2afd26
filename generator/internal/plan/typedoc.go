package plan

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// typeDoc is the comment of a type: its description, then what it is in Go.
func (p *planner) typeDoc(t *typ) gomodel.Doc {
	doc := p.variantDoc(t)
	if doc == nil {
		doc = p.partDoc(t)
	}
	if doc == nil {
		doc = describe(p.named.Type(t), p.description(t.schema), p.fallback(t))
	}
	doc = append(doc, p.twinDoc(t)...)
	switch def := t.def.(type) {
	case *structDef:
		doc = withNote(doc, p.structText(t, def))
	case *unionDef:
		doc = append(doc, p.unionText(t, def))
	case anythingDef:
		doc = append(doc, gomodel.Text{{Text: "It is JSON as it came, or is to be sent."}})
	case scalarDef, listDef, dictDef:
		if rules := p.rules(use{shape: ownShape(t), schema: t.schema}); len(rules) > 0 {
			words := capital(strings.Join(rules, ", "))
			if strings.HasPrefix(words, "Must") {
				words = "It m" + words[1:]
			}
			doc = withNote(doc, gomodel.Text{{Text: words + "."}})
		}
	}
	if words := residueWords(t); words != "" {
		doc = withNote(doc, gomodel.Text{{Text: words}})
	}
	if deprecated(t.schema) {
		doc = append(doc, deprecatedPara)
	}
	return doc
}

// residueWords names the keywords that neither the type nor its fields show.
func residueWords(t *typ) string {
	if t.isRuledUnion() {
		return ""
	}
	residue := t.residue.minus(setOf(api.KwThen, api.KwElse, api.KwMinContains, api.KwMaxContains)) // they are nothing alone
	var names []string
	for _, k := range residue.list() {
		names = append(names, k.String())
	}
	if names == nil {
		return ""
	}
	return "Validate also checks " + strings.Join(names, ", ") + "."
}

// twinDoc says which of two types is sent and which is received.
func (p *planner) twinDoc(t *typ) gomodel.Doc {
	twin := p.typeOf(p.directions.twin(t.schema))
	if twin == nil {
		return nil
	}
	line := (&text{}).add("It is what is received; ").link(p.named.Own(p.named.Type(twin)), false, "").add(" is what is sent.")
	if t.isSent() {
		line = (&text{}).add("It is what is sent; ").link(p.named.Own(p.named.Type(twin)), false, "").add(" is what is received.")
	}
	return gomodel.Doc{line.spans}
}

var deprecatedPara = gomodel.Deprecated{{Text: "the document says so."}}

// ownShape returns the shape that the definition of t has by itself.
func ownShape(t *typ) shape {
	switch def := t.def.(type) {
	case scalarDef:
		return scalar(def)
	case listDef:
		return list(def)
	case dictDef:
		return dict(def)
	}
	return named{t}
}

// describe makes the first paragraphs of a comment from a description.
func describe(name, description, otherwise string) gomodel.Doc {
	doc := blocks(description)
	if first, ok := firstText(doc); ok {
		return append(gomodel.Doc{gomodel.Text{{Text: startWith(name, first)}}}, doc[1:]...)
	}
	return append(gomodel.Doc{gomodel.Text{{Text: startWith(name, otherwise)}}}, doc...)
}

// firstText returns the text that a description begins with.
func firstText(doc gomodel.Doc) (string, bool) {
	if len(doc) == 0 {
		return "", false
	}
	first, ok := doc[0].(gomodel.Text)
	if !ok {
		return "", false
	}
	return first[0].Text, true
}

// fallback describes a type that the document does not describe.
func (p *planner) fallback(t *typ) string {
	if title := plainText(p.title(t.schema)); title != "" {
		return title
	}
	from, ok := t.origin.(fromComponent)
	if !ok {
		return "a schema of the document without a name"
	}
	switch at := from.component.schema.Pos; {
	case at.Elsewhere() && at.Path == nil:
		return "the schema in " + at.Relative()
	case at.Elsewhere():
		return "the schema " + t.said() + " of " + at.Relative()
	}
	return "the schema " + t.said() + " of the document"
}

// variantDoc describes a scalar that exists only as a variant; nil for other types, and where the document has a description.
func (p *planner) variantDoc(t *typ) gomodel.Doc {
	s, ok := t.def.(scalarDef)
	if !ok || t.variantOf == nil || t.said() != "" || p.description(t.schema) != "" && t.schema.ID != t.variantOf.schema.ID {
		return nil
	}
	line := (&text{}).add(p.named.Type(t)+" is "+article(p.named.Type(t.variantOf))).link(p.named.Own(p.named.Type(t.variantOf)), false, "").add(" that is " + kindPhrase(s.kind) + ".")
	return gomodel.Doc{line.spans}
}

// partDoc describes an inline type that the document neither describes nor titles; nil for others.
func (p *planner) partDoc(t *typ) gomodel.Doc {
	if plainText(p.description(t.schema)) != "" || plainText(p.title(t.schema)) != "" {
		return nil
	}
	parent := (*typ)(nil)
	switch from := t.origin.(type) {
	case fromVariant:
		parent = from.union
	case fromPlace:
		if from.at.of != nil && from.at.role != "" {
			return gomodel.Doc{(&text{}).add(p.named.Type(t)+" is "+from.at.role+" of ").link(p.named.Own("Client"), false, p.named.MethodOf(from.at.of)).add(".").spans}
		}
		parent = from.at.parent
	}
	if parent == nil {
		return nil
	}
	return gomodel.Doc{(&text{}).add(p.named.Type(t)+" is a part of ").link(p.named.Own(p.named.Type(parent)), false, "").add(".").spans}
}

// article returns "a " or "an " for a name.
func article(name string) string {
	if strings.Contains("AEIO", name[:1]) {
		return "an "
	}
	return "a "
}

func kindPhrase(k gomodel.ScalarKind) string {
	switch k {
	case gomodel.Bool:
		return "a boolean"
	case gomodel.Int32, gomodel.Int64:
		return "an integer"
	case gomodel.Float64:
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
func (p *planner) structText(t *typ, def *structDef) gomodel.Text {
	line := &text{}
	if def.tuple {
		line.add("In JSON it is an array.")
	}
	if slices.ContainsFunc(def.members, func(m *member) bool { return m.loose }) {
		line.space().add("It has the fields of all that it may be.")
	}
	for _, m := range def.members {
		if t.tags[m.wire] {
			tag, _ := p.requiredConstant(t.schema, m.wire)
			line.space().add("Its member " + strconv.Quote(m.wire) + " is always " + strconv.Quote(tag) + " and has no field.")
		}
	}
	if def.closed {
		line.space().add("It has no other members.")
	}
	if p.named.New(t) != "" {
		line.space().link(p.named.Own(p.named.New(t)), false, "").add(" fills in the defaults.")
	}
	return line.spans
}

// withNote adds words of ours to the first paragraph, or behind the description if that paragraph leads to a list or code.
func withNote(doc gomodel.Doc, note gomodel.Text) gomodel.Doc {
	switch {
	case len(note) == 0:
		return doc
	case len(doc) > 1 && isIndented(doc[1]):
		return append(doc, note)
	}
	doc[0] = slices.Concat(doc[0].(gomodel.Text), gomodel.Text{{Text: " "}}, note)
	return doc
}

// unionText says which types a union has and how to read and check one.
func (p *planner) unionText(t *typ, def *unionDef) gomodel.Para {
	line := (&text{}).add("It is one of ")
	for i, v := range def.variants {
		if i > 0 {
			line.add(", ")
		}
		line.link(p.named.Own(p.named.Type(v.typ)), !v.typ.isValue(), "")
	}
	line.add(". Read one from JSON with ").link(p.named.Own(p.named.Unmarshal(t)), false, "").add(", check one with ").link(p.named.Own(p.named.Validate(t)), false, "").add(".")
	return line.spans
}

func (p *planner) aliasDoc(a *alias) gomodel.Doc {
	if description := p.description(a.schema); plainText(description) != "" && a.schema.Meta != nil {
		return describe(p.named.Of(a), description, "")
	}
	line := (&text{}).add(p.named.Of(a) + " is another name of ")
	if n, ok := a.target.shape.(named); ok {
		line.link(p.named.Own(p.named.Type(n.typ)), false, "")
	} else {
		line.add(gomodel.TypeString(p.shapeType(a.target.shape)))
	}
	if a.target.nullable {
		line.add("; where it is used, null is allowed too")
	}
	return gomodel.Doc{line.add(".").spans}
}
