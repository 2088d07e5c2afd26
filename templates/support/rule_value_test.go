package support

import (
	"encoding/json"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// canonicalPairs are JSON texts and their canonical forms. The generator, which writes enums in this form, must agree.
var canonicalPairs = [][2]string{
	{` null `, `null`},
	{`true`, `true`},
	{`false`, `false`},
	{`0`, `0`},
	{`-0`, `0`},
	{`0.000e5`, `0`},
	{`1`, `1`},
	{`-7`, `-7`},
	{`1.0`, `1`},
	{`1e0`, `1`},
	{`10`, `1e1`},
	{`100`, `1e2`},
	{`1E+2`, `1e2`},
	{`-1.50`, `-15e-1`},
	{`0.001`, `1e-3`},
	{`12.5e3`, `125e2`},
	{`120e-1`, `12`},
	{`123456789012345678901234567890`, `12345678901234567890123456789e1`},
	{`1e1000000000`, `1e1000000000`},
	{`0.5e-999999999999`, `5e-1000000000000`},
	{`1e99999999999999999999`, `1e1152921504606846976`},
	{`""`, `""`},
	{`"a"`, `"a"`},
	{`"\u0061\/"`, `"a/"`},
	{`"\"\\"`, `"\"\\"`},
	{`"\b\f\n\r\t\u001F"`, `"\u0008\u000c\u000a\u000d\u0009\u001f"`},
	{"\"\\u007f\\u2028<&>\u00e9\"", "\"\u007f\u2028<&>\u00e9\""},
	{`"\ud83d\ude00"`, `"😀"`},
	{`[ ]`, `[]`},
	{`[1.0, [ "a" ], null]`, `[1,["a"],null]`},
	{`{ }`, `{}`},
	{`{"b": 1, "a" : {"d": 2.0, "c": []}}`, `{"a":{"c":[],"d":2},"b":1}`},
	{`{"a": 1, "a!": 2, "A": 3}`, `{"A":3,"a!":2,"a":1}`},
	{`{"\u00e9": 1, "z": 2, "": 3}`, `{"":3,"z":2,"é":1}`},
}

func canonicalOf(t *testing.T, data string) string {
	t.Helper()
	var e evaluation
	r := jsonReader{data: []byte(data)}
	e.readTape(&r)
	require.NoError(t, r.finish("X"), data)
	return string(e.appendCanonical(nil, 0))
}

func TestCanonical(t *testing.T) {
	for _, pair := range canonicalPairs {
		assert.Equal(t, pair[1], canonicalOf(t, pair[0]))
		assert.Equal(t, pair[1], canonicalOf(t, pair[1]), "the canonical form of itself")
	}
}

// referenceCanonical is the canonical form, made of a value of package json.
func referenceCanonical(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case bool:
		return strconv.FormatBool(v)
	case string:
		s := strings.ReplaceAll(strings.ReplaceAll(v, `\`, `\\`), `"`, `\"`)
		for c := range ' ' {
			hex := strconv.FormatInt(int64(0x100+c), 16)[1:]
			s = strings.ReplaceAll(s, string(c), `\u00`+hex)
		}
		return `"` + s + `"`
	case []any:
		texts := []string{}
		for _, item := range v {
			texts = append(texts, referenceCanonical(item))
		}
		return "[" + strings.Join(texts, ",") + "]"
	case map[string]any:
		texts := []string{}
		for name, item := range v {
			texts = append(texts, referenceCanonical(name)+":"+referenceCanonical(item))
		}
		slices.Sort(texts)
		return "{" + strings.Join(texts, ",") + "}"
	}
	const places = 500
	digits := strings.Replace(rational(v.(json.Number)).FloatString(places), ".", "", 1)
	whole := strings.TrimRight(digits, "0")
	exponent := len(digits) - len(whole) - places
	whole, negative := strings.CutPrefix(whole, "-")
	whole = strings.TrimLeft(whole, "0")
	switch {
	case whole == "":
		return "0"
	case negative:
		whole = "-" + whole
	}
	if exponent == 0 {
		return whole
	}
	return whole + "e" + strconv.Itoa(exponent)
}

// largeExponent finds numbers that package big would take for ever to read.
var largeExponent = regexp.MustCompile(`[eE][+-]?[0-9]{3}`)

// FuzzTape checks that a tape is read from JSON and from nothing else, and that what is on it is what package json reads.
func FuzzTape(f *testing.F) {
	seeds(f)
	for _, pair := range canonicalPairs {
		f.Add([]byte(pair[0]))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var e evaluation
		r := jsonReader{data: data}
		e.readTape(&r)
		err := r.finish("X")
		if got, want := err == nil, strictJSON(data); got != want {
			t.Fatalf("%q: accepted is %v (%v), want %v", data, got, err, want)
		}
		findings := program{{}}.findings(0, data)
		if (err == nil) != (findings == nil) {
			t.Fatalf("%q: %v, but findings %v", data, err, findings)
		}
		if err != nil || len(data) > 300 || largeExponent.Match(data) {
			return
		}
		v, err := reference(data)
		require.NoError(t, err)
		canonical := string(e.appendCanonical(nil, 0))
		if want := referenceCanonical(v); canonical != want {
			t.Fatalf("%q: canonical %s, want %s", data, canonical, want)
		}
		back, err := reference([]byte(canonical))
		require.NoError(t, err)
		if !sameValue(v, back) {
			t.Fatalf("%q: canonical %s is another value", data, canonical)
		}
		_, pointers := places(t, data)
		find := finder{tape: &e.tape}
		for at := range e.elements {
			if path := joinPath(find.path(node(at))); !slices.Contains(pointers, path) {
				t.Fatalf("%q: node %d at %q", data, at, path)
			}
		}
	})
}

// FuzzNumbers compares the arithmetic with that of package big.
func FuzzNumbers(f *testing.F) {
	for _, pair := range [][2]string{{"1", "1.0"}, {"-0", "0"}, {"0.3", "0.1"}, {"1e3", "-2.5"}, {"123456789012345678901", "3"}, {"0.0075", "0.0001"},
		{"9007199254740993", "9007199254740992.0"}, {"1e308", "1e309"}, {"-5", "0.5e1"}, {"4", "0"}, {"1000000000000000000", "7"}} {
		f.Add(pair[0], pair[1])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		for _, s := range []string{a, b} {
			if len(s) == 0 || len(s) > 500 || endOfNumber([]byte(s), 0) != len(s) || largeExponent.MatchString(s) {
				t.Skip("no number of JSON")
			}
		}
		x, y := rational(json.Number(a)), rational(json.Number(b))
		if got, want := compareNumbers(a, b), x.Cmp(y); got != want {
			t.Fatalf("%s and %s compare as %d, want %d", a, b, got, want)
		}
		if got, want := parseDecimal(a).compare(parseDecimal(b)), x.Cmp(y); got != want {
			t.Fatalf("decimals %s and %s compare as %d, want %d", a, b, got, want)
		}
		want := x.Sign() == 0
		if y.Sign() != 0 {
			want = x.Quo(x, y).IsInt()
		}
		if got := isMultiple(a, b); got != want {
			t.Fatalf("%s is a multiple of %s: %v, want %v", a, b, got, want)
		}
		if got, want := kindOfNumber([]byte(a)) == kindInteger, rational(json.Number(a)).IsInt(); got != want {
			t.Fatalf("%s is an integer: %v, want %v", a, got, want)
		}
	})
}
