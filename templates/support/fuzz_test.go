package support

import (
	"bytes"
	"encoding/json"
	"io"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// strictJSON reports whether data is JSON as a strict reader demands it: without duplicate names, broken UTF-8, lone surrogates
// and too deep nesting. It uses package json, and is slow and simple.
func strictJSON(data []byte) bool {
	if !json.Valid(data) || !utf8.Valid(data) {
		return false
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	type open struct {
		names map[string]bool // nil for an array
		value bool            // the next token of an object is a value
	}
	var stack []open
	for {
		token, err := d.Token()
		if err == io.EOF {
			return !loneSurrogate(data)
		}
		if err != nil {
			return false
		}
		var top *open
		if len(stack) > 0 {
			top = &stack[len(stack)-1]
		}
		if name, ok := token.(string); ok && top != nil && top.names != nil && !top.value {
			if top.names[name] {
				return false
			}
			top.names[name], top.value = true, true
			continue
		}
		if top != nil {
			top.value = false
		}
		switch token {
		case json.Delim('{'):
			stack = append(stack, open{names: map[string]bool{}})
		case json.Delim('['):
			stack = append(stack, open{})
		case json.Delim('}'), json.Delim(']'):
			stack = stack[:len(stack)-1]
		}
		if len(stack) > maxDepth {
			return false
		}
	}
}

// loneSurrogate looks for \u escapes of valid JSON that name half a character.
func loneSurrogate(data []byte) bool {
	code := func(i int) uint64 {
		if i+6 > len(data) || data[i] != '\\' || data[i+1] != 'u' {
			return 0
		}
		n, _ := strconv.ParseUint(string(data[i+2:i+6]), 16, 32)
		return n
	}
	for i := 0; i < len(data); i++ {
		if data[i] != '\\' {
			continue
		}
		switch n := code(i); {
		case n >= 0xDC00 && n < 0xE000:
			return true
		case n >= 0xD800 && n < 0xDC00:
			if low := code(i + 6); low < 0xDC00 || low >= 0xE000 {
				return true
			}
			i += 11
		default:
			i++
		}
	}
	return false
}

func seeds(f *testing.F) {
	for _, s := range []string{goodParcel, goodRecord, `[1,-0.5e+3,"\ud83d\ude00",true,false,null,{"a":{},"b":[]}]`, `{"a":1,"\u0061":2}`, "\"\xff\"",
		` { "a" : [ ] } `, `"\ud800"`, `01`, `[1,]`, `{"a":}`, "\"\\\"\x7f\"", `{"":{"":1}}`} {
		f.Add([]byte(s))
	}
}

func FuzzSkip(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		r := jsonReader{data: data}
		r.skip()
		err := r.finish("X")
		if got, want := err == nil, strictJSON(data); got != want {
			t.Fatalf("%q: accepted is %v (%v), want %v", data, got, err, want)
		}
		loose := jsonReader{data: data, tolerant: true}
		loose.skip()
		if ok := loose.finish("X") == nil; ok && !json.Valid(data) {
			t.Fatalf("%q is accepted by a tolerant reader", data)
		}
	})
}

func FuzzString(f *testing.F) {
	for _, s := range []string{`"a"`, `"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"`, "\"\u2028<>&\"", `"long enough for two words of eight \u0000"`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r := jsonReader{data: data}
		got := r.string()
		err := r.finish("X")
		var want string
		wantErr := json.Unmarshal(data, &want)
		if string(bytes.TrimSpace(data)) == "null" || !utf8.Valid(data) || loneSurrogate(data) {
			if err == nil {
				t.Fatalf("%q is accepted", data)
			}
			return
		}
		if (err == nil) != (wantErr == nil) || err == nil && got != want {
			t.Fatalf("%q: got %q (%v), want %q (%v)", data, got, err, want, wantErr)
		}
		var w jsonWriter
		w.string(string(data))
		var back string
		if err := json.Unmarshal(w.buf, &back); err != nil || w.err != nil || back != string(data) {
			t.Fatalf("%q is written as %s (%v, %v)", data, w.buf, err, w.err)
		}
	})
}

// places walks over a valid JSON text with package json, and gives the offset and the JSON pointer of each value.
func places(t *testing.T, data []byte) (offsets []int, pointers []string) {
	d := json.NewDecoder(bytes.NewReader(data))
	var value func(pointer string)
	next := func() json.Token {
		token, err := d.Token()
		require.NoError(t, err)
		return token
	}
	value = func(pointer string) {
		at := int(d.InputOffset())
		for strings.IndexByte(" \t\r\n,:", data[at]) >= 0 {
			at++
		}
		offsets, pointers = append(offsets, at), append(pointers, pointer)
		switch next() {
		case json.Delim('{'):
			for d.More() {
				name := next().(string)
				value(pointer + "/" + strings.ReplaceAll(strings.ReplaceAll(name, "~", "~0"), "/", "~1"))
			}
			next()
		case json.Delim('['):
			for i := 0; d.More(); i++ {
				value(pointer + "/" + strconv.Itoa(i))
			}
			next()
		}
	}
	value("")
	return offsets, pointers
}

func FuzzLocate(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		any := make([]problem, 0, len(data)+2)
		for i := range len(data) + 2 {
			any = append(any, problem{offset: i, missing: i%3 == 0, name: "m"})
		}
		if got := locate(data, any); len(got) != len(any) { // whatever the text is, it must end and not panic
			t.Fatalf("%q: %d pointers for %d places", data, len(got), len(any))
		}
		if len(data) > 1000 || !strictJSON(data) {
			return
		}
		offsets, want := places(t, data)
		var problems []problem
		for _, offset := range offsets {
			problems = append(problems, problem{offset: offset})
		}
		got := locate(data, problems)
		for i := range want {
			if got[i] != want[i] {
				t.Fatalf("%q: offset %d is %q, want %q", data, offsets[i], got[i], want[i])
			}
		}
	})
}

// FuzzParcel checks that no input makes the reader panic, that tolerant reading takes what strict reading takes, and that what
// was read can be written and read again.
func FuzzParcel(f *testing.F) {
	seeds(f)
	f.Add([]byte(strings.Replace(goodParcel, `"a1"`, `"a1","home":{"t":1,"v":1e3},"delay":5,"zz":7,"key":"1b4ef158-039f-7ccd-49f0-a64b0da7b7ee"`, 1)))
	f.Fuzz(func(t *testing.T, data []byte) {
		var x, loose, back Parcel
		err := x.UnmarshalJSON(data)
		r := jsonReader{data: data, tolerant: true}
		loose.decode(&r)
		looseErr := r.finish("Parcel")
		if err != nil {
			_ = err.Error()
			_ = loose.Validate()
			return
		}
		if looseErr != nil || !strictJSON(data) {
			t.Fatalf("%q is accepted; tolerant: %v", data, looseErr)
		}
		out, err := x.MarshalJSON()
		if err != nil {
			t.Skip(err) // a year that RFC 3339 cannot write, after the change to UTC
		}
		if err := back.UnmarshalJSON(out); err != nil {
			t.Fatalf("%s does not read back: %v", out, err)
		}
		again, err := back.AppendJSON(nil)
		require.NoError(t, err)
		require.Equal(t, string(out), string(again))
	})
}
