package support

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// This file has types as they are emitted for choices that a rule decides, and for tuples.

// A Chosen is one of two objects, told apart by the rules of a pet.
type Chosen struct {
	kind int
	text []byte
}

func (x *Chosen) decode(r *jsonReader) {
	x.kind = r.choose(rules, rulePet, &tagged{"name", []taggedCase{{"cat", 0}, {"dog", 1}}}, ruleCat, ruleDog)
	x.text = r.passed()
}

func (x *Chosen) encode(w *jsonWriter) { w.raw(x.text) }

func (x *Chosen) check(c *checker) {
	c.unionByRule("", chosenVariant{x.text, nil}, x.text != nil, rules, rulePet)
}

// A chosenVariant is what a Chosen holds, with what it finds wrong with itself.
type chosenVariant struct {
	text  []byte
	wrong *finding
}

func (x chosenVariant) encode(w *jsonWriter) { w.raw(x.text) }

func (x chosenVariant) check(c *checker) {
	if x.wrong != nil {
		c.findings = append(c.findings, *x.wrong)
	}
}

// TestUnionByRuleSaysWhatTheVariantSays: the nearest variant is not always the one that the Go type means.
func TestUnionByRuleSaysWhatTheVariantSays(t *testing.T) {
	for wrong, want := range map[*finding]string{
		nil: "invalid Pet, 2 violations:\n\t/pet: oneOf exactly 1 of 2 (0 hold), got {…}\n\t/pet/name: required",
		{path: []string{"barks"}, rule: "required"}:       "invalid Pet, 2 violations:\n\t/pet: oneOf exactly 1 of 2 (0 hold), got {…}\n\t/pet/barks: required",
		{rule: "oneOf", limit: "one of 2", unknown: true}: "invalid Pet, 2 violations:\n\t/pet: oneOf exactly 1 of 2 (0 hold), got {…}\n\t/pet/name: required",
	} {
		x := chosenVariant{[]byte(`{"lives":1}`), wrong}
		assert.EqualError(t, validateFunc("Pet", func(c *checker) { c.unionByRule("pet", x, true, rules, rulePet) }), want)
	}
}

func TestChoose(t *testing.T) {
	for text, want := range map[string]struct {
		kind    int
		problem string
	}{
		`{"name":"a","lives":3}`:                {0, ""},
		` {"barks":true,"name":"a","lives":10}`: {1, ""},
		`{"name":"a","barks":true}`:             {-1, "invalid Pet: oneOf exactly 1 of 2 (2 hold), got {…}"},
		`{"name":"a","lives":10}`:               {-1, "invalid Pet, 2 violations:\n\toneOf exactly 1 of 2 (0 hold), got {…}\n\t/lives: maximum 9, got 10"},
		`{"lives":1}`:                           {-1, "invalid Pet, 2 violations:\n\toneOf exactly 1 of 2 (0 hold), got {…}\n\t/name: required"},
		`{"a":1,"a":2}`:                         {-1, "invalid Pet: /a: duplicate"},
		`{"a":`:                                 {-1, "invalid Pet: /a: syntax error, expected a value at byte 5"},
	} {
		x := new(Chosen)
		err := unmarshalJSON("Pet", []byte(text), x)
		assert.Equal(t, want.kind, x.kind, text)
		if want.problem == "" {
			require.NoError(t, err, text)
			assert.NoError(t, validateFunc("Pet", x.check), text)
		} else {
			assert.EqualError(t, err, want.problem, text)
		}
	}
	assert.EqualError(t, validateFunc("Pet", new(Chosen).check), "invalid Pet: required")
	assert.EqualError(t, validateFunc("Pet", func(c *checker) { (&Chosen{text: []byte(`1`)}).check(c) }),
		"invalid Pet, 2 violations:\n\toneOf exactly 1 of 2 (0 hold), got 1\n\ttype object, got 1")
}

// TestChooseTolerant: of several that hold, the members tell, and where no rule holds, the tag.
func TestChooseTolerant(t *testing.T) {
	for text, want := range map[string]int{`{"name":"dog","lives":10}`: 1, `{"name":"cat","lives":"x","lives":1}`: 0, `{"name":"x","lives":10}`: -1, `1`: -1,
		`{"name":"x","barks":true}`: 1, `{"name":"x","lives":1}`: 0, `{"name":"x"}`: 0, `{"name":"x","lives":1,"barks":true}`: 0} {
		r := jsonReader{data: []byte(text), tolerant: true}
		x := new(Chosen)
		x.decode(&r)
		assert.NoError(t, r.finish("Pet"), text)
		assert.Equal(t, want, x.kind, text)
	}
}

// A Line is an array of a text, a number that may be absent, and nothing else.
type Line struct {
	Item0 string
	Item1 *int64
}

func (x *Line) decode(r *jsonReader) {
	a := r.array()
	for a.next(r) {
		switch a.count {
		case 1:
			x.Item0 = r.string()
		case 2:
			x.Item1 = new(r.int64())
		default:
			a.beyond(r)
		}
	}
	a.atLeast(r, 1)
}

func (x *Line) encode(w *jsonWriter) {
	start := w.beginArray()
	w.item().string(x.Item0)
	if x.Item1 != nil {
		w.item().int64(*x.Item1)
	}
	w.endArray(start)
}

type nothing struct{}

func (nothing) encode(w *jsonWriter) { w.endArray(w.beginArray()) }

func TestTuple(t *testing.T) {
	for text, problem := range map[string]string{
		`["a"]`:      "",
		` [ "a", 1]`: "",
		` [ ]`:       "invalid Line: minItems 1, got […]",
		`["a",1,2]`:  "invalid Line: /2: items false",
		`{}`:         "invalid Line: type array, got {…}",
		`["a",1`:     "invalid Line: /1: syntax error, expected ',' or ']' at byte 6",
	} {
		x := new(Line)
		err := unmarshalJSON("Line", []byte(text), x)
		if problem != "" {
			assert.EqualError(t, err, problem, text)
			continue
		}
		require.NoError(t, err, text)
		data, err := marshalJSON(x)
		require.NoError(t, err)
		assert.Equal(t, strings.ReplaceAll(text, " ", ""), string(data))
	}
	data, err := marshalJSON(nothing{})
	assert.Equal(t, "[]", string(data), err)
}

// A Half has a field that takes texts, and keeps other values.
type Half struct {
	Name  *string
	Line  *Line
	Extra map[string]json.RawMessage
}

var keysHalf = keyTable{names: []string{"name", "line"}, required: []uint64{0}, extra: true}

func (x *Half) decode(r *jsonReader) {
	o := r.object(&keysHalf)
	for o.next(r) {
		switch o.index {
		case 0: // name
			if r.misfit(func() { x.Name = new(r.string()) }) {
				x.Name = nil
				x.Extra = o.keep(r, x.Extra, "name")
			}
		case 1: // line
			if r.misfit(func() {
				x.Line = new(Line)
				x.Line.decode(r)
			}) {
				x.Line = nil
				x.Extra = o.keep(r, x.Extra, "line")
			}
		default:
			if x.Extra == nil {
				x.Extra = map[string]json.RawMessage{}
			}
			x.Extra[o.name] = r.raw()
			o.distinct(r, len(x.Extra))
		}
	}
}

func TestMisfit(t *testing.T) {
	x := new(Half)
	require.NoError(t, unmarshalJSON("Half", []byte(`{"b":0,"name":{"a":[1]},"line":["x",{"deep":[1]}],"c":null}`), x))
	assert.Equal(t, &Half{Extra: map[string]json.RawMessage{"b": []byte("0"), "name": []byte(`{"a":[1]}`), "line": []byte(`["x",{"deep":[1]}]`), "c": []byte("null")}}, x)
	x = new(Half)
	require.NoError(t, unmarshalJSON("Half", []byte(`{"name":"a","line":["x",1]}`), x))
	assert.Equal(t, &Half{Name: new("a"), Line: &Line{"x", new(int64(1))}}, x)
	for text, problem := range map[string]string{
		`{"name":1,"name":2}`:    "invalid Half: /name: duplicate",
		`{"name":1,"c":1,"c":2}`: "invalid Half: /c: duplicate",
		`{"line":["x",}`:         "invalid Half: /line/1: syntax error, expected a value at byte 13",
		`{"name":{"a":1,"a":2}}`: "invalid Half: /name/a: duplicate",
	} {
		assert.EqualError(t, unmarshalJSON("Half", []byte(text), new(Half)), problem, text)
	}
	assert.Error(t, unmarshalJSON("Half", []byte(`{"line":`+strings.Repeat("[", 600)), new(Half)))
}

// TestLacksName: a name that a map must have.
func TestLacksName(t *testing.T) {
	assert.EqualError(t, validateFunc("Map", func(c *checker) {
		c.lacksName("", "a")
		c.lacksName("b", "c/d")
	}), "invalid Map, 2 violations:\n\t/a: required\n\t/b/c~1d: required")
}

// TestChooseInTime: many values that are told apart by a slow pattern have no more time than one.
func TestChooseInTime(t *testing.T) {
	slow := &backtracking{source: "^(?!x)(a+)+$"}
	hard := `"` + strings.Repeat("a", 60) + `!"`
	p := program{rule{slow}, rule{kindNull}}
	r := jsonReader{data: []byte(strings.Repeat(hard+" ", 20))}
	start := time.Now()
	for range 20 {
		assert.Negative(t, r.choose(p, 0, nil, 0, 1))
		r.passed()
	}
	assert.Less(t, time.Since(start), 4*maxMatching)
	require.Len(t, r.problems, 20)
	for _, x := range r.problems {
		assert.Equal(t, "pattern time", x.rule)
	}
}
