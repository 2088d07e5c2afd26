//go:build goexperiment.jsonv2

package support

import (
	"bytes"
	"encoding/base64"
	"encoding/json/jsontext"
	"encoding/json/v2"
	"maps"
	"math"
	"math/big"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// The tests of this file compare the codec with encoding/json/v2, which is as strict: GOEXPERIMENT=jsonv2 has it. Where the two
// differ, a comment says why.

// nested reports whether objects and arrays of a text that v2 reads nest deeper than ours may. v2 allows 10,000 levels.
func nested(data []byte) bool {
	d := jsontext.NewDecoder(bytes.NewReader(data))
	for {
		if _, err := d.ReadToken(); err != nil {
			return false
		}
		if d.StackDepth() > maxDepth {
			return true
		}
	}
}

func FuzzSkipLikeV2(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		r := jsonReader{data: data}
		raw := r.raw()
		err := r.finish("X")
		want := jsontext.Value(data).IsValid() && !nested(data)
		if got := err == nil; got != want {
			t.Fatalf("%q: accepted is %v (%v), want %v", data, got, err, want)
		}
		if err == nil && string(raw) != string(bytes.Trim(data, " \t\r\n")) {
			t.Fatalf("%q is kept as %q", data, raw)
		}
	})
}

// likeV2 compares the reading of one type. allowed says why ours may accept what v2 refuses.
func likeV2[T any](t *testing.T, data []byte, read func(*jsonReader) T, same func(a, b T) bool, allowed func(got T) bool) {
	t.Helper()
	got, err := scan(string(data), read)
	var want T
	wantErr := json.Unmarshal(data, &want)
	switch {
	case err != nil && wantErr != nil:
	case err != nil:
		t.Fatalf("%T %q is refused (%v), want %v", got, data, err, want)
	case wantErr != nil && !allowed(got):
		t.Fatalf("%T %q is read as %v, want %v", got, data, got, wantErr)
	case wantErr == nil && !same(got, want):
		t.Fatalf("%T %q is read as %v, want %v", got, data, got, want)
	}
}

func equal[T comparable](a, b T) bool { return a == b }
func noReason[T any](T) bool          { return false }

// sameFloat compares what is read with what v2 reads, which takes a number that is too near to zero for zero.
func sameFloat(ours, v2 float64) bool {
	if v2 == 0 && math.Abs(ours) == math.SmallestNonzeroFloat64 {
		return math.Signbit(ours) == math.Signbit(v2)
	}
	return math.Float64bits(ours) == math.Float64bits(v2)
}

// respeltInteger reports whether data is another notation of an integer, such as 5.0 or 1e2, which v2 refuses.
func respeltInteger(data []byte, got int64) bool {
	text := string(bytes.Trim(data, " \t\r\n"))
	if !strings.ContainsAny(text, ".eE") || !jsontext.Value(text).IsValid() || jsontext.Value(text).Kind() != '0' {
		return false
	}
	if mantissa, _, _ := strings.Cut(strings.ToLower(text), "e"); strings.Trim(mantissa, "-0.") == "" {
		return got == 0 // whatever the exponent is
	}
	f, _, err := big.ParseFloat(text, 10, 2000, big.ToNearestEven)
	return err == nil && f.Cmp(new(big.Float).SetInt64(got)) == 0
}

// spareBits reports whether v2 reads bytes from a text that it would write otherwise: bits behind the last byte are not zero, which
// RFC 4648, section 3.5, lets a decoder refuse.
func spareBits(data []byte) bool {
	var text string
	var b []byte
	return json.Unmarshal(data, &text) == nil && json.Unmarshal(data, &b) == nil && base64.StdEncoding.EncodeToString(b) != text
}

// roundedInteger finds integers in plain digits that may lie beyond 2^53.
var roundedInteger = regexp.MustCompile(`[0-9]{16}`)

func FuzzScalarsLikeV2(f *testing.F) {
	seeds(f)
	for _, s := range []string{`5`, `-0`, `5.0`, `1e2`, `120e-1`, `5.5`, `9223372036854775807`, `9223372036854775808`, `-9223372036854775808`, `2147483648`,
		`0.1`, `1e308`, `1e309`, `5e-324`, `1e-400`, `0.30000000000000004`, `true`, `null`, `"QUI="`, `"QQ==\n"`, `"001="`, `0E10000000000000000000`, `[1,2]`, `["a",""]`, `{"a":"b"}`,
		`{"a":1,"a":2}`, `"2026-04-02T03:04:05.123456789+02:00"`, `"2026-04-02t23:59:60z"`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if nested(data) || string(bytes.Trim(data, " \t\r\n")) == "null" { // which v2 takes for any zero value
			return
		}
		likeV2(t, data, (*jsonReader).bool, equal, noReason)
		likeV2(t, data, (*jsonReader).int64, equal, func(got int64) bool { return respeltInteger(data, got) })
		likeV2(t, data, (*jsonReader).int32, equal, func(got int32) bool { return respeltInteger(data, int64(got)) })
		rounded := roundedInteger.Match(data) // v2 reads them as the nearest float64
		if !rounded {
			likeV2(t, data, (*jsonReader).float64, sameFloat, noReason)
		}
		likeV2(t, data, (*jsonReader).string, equal, noReason)
		if !spareBits(data) {
			likeV2(t, data, (*jsonReader).bytes, bytes.Equal, noReason)
		}
		likeV2(t, data, (*jsonReader).time, time.Time.Equal, func(time.Time) bool {
			return bytes.ContainsAny(data, "tz") || bytes.Contains(data, []byte(":60")) || bytes.Contains(data, []byte(`\u`)) // RFC 3339, 5.6 and 5.7
		})
		if bytes.Contains(data, []byte("null")) {
			return
		}
		likeV2(t, data, func(r *jsonReader) []string { return scalars(r, (*jsonReader).string) }, slices.Equal[[]string], noReason)
		likeV2(t, data, func(r *jsonReader) map[string]string { return scalarMap(r, (*jsonReader).string) }, maps.Equal[map[string]string, map[string]string], noReason)
		if rounded {
			return
		}
		likeV2(t, data, func(r *jsonReader) []float64 { return scalars(r, (*jsonReader).float64) }, slices.Equal[[]float64], noReason)
	})
}

func FuzzWriteLikeV2(f *testing.F) {
	for _, s := range []string{"", "a", "\"\\/\b\f\n\r\t\x00\x7f", "é😀\u2028<>&", "\xff", "a\xed\xa0\x80"} {
		f.Add(s, int64(-5), 0.1)
	}
	f.Add("x", int64(math.MinInt64), math.MaxFloat64)
	f.Add("x", int64(math.MaxInt64), 5e-324)
	f.Add("x", int64(0), math.Copysign(0, -1))
	f.Add("x", int64(0), math.NaN())
	f.Fuzz(func(t *testing.T, s string, i int64, x float64) {
		values := map[string]any{"s": s, "i": i, "x": x, "list": []any{s, i, x}}
		var w jsonWriter
		w.list(3, func(n int) {
			switch n {
			case 0:
				w.string(s)
			case 1:
				w.int64(i)
			case 2:
				w.float64(x)
			}
		})
		want, wantErr := json.Marshal(values["list"])
		if (w.err == nil) != (wantErr == nil) {
			t.Fatalf("%q %v %v: %v, want %v", s, i, x, w.err, wantErr)
		}
		if w.err != nil {
			return
		}
		got := jsontext.Value(w.buf)
		require.True(t, got.IsValid(), "%s", got)
		other := jsontext.Value(want)
		require.NoError(t, got.Canonicalize())
		require.NoError(t, other.Canonicalize())
		require.Equal(t, string(other), string(got))
	})
}

// FuzzRecordLikeV2: what is accepted as an object with a table of keys is JSON to v2, and what is written again has no member that was
// not read, each with an equal value.
func FuzzRecordLikeV2(f *testing.F) {
	seeds(f)
	f.Add([]byte(`{"points":[{"x":1,"y":-0.0}],"owner":null}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var x Record
		if x.UnmarshalJSON(data) != nil {
			return
		}
		var in, out map[string]any
		require.NoError(t, json.Unmarshal(data, &in))
		text, err := x.MarshalJSON()
		if err != nil {
			t.Skip(err) // a year that RFC 3339 cannot write, after the change to UTC
		}
		require.NoError(t, json.Unmarshal(text, &out), "%s", text)
		for name, value := range out {
			if was, ok := in[name].(string); ok && was != value { // times and UUIDs have several notations
				a, errA := scan(string(mustMarshal(t, was)), (*jsonReader).time)
				b, errB := scan(string(mustMarshal(t, value)), (*jsonReader).time)
				require.True(t, errA == nil && errB == nil && a.Equal(b) || strings.EqualFold(was, value.(string)), "%s: %q becomes %q", name, was, value)
				continue
			}
			require.True(t, within(value, in[name]), "%s: %v becomes %v", name, in[name], value)
		}
	})
}

func mustMarshal(t *testing.T, v any) []byte {
	data, err := json.Marshal(v)
	require.NoError(t, err)
	return data
}

// within reports whether part is whole, but for members of objects that part does not have.
func within(part, whole any) bool {
	switch p := part.(type) {
	case map[string]any:
		w, ok := whole.(map[string]any)
		if !ok {
			return false
		}
		for name := range p {
			if value, there := w[name]; !there || !within(p[name], value) {
				return false
			}
		}
		return true
	case []any:
		w, ok := whole.([]any)
		return ok && slices.EqualFunc(p, w, within)
	}
	return part == whole
}
