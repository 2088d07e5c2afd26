package support

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// scan reads one value from data with read.
func scan[T any](data string, read func(*jsonReader) T) (T, error) {
	r := jsonReader{data: []byte(data)}
	v := read(&r)
	return v, r.finish("X")
}

func TestIntegers(t *testing.T) {
	tests := []struct {
		text string
		want int64
		ok   bool
	}{
		{"0", 0, true}, {"-0", 0, true}, {"7", 7, true}, {"-12", -12, true}, {"999999999999999999", 999999999999999999, true},
		{"9223372036854775807", math.MaxInt64, true}, {"-9223372036854775808", math.MinInt64, true}, {"9223372036854775808", 0, false},
		{"5.0", 5, true}, {"5.00e0", 5, true}, {"1e2", 100, true}, {"1E+2", 100, true}, {"120e-1", 12, true}, {"0.5e1", 5, true}, {"-1.5e1", -15, true},
		{"5.5", 0, false}, {"1e-1", 0, false}, {"0.0", 0, true}, {"-0.0e5", 0, true}, {"0e99999999999999999999", 0, true}, {"0e-99999999999999999999", 0, true},
		{"1e19", 0, false}, {"1e18", 1e18, true}, {"1e99999999999999999999", 0, false}, {"1e-99999999999999999999", 0, false},
		{"0.000000000000000000000000001e27", 1, true}, {"1000000000000000000000000e-24", 1, true}, {"922337203685477580.7e1", math.MaxInt64, true},
		{"00", 0, false}, {"01", 0, false}, {"-", 0, false}, {"+1", 0, false}, {"1.", 0, false}, {".1", 0, false}, {"1e", 0, false}, {"0x1", 0, false},
		{"-01", 0, false}, {"--1", 0, false}, {"1 1", 0, false}, {"", 0, false}, {"null", 0, false}, {`"1"`, 0, false}, {"1e5.5", 0, false},
	}
	for _, test := range tests {
		got, err := scan(test.text, (*jsonReader).int64)
		assert.Equal(t, test.ok, err == nil, "%s: %v", test.text, err)
		if test.ok {
			assert.Equal(t, test.want, got, "%s", test.text)
		}
		small, err := scan(test.text, (*jsonReader).int32)
		fits := test.ok && test.want == int64(int32(test.want))
		assert.Equal(t, fits, err == nil, "int32 %s: %v", test.text, err)
		if fits {
			assert.Equal(t, int32(test.want), small, "%s", test.text)
		}
	}
}

func TestBools(t *testing.T) {
	for text, want := range map[string]bool{"true": true, " false ": false} {
		got, err := scan(text, (*jsonReader).bool)
		assert.NoError(t, err)
		assert.Equal(t, want, got)
	}
	for _, text := range []string{"True", "tru", "truee", "1", `"true"`, "null", "", "f", "falsetrue"} {
		_, err := scan(text, (*jsonReader).bool)
		assert.Error(t, err, text)
	}
}

func TestTimes(t *testing.T) {
	good := map[string]string{
		"2026-04-02T03:04:05Z":                 "2026-04-02T03:04:05Z",
		"2026-04-02t03:04:05z":                 "2026-04-02T03:04:05Z",
		"2026-04-02T03:04:05.5+02:30":          "2026-04-02T03:04:05.5+02:30",
		"2026-04-02T03:04:05-00:00":            "2026-04-02T03:04:05Z",
		"0000-01-01T00:00:00Z":                 "0000-01-01T00:00:00Z",
		"0000-02-29T00:00:00Z":                 "0000-02-29T00:00:00Z",
		"9999-12-31T23:59:59.999999999Z":       "9999-12-31T23:59:59.999999999Z",
		"2026-04-02T03:04:05.12345678912Z":     "2026-04-02T03:04:05.123456789Z",
		"2024-02-29T23:59:59+23:59":            "2024-02-29T23:59:59+23:59",
		"1990-12-31T23:59:60Z":                 "1991-01-01T00:00:00Z",
		"1990-12-31T15:59:60-08:00":            "1990-12-31T16:00:00-08:00",
		"1998-12-31T23:59:60.5Z":               "1999-01-01T00:00:00.5Z",
		"1937-01-01T12:00:27.87+00:20":         "1937-01-01T12:00:27.87+00:20",
		`2026-04-02\u005403:04:05\u005A`:       "2026-04-02T03:04:05Z",
		"1900-03-01T00:00:00Z":                 "1900-03-01T00:00:00Z",
		"2026-04-02T03:04:05.000000000000000Z": "2026-04-02T03:04:05Z",
	}
	for text, want := range good {
		got, err := scan(`"`+text+`"`, (*jsonReader).time)
		if assert.NoError(t, err, text) {
			assert.Equal(t, want, formatTime(got), text)
		}
	}
	for _, text := range []string{"", "2026-04-02", "2026-04-02T03:04Z", "2026-04-02 03:04:05Z", "2026-04-02T03:04:05", "2026-04-02T03:04:05,5Z",
		"2026-04-02T03:04:05.Z", "2026-04-02T24:00:00Z", "2026-04-02T23:60:00Z", "2026-04-02T23:58:60Z", "2026-04-02T23:59:61Z", "1990-12-31T23:59:60+01:00",
		"2026-02-29T03:04:05Z", "1900-02-29T03:04:05Z", "2026-00-02T03:04:05Z", "2026-13-02T03:04:05Z", "2026-04-31T03:04:05Z", "2026-04-00T03:04:05Z",
		"2026-04-02T03:04:05+24:00", "2026-04-02T03:04:05+02:60", "2026-04-02T03:04:05+0200", "2026-04-02T03:04:05+02", "2026-04-02T03:04:05ZZ",
		"2026-04-02T3:04:05Z.", "+2026-04-02T03:04:05Z", "2026-04-02T03:04:05 Z", "12026-04-02T03:04:05Z", "2026-4-2T03:04:05.00Z", "２026-04-02T03:04:05Z"} {
		_, err := scan(`"`+text+`"`, (*jsonReader).time)
		assert.Error(t, err, text)
	}
}

func TestDates(t *testing.T) {
	for _, text := range []string{"2026-04-02", "2024-02-29", "0000-01-01", "9999-12-31"} {
		got, err := scan(`"`+text+`"`, (*jsonReader).date)
		assert.NoError(t, err)
		var w jsonWriter
		w.date(got)
		assert.NoError(t, w.err)
		assert.Equal(t, `"`+text+`"`, string(w.buf))
		assert.Equal(t, text, got.String())
	}
	for _, text := range []string{"", "2026-4-2", "2026-02-29", "2026-04-02Z", "2026-04-02T00:00:00Z", "20260402", "2026-04-2a", "-026-04-02", "2026/04/02"} {
		_, err := scan(`"`+text+`"`, (*jsonReader).date)
		assert.Error(t, err, text)
	}
}

func TestUUIDs(t *testing.T) {
	want := uuid.MustParse("1b4ef158-039f-7ccd-49f0-a64b0da7b7ee")
	for _, text := range []string{"1b4ef158-039f-7ccd-49f0-a64b0da7b7ee", "1B4EF158-039F-7ccd-49F0-A64B0DA7B7EE", `1b4ef158-039f-7ccd-49f0-a64b0da7b7e\u0065`} {
		got, err := scan(`"`+text+`"`, (*jsonReader).uuid)
		assert.NoError(t, err)
		assert.Equal(t, want, got)
	}
	for _, text := range []string{"", "1b4ef158039f7ccd49f0a64b0da7b7ee", "{1b4ef158-039f-7ccd-49f0-a64b0da7b7ee}", "urn:uuid:1b4ef158-039f-7ccd-49f0-a64b0da7b7ee",
		"1b4ef158-039f-7ccd-49f0-a64b0da7b7eg", "1b4ef1580-39f-7ccd-49f0-a64b0da7b7ee", "1b4ef158-039f-7ccd-49f0-a64b0da7b7e", "1b4ef158-039f-7ccd-49f0-a64b0da7b7ee0"} {
		_, err := scan(`"`+text+`"`, (*jsonReader).uuid)
		assert.Error(t, err, text)
	}
	var w jsonWriter
	w.uuid(want)
	assert.Equal(t, `"1b4ef158-039f-7ccd-49f0-a64b0da7b7ee"`, string(w.buf))
}

func TestBytes(t *testing.T) {
	for n := range 20 {
		want := bytes.Repeat([]byte{0xfb, 0xff, 0}, n)[:2*n]
		var w jsonWriter
		w.bytes(want)
		got, err := scan(string(w.buf), (*jsonReader).bytes)
		require.NoError(t, err)
		require.Equal(t, want, got, "never nil, so that an empty value is sent again")
		r := jsonReader{data: []byte(`"` + base64.RawURLEncoding.EncodeToString(want) + `"`), tolerant: true}
		require.Equal(t, want, r.bytes())
		require.NoError(t, r.finish("X"))
	}
	for _, text := range []string{"a", "aa", "aaa", "aa==a", "aB==", "a-==", "_/8=", "QQ=", "QQ==\\n", "Q\\nQ==", "=", "QQ== ", "ä"} {
		_, err := scan(`"`+text+`"`, (*jsonReader).bytes)
		assert.Error(t, err, text)
	}
}

func TestRaw(t *testing.T) {
	data := []byte(` [ {"a" : "b"} , 1e5 ] `)
	r := jsonReader{data: data}
	got := r.raw()
	require.NoError(t, r.finish("X"))
	clear(data)
	assert.Equal(t, `[ {"a" : "b"} , 1e5 ]`, string(got), "it must not alias the input")
	var w jsonWriter
	w.raw(nil)
	w.raw(json.RawMessage("5 "))
	assert.NoError(t, w.err)
	assert.Equal(t, "null5 ", string(w.buf))
	for _, text := range []string{"", " ", "{", "1 2", "nul", "\"\xff\"", `{"a":1,}`, strings.Repeat("[", 1e6)} {
		var w jsonWriter
		w.raw(json.RawMessage(text))
		assert.Error(t, w.err, "%.20q", text)
	}
}

func TestKind(t *testing.T) {
	for text, want := range map[string]byte{`"a"`: '"', " true": 'b', "false": 'b', "null": 'n', "[": '[', "{}": '{', "5": 'i', "-5": 'i', "5.0": 'i',
		"1e2": 'i', "1e400": 'i', "1.5": '0', "-1e-1": '0', "0e-5": 'i', "": 0, "x": 0, "01": 0, "-": 0, "]": 0, "1.": 0} {
		r := jsonReader{data: []byte(text)}
		assert.Equal(t, string(want), string(r.kind()), text)
		assert.LessOrEqual(t, r.pos, 1, "only white space is read")
	}
}

func TestTag(t *testing.T) {
	for text, want := range map[string]string{
		`{"type":"a"}`: "a", ` { "x" : [ 1 , {"type":"b"} ] , "type" : "a" }`: "a", `{"x":"}","y":-1.5e3,"z":null,"type":"a","type":"b"}`: "a",
		`{"\u0074ype":"\u0061"}`: "a", `{"type":1}`: "", `{"x":{"type":"a"}}`: "", `{}`: "", `{`: "", `[]`: "", `"type"`: "", ``: "", `{"x":{`: "",
		`{"x":[}],"type":"a"}`: "", `{"type"`: "", `{"type":`: "", `{"type":"`: "", `{"x`: "", `{"x":1 "type":"a"}`: "", `{"\x":1,"type":"a"}`: "a", `{,"type":"a"}`: "",
	} {
		r := jsonReader{data: []byte(text)}
		assert.Equal(t, want, string(r.tag("type")), "%s", text)
	}
	for n := range len(goodParcel) { // no part of a text makes it panic
		r := jsonReader{data: []byte(goodParcel[n:])}
		r.tag("type")
	}
}

func TestKeyAmong(t *testing.T) {
	for text, want := range map[string]string{
		`{"a":1}`: "a", ` { "x" : [ {"b":1} ] , "b" : 2 }`: "b", `{"x":"a","b":1,"a":2}`: "b", `{"\u0061":1}`: "a", `{"x":{"a":1}}`: "", `{}`: "", `[]`: "", ``: "",
		`{"x":1 "a":2}`: "", `{"a`: "", `"a"`: "",
	} {
		r := jsonReader{data: []byte(text)}
		assert.Equal(t, want, r.keyAmong("a", "b"), "%s", text)
	}
}

// nest is a union by tag that holds itself. It is read as generated code reads it.
func nest(r *jsonReader) (depth int) {
	if string(r.tag("type")) != "nest" {
		r.unfit("discriminator", `"nest"`)
		return 0
	}
	keys := keyTable{names: []string{"a", "b", "child", "type"}}
	o := r.object(&keys)
	for o.next(r) {
		switch o.index {
		case 0, 1:
			r.skip()
		case 2:
			depth = nest(r)
		case 3:
			r.constant("nest")
		}
	}
	return depth + 1
}

// TestTagIsLinear nests unions whose tags come last: a search that began anew in each would take 250 times as long.
func TestTagIsLinear(t *testing.T) {
	build := func(depth, size int) []byte {
		return []byte(strings.Repeat(`{"a":[{"child":1},[]],"b":{},"child":`, depth) + `{"a":[` + strings.Repeat(`{"x":[1]},`, size) + `1],"type":"nest"}` +
			strings.Repeat(`,"type":"nest"}`, depth))
	}
	for depth := range 6 {
		r := jsonReader{data: build(depth, 3)}
		require.Equal(t, depth+1, nest(&r))
		require.NoError(t, r.finish("X"))
	}
	took := func(depth, cut int) time.Duration {
		data := build(depth, 1e5)
		r := jsonReader{data: data[:len(data)-cut]}
		start := time.Now()
		n := nest(&r)
		if err := r.finish("X"); cut == 0 {
			assert.NoError(t, err)
			assert.Equal(t, depth+1, n)
		} else {
			assert.Error(t, err)
		}
		return time.Since(start)
	}
	flat := max(took(1, 0), took(1, 0), 5*time.Millisecond)
	assert.Less(t, took(500, 0), 12*flat)
	assert.Less(t, took(500, 10000), 12*flat, "cut off")
}

// tree is a recursive type as the generator emits it.
type tree struct{ Children []tree }

var keysTree = keyTable{names: []string{"c"}}

func (x *tree) decode(r *jsonReader) {
	o := r.object(&keysTree)
	for o.next(r) {
		x.Children = listTree(r)
	}
}

func listTree(r *jsonReader) []tree {
	s := []tree{}
	for a := r.array(); a.next(r); {
		if len(s) == cap(s) {
			s = append(make([]tree, 0, a.capacity(r, len(s))), s...)
		}
		s = s[:len(s)+1]
		s[len(s)-1].decode(r)
	}
	return s
}

func (x *tree) encode(w *jsonWriter) {
	start := w.beginObject()
	if x.Children != nil {
		w.key(`,"c":`).list(len(x.Children), func(i int) { x.Children[i].encode(w) })
	}
	w.endObject(start)
}

func TestRecursion(t *testing.T) {
	const data = `{"c":[{"c":[{},{"c":[]}]},{},{"c":[{},{},{},{},{}]},{}]}`
	var x tree
	require.NoError(t, unmarshalJSON("tree", []byte(data), &x))
	out, err := marshalJSON(&x)
	require.NoError(t, err)
	assert.Equal(t, data, string(out))
	for depth, want := range map[int]bool{maxDepth / 2: true, maxDepth/2 + 1: false, 1e5: false} {
		deep := strings.Repeat(`{"c":[`, depth) + strings.Repeat(`]}`, depth)
		assert.Equal(t, want, unmarshalJSON("tree", []byte(deep), &x) == nil, "depth %d", depth)
	}
	err = unmarshalJSON("tree", []byte(strings.Repeat(`{"c":[`, 300)+strings.Repeat(`]}`, 300)), &x)
	assert.Equal(t, []string{"/c/0/c/0 nesting at most 512 levels"}, violations(t, err))
	skipped := `{"unknown":` + strings.Repeat("[", 600) + strings.Repeat("]", 600) + `}`
	assert.Equal(t, []string{"/unknown/0/0/0 nesting at most 512 levels"}, violations(t, unmarshalJSON("tree", []byte(skipped), &x)))
	wide := `{"c":[` + strings.Repeat(`{},5,[],`, 1000) + `{}]}` // depth is counted back after a mismatch
	assert.Len(t, violations(t, unmarshalJSON("tree", []byte(wide), &x)), maxViolations)
}

// TestSlabsDoNotOverlap appends to a decoded slice: its neighbour in the same block must not change.
func TestSlabsDoNotOverlap(t *testing.T) {
	data := `[[1,2],[3],[],[4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19],[20]]`
	lists, err := scan(data, func(r *jsonReader) [][]int64 {
		return scalars(r, func(r *jsonReader) []int64 { return scalars(r, (*jsonReader).int64) })
	})
	require.NoError(t, err)
	for i := range lists {
		_ = append(lists[i], -1)
	}
	out, err := json.Marshal(lists)
	require.NoError(t, err)
	assert.Equal(t, data, string(out))
}

func TestManyProperties(t *testing.T) {
	keys := keyTable{required: []uint64{0, 1 << 5}, nullable: []uint64{0, 1 << 4}}
	for i := range 70 {
		keys.names = append(keys.names, fmt.Sprint("p", i))
	}
	tests := []struct {
		data     string
		strict   []string
		tolerant int // properties that are read
	}{
		{`{"p69":1}`, nil, 1},
		{`{"p3":1,"p69":1,"p68":1}`, nil, 3},
		{`{"p69":1,"p69":1}`, []string{"/p69 duplicate"}, 1},
		{`{"p3":1}`, []string{"/p69 required"}, 1},
		{`{"p68":1}`, []string{"/p69 required"}, 1},
		{`{"p68":null,"p69":null,"p0":null,"p1":2}`, []string{"/p68 type integer null", "/p69 type integer null", "/p0 type integer null"}, 2},
	}
	for _, test := range tests {
		for _, tolerant := range []bool{false, true} {
			r := jsonReader{data: []byte(test.data), tolerant: tolerant}
			count := 0
			for o := r.object(&keys); o.next(&r); count++ {
				r.int64()
			}
			err := r.finish("X")
			if tolerant {
				assert.NoError(t, err, test.data)
				assert.Equal(t, test.tolerant, count, test.data)
			} else {
				assert.Equal(t, test.strict, violations(t, err), test.data)
			}
		}
	}
}

func TestKeyTableFlags(t *testing.T) {
	tests := []struct {
		keys *keyTable
		data string
		want bool
	}{
		{&keyTable{}, `}`, false},
		{&keyTable{}, `{}`, true},
		{&keyTable{}, `]`, false},
		{&keyTable{names: []string{"a"}, closed: true}, `{"a":1}`, true},
		{&keyTable{names: []string{"a"}, closed: true}, `{"b":1}`, false},
		{&keyTable{names: []string{`a"b`}, required: []uint64{1}, escaped: true}, `{"a\"b":1}`, true},
		{&keyTable{names: []string{`a"b`}, escaped: true}, `{"a"b":1}`, false},
		{&keyTable{names: []string{"ä", "b"}, required: []uint64{3}, escaped: true}, `{"ä":1,"b":2}`, true},
		{&keyTable{names: []string{"ä", "b"}, required: []uint64{3}, escaped: true}, `{"\u00e4":1,"b":2}`, true},
		{&keyTable{names: []string{""}, required: []uint64{1}}, `{"":1}`, true},
		{&keyTable{names: []string{""}, required: []uint64{1}}, `{"":1,"":1}`, false},
	}
	for _, test := range tests {
		r := jsonReader{data: []byte(test.data)}
		o := r.object(test.keys)
		for o.next(&r) {
			r.int64()
		}
		err := r.finish("X")
		assert.Equal(t, test.want, err == nil, "%s: %v", test.data, err)
	}
}

// TestIndexedNames looks for names that the index must find, in any order and spelling, and for others that are like them.
func TestIndexedNames(t *testing.T) {
	names := []string{"", "a", "aa", "a ", "ä", "b", "c", "d", "e", "longer than eight bytes", "longer than eight bytes!", "f", "g"}
	for i := range 4 {
		keys := keyTable{names: names, escaped: i%2 == 1}
		if i > 1 {
			keys.index = new(nameIndex)
		}
		for shift := range names {
			var data, got []string
			for i := range names {
				name := strconv.Quote(names[(i*5+shift)%len(names)])
				if i%2 == 0 {
					name = strings.ReplaceAll(name, "a", `\u0061`)
				}
				data = append(data, name+":1", `"unknown `+strconv.Itoa(i)+`":2`)
			}
			r := jsonReader{data: []byte("{" + strings.Join(data, ",") + "}")}
			for o := r.object(&keys); o.next(&r); {
				got = append(got, names[o.index])
				require.EqualValues(t, 1, r.int64())
			}
			require.NoError(t, r.finish("X"))
			require.ElementsMatch(t, names, got)
		}
	}
}

// TestShuffledKeys reads the good parcel with its members in any order.
func TestShuffledKeys(t *testing.T) {
	var want Parcel
	require.NoError(t, accept(goodParcel, &want))
	var members map[string]json.RawMessage
	require.NoError(t, json.Unmarshal([]byte(goodParcel), &members))
	for range 50 { // Go maps have another order each time
		var b strings.Builder
		for name, v := range members {
			fmt.Fprintf(&b, " ,\n%q : %s", name, v)
		}
		var got Parcel
		require.NoError(t, accept("{"+b.String()[2:]+"}", &got))
		require.Equal(t, want, got)
	}
}

// TestKeptStrings reads strings of many lengths: none may change another, and short ones must cost few allocations.
func TestKeptStrings(t *testing.T) {
	var want []string
	for i := range 3000 {
		want = append(want, strings.Repeat(string(rune('a'+i%26)), i%70))
	}
	data, err := json.Marshal(want)
	require.NoError(t, err)
	var got []string
	allocations := testing.AllocsPerRun(1, func() {
		r := jsonReader{data: data}
		got = scalars(&r, (*jsonReader).string)
		require.NoError(t, r.finish("X"))
	})
	require.Equal(t, want, got)
	assert.Less(t, allocations, 500.0, "blocks for short strings, one for each of 215 long ones")
}
