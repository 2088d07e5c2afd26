package gomodel_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	m "github.com/oas2go/oas2go/generator/gomodel"
)

// table is a sound table of rules with ruleAny, and others that a test wants.
func table(others ...m.Rule) *m.Rules {
	d := &m.Rules{Head: head("rules"), List: []m.NamedRule{{Name: "ruleAny", Rule: m.Rule{}}}}
	for _, r := range others {
		d.List = append(d.List, m.NamedRule{Name: "ruleOther", Rule: r})
	}
	return d
}

// judged is a package with a table and a declaration.
func judged(d m.Decl) *m.Package {
	p := everything()
	add(table(), d)(p)
	return p
}

func TestVerifyByRule(t *testing.T) {
	str, raw := m.Builtin("string"), foreign("encoding/json", "RawMessage")
	by := func(rule string) []m.Check { return []m.Check{m.ByRule{Rule: rule}} }
	held := func(codec m.Codec, checks []m.Check) *m.Struct {
		return object("New", &m.Field{Name: "A", Wire: "a", Type: raw, Hold: required, Codec: codec, Checks: checks})
	}
	for _, d := range []m.Decl{
		held(m.RawCodec{}, by("ruleAny")),
		held(m.ObjectCodec{Type: local("Dog")}, by("ruleAny")),
		held(m.UnionCodec{Type: local("Pet")}, by("ruleAny")),
		held(m.OrNull{Elem: m.ObjectCodec{Type: local("Dog")}}, by("ruleAny")),
		held(m.ListCodec{Elem: m.RawCodec{}}, []m.Check{m.Each{Checks: by("ruleAny")}}),
		&m.Struct{Head: head("New"), Checks: by("ruleAny")},
		&m.RawType{Head: head("New"), Checks: by("ruleAny")},
		&m.NamedType{Head: head("New"), Under: str, Codec: m.Scalar{Kind: m.String}, Checks: by("ruleAny")},
		&m.ListType{Head: head("New"), Elem: str, Checks: by("ruleAny")},
		&m.MapType{Head: head("New"), Elem: str, Checks: by("ruleAny")},
	} {
		assert.Empty(t, m.Verify(judged(d)), "%+v", d)
	}
	for _, c := range []struct {
		want string
		decl m.Decl
	}{
		{"New refers to ruleLost, which is no rule", held(m.RawCodec{}, by("ruleLost"))},
		{"New refers to rules, which is no rule", held(m.RawCodec{}, by("rules"))},
		{"New refers to Dog, which is no rule", &m.Struct{Head: head("New"), Checks: by("Dog")}},
		{"New refers to ruleLost, which is no rule", &m.RawType{Head: head("New"), Checks: by("ruleLost")}},
		{"New refers to ruleLost, which is no rule", &m.NamedType{Head: head("New"), Under: str, Checks: by("ruleLost")}},
		{"New judges a gomodel.Scalar by ruleAny, which only a type of its own can be", held(m.Scalar{Kind: m.String}, by("ruleAny"))},
		{"New judges a gomodel.ListCodec by ruleAny, which only a type of its own can be", held(m.ListCodec{Elem: m.RawCodec{}}, by("ruleAny"))},
	} {
		assert.Equal(t, []string{c.want}, m.Verify(judged(c.decl)))
	}
}

func TestVerifyEvidence(t *testing.T) {
	for _, e := range []m.Evidence{
		{Members: []string{"a"}, Leads: []int{0}},
		{Members: []string{"a"}, Required: []uint64{1}, Forbids: []uint64{0}},
		{Members: []string{"a"}, Leads: []int{1}, Required: []uint64{1}, Forbids: []uint64{0}},
	} {
		p := judged(object("New"))
		declared[*m.Union](p, "Pet").Choose = m.BySchema{Rule: "ruleAny", Cases: []m.SchemaCase{{Rule: "ruleAny"}}, Evidence: &e}
		assert.Equal(t, []string{"Pet has evidence for other cases or members than it has"}, m.Verify(p))
	}
}

// TestVerifyCheckPlaces: a check hangs where emit can print it.
func TestVerifyCheckPlaces(t *testing.T) {
	str, dog := m.Builtin("string"), m.Pointer{Elem: localType("Dog")}
	each, length := []m.Check{m.Each{}}, []m.Check{m.Length{Min: 1, Max: -1}}
	result := func(codec m.Codec, checks ...m.Check) *m.Operation {
		return &m.Operation{Head: head("New"), Params: local("PingParams"), Result: m.ValueResult{Type: dog, Codec: codec, Checks: checks}}
	}
	for _, c := range []struct {
		want string
		decl m.Decl
	}{
		{"New has checks of the elements of a gomodel.Scalar", object("New", field("A", "a", str, required, each...))},
		{"New has checks of the elements of a gomodel.Scalar", &m.NamedType{Head: head("New"), Under: str, Codec: m.Scalar{Kind: m.String}, Checks: each}},
		{"New has a gomodel.Length for the whole value", &m.Struct{Head: head("New"), Checks: length}},
		{"New has a gomodel.Length for the whole value", &m.RawType{Head: head("New"), Checks: length}},
		{"New has checks of a result that checks itself", result(m.ObjectCodec{Type: local("Dog")}, m.Inside{})},
		{"New has checks of a result that checks itself", result(m.UnionCodec{Type: local("Pet")}, m.InsideUnion{})},
	} {
		assert.Equal(t, []string{c.want}, m.Verify(judged(c.decl)))
	}
	assert.Empty(t, m.Verify(judged(result(m.ObjectCodec{Type: local("Dog")}))))
}

func TestVerifyRules(t *testing.T) {
	never := m.Rule{m.RuleNever{}}
	in := func(k m.RuleKeyword) *m.Package {
		p := everything()
		add(table(m.Rule{m.RuleNot{Rule: m.Rule{k}}}))(p)
		return p
	}
	for _, k := range []m.RuleKeyword{
		m.RuleRef{Name: "ruleAny"}, m.RuleRef{Name: "ruleOther"}, m.RulePattern{Var: "namePattern"},
		m.RuleTypes{Names: []string{"null", "object"}}, m.RuleNumber{Keyword: "multipleOf", Limit: "2"}, m.RuleSize{Keyword: "maxItems"},
		m.RuleIf{If: never}, m.RuleProperties{Patterned: []m.RulePatternMember{{Var: "namePattern", Rule: never}}},
	} {
		assert.Empty(t, m.Verify(in(k)), "%+v", k)
	}
	for want, k := range map[string]m.RuleKeyword{
		"rules has a keyword that is nil":                                  nil,
		"rules has a rule of no types":                                     m.RuleTypes{},
		`rules has a gomodel.RuleTypes "text"`:                             m.RuleTypes{Names: []string{"string", "text"}},
		`rules has a gomodel.RuleNumber "maxItems"`:                        m.RuleNumber{Keyword: "maxItems", Limit: "2"},
		`rules has a gomodel.RuleSize "multipleOf"`:                        m.RuleSize{Keyword: "multipleOf"},
		"rules refers to ruleLost, which is none of its rules":             m.RuleRef{Name: "ruleLost"},
		"rules refers to rules, which is none of its rules":                m.RuleRef{Name: "rules"},
		"rules refers to Dog, which is none of its rules":                  m.RuleRef{Name: "Dog"},
		"rules checks with pattern lostPattern, which is not declared":     m.RulePattern{Var: "lostPattern"},
		"rules checks with pattern patternOfName, which is not declared":   m.RuleProperties{Patterned: []m.RulePatternMember{{Var: "patternOfName", Rule: never}}},
		"rules checks with pattern patternInName, which is not declared":   m.RuleNames{Rule: m.Rule{m.RulePattern{Var: "patternInName"}}},
		"rules refers to ruleInBranch, which is none of its rules":         m.RuleIf{Else: m.Rule{m.RuleRef{Name: "ruleInBranch"}}},
		"rules refers to ruleInUnevaluated, which is none of its rules":    m.RuleUnevaluated{Items: m.Rule{m.RuleRef{Name: "ruleInUnevaluated"}}},
		"rules refers to ruleInContained, which is none of its rules":      m.RuleContains{Rule: m.Rule{m.RuleRef{Name: "ruleInContained"}}, Max: -1},
		"rules refers to ruleInDependent, which is none of its rules":      m.RuleDependentSchemas{List: []m.RuleMember{{Name: "a", Rule: m.Rule{m.RuleRef{Name: "ruleInDependent"}}}}},
		"rules refers to ruleInLastElement, which is none of its rules":    m.RuleItems{Rest: m.Rule{m.RuleRef{Name: "ruleInLastElement"}}},
		"rules refers to ruleInAlternative, which is none of its rules":    m.RuleOneOf{Rules: []m.Rule{never, {m.RuleRef{Name: "ruleInAlternative"}}}},
		"rules refers to ruleInOtherMembers, which is none of its rules":   m.RuleProperties{Rest: m.Rule{m.RuleRef{Name: "ruleInOtherMembers"}}},
		"rules refers to ruleInAnyAlternative, which is none of its rules": m.RuleAnyOf{Rules: []m.Rule{never, {m.RuleRef{Name: "ruleInAnyAlternative"}}}},
	} {
		assert.Equal(t, []string{want}, m.Verify(in(k)))
	}
}
