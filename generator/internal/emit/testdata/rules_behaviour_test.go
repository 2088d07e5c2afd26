package style

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestKeywords: each keyword takes and refuses what it should.
func TestKeywords(t *testing.T) {
	for _, c := range []struct {
		rule      ref
		takes     []string
		refuses   []string
		violation string // of the first that is refused
	}{
		{ruleAny, []string{"null", "1", `{"a":[]}`}, nil, ""},
		{ruleNever, nil, []string{"null", "{}"}, " schema"},
		{ruleTypes, []string{"1", "1.0", "null"}, []string{"1.5", `"1"`, "{}", "true"}, " type"},
		{ruleKinds, []string{"1.5", "2", `""`, "[]", "false"}, []string{"{}", "null"}, " type"},
		{ruleEnum, []string{"null", `"a\u0022b"`, `{ "a": [1.0] }`, "100"}, []string{"1e3", `{"a":[2]}`}, " enum"},
		{ruleNot, []string{"1"}, []string{`"a"`}, " not"},
		{ruleNumber, []string{"-1.5", "0.3", "9007199254740993", `"x"`}, []string{"-1.6", "9007199254740994", "0.25"}, " minimum"},
		{ruleExclusive, []string{"0.5", "null"}, []string{"0", "1"}, " exclusiveMinimum"},
		{ruleSizes, []string{`"ab"`, `"€\ud83d\ude00x"`, "[1]", "[1,2]", `{"a":1}`, "7"}, []string{`"a"`, `"abcd"`, "[]", "[1,2,3]", "{}", `{"a":1,"b":1,"c":1}`}, " minLength"},
		{rulePatterns, []string{`"abc-"`, `""`, "1"}, []string{`"xyz-"`, `"abc"`}, " pattern"},
		{ruleUnique, []string{"[1,2]", `[{"a":1},{"a":2}]`, "1"}, []string{`[{"a":1,"b":2},{"b":2.0,"a":1}]`, "[1,1]"}, "/1 uniqueItems"},
		{ruleTuple, []string{`["a",1]`, `["a"]`, "[]", "{}"}, []string{`["a",1,null]`, "[1]"}, "/2 items"},
		{ruleTree, []string{"[]", "[[],[[]]]"}, []string{"[[],[[1]]]", "1"}, "/1/0/0 type"},
		{ruleContains, []string{`["a",1]`, "[1,2]", "1"}, []string{"[]", "[1,2,3]"}, " contains"},
		{ruleNames, []string{`{"a":1}`, "{}"}, []string{`{"a":1,"B":2}`}, "/B propertyNames"},
		{ruleSchemas, []string{`{"a":1,"b":2}`, `{"b":1}`}, []string{`{"a":1}`, `{"c":1}`}, "/b required"},
		{ruleMembers, []string{`{"a":1,"bc":"x"}`, "[]"}, []string{`{"bc":""}`, `{"a":"x"}`, `{"B":1}`}, "/bc minLength"},
		{ruleIf, []string{`"a"`, "null"}, []string{`""`, "1"}, " minLength"},
		{ruleWhen, []string{`"a"`, "1"}, []string{`""`}, " minLength"},
		{ruleRest, []string{`["a",null]`, "[]", "{}"}, []string{`["a",1]`, "[1]"}, "/1 type"},
		{ruleWindow, []string{`{"from":1,"to":2}`}, []string{`{"to":1}`, `{"from":1,"to":2,"days":3}`, "{}"}, "/from dependentRequired"},
		{ruleContact, []string{`{"phone":1}`, "1"}, []string{"{}"}, " anyOf"},
		{rulePet, []string{`{"lives":9}`, `{"lives":10,"barks":true}`}, []string{`{"lives":10}`, `{"barks":true}`}, " oneOf"},
		{ruleBag, []string{`{"kind":"box","width":1}`, `{"labels":[{"k":"a"},{"k":"b"}]}`}, []string{`{"kind":"x","width":1}`, `{"kind":"box"}`, `{"labels":[{},{}]}`}, "/width unevaluatedProperties"},
	} {
		for _, text := range c.takes {
			assert.Empty(t, judged(c.rule, text), "rule %d: %s", c.rule, text)
		}
		for i, text := range c.refuses {
			got := judged(c.rule, text)
			require.NotEmpty(t, got, "rule %d: %s", c.rule, text)
			if i == 0 {
				assert.Equal(t, c.violation, got[0], "rule %d: %s", c.rule, text)
			}
		}
	}
}

// judged returns pointer and rule of what is wrong with a text.
func judged(rule ref, text string) (out []string) {
	var c checker
	c.judgeRaw("", json.RawMessage(text), rules, rule)
	for _, f := range c.findings {
		out = append(out, joinPath(f.path)+" "+f.rule)
	}
	return out
}

// TestRuledStruct: a made value and a value that was read are judged alike, with the members that have no field.
func TestRuledStruct(t *testing.T) {
	assert.Equal(t, []string{" minProperties"}, violations(t, new(Window).Validate()))
	assert.Equal(t, []string{"/from dependentRequired"}, violations(t, (&Window{To: new(int64(1))}).Validate()))
	for text, want := range map[string][]string{
		`{"from":1,"to":2}`: nil, `{"other":null}`: nil, `{}`: {" minProperties"}, `{"from":0,"to":2,"days":3}`: {"/from minimum", " not"}} {
		var x Window
		require.NoError(t, x.UnmarshalJSON([]byte(text)))
		if want == nil {
			assert.NoError(t, x.Validate(), text)
		} else {
			assert.Equal(t, want, violations(t, x.Validate()), text)
		}
		out, err := x.AppendJSON(nil)
		require.NoError(t, err)
		assert.Equal(t, text, string(out))
	}
	var x Contact
	require.NoError(t, x.UnmarshalJSON([]byte(`{"z":[1, 2],"a":{"b":null},"email":"e"}`)))
	assert.NoError(t, x.Validate())
	assert.Equal(t, `[1, 2]`, string(x.Extra["z"]))
	out, err := x.AppendJSON(nil)
	require.NoError(t, err)
	assert.Equal(t, `{"a":{"b":null},"email":"e","z":[1, 2]}`, string(out))
	b := Bag{Extra: map[string]json.RawMessage{"kind": json.RawMessage("1"), "more": json.RawMessage(`"s"`)}}
	assert.Equal(t, []string{"/kind duplicate", "/more not", "/kind type", "/more unevaluatedProperties"}, violations(t, b.Validate()))
}

// TestSecretInRule: what a rule finds in a value with a secret is told without the value.
func TestSecretInRule(t *testing.T) {
	x := Vault{Code: "1234", Door: "1234"}
	err := x.Validate()
	assert.Equal(t, []string{" not", "/code not", "/door not"}, violations(t, err))
	assert.NotContains(t, err.Error(), "1234")
	j := House{Vault: x}
	assert.NotContains(t, j.Validate().Error(), "1234")
}

const judgedText = `{"payload":{"lives":9},"must":0.3,"list":[1,null],"map":{"a":1},"filter":{"and":["x",{"not":null}]},"point":{"t":1},` +
	`"points":[],"event":{"type":"shipped"},"sure":null,"events":[{"type":"shipped"}],"holes":[null],"word":"w","scores":[0.5,1],"settings":{"a":""}}`

func TestJudged(t *testing.T) {
	var x Judged
	require.NoError(t, x.UnmarshalJSON([]byte(judgedText)))
	assert.Equal(t, []string{"/filter anyOf"}, violations(t, x.Validate())[:1])
	x.Filter = Filter(`{"and":["x",{"\"not\"":null}]}`)
	assert.NoError(t, x.Validate())
	out, err := x.AppendJSON(nil)
	require.NoError(t, err)
	var again Judged
	require.NoError(t, again.UnmarshalJSON(out))
	assert.Equal(t, x, again)

	x = Judged{Payload: json.RawMessage(`{"lives":10}`), List: []json.RawMessage{json.RawMessage("1"), json.RawMessage("1.5")},
		Map: map[string]json.RawMessage{"b": json.RawMessage("{}"), "a": json.RawMessage(`""`)}, Points: make([]Point, 1), Event: EventString("e"),
		Sure: (*OrderShipped)(nil), Events: []Event{&OrderShipped{}, EventString("e"), nil}, Holes: []Event{nil, EventString("e")}, Word: new(Word("none")),
		Scores: Scores{0.5}, Settings: Settings{"A": "a"}, Filter: Filter(`{}`)}
	got := violations(t, x.Validate())
	for _, want := range []string{"/payload oneOf", "/must required", "/list/1 type", "/map/a type", "/map/b type", "/filter anyOf", "/points/0/barks required",
		"/event not", "/events/1 not", "/events/2 required", "/holes/1 not", "/word not", "/scores contains", "/settings/A propertyNames"} {
		assert.Contains(t, got, want)
	}
	assert.NotContains(t, got, "/must minimum")
	assert.Equal(t, []string{"/must required"}, violations(t, new(Judged).Validate()))
	assert.Equal(t, []string{" not"}, violations(t, Word("none").Validate()))
}
