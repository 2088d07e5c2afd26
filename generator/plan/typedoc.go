package plan

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/api"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/ident"
)

// typeDoc is the comment of a type: its description, then what it is in Go.
func (p *planner) typeDoc(t *typ) gomodel.Doc {
	doc := p.variantDoc(t)
	if doc == nil {
		doc = p.partDoc(t)
	}
	if doc == nil {
		doc = p.describe(t.name, p.description(t.schema), p.fallback(t))
	}
	switch def := t.def.(type) {
	case *structDef:
		p.structDoc(t, def, doc)
	case *unionDef:
		doc = append(doc, p.unionText(t, def))
	case anythingDef:
		doc = append(doc, gomodel.Text{{Text: "It is JSON as it came, or is to be sent."}})
	case scalarDef, listDef, dictDef:
		if rules := p.rules(use{shape: p.ownShape(t), schema: t.schema}); len(rules) > 0 {
			words := capital(strings.Join(rules, ", "))
			if strings.HasPrefix(words, "Must") {
				words = "It m" + words[1:]
			}
			doc[0] = (&text{doc[0].(gomodel.Text)}).add(" " + words + ".").spans
		}
	}
	if p.deprecated(t.schema) {
		doc = append(doc, deprecatedPara)
	}
	return doc
}

var deprecatedPara = gomodel.Deprecated{{Text: "the document says so."}}

// ownShape returns the shape that the definition of t has by itself.
func (p *planner) ownShape(t *typ) shape {
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
func (p *planner) describe(name, description, otherwise string) gomodel.Doc {
	paras := paragraphs(description)
	if len(paras) == 0 {
		paras = []string{otherwise}
	}
	doc := gomodel.Doc{gomodel.Text{{Text: startWith(name, paras[0])}}}
	for _, para := range paras[1:] {
		doc = append(doc, gomodel.Text{{Text: sentence(para)}})
	}
	return doc
}

// fallback describes a type that the document does not describe.
func (p *planner) fallback(t *typ) string {
	if title := plainText(p.title(t.schema)); title != "" {
		return title
	}
	if t.want.said != "" {
		return "the schema " + t.want.said + " of the document"
	}
	return "a schema of the document without a name"
}

// variantDoc describes a scalar that exists only as a variant; nil for other types, and where the document has a description.
func (p *planner) variantDoc(t *typ) gomodel.Doc {
	s, ok := t.def.(scalarDef)
	if !ok || t.variantOf == nil || t.want.said != "" || p.description(t.schema) != "" && t.schema.ID != t.variantOf.schema.ID {
		return nil
	}
	line := (&text{}).add(t.name+" is "+article(t.variantOf.name)).link(p.own(t.variantOf.name), false, "").add(" that is " + kindPhrase(s.kind) + ".")
	return gomodel.Doc{line.spans}
}

// partDoc describes an inline type that the document neither describes nor titles; nil for others.
func (p *planner) partDoc(t *typ) gomodel.Doc {
	if plainText(p.description(t.schema)) != "" || plainText(p.title(t.schema)) != "" {
		return nil
	}
	if t.want.role != "" && t.want.of.name != "" {
		return gomodel.Doc{(&text{}).add(t.name+" is "+t.want.role+" of ").link(p.own("Client"), false, t.want.of.name).add(".").spans}
	}
	if t.want.parent == nil {
		return nil
	}
	return gomodel.Doc{(&text{}).add(t.name+" is a part of ").link(p.own(t.want.parent.name), false, "").add(".").spans}
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

func (p *planner) structDoc(t *typ, def *structDef, doc gomodel.Doc) {
	line := &text{doc[0].(gomodel.Text)}
	for _, m := range def.members {
		if t.tags[m.wire] {
			tag, _ := p.requiredConstant(t.schema, m.wire)
			line.add(" Its member " + strconv.Quote(m.wire) + " is always " + strconv.Quote(tag) + " and has no field.")
		}
	}
	if def.newFunc != "" {
		line.add(" ").link(p.own(def.newFunc), false, "").add(" fills in the defaults.")
	}
	doc[0] = line.spans
}

// unionText says which types a union has and how to read and check one.
func (p *planner) unionText(t *typ, def *unionDef) gomodel.Para {
	line := (&text{}).add("It is one of ")
	for i, v := range def.variants {
		if i > 0 {
			line.add(", ")
		}
		line.link(p.own(v.typ.name), !isScalarType(v.typ), "")
	}
	line.add(". Read one from JSON with ").link(p.own(def.unmarshal), false, "").add(", check one with ").link(p.own(def.validate), false, "").add(".")
	return line.spans
}

func isScalarType(t *typ) bool {
	_, ok := t.def.(scalarDef)
	return ok
}

func (p *planner) aliasDoc(a *alias) gomodel.Doc {
	if description := p.description(a.schema); plainText(description) != "" && a.schema.Meta != nil {
		return p.describe(a.name, description, "")
	}
	line := (&text{}).add(a.name + " is another name of ")
	if n, ok := a.target.shape.(named); ok {
		line.link(p.own(n.typ.name), false, "")
	} else {
		line.add(gomodel.TypeString(p.shapeType(a.target.shape)))
	}
	return gomodel.Doc{line.add(".").spans}
}

// fieldDoc is the comment of a field: description, what is required, limits, variants, default.
func (p *planner) fieldDoc(m *member) gomodel.Doc {
	line := (&text{}).add(sentence(plainText(p.description(m.schema))))
	p.addRules(line, m.use, m.required)
	if !tellsName(m.name, m.wire) {
		line.space().add("JSON name: " + quoteOdd(m.wire) + ".")
	}
	p.addDefault(line, m.schema, m.use, m.required)
	var doc gomodel.Doc
	if len(line.spans) > 0 {
		doc = gomodel.Doc{line.spans}
	}
	if p.deprecated(m.schema) {
		doc = append(doc, deprecatedPara)
	}
	return doc
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
	union := p.unionOf(u)
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
		one := article(v.typ.name)
		switch {
		case i == 0 && len(parts) == 0:
			one = capital(one)
		case i == 0:
		case i == len(union.variants)-1:
			one = " or " + one
		default:
			one = ", " + one
		}
		line.add(one).link(p.own(v.typ.name), !isScalarType(v.typ), "")
	}
	if !required && !u.nullable {
		line.add("; nil is absent")
	}
	line.add(".")
}

func (p *planner) unionOf(u use) *unionDef {
	if n, ok := u.shape.(named); ok {
		def, _ := n.typ.def.(*unionDef)
		return def
	}
	return nil
}

// rules says in words what the checks of a value demand. A named type says it itself.
func (p *planner) rules(u use) (parts []string) {
	switch s := u.shape.(type) {
	case scalar:
		for _, c := range p.scalarChecks(u.schema, s.kind, "") {
			parts = append(parts, p.checkWords(c, u.schema)...)
		}
		if s.kind == gomodel.Bytes {
			parts = append(parts, "base64 in JSON")
		}
	case list:
		if c, ok := p.itemsCheck(u.schema).(gomodel.Items); ok {
			parts = append(parts, amount(c.Min, c.Max, "item", "items"))
		}
		parts = appendInner(parts, "each ", p.rules(s.elem))
	case dict:
		if c, ok := p.propertiesCheck(u.schema).(gomodel.Properties); ok {
			parts = append(parts, amount(c.Min, c.Max, "member", "members"))
		}
		parts = appendInner(parts, "each value ", p.rules(s.elem))
	}
	return parts
}

// appendInner adds the rules of elements: "each 1 to 64 characters, must match x".
func appendInner(parts []string, each string, inner []string) []string {
	if len(inner) == 0 {
		return parts
	}
	return append(parts, each+strings.Join(inner, ", "))
}

func (p *planner) checkWords(c gomodel.Check, s *api.Schema) []string {
	switch c := c.(type) {
	case gomodel.Length:
		return []string{amount(c.Min, c.Max, "character", "characters")}
	case gomodel.Match:
		return []string{"must match " + *s.String.Pattern}
	case gomodel.IntRange, gomodel.FloatRange:
		return boundWords(s.Number)
	case gomodel.Equals:
		return []string{"always " + literalText(c.Value)}
	}
	return nil
}

func amount(low, high int, one, many string) string {
	unit := many
	switch {
	case low == high:
		if low == 1 {
			unit = one
		}
		return strconv.Itoa(low) + " " + unit
	case high < 0:
		if low == 1 {
			unit = one
		}
		return "at least " + strconv.Itoa(low) + " " + unit
	case low == 0:
		if high == 1 {
			unit = one
		}
		return "at most " + strconv.Itoa(high) + " " + unit
	}
	return strconv.Itoa(low) + " to " + strconv.Itoa(high) + " " + unit
}

// boundWords shows the bounds as the document has them.
func boundWords(r *api.NumberRules) (parts []string) {
	if r.Minimum != nil && r.Maximum != nil && r.ExclusiveMinimum == nil && r.ExclusiveMaximum == nil {
		return []string{r.Minimum.String() + " to " + r.Maximum.String()}
	}
	add := func(words string, n *api.Number) {
		if n != nil {
			parts = append(parts, words+" "+n.String())
		}
	}
	add("at least", r.Minimum)
	add("more than", r.ExclusiveMinimum)
	add("at most", r.Maximum)
	add("less than", r.ExclusiveMaximum)
	return parts
}

func literalText(l gomodel.Literal) string {
	switch l := l.(type) {
	case gomodel.StringLit:
		return strconv.Quote(string(l))
	case gomodel.IntLit:
		return strconv.FormatInt(int64(l), 10)
	case gomodel.FloatLit:
		return string(l)
	case gomodel.BoolLit:
		return strconv.FormatBool(bool(l))
	}
	return ""
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// space separates sentences.
func (t *text) space() *text {
	if len(t.spans) > 0 {
		t.add(" ")
	}
	return t
}
