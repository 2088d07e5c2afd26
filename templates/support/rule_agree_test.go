package support

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// pick gives one of list.
func pick[T any](random *rand.Rand, list ...T) T { return list[random.IntN(len(list))] }

// randomValue gives a JSON text over few names and scalars, so that rules are hit often.
func randomValue(random *rand.Rand, depth int) string {
	switch n := random.IntN(8); {
	case n < 3 || depth == 0:
		return pick(random, "1", "0", "-0", "1.0", "10", "12e-1", "1e2", "100", "-1.5", "null", "true", "false", `"a"`, `"\u0061"`, `"abc"`,
			`"ä😀"`, `"\ud83d\ude00"`, `""`, "{}", "[]")
	case n < 5:
		list := make([]string, random.IntN(4))
		for i := range list {
			list[i] = randomValue(random, depth-1)
		}
		return "[" + strings.Join(list, ", ") + "]"
	}
	names := []string{`"a"`, `"b"`, `"\u0063"`, `"d/~"`, `"ab"`, `"ä"`}
	random.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	members := make([]string, random.IntN(5))
	for i := range members {
		members[i] = names[i] + " : " + randomValue(random, depth-1)
	}
	return "{" + strings.Join(members, ",") + "}"
}

// A ruleMaker makes random programs, which refer only forward, or into members and items.
type ruleMaker struct {
	*rand.Rand
	rules int // of the program
	own   int // the rule that is made
}

func (m *ruleMaker) rule(depth int, inside bool) rule {
	r := rule{}
	for range m.IntN(4) {
		r = append(r, m.keyword(depth, inside))
	}
	return r
}

func (m *ruleMaker) list(depth int, inside bool) []rule {
	list := make([]rule, 1+m.IntN(3))
	for i := range list {
		list[i] = m.rule(depth-1, inside)
	}
	return list
}

func (m *ruleMaker) name() string { return pick(m.Rand, "a", "b", "c", "d/~", "ab", "ä") }

func (m *ruleMaker) keyword(depth int, inside bool) keyword {
	if depth > 0 && m.IntN(2) == 0 {
		return m.applicator(depth, inside)
	}
	number := pick(m.Rand, "0", "1", "1.2", "1e2", "-1.5", "10.0")
	n := m.IntN(4)
	return pick[keyword](m.Rand, never{}, kind(1+m.IntN(127)), kind(1+m.IntN(127)), kindObject, kindArray, kindNumber,
		enum{`1`, `"a"`, `null`, `[]`}, enum{`{}`, `15e-1`, `1e2`, `[1]`}, enum{`{"a":1}`},
		minimum(number), maximum(number), exclusiveMinimum(number), exclusiveMaximum(number), multipleOf(pick(m.Rand, "0.5", "3", "1e1", "0.4")),
		minLength(n), maxLength(n), minItems(n), maxItems(n), minProperties(n), maxProperties(n), uniqueItems{},
		required{m.name()}, required{m.name(), m.name()},
		dependentRequired{{m.name(), required{m.name()}}}, &regex{source: "^[a-c]+$"}, &patternRecordName)
}

func (m *ruleMaker) applicator(depth int, inside bool) keyword {
	switch m.IntN(11) {
	case 0:
		if first := m.own + 1; !inside && first < m.rules {
			return ref(first + m.IntN(m.rules-first))
		} else if !inside {
			return kindObject | kindArray
		}
		return ref(m.IntN(m.rules))
	case 1:
		return not(m.rule(depth-1, inside))
	case 2:
		return anyOf(m.list(depth, inside))
	case 3:
		return oneOf(m.list(depth, inside))
	case 4:
		return &cond{m.rule(depth-1, inside), m.rule(depth-1, inside), m.rule(depth-1, inside)}
	case 5:
		return dependentSchemas{{m.name(), m.rule(depth-1, inside)}}
	case 6:
		return propertyNames(m.rule(depth-1, true))
	case 7:
		return &contains{m.rule(depth-1, true), m.IntN(3), m.IntN(4) - 1}
	case 8:
		k := &items{prefix: m.list(depth, true)}
		if m.IntN(2) == 0 {
			k.rest = m.rule(depth-1, true)
		}
		return k
	case 9:
		k := &unevaluated{of: m.rule(depth-1, inside)}
		if m.IntN(3) > 0 {
			k.items = m.rule(depth-2, true)
		}
		if m.IntN(3) > 0 {
			k.properties = pick(m.Rand, rule{never{}}, m.rule(depth-2, true))
		}
		return k
	}
	k := &properties{named: []member{{"a", m.rule(depth-1, true)}, {m.name() + "b", m.rule(depth-1, true)}}}
	if m.IntN(2) == 0 {
		k.patterned = []patternedMember{{&regex{source: "b|c"}, m.rule(depth-1, true)}}
	}
	if m.IntN(2) == 0 {
		k.rest = pick(m.Rand, rule{never{}}, m.rule(depth-1, true))
	}
	return k
}

// TestRulesLikeReference compares the evaluation with the slow one of the reference, with and without memory of answers.
func TestRulesLikeReference(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	valid, total := 0, 0
	for n := range 3000 {
		m := &ruleMaker{Rand: random, rules: 4}
		p := make(program, m.rules)
		for m.own = range p {
			p[m.own] = m.rule(3, false)
		}
		for range 20 {
			data := randomValue(random, 3)
			v, err := reference([]byte(data))
			require.NoError(t, err)
			want := judge{p}.holds(p[0], v)
			for _, steps := range []int{0, 1 << 30} {
				e := evaluation{program: p}
				e.steps = steps
				r := jsonReader{data: []byte(data)}
				e.readTape(&r)
				require.NoError(t, r.finish("X"))
				got := ref(0).holds(&e, 0, nil)
				require.Equal(t, want, got, "program %d: %s", n, data)
				require.Equal(t, want, len(e.findings()) == 0, "program %d: %s", n, data)
				e.quiet, e.failures = 1, nil
				require.Equal(t, want, ref(0).holds(&e, 0, nil), "program %d, quiet: %s", n, data)
				require.Empty(t, e.failures)
			}
			if total++; want {
				valid++
			}
		}
	}
	require.Greater(t, valid, total/10, "too few values are valid")
	require.Less(t, valid, total*9/10, "too few values are invalid")
}

// TestRulesLikeTypes: a rule of the whole schema takes what typed code takes. Only typed code knows formats.
func TestRulesLikeTypes(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	base, err := randomRecords(2).MarshalJSON()
	require.NoError(t, err)
	words := strings.FieldsFunc(string(base), func(c rune) bool { return strings.ContainsRune(",:{}[]", c) })
	words = append(words, "null", "1", "0", "-1", "1.0", "1e3", "0.5", "true", `""`, "{}", "[]", `"ä"`, strconv.Quote(strings.Repeat("x", 129)))
	valid := 0
	for range 20_000 {
		data := string(base)
		for range 1 + random.IntN(2) {
			data = strings.Replace(data, pick(random, words...), pick(random, words...), 1)
		}
		var typed error
		list := new(RecordList)
		if typed = list.UnmarshalJSON([]byte(data)); typed == nil {
			typed = list.Validate()
		}
		findings := recordRules.findings(0, []byte(data))
		if typed == nil {
			valid++
			require.Empty(t, findings, data)
			continue
		}
		for _, v := range typed.(*InvalidError).Violations {
			if v.Rule != "format" {
				require.NotEmpty(t, findings, "%s: %v", data, typed)
			}
		}
	}
	require.Greater(t, valid, 500)
}

var recordRules = program{
	{kindObject, required{"total", "records"}, &properties{named: []member{
		{"total", rule{kindInteger, minimum("0")}},
		{"next_marker", rule{kindString | kindNull}},
		{"records", rule{kindArray, maxItems(10000), &items{rest: rule{ref(1)}}}},
	}}},
	{kindObject, required{"id", "name", "status", "created_at", "size", "ratio", "tags", "owner"}, &properties{named: []member{
		{"id", rule{kindString, minLength(36), maxLength(36), &patternRecordID}},
		{"name", rule{kindString, minLength(1), maxLength(128), &patternRecordName}},
		{"description", rule{kindString | kindNull, maxLength(1024)}},
		{"status", rule{kindString, enum{`"CREATING"`, `"ACTIVE"`, `"DELETING"`, `"ERROR"`, `"FROZEN"`}}},
		{"created_at", rule{kindString}},
		{"updated_at", rule{kindString | kindNull}},
		{"size", rule{kindInteger, minimum("0"), maximum("1099511627776")}},
		{"shards", rule{kindInteger, minimum("1"), maximum("256")}},
		{"ratio", rule{kindNumber, minimum("0"), maximum("1")}},
		{"latency_ms", rule{kindNumber | kindNull, minimum("0")}},
		{"enabled", rule{kindBoolean}},
		{"tags", rule{kindArray, maxItems(20), &items{rest: rule{kindString, minLength(1), maxLength(36)}}}},
		{"metrics", rule{kindArray, maxItems(64), &items{rest: rule{kindInteger}}}},
		{"points", rule{kindArray, maxItems(16), &items{rest: rule{ref(2)}}}},
		{"owner", rule{ref(3)}},
	}}},
	{kindObject, required{"t", "v"}, &properties{named: []member{
		{"t", rule{kindInteger, minimum("0")}},
		{"v", rule{kindNumber}},
	}}},
	{kindObject, required{"user_id", "role"}, &properties{named: []member{
		{"user_id", rule{kindInteger, minimum("1")}},
		{"role", rule{kindString, enum{`"admin"`, `"member"`, `"guest"`}}},
		{"email", rule{kindString, maxLength(254)}},
	}}},
}

// BenchmarkRules compares typed code with a rule of the whole schema.
func BenchmarkRules(b *testing.B) {
	data, err := randomRecords(1000).MarshalJSON()
	require.NoError(b, err)
	b.Run("typed", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			var x RecordList
			if x.UnmarshalJSON(data) != nil || x.Validate() != nil {
				b.Fatal("not valid")
			}
		}
	})
	b.Run("tape", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			var e evaluation
			r := jsonReader{data: data}
			e.readTape(&r)
		}
	})
	b.Run("rules", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			if recordRules.findings(0, data) != nil {
				b.Fatal("not valid")
			}
		}
	})
}
