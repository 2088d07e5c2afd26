package support

import (
	"encoding/json"
	"errors"
	"math"
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// rulesOf returns the rules of the violations that a checker found.
func rulesOf(c *checker) (list []string) {
	for _, f := range c.findings {
		list = append(list, f.rule)
	}
	return list
}

func TestUnsigned(t *testing.T) {
	for text, want := range map[string]uint64{"0": 0, "18446744073709551615": math.MaxUint64, "5.0": 5, "1e2": 100} {
		r := jsonReader{data: []byte(text)}
		assert.Equal(t, want, r.uint64(), text)
		require.NoError(t, r.finish("x"), text)
		plain := jsonReader{data: []byte(text)}
		assert.Equal(t, want, plain.plainUint64(), text)
	}
	for _, text := range []string{"-1", "18446744073709551616", "1.5", `"a"`, "1e30"} {
		r := jsonReader{data: []byte(text)}
		r.uint64()
		assert.Error(t, r.finish("x"), text)
	}
	w := jsonWriter{}
	w.uint64(math.MaxUint64)
	assert.Equal(t, "18446744073709551615", string(w.buf))
}

func TestUnsignedChecks(t *testing.T) {
	c := checker{}
	c.enumUint("a", 2, []uint64{1, 2})
	c.equalsUint("a", 2, 2)
	c.unsigned("a", 5, 5, 5)
	assert.Empty(t, c.findings)
	c.enumUint("a", 3, []uint64{1, 2})
	c.equalsUint("a", 3, 2)
	c.unsigned("a", 4, 5, 6)
	c.unsigned("a", 7, 5, 6)
	assert.Equal(t, []string{"enum", "const", "minimum", "maximum"}, rulesOf(&c))
}

func TestBoundsAsText(t *testing.T) {
	c := checker{}
	c.bound("a", "2", "minimum", "1.5")
	c.bound("a", "2", "maximum", "2.0")
	assert.Empty(t, c.findings)
	c.bound("a", "1", "minimum", "1.5")
	c.bound("a", "2", "exclusiveMinimum", "2.0")
	c.bound("a", "2", "maximum", "1.5")
	c.bound("a", "2", "exclusiveMaximum", "2")
	assert.Equal(t, []string{"minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"}, rulesOf(&c))
}

func TestDecimal(t *testing.T) {
	r := jsonReader{data: []byte(" 1.10 ")}
	n := r.decimal()
	require.NoError(t, r.finish("x"))
	w := jsonWriter{}
	w.decimal(n)
	w.decimal("")
	assert.Equal(t, "1.100", string(w.buf))
	w.decimal("one")
	assert.Error(t, w.err)
	bad := jsonReader{data: []byte(`"1"`)}
	assert.Empty(t, bad.decimal())
	assert.Error(t, bad.finish("x"))
}

func TestPlainNumbers(t *testing.T) {
	r := jsonReader{data: []byte("-7")}
	assert.Equal(t, int64(-7), r.plainInt64())
	r = jsonReader{data: []byte("2.5")}
	assert.InDelta(t, 2.5, r.plainFloat64(), 0)
}

func TestGiven(t *testing.T) {
	for _, c := range []checker{{}, {sending: true, zeros: true}} {
		c.given("at", false)
		assert.Empty(t, c.findings)
	}
	c := checker{sending: true}
	c.given("at", true)
	assert.Empty(t, c.findings)
	c.given("at", false)
	assert.Equal(t, []string{"required"}, rulesOf(&c))
}

func TestTags(t *testing.T) {
	c := checker{}
	c.tag("kind", "cat", `"dog"`)
	assert.Equal(t, []string{"discriminator"}, rulesOf(&c))
	r := jsonReader{data: []byte(`{"kind":"cat"}`)}
	r.wrongTag("kind", `"dog"`)
	r.skip()
	bad, ok := errors.AsType[*InvalidError](r.finish("x"))
	require.True(t, ok)
	assert.Equal(t, "/kind", bad.Violations[0].Pointer)
	w := jsonWriter{}
	w.unknown([]byte(`{"kind":"new"}`))
	assert.JSONEq(t, `{"kind":"new"}`, string(w.buf))
	assert.Len(t, w.unknowns, 1)
}

func TestNeededHeaders(t *testing.T) {
	header := http.Header{"X-A": {"1"}}
	assert.NoError(t, neededHeaders(200, header, []string{"2XX", "X-B"}, []string{"200", "X-A"}))
	assert.Error(t, neededHeaders(201, header, []string{"2XX", "X-B"}, []string{"200", "X-A"}))
	assert.NoError(t, neededHeaders(404, header, []string{"2XX", "X-B"}))
}

func TestTooManyItems(t *testing.T) {
	for most, valid := range map[int]bool{1: false, 2: true} {
		r := jsonReader{data: []byte(`[1,2]`)}
		a := r.array()
		for a.next(&r) {
			r.skip()
		}
		a.atMost(&r, most)
		assert.Equal(t, valid, r.finish("x") == nil, "%d", most)
	}
}

// A shared is what a base and its heir have.
type shared struct{ text json.RawMessage }

func (s *shared) encode(w *jsonWriter) { w.raw(s.text) }
func (s *shared) decode(r *jsonReader) { s.text = r.raw() }

func TestCopyMembers(t *testing.T) {
	var base shared
	copyMembers(&base, &shared{text: json.RawMessage(`{"a":1}`)})
	assert.JSONEq(t, `{"a":1}`, string(base.text))
}
