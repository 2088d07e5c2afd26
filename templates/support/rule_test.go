package support

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// This file has rules as the generator emits them.

const (
	ruleWindow ref = iota
	ruleContact
	rulePet
	ruleCat
	ruleDog
	ruleFilter
	ruleBag
)

var rules = program{
	ruleWindow: rule{minProperties(1), dependentRequired{{"to", required{"from"}}}, propertyNames{&regex{source: `^[a-z]+\z`}}, not{required{"to", "days"}}},
	ruleContact: rule{anyOf{
		rule{required{"email"}},
		rule{required{"phone"}},
	}},
	rulePet: rule{oneOf{
		rule{ruleCat},
		rule{ruleDog},
	}},
	ruleCat: rule{kindObject, required{"name"}, &properties{named: []member{
		{"name", rule{kindString}},
		{"lives", rule{kindInteger, maximum("9")}},
	}}},
	ruleDog: rule{kindObject, required{"name", "barks"}, &properties{named: []member{
		{"name", rule{kindString}},
		{"barks", rule{kindBoolean}},
	}}},
	ruleFilter: rule{anyOf{
		rule{kindString},
		rule{kindObject, minProperties(1), &properties{named: []member{
			{"and", rule{kindArray, &items{rest: rule{ruleFilter}}}},
			{"not", rule{ruleFilter}},
		}, rest: rule{never{}}}},
		rule{enum{"null", `{"all":1}`}},
	}},
	ruleBag: rule{&unevaluated{of: rule{kindObject, &properties{named: []member{
		{"kind", rule{kindString}},
	}, patterned: []patternedMember{
		{&patternDelayString, rule{kindArray, uniqueItems{}}},
	}}, &cond{rule{required{"kind"}, &properties{named: []member{
		{"kind", rule{enum{`"box"`}}},
	}}}, rule{required{"width"}, &properties{named: []member{
		{"width", rule{kindNumber}},
	}}}, rule{}}}, properties: rule{never{}}}},
}

// Window is a struct with a rule. It keeps the members that it has no field for.
type Window struct {
	From, To, Days *int64
	Extra          map[string]json.RawMessage
	Payload        json.RawMessage
}

func (x *Window) encode(w *jsonWriter) {
	start := w.beginObject()
	putPointer(w, `,"from":`, x.From, (*jsonWriter).int64)
	putPointer(w, `,"to":`, x.To, (*jsonWriter).int64)
	putPointer(w, `,"days":`, x.Days, (*jsonWriter).int64)
	putExtra(w, x.Extra, (*jsonWriter).raw)
	if x.Payload != nil {
		w.key(`,"payload":`).raw(x.Payload)
	}
	w.endObject(start)
}

func (x *Window) check(c *checker) {
	if x.Days != nil {
		c.integer("days", *x.Days, 1, math.MaxInt64)
	}
	c.judgeRaw("payload", x.Payload, rules, ruleFilter)
	c.judge(x, rules, ruleWindow)
}

func lines(t *testing.T, err error) (lines []string) {
	t.Helper()
	if err == nil {
		return nil
	}
	var invalid *InvalidError
	require.ErrorAs(t, err, &invalid)
	for _, v := range invalid.Violations {
		lines = append(lines, v.String())
	}
	return lines
}

// judged gives what is wrong with data.
func judged(t *testing.T, p program, i ref, data string) []string {
	var c checker
	c.judgeRaw("", json.RawMessage(data), p, i)
	return lines(t, c.result("X"))
}

// A value is judged as it would be encoded, whoever made it.
func TestRuleOfStruct(t *testing.T) {
	x := Window{To: new(int64(1)), Days: new(int64(0)), Payload: json.RawMessage(` {"and": ["a", {"not": 1}]}`)}
	assert.Equal(t, []string{
		"/days: minimum 1, got 0",
		"/payload: anyOf at least 1 of 3, got {…}",
		"/payload/and/1: anyOf at least 1 of 3, got {…}",
		"/payload/and/1/not: anyOf at least 1 of 3, got 1",
		`/payload/and/1/not: enum [null, {"all":1}], got 1`,
		"/from: dependentRequired with to",
		"not, got {…}",
	}, lines(t, validate("Window", &x)))
	assert.NoError(t, validate("Window", &Window{Extra: map[string]json.RawMessage{"x": json.RawMessage("1")}}))
	assert.Equal(t, []string{"minProperties 1, got 0 properties"}, lines(t, validate("Window", &Window{})))
	x = Window{Extra: map[string]json.RawMessage{"x": json.RawMessage("oops")}}
	assert.Equal(t, []string{"encoding a json.RawMessage is not JSON"}, lines(t, validate("Window", &x)))
	x = Window{From: new(int64(1)), Payload: json.RawMessage(`{"not": "a", "not": "a"}`)}
	assert.Equal(t, []string{"/payload/not: duplicate", "/payload/not: duplicate"}, lines(t, validate("Window", &x)))
}

// TestRuleMessages has each keyword once.
func TestRuleMessages(t *testing.T) {
	for _, test := range []struct {
		rule rule
		data string
		want string // joined by "; "
	}{
		{rule{&unevaluated{of: rule{anyOf{{&properties{named: []member{{"a", rule{}}}}}, {&properties{named: []member{{"b", rule{}}}}}}},
			properties: rule{never{}}}}, `{"a": 1, "b": 1, "c": 1}`, "/c: unevaluatedProperties false"},
		{rule{never{}}, `1`, "schema false, got 1"},
		{rule{kindNumber | kindNull}, `"a"`, `type null or number, got "a"`},
		{rule{kindString}, `12`, `type string, got number`},
		{rule{kindInteger}, `1.5`, `type integer, got 1.5`},
		{rule{enum{`"a"`}}, `"b"`, `const "a", got "b"`},
		{rule{enum{`1`, `"a"`}}, `"b"`, `enum [1, "a"], got "b"`},
		{rule{minimum("1.5")}, `1.49`, "minimum 1.5, got 1.49"},
		{rule{maximum("1e2")}, `101`, "maximum 1e2, got 101"},
		{rule{exclusiveMinimum("1")}, `1.0`, "exclusiveMinimum 1, got 1.0"},
		{rule{exclusiveMaximum("1")}, `10e-1`, "exclusiveMaximum 1, got 10e-1"},
		{rule{multipleOf("0.1")}, `0.25`, "multipleOf 0.1, got 0.25"},
		{rule{minLength(2)}, `"ä"`, `minLength 2, got "ä"`},
		{rule{maxLength(1)}, `"\u0061b"`, `maxLength 1, got "\u0061b"`},
		{rule{&patternDelayString}, `"x"`, "pattern " + patternDelayString.source + `, got "x"`},
		{rule{&regex{source: "a"}}, `"x"`, `pattern a, got "x"`},
		{rule{minItems(1), maxItems(0)}, `[]`, "minItems 1, got 0 items"},
		{rule{maxItems(1)}, `[1, 2]`, "maxItems 1, got 2 items"},
		{rule{uniqueItems{}}, `[1, {"a": 1, "b": 2}, 1.0, {"b": 2, "\u0061": 1}]`, "/2: uniqueItems, got 1.0; /3: uniqueItems, got {…}"},
		{rule{&items{prefix: []rule{{kindString}}, rest: rule{never{}}}}, `[1, 2]`, "/0: type string, got number; /1: items false"},
		{rule{&contains{rule{kindString}, 1, -1}}, `[1]`, "contains, got […]"},
		{rule{&contains{rule{kindString}, 2, -1}}, `["a"]`, "minContains 2, got 1 items"},
		{rule{&contains{rule{kindString}, 0, 1}}, `["a", "b"]`, "maxContains 1, got 2 items"},
		{rule{minProperties(1)}, `{}`, "minProperties 1, got 0 properties"},
		{rule{maxProperties(0)}, `{"a": 1}`, "maxProperties 0, got 1 properties"},
		{rule{required{"a/b", ""}}, `{}`, "/a~1b: required; /: required"},
		{rule{&properties{named: []member{{"a", rule{never{}}}}, rest: rule{never{}}}}, `{"b": "secret", "a": 1}`,
			"/b: additionalProperties false; /a: schema false, got 1"},
		{rule{&properties{rest: rule{kindNull}}}, `{"b": 1}`, "/b: type null, got 1"},
		{rule{propertyNames{maxLength(1)}}, `{"ab": {}}`, `/ab: propertyNames maxLength 1, got "ab"`},
		{rule{dependentRequired{{"a", required{"b"}}}}, `{"a": 1}`, "/b: dependentRequired with a"},
		{rule{dependentSchemas{{"a", rule{maxProperties(1)}}}}, `{"a": 1, "b": 1}`, "maxProperties 1, got 2 properties"},
		{rule{not{kindNull}}, `null`, "not, got null"},
		{rule{&cond{{kindString}, {minLength(1)}, {kindNull}}}, `""`, `minLength 1, got ""`},
		{rule{&cond{{kindString}, {minLength(1)}, {kindNull}}}, `1`, "type null, got 1"},
		{rule{&unevaluated{items: rule{never{}}, properties: rule{kindNull}}}, `[{}]`, "/0: unevaluatedItems false"},
		{rule{&unevaluated{items: rule{never{}}, properties: rule{kindNull}}}, `{"a": 1}`, "/a: type null, got 1"},
		{rule{oneOf{{kindString}, {kindString | kindNull}}}, `"a"`, `oneOf exactly 1 of 2 (2 hold), got "a"`},
		{rule{kindNull}, ` [1, }`, "/1: syntax error, expected a value at byte 5"},
		{rule{kindNull}, ``, "syntax error, expected a value at byte 0"},
	} {
		assert.Equal(t, test.want, strings.Join(judged(t, program{test.rule}, 0, test.data), "; "), test.data)
	}
}

// A failed choice tells what is wrong with the branch that was most likely meant.
func TestExplanations(t *testing.T) {
	for _, test := range []struct {
		rule ref
		data string
		want []string
	}{
		{rulePet, `{"name": "a", "barks": true}`, []string{"oneOf exactly 1 of 2 (2 hold), got {…}"}},
		{rulePet, `{"lives": 1}`, []string{"oneOf exactly 1 of 2 (0 hold), got {…}", "/name: required"}},
		{rulePet, `{"name": 1, "barks": 2}`, []string{"oneOf exactly 1 of 2 (0 hold), got {…}", "/name: type string, got number"}},
		{ruleContact, `{}`, []string{"anyOf at least 1 of 2, got {…}", "/email: required"}},
		{ruleFilter, `{"or": 1}`, []string{"anyOf at least 1 of 3, got {…}", "/or: additionalProperties false"}},
		{ruleFilter, `{"not": {"not": {"not": {"not": {"not": 1}}}}}`, []string{"anyOf at least 1 of 3, got {…}", "/not: anyOf at least 1 of 3, got {…}",
			"/not/not: anyOf at least 1 of 3, got {…}", "/not/not/not: anyOf at least 1 of 3, got {…}"}},
		{ruleBag, `{"kind": "box", "x": 1}`, []string{"/width: required", "/x: unevaluatedProperties false"}},
		{ruleBag, `{"30": [1, 1.0]}`, []string{"/30/1: uniqueItems, got 1.0"}},
	} {
		assert.Equal(t, test.want, judged(t, rules, test.rule, test.data), test.data)
	}
	list := "[" + strings.Repeat(`{"lives": 1},`, 2000) + `{"name": "a"}]`
	got := judged(t, append(program{rule{&items{rest: rule{ref(3)}}}, nil, nil}, rules[rulePet], rules[ruleCat]), 0, list)
	assert.NotEmpty(t, got)
	pets := append(rules[:len(rules):len(rules)], rule{&items{rest: rule{rulePet}}})
	assert.Len(t, judged(t, pets, ref(len(rules)), list), maxViolations)
}

// quickly fails if f takes more than a few seconds, which is for ever.
func quickly(t *testing.T, name string, f func()) {
	t.Helper()
	done := make(chan struct{})
	go func() {
		defer close(done)
		f()
	}()
	select {
	case <-done:
	case <-time.After(20 * time.Second):
		require.FailNow(t, "takes too long", name)
	}
}

// Each level of the value is judged by both branches of both levels above it; without memory this takes 2^200 steps.
func TestManyWays(t *testing.T) {
	const depth = 200
	data := strings.Repeat(`{"a":`, depth) + "{}" + strings.Repeat("}", depth)
	wrong := strings.Replace(data, "{}", "1", 1)
	inner := func(i ref) *properties { return &properties{named: []member{{"a", rule{i}}}} }
	for name, p := range map[string]program{
		"choice":        {{kindObject, anyOf{{inner(0), required{"x"}}, {inner(0)}}}},
		"all":           {{kindObject, inner(0), inner(0)}},
		"not":           {{kindObject, not{not{inner(0)}}, not{not{inner(0)}}}},
		"explained":     {{kindObject, anyOf{{inner(0), inner(0)}, {inner(0), required{"x"}}}}},
		"unevaluated":   {{kindObject, &unevaluated{of: rule{inner(0), inner(0)}, properties: rule{never{}}}}},
		"dependent":     {{kindObject, dependentSchemas{{"a", rule{inner(0)}}}, dependentSchemas{{"a", rule{inner(0)}}}}},
		"if":            {{kindObject, &cond{{inner(0)}, {inner(0)}, {inner(0)}}}},
		"unmarked":      {{kindObject, &unevaluated{of: rule{required{}}, properties: rule{ref(0)}}, &unevaluated{of: rule{ref(0)}, properties: rule{ref(0)}}}},
		"two by itself": {{ref(1), ref(1)}, {ref(2), ref(2)}, {kindObject, inner(0), inner(1)}},
	} {
		quickly(t, name, func() {
			assert.Empty(t, judged(t, p, 0, data), name)
			assert.NotEmpty(t, judged(t, p, 0, wrong), name)
		})
	}
}

// A chain of rules that each refer to the next one twice, for one value.
func TestManyWaysInPlace(t *testing.T) {
	const length = 100
	for _, data := range []string{"1", `{"a": 1}`} {
		for name, twice := range map[string]func(next ref) rule{
			"all":    func(next ref) rule { return rule{next, next} },
			"choice": func(next ref) rule { return rule{anyOf{{next, never{}}, {next}}} },
		} {
			p := program{}
			for i := range ref(length) {
				p = append(p, twice(i+1))
			}
			p = append(p, rule{&properties{named: []member{{"a", rule{}}}}})
			marked := append(p[:len(p):len(p)], rule{&unevaluated{of: rule{ref(0)}, properties: rule{never{}}}})
			wrong := append(p[:length:length], rule{kindNull})
			quickly(t, name, func() {
				assert.Empty(t, judged(t, p, 0, data))
				assert.Empty(t, judged(t, marked, ref(length+1), data))
				assert.NotEmpty(t, judged(t, wrong, 0, data))
			})
		}
	}
}

// The generator refuses rules that refer to themselves without a step into the value. They must end all the same.
func TestCircle(t *testing.T) {
	p := program{{ref(1)}, {anyOf{{ref(0)}, {never{}}}}, {not{ref(2)}}, {&unevaluated{of: rule{ref(3)}, properties: rule{never{}}}}}
	for i := range ref(2) {
		assert.Empty(t, judged(t, p, i, "1"))
	}
	assert.NotEmpty(t, judged(t, p, 2, "1"))
	assert.Equal(t, []string{"/a: unevaluatedProperties false"}, judged(t, p, 3, `{"a": 1}`))
}

// TestHostileTexts judges texts that are made to cost time.
func TestHostileTexts(t *testing.T) {
	many := func(n int, text func(i int) string) string {
		texts := make([]string, n)
		for i := range texts {
			texts[i] = text(i)
		}
		return strings.Join(texts, ",")
	}
	digits := strings.Repeat("1234567890", 100_000)
	for _, test := range []struct {
		rule rule
		data string
		ok   bool
	}{
		{rule{minimum("1e1000000000")}, "1e999999999", false},
		{rule{maximum("1e1000000000")}, "1e999999999", true},
		{rule{minimum("-1e-1000000000")}, "-1e-1000000001", true},
		{rule{exclusiveMaximum("1e-1000000000")}, "1e-1000000000", false},
		{rule{multipleOf("1e1000000000")}, "3e1000000001", true},
		{rule{multipleOf("3")}, "1e1000000000", false},
		{rule{multipleOf("7e-1000000000")}, "14e1000000000", true},
		{rule{multipleOf("1e-308")}, "1e308", true},
		{rule{multipleOf("123456789")}, "1e308", false},
		{rule{multipleOf("0.0001")}, "0.0075", true},
		{rule{multipleOf("0.0001")}, "0.00751", false},
		{rule{multipleOf("0")}, "1", false},
		{rule{multipleOf("7"), minimum("1")}, digits, false},
		{rule{multipleOf("10"), minimum("1")}, digits, true},
		{rule{kindInteger, enum{"1e1000000000"}}, "10e999999999", true},
		{rule{kindInteger}, "1e-1000000000", false},
		{rule{kindInteger}, "1e-99999999999999999999", false},
		{rule{kindInteger}, "0e-99999999999999999999", true},
		{rule{minimum("9007199254740993")}, "9007199254740992.0", false},
		{rule{exclusiveMinimum("0.1")}, "0.1000000000000000000001", true},
		{rule{maximum("18446744073709551615")}, "18446744073709551616", false},
		{rule{uniqueItems{}}, "[" + many(100_000, strconv.Itoa) + "]", true},
		{rule{uniqueItems{}, &contains{rule{enum{"5"}}, 1, 1}}, "[" + many(100_000, strconv.Itoa) + ",5.0]", false},
		{rule{propertyNames{maxLength(7)}, minProperties(100_000)}, "{" + many(100_000, func(i int) string { return fmt.Sprintf(`"k%d": 1`, i) }) + "}", true},
		{rule{}, "{" + many(100_000, func(i int) string { return fmt.Sprintf(`"k%d": 1`, i) }) + `,"\u006b0": 1}`, false},
		{rule{}, strings.Repeat("[", maxDepth) + strings.Repeat("]", maxDepth), true},
		{rule{}, strings.Repeat("[", maxDepth+1) + strings.Repeat("]", maxDepth+1), false},
		{rule{&items{rest: rule{kindNull}}}, "[" + many(300_000, strconv.Itoa) + "]", false},
		{rule{maxLength(2)}, `"😀\ud83d\ude00"`, true},
		{rule{minLength(3)}, `"😀\ud83d\ude00"`, false},
	} {
		quickly(t, test.data[:min(len(test.data), 40)], func() {
			got := judged(t, program{test.rule}, 0, test.data)
			assert.Equal(t, test.ok, got == nil, "%.40s: %.200v", test.data, got)
		})
	}
}

// TestHostileLevels judges texts where each level would look at all that is below it.
func TestHostileLevels(t *testing.T) {
	wide := strings.Repeat("1,", 100_000) + "1"
	nested := func(open, inner, end string) string {
		return strings.Repeat(open, 250) + inner + strings.Repeat(end, 250)
	}
	unique := program{{kindArray | kindNumber | kindObject, uniqueItems{}, enum{"[1]", `{"a":[1]}`, "1"},
		&items{rest: rule{ref(0)}}, &properties{rest: rule{ref(0)}}}}
	for _, test := range []struct {
		p    program
		rule ref
		data string
	}{
		{rules, ruleFilter, nested(`{"and":[`, wide, "]}")},
		{rules, ruleFilter, `{"and":[` + strings.Repeat(nested(`{"and":[`, "1", "]}")+",", 200) + "1]}"},
		{unique, 0, nested(`[0,`, wide, "]")},
		{unique, 0, nested(`[0,{"a":`, "["+wide+"]", "}]")},
	} {
		start := time.Now()
		assert.NotEmpty(t, judged(t, test.p, test.rule, test.data))
		assert.Less(t, time.Since(start), 5*time.Second, "%.40s", test.data)
	}
}

// Names are found twice however many there are, and wherever they are.
func TestRuleDuplicates(t *testing.T) {
	for _, n := range []int{1, 63, 64, 65, 1000} {
		var b strings.Builder
		b.WriteString(`{"in": [{`)
		for i := range n {
			fmt.Fprintf(&b, `"k%d": 1, `, i)
		}
		assert.Empty(t, judged(t, program{{}}, 0, b.String()+`"x": 1}]}`), n)
		assert.Equal(t, []string{"/in/0/k0: duplicate"}, judged(t, program{{}}, 0, b.String()+`"\u006b0": 1}]}`), n)
	}
}

// Matching needs no memory, so that a hostile text cannot make it.
func TestPatternAllocations(t *testing.T) {
	text := []byte(`["` + strings.Repeat("a", 100) + `"]`)
	p := program{{&items{rest: rule{&patternRecordName, &regex{source: "^a+$"}}}}}
	e := evaluation{program: p}
	r := jsonReader{data: text}
	e.readTape(&r)
	require.True(t, e.all(p[0], 0, nil))
	assert.Zero(t, testing.AllocsPerRun(100, func() { e.all(p[0], 0, nil) }))
}

func TestPlainCanonical(t *testing.T) {
	for text, want := range map[string]string{
		"14": "14", "3e1": "30", "-3e2": "-300", "15e-1": "1.5", "-5e-1": "-0.5", "5e-3": "0.005", "1e30": "1e30", "1e-30": "1e-30",
		`"3e1"`: `"3e1"`, "null": "null", "true": "true", "[3e1]": "[3e1]", `{"e1":1}`: `{"e1":1}`,
	} {
		assert.Equal(t, want, plainCanonical(text))
	}
}
