package support

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTagText(t *testing.T) {
	for text, want := range map[string]string{
		`{"a":1,"kind":"x\u0041"}`: `"xA"`, `{"kind":10}`: "10", `{"kind":1.0e1 }`: "10", `{"kind":1.5}`: "", `{"kind":-3,"b":[]}`: "-3",
		`{"kind":true}`: "true", `{"kind" : false}`: "false", `{"kind":null}`: "", `{"kind":{}}`: "", `{"a":1}`: "", `[1]`: "", `{"kind":`: "", `{"kind":tr`: "tr",
	} {
		r := jsonReader{data: []byte(text)}
		assert.Equal(t, want, r.tagText("kind"), text)
		assert.Equal(t, 0, r.pos, text)
	}
}

func TestTagOf(t *testing.T) {
	for text, want := range map[string]string{
		`{"kind":"cat"}`: "cat", ` {"kind":"c\u0041t"}`: "cAt", `{"a":{},"kind":"dog"}`: "dog", `{"kind":""}`: "", `{"kind":"cut`: "", `{"kind":1}`: "", `{}`: "", `"kind"`: "",
	} {
		r := jsonReader{data: []byte(text)}
		assert.Equal(t, want, string(r.tagOf(`{"kind":"`, "kind")), text)
	}
}

func TestUntold(t *testing.T) {
	for text, want := range map[string]bool{`{}`: true, `{"kind":"both"}`: true, `{"kind":2}`: true, `{"kind":"cat"}`: false, `{"kind":null}`: true, `1`: false} {
		r := jsonReader{data: []byte(text)}
		assert.Equal(t, want, r.untold("kind", `"both"`, "2"), text)
	}
}

// TestEmpty: what writers fill in is a violation where it was read.
func TestEmpty(t *testing.T) {
	for text, want := range map[string]string{
		`""`: `invalid X: const "a", got ""`, `"a"`: "", `"b"`: "", ` ""`: `invalid X: const "a", got ""`, `"`: "invalid X: syntax error, expected a string that ends and has no control characters at byte 0", `1`: "invalid X: type string, got number",
	} {
		err := unmarshalFunc("X", []byte(text), func(r *jsonReader) { r.notEmpty("const", `"a"`); _ = r.string() })
		assertError(t, want, err, text)
	}
	for text, want := range map[string]string{`0`: "invalid X: enum [7], got 0", `-0.0e3`: "invalid X: enum [7], got -0.0e3", `7`: "", `5`: "", `-1`: ""} {
		err := unmarshalFunc("X", []byte(text), func(r *jsonReader) { r.notZero("enum", "[7]"); _ = r.float64() })
		assertError(t, want, err, text)
	}
	r := jsonReader{data: []byte(`""`), tolerant: true}
	r.notEmpty("const", `"a"`)
	_ = r.string()
	assert.NoError(t, r.finish("X"))
}

func assertError(t *testing.T, want string, err error, text string) {
	t.Helper()
	if want == "" {
		assert.NoError(t, err, text)
	} else {
		assert.EqualError(t, err, want, text)
	}
}

// TestDiscriminator: the table of a tag, with all that it may lead to.
func TestDiscriminator(t *testing.T) {
	const (
		union ref = iota
		open
		closed
	)
	cases := []tagCase{{`"a"`, rule{required{"x"}}}, {"1", rule{required{"y"}}}, {"true", nil}}
	table := program{
		union:  rule{&discriminator{wire: "k", cases: cases, rest: rule{kindObject, required{"r"}}, known: `"a", 1 or true`}},
		open:   rule{&discriminator{wire: "k", cases: cases, missing: rule{required{"m"}}, rest: rule{required{"r"}}}},
		closed: rule{kindObject, &discriminator{wire: "k", cases: cases[:1], known: `"a"`}},
	}
	for _, c := range []struct {
		rule ref
		text string
		want string
	}{
		{union, `{"k":"a","x":0}`, ""},
		{union, `{"k":"a"}`, "/x: required"},
		{union, `{"k":1.0}`, "/y: required"},
		{union, `{"k":true}`, "/r: required"},
		{union, `{}`, "/r: required"},
		{union, `{"k":"b","r":1}`, `/k: discriminator "a", 1 or true, got "b"`},
		{union, `1`, "type object, got 1"},
		{open, `{"k":"b"}`, "/m: required"},
		{open, `{}`, "/m: required"},
		{open, `{"k":true}`, "/r: required"},
		{closed, `{}`, "/k: required"},
		{closed, `{"k":1.5}`, `/k: discriminator "a", got 1.5`},
		{closed, `[]`, "type object, got […]"},
		{closed, `{"k":"a","x":{}}`, ""},
	} {
		want := c.want
		if want != "" {
			want = "invalid X: " + want
		}
		err := validateFunc("X", func(check *checker) { check.judgeRaw("", []byte(c.text), table, c.rule) })
		assertError(t, want, err, c.text)
	}
}

// TestTagAgain: what a look for one name has passed is noted, what is behind it is not.
func TestTagAgain(t *testing.T) {
	r := jsonReader{data: []byte(`{"a":{"x":[]},"kind":"cat","b":{"y":[{}]},"form":"c","list":[{"deep":{"kind":"z"},"kind":"y"}],"last":"d"}`)}
	for range 2 {
		for name, want := range map[string]string{"kind": "cat", "form": "c", "last": "d", "none": ""} {
			assert.Equal(t, want, string(r.tag(name)), name)
		}
	}
	r.pos = strings.Index(string(r.data), `{"deep"`)
	assert.Equal(t, "y", string(r.tag("kind")))
	r.pos = 0 // a reader may go back
	assert.Equal(t, "d", string(r.tag("last")))
}
