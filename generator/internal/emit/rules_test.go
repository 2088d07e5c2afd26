package emit_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	. "github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit"
)

// rulesFile is the file of [everything] that has rules.
const rulesFile = 3

func TestRules(t *testing.T) {
	src := printed(t, everything(), rulesFile)
	assert.Contains(t, src, "\n// Rules of this package, by schema.\nconst (\n\truleAny ref = iota\n\truleNever\n")
	assert.Contains(t, src, "\n\truleText\n)\n\nvar rules = program{\n")
	for _, entry := range []string{`
	ruleEnum:      rule{enum{"null", ` + "`\"a\\\"b\"`, `{\"a\":[1]}`" + `, "1e2"}},
`, `
	ruleNumber:    rule{minimum("-1.5"), maximum("9007199254740993"), multipleOf("0.1")},
`, `
	rulePatterns:  rule{&patternRecordID},
`, `
	ruleTuple: rule{&items{prefix: []rule{
		rule{kindString},
		rule{kindInteger},
	}, rest: rule{never{}}}},
`, `
	ruleContains: rule{&contains{rule{kindInteger}, 1, 2}},
`, `
	ruleMembers: rule{&properties{
		named:     []member{{"a", rule{kindInteger}}},
		patterned: []patternedMember{{&patternLower, rule{minLength(1)}}},
		rest:      rule{never{}},
	}},
`, `
	ruleIf:     rule{&cond{rule{kindString}, rule{minLength(1)}, rule{kindNull}}},
`, `
	ruleWindow: rule{minProperties(1), dependentRequired{{"to", required{"from"}}}, not{required{"to", "days"}}},
`, `
	rulePet: rule{oneOf{
		rule{ruleCat},
		rule{ruleDog},
	}},
`, `
	ruleFilter: rule{anyOf{
		rule{kindString},
		rule{kindObject, minProperties(1), &properties{named: []member{
			{"and", rule{kindArray, &items{rest: rule{ruleFilter}}}},
			{` + "`\"not\"`" + `, rule{ruleFilter}},
		}, rest: rule{never{}}}},
		rule{enum{"null", ` + "`{\"all\":1}`" + `}},
	}},
`} {
		assert.Contains(t, src, entry)
	}
	assert.Contains(t, print(t, &Rules{Head: head("more", "More rules.")}), "\nvar more = program{}\n")
}

func TestByRule(t *testing.T) {
	src := printed(t, everything(), rulesFile)
	want(t, src, `
func (x *Window) check(c *checker) {
	if x.From != nil {
		c.integer("from", *x.From, 1, 9)
	}
	first := c.count()
	for name := range x.Extra {
		if keysWindow.find([]byte(name)) >= 0 {
			c.add(name, "duplicate", "", "")
		}
	}
	c.sort(first)
	c.judge(x, rules, ruleWindow)
}`)
	want(t, src, `func (x *Contact) check(c *checker) { c.judge(x, rules, ruleContact) }`)
	want(t, src, `func (x *Filter) check(c *checker) { c.judgeRaw("", json.RawMessage(*x), rules, ruleFilter) }`)
	want(t, src, `func (x *Settings) check(c *checker) { c.judge(x, rules, ruleNames) }`)
	want(t, src, `func (x Word) encode(w *jsonWriter) { w.string(string(x)) }`)
	check := part(t, src, "func (x *Judged) check(c *checker) {")
	for _, piece := range []string{`
	if x.Payload != nil {
		c.judgeRaw("payload", x.Payload, rules, rulePet)
	}
	c.present("must", x.Must != nil)
	c.judgeRaw("must", x.Must, rules, ruleNumber)
	c.each("list", len(x.List), func(i int) { c.judgeRaw("", x.List[i], rules, ruleTypes) })
`, `
		c.object("point", x.Point)
		{
			before := c.count()
			c.judge(x.Point, rules, ruleNot)
			c.prefix(before, "point")
		}
`, `
		x.Points[i].check(c)
		c.judge(&x.Points[i], rules, ruleDog)
`, `
		if x.Holes[i] != nil && x.Holes[i].isEvent() {
			x.Holes[i].check(c)
			c.judge(x.Holes[i], rules, ruleNot)
		}
`} {
		assert.Contains(t, check, piece)
	}
}

// TestByRuleConceals: a rule does not know what is a secret.
func TestByRuleConceals(t *testing.T) {
	src := printed(t, everything(), rulesFile)
	want(t, src, `
func (x *House) check(c *checker) {
	{
		before := c.count()
		c.judge(&x.Vault, rules, ruleDog)
		for i := before; i < c.count(); i++ {
			c.findings[i].value = "" // it may be a secret
		}
		c.prefix(before, "vault")
	}
	{
		before := c.count()
		c.judge(&x.Vault, rules, ruleClosed)
		for i := before; i < c.count(); i++ {
			c.findings[i].value = "" // it may be a secret
		}
		c.prefix(before, "vault")
	}
}`)
}

// TestRawExtra: members without a field are kept as they came.
func TestRawExtra(t *testing.T) {
	src := printed(t, everything(), rulesFile)
	want(t, src, `
func (x *Bag) decode(r *jsonReader) {
	o := r.object(&keysBag)
	for o.next(r) {
		switch o.index {
		case 0: // kind
			x.Kind = new(r.string())
		default:
			if x.Extra == nil {
				x.Extra = map[string]json.RawMessage{}
			}
			x.Extra[o.name] = r.raw()
			o.distinct(r, len(x.Extra))
		}
	}
}`)
	want(t, src, `
func (x *Bag) encode(w *jsonWriter) {
	start := w.beginObject()
	putPointer(w, `+"`,\"kind\":`"+`, x.Kind, (*jsonWriter).string)
	putExtra(w, x.Extra, (*jsonWriter).raw)
	w.endObject(start)
}`)
}

// TestBrokenRules: what the model promises and what the printer relies on.
func TestBrokenRules(t *testing.T) {
	for _, c := range []struct {
		keyword           RuleKeyword
		verified, printed string
	}{
		{nil, "more has a keyword that is nil", "no printer for <nil>"},
		{typeIs(), "more has a rule of no types", "no printer for a rule of no types"},
		{typeIs("file"), `more has a gomodel.RuleTypes "file"`, `no printer for type "file"`},
		{limit("least", "1"), `more has a gomodel.RuleNumber "least"`, `no printer for keyword "least"`},
		{size("minimum", 1), `more has a gomodel.RuleSize "minimum"`, `no printer for keyword "minimum"`},
		{refer("ruleAny"), "more refers to ruleAny, which is none of its rules", ""},
		{refer("more"), "more refers to more, which is none of its rules", ""},
		{RulePattern{Var: "patternLost"}, "more checks with pattern patternLost, which is not declared", ""},
		{RuleProperties{Patterned: []RulePatternMember{{Var: "keysBag"}}}, "more checks with pattern keysBag, which is not declared", ""},
		{RuleProperties{Named: []RuleMember{memberRule("a", RuleNot{Rule: ruleOf(refer("ruleLost"))})}}, "more refers to ruleLost, which is none of its rules", ""},
	} {
		p := everything()
		more := &Rules{Head: helper("more"), List: []NamedRule{{Name: "ruleMore", Rule: ruleOf(c.keyword)}}}
		p.Files = append(p.Files, File{Name: "more_gen.go", Decls: []Decl{more}})
		assert.Equal(t, []string{c.verified}, Verify(p))
		_, err := emit.NewPrinter(p).File(&p.Files[len(p.Files)-1], header)
		if c.printed == "" {
			assert.NoError(t, err)
		} else {
			assert.EqualError(t, err, "more_gen.go: internal error: more: "+c.printed)
		}
	}
}

// TestBrokenChecks: a rule must exist, and judge what has JSON.
func TestBrokenChecks(t *testing.T) {
	text := list("A", "a", scalarType(String), Scalar{Kind: String}, "", required, each(byRule("ruleAny")))
	whole := structOf("T", "T is a type.")
	whole.Checks = []Check{byRule("rules"), items(1, 2)}
	extra := structOf("T", "T is a type.")
	extra.Extra = rawExtra(byRule("ruleLost"))
	for verified, d := range map[string]Decl{
		"T judges a gomodel.Scalar by ruleAny, which only a type of its own can be": structOf("T", "T is a type.", text),
		"T refers to ruleLost, which is no rule":                                    extra,
		"T has checks of the elements of a gomodel.Scalar":                          structOf("T", "T is a type.", scalar("A", "a", String, required, each(length(1, 2)))),
		"T has checks of a result that checks itself": &Operation{Head: helper("T"), Params: local("PutMapParams"),
			Result: ValueResult{Type: localType("Event"), Codec: unionCodec("Event"), Checks: []Check{byRule("ruleAny")}}},
		"T refers to Bag, which is no rule": &RawType{Head: head("T", "T is JSON."), Checks: []Check{byRule("Bag")}},
	} {
		p := everything()
		p.Files = append(p.Files, File{Name: "more_gen.go", Decls: []Decl{d}})
		assert.Equal(t, []string{verified}, Verify(p))
	}
	p := everything()
	p.Files = append(p.Files, File{Name: "more_gen.go", Decls: []Decl{whole}})
	assert.Equal(t, []string{"T refers to rules, which is no rule", "T has a gomodel.Items for the whole value"}, Verify(p))
}
