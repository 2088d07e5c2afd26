package support

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const goodParcel = `{"id":"a1","coupon":null,"grade":"good","tags":["x"],"origin":{"t":1,"v":2},"fields":{"f":"g"},` +
	`"event":{"type":"created","at":{"t":1,"v":2}},"anything":null,"type":"parcel"}`

// edit replaces parts of the good parcel: old, new, old, new.
func edit(t *testing.T, oldnew ...string) string {
	t.Helper()
	data := goodParcel
	for i := 0; i < len(oldnew); i += 2 {
		require.Contains(t, data, oldnew[i])
		data = strings.Replace(data, oldnew[i], oldnew[i+1], 1)
	}
	return data
}

// TestViolationsOfReading says what a strict reader finds, and what is left of it for a tolerant one.
func TestViolationsOfReading(t *testing.T) {
	tests := []struct {
		name, old, new string
		strict         []string
		tolerant       []string
	}{
		{"none", `"a1"`, `"a2"`, nil, nil},
		{"type of a string", `"a1"`, `true`, []string{"/id type string true"}, []string{"/id type string true"}},
		{"a number for a string does not show", `"a1"`, `-12.5`, []string{"/id type string number"}, []string{"/id type string number"}},
		{"objects do not show", `"a1"`, `{"a":"secret"}`, []string{"/id type string {…}"}, []string{"/id type string {…}"}},
		{"null", `"a1"`, `null`, []string{"/id type string null"}, nil},
		{"element", `["x"]`, `["x",[],null]`, []string{"/tags/1 type string […]", "/tags/2 type string null"}, []string{"/tags/1 type string […]"}},
		{"array", `["x"]`, `{"a":[1,{}]}`, []string{"/tags type array {…}"}, []string{"/tags type array {…}"}},
		{"null for an array", `["x"]`, `null`, []string{"/tags type array null"}, nil},
		{"object", `{"t":1,"v":2}`, `"text"`, []string{`/origin type object "text"`}, []string{`/origin type object "text"`}},
		{"null for an object", `{"t":1,"v":2}`, `null`, []string{"/origin type object null"}, nil},
		{"integer", `{"t":1,"v":2}`, `{"t":1.5,"v":2}`, []string{"/origin/t type integer 1.5"}, []string{"/origin/t type integer 1.5"}},
		{"integer text", `{"t":1,"v":2}`, `{"t":"1","v":2}`, []string{`/origin/t type integer "1"`}, []string{`/origin/t type integer "1"`}},
		{"number", `{"t":1,"v":2}`, `{"t":1,"v":false}`, []string{"/origin/v type number false"}, []string{"/origin/v type number false"}},
		{"float overflow", `{"t":1,"v":2}`, `{"t":1,"v":-1e400}`, []string{"/origin/v format double -1e400"}, []string{"/origin/v format double -1e400"}},
		{"int64 overflow", `{"t":1,"v":2}`, `{"t":9223372036854775808,"v":2}`,
			[]string{"/origin/t format int64 9223372036854775808"}, []string{"/origin/t format int64 9223372036854775808"}},
		{"int32 overflow", `"anything"`, `"level":-2147483649,"anything"`, []string{"/level format int32 -2147483649"}, []string{"/level format int32 -2147483649"}},
		{"int32 far overflow", `"anything"`, `"level":1e99,"anything"`, []string{"/level format int32 1e99"}, []string{"/level format int32 1e99"}},
		{"boolean", `"anything"`, `"done":0,"anything"`, []string{"/done type boolean 0"}, []string{"/done type boolean 0"}},
		{"null for optional", `"anything"`, `"done":null,"level":null,"anything"`,
			[]string{"/done type boolean null", "/level type integer null"}, nil},
		{"date-time", `"anything"`, `"sent_at":"now","anything"`, []string{`/sent_at format date-time "now"`}, []string{`/sent_at format date-time "now"`}},
		{"date-time that Go can hold", `"anything"`, `"sent_at":"2026-04-02T03:04:05,5Z","anything"`, []string{`/sent_at format date-time "2026-04-02T03:04:05,5Z"`}, nil},
		{"date", `"anything"`, `"day":"2026-02-30","anything"`, []string{`/day format date "2026-02-30"`}, []string{`/day format date "2026-02-30"`}},
		{"uuid", `"anything"`, `"key":"1","anything"`, []string{`/key format uuid "1"`}, []string{`/key format uuid "1"`}},
		{"uuid that Go can hold", `"anything"`, `"key":"{1b4ef158-039f-7ccd-49f0-a64b0da7b7ee}","anything"`,
			[]string{`/key format uuid "{1b4ef158-039f-7ccd-49f0-a64b0da7b7ee}"`}, nil},
		{"bytes", `"anything"`, `"stamp":"a","anything"`, []string{`/stamp format byte "a"`}, []string{`/stamp format byte "a"`}},
		{"bytes without padding", `"anything"`, `"stamp":"_-8","anything"`, []string{`/stamp format byte "_-8"`}, nil},
		{"missing", `"id":"a1",`, ``, []string{"/id required"}, nil},
		{"missing further down", `{"t":1,"v":2}`, `{ }`, []string{"/origin/t required", "/origin/v required"}, nil},
		{"duplicate", `"grade"`, `"id":"a2","grade"`, []string{`/id duplicate`}, nil},
		{"duplicate in escaped form", `"grade"`, `"\u0069d":"a2","grade"`, []string{`/id duplicate`}, nil},
		{"duplicate extra", `"grade"`, `"zz":1,"zz":2,"zz":3,"yy":4,"grade"`, []string{`/zz duplicate`, `/zz duplicate`}, nil},
		{"duplicate in a map", `"f":"g"`, `"f":"g","e":"","f":"","d":""`, []string{`/fields/f duplicate`}, nil},
		{"duplicate in raw JSON", `"anything":null`, `"anything":[{"a":1,"a":2}]`, []string{`/anything/0/a duplicate`}, nil},
		{"extra of a wrong type", `"grade"`, `"zz":"1","grade"`, []string{`/zz type integer "1"`}, []string{`/zz type integer "1"`}},
		{"null extra", `"grade"`, `"zz":null,"grade"`, []string{`/zz type integer null`}, nil},
		{"closed", `"at"`, `"to":1,"at"`, []string{`/event/to additionalProperties false`}, nil},
		{"closed, twice", `"at"`, `"to":1,"to":1,"at"`,
			[]string{`/event/to additionalProperties false`, `/event/to duplicate`, `/event/to additionalProperties false`}, nil},
		{"const", `"parcel"`, `"letter"`, []string{`/type const "parcel" "letter"`}, nil},
		{"const of another type", `"parcel"`, `{}`, []string{`/type const "parcel" {…}`}, nil},
		{"const integer", `"anything"`, `"version":2,"anything"`, []string{`/version const 1 2`}, nil},
		{"const integer in another notation", `"anything"`, `"version":10e-1,"anything"`, nil, nil},
		{"const integer, got a fraction", `"anything"`, `"version":1.5,"anything"`, []string{`/version const 1 1.5`}, nil},
		{"const integer as text", `"anything"`, `"version":"1","anything"`, []string{`/version const 1 "1"`}, nil},
		{"const boolean", `"anything"`, `"live":false,"anything"`, []string{`/live const true false`}, nil},
		{"no variant", `"created"`, `"sold"`, []string{`/event/type discriminator "created" "sold"`}, nil},
		{"no tag", `"type":"created",`, ``, []string{`/event/type required`}, nil},
		{"tag of another type", `"created"`, `7`, []string{`/event/type discriminator "created" 7`}, nil},
		{"null for a union", `{"type":"created","at":{"t":1,"v":2}}`, `null`, []string{`/event type object null`}, nil},
		{"no variant by kind", `"anything"`, `"delay":1.5,"anything"`, []string{`/delay oneOf string or integer 1.5`}, nil},
		{"secret", `"anything"`, `"pin":"1234","anything"`, []string{`/pin type integer`}, []string{`/pin type integer`}},
		{"name with an escape", `"anything"`, `"o\"d":1,"anything"`, []string{`/o"d type string number`}, []string{`/o"d type string number`}},
		{"in the order of the text", `"a1"`, `{"a":1,"a":2}`, []string{"/id type string {…}", "/id/a duplicate"}, []string{"/id type string {…}"}},
		{"pointer escapes", `{"f":"g"}`, `{"a/b~c":true,"\u00e4":true}`, []string{"/fields/a~1b~0c type string true", "/fields/ä type string true"},
			[]string{"/fields/a~1b~0c type string true", "/fields/ä type string true"}},
		{"long value", `"a1"`, `[]`, []string{"/id type string […]"}, []string{"/id type string […]"}},
		{"long text", `{"t":1,"v":2}`, `"` + strings.Repeat("ä", 100) + `"`, []string{`/origin type object "` + strings.Repeat("ä", 29) + `…"`},
			[]string{`/origin type object "` + strings.Repeat("ä", 29) + `…"`}},
		{"long number", `{"t":1,"v":2}`, strings.Repeat("1", 100), []string{`/origin type object ` + strings.Repeat("1", 60) + `…`},
			[]string{`/origin type object ` + strings.Repeat("1", 60) + `…`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			data := edit(t, test.old, test.new)
			var x Parcel
			assert.Equal(t, test.strict, violations(t, x.UnmarshalJSON([]byte(data))))
			r := jsonReader{data: []byte(data), tolerant: true}
			x = Parcel{}
			x.decode(&r)
			assert.Equal(t, test.tolerant, violations(t, r.finish("Parcel")), "tolerant")
		})
	}
}

// TestSyntaxErrors says what was expected where. What was found before comes first.
func TestSyntaxErrors(t *testing.T) {
	tests := []struct {
		data string
		want []string
	}{
		{``, []string{" syntax a value at byte 0"}},
		{`{"id":}`, []string{"/id syntax a value at byte 6"}},
		{`{"id":"a" "grade":1}`, []string{"/id syntax ',' or '}' at byte 10"}},
		{`{"id":"a",}`, []string{" syntax a name in quotes at byte 10"}},
		{`{"id" 1}`, []string{"/id syntax ':' at byte 6"}},
		{`{"id":1,"tags":[1,2`, []string{"/id type string number", "/tags/0 type string number", "/tags/1 type string number", "/tags/1 syntax ',' or ']' at byte 19"}},
		{`{"tags":["a",]}`, []string{"/tags/1 syntax a value at byte 13"}},
		{`{"tags":["a" "b"]}`, []string{"/tags/0 syntax ',' or ']' at byte 13"}},
		{`{"id":"a` + "\xff" + `"}`, []string{"/id syntax valid UTF-8 in the string at byte 6"}},
		{`{"id":"\ud800"}`, []string{"/id syntax valid escapes in the string at byte 6"}},
		{`{"id":"a`, []string{"/id syntax a string that ends and has no control characters at byte 6"}},
		{`{"id":tru}`, []string{"/id syntax true at byte 6"}},
		{`{"id":nul}`, []string{"/id syntax null at byte 6"}},
		{`{"origin":{"t":01}}`, []string{"/origin/t syntax a number as JSON writes it at byte 15"}},
		{`{"anything":[{"b":[1,{"a":fals}]}]}`, []string{"/anything/0/b/1/a syntax false at byte 26"}},
		{`{"anything":{"a":1,"a":2,` + "\n" + `}}`, []string{`/anything/a duplicate`, "/anything syntax a name in quotes at byte 26"}},
		{`{"event":{"type":"created","at":{"t":1,"v":2}`, []string{"/event/at syntax ',' or '}' at byte 45"}},
		{`{"pin":"secret"`, []string{"/pin type integer", "/pin syntax ',' or '}' at byte 15"}},
		{`{"fields":{"a":"b";`, []string{"/fields/a syntax ',' or '}' at byte 18"}},
		{`{"fields":{"a":"b",}`, []string{"/fields syntax a name in quotes at byte 19"}},
	}
	for _, test := range tests {
		assert.Equal(t, test.want, violations(t, new(Parcel).UnmarshalJSON([]byte(test.data))), "%s", test.data)
		r := jsonReader{data: []byte(test.data), tolerant: true}
		new(Parcel).decode(&r)
		err := r.finish("Parcel")
		require.Error(t, err, "tolerant: %s", test.data)
		got := violations(t, err)
		assert.Equal(t, test.want[len(test.want)-1], got[len(got)-1], "tolerant: %s", test.data)
	}
	trailing := violations(t, new(Parcel).UnmarshalJSON([]byte(goodParcel+" 1")))
	assert.Equal(t, []string{fmt.Sprintf(" syntax the end of the text at byte %d", len(goodParcel)+1)}, trailing)
}

// TestReadingOn checks that what follows a violation is read all the same.
func TestReadingOn(t *testing.T) {
	var x Parcel
	err := x.UnmarshalJSON([]byte(edit(t, `"a1"`, `5`, `["x"]`, `["x",5,"y"]`, `"f":"g"`, `"f":5,"h":"i"`, `"type":"parcel"`, `"level":3,"type":"parcel"`)))
	assert.Equal(t, []string{"/id type string number", "/tags/1 type string number", "/fields/f type string number"}, violations(t, err))
	assert.Equal(t, []string{"x", "", "y"}, x.Tags)
	assert.Equal(t, "i", x.Fields["h"])
	assert.Equal(t, new(int32(3)), x.Level)
}

func TestTolerantKeeps(t *testing.T) {
	r := jsonReader{tolerant: true, data: []byte(`{"id":null,"id":"first","id":"second","coupon":null,"note":null,"grade":"new","unknown":5,"tags":[null,"a"],` +
		`"spots":[null,{"t":3}],"target":null,"holes":[null],"level":null,"event":{"type":"later","type":"x"},"delay":[],"anything":null,"fields":{"a":null},"home":null}`)}
	var x Parcel
	x.decode(&r)
	require.NoError(t, r.finish("Parcel"))
	assert.Equal(t, "", x.ID, "the first of duplicates counts, and null is absent")
	assert.Nil(t, x.Coupon)
	assert.True(t, x.Note.IsNull())
	assert.True(t, x.Home.IsNull())
	assert.Equal(t, Grade("new"), x.Grade)
	assert.Equal(t, map[string]int64{"unknown": 5}, x.Extra)
	assert.Equal(t, []string{"", "a"}, x.Tags)
	assert.Equal(t, []Point{{}, {T: 3}}, x.Spots)
	assert.Nil(t, x.Target)
	assert.Nil(t, x.Level)
	assert.Equal(t, []*Point{nil}, x.Holes)
	assert.Equal(t, map[string]string{"a": ""}, x.Fields)
	assert.Equal(t, &EventUnknown{[]byte(`{"type":"later","type":"x"}`)}, x.Event)
	assert.Equal(t, &DelayUnknown{[]byte(`[]`)}, x.Delay)
	assert.Equal(t, Anything("null"), x.Anything)

	out, err := x.MarshalJSON() // an unknown variant goes out as it came
	require.NoError(t, err)
	assert.Contains(t, string(out), `"event":{"type":"later","type":"x"}`)
	assert.Contains(t, violations(t, x.Validate()), `/event discriminator "created" {…}`)
	assert.NotContains(t, strings.Join(violations(t, x.Validate()), " "), "/delay required")
}

// TestUnknownMembers nests objects with unknown members: the names of one must not count for another.
func TestUnknownMembers(t *testing.T) {
	list := func(before, inside, after string) []string {
		record := strings.Replace(goodRecord, `"owner":{`, inside+`"owner":{`+inside, 1)
		return violations(t, new(RecordList).UnmarshalJSON([]byte(`{`+before+`"total":1,"records":[`+record+`,`+record+`]`+after+`}`)))
	}
	assert.Empty(t, list(`"yy":1,`, `"zz":{"zz":1},`, `,"zz":2`))
	assert.Equal(t, []string{"/yy duplicate"}, list(`"yy":1,`, `"zz":{"yy":1},"xx":1,`, `,"yy":2`))
	assert.Equal(t, []string{"/records/0/zz duplicate", "/records/0/owner/zz duplicate", "/records/1/zz duplicate", "/records/1/owner/zz duplicate"},
		list(``, `"zz":1,"zz":2,`, ``))
}

// TestTolerantNulls gives null to all members of a struct, in the order of the table and in another.
func TestTolerantNulls(t *testing.T) {
	names := keysRecord.names
	for range 2 {
		data := `{"` + strings.Join(names, `":null,"`) + `":null}`
		r := jsonReader{data: []byte(data), tolerant: true}
		var x Record
		x.decode(&r)
		assert.NoError(t, r.finish("Record"))
		assert.Equal(t, Record{Description: NewNull[string](), UpdatedAt: NewNull[time.Time](), LatencyMs: NewNull[float64]()}, x)
		names = slices.Clone(names)
		slices.Reverse(names)
	}
}

func TestViolationsOfChecks(t *testing.T) {
	var x Parcel
	require.NoError(t, accept(goodParcel, &x))
	x.ID, x.Note, x.Coupon, x.Grade = "A", NewNullable("long text"), new("ä"), "so so"
	x.Level, x.Tags = new(int32(12)), []string{"a", "", "c", strings.Repeat("ü", 50)}
	x.Grades, x.Spots, x.Origin.T = []Grade{GradeGood, "x"}, []Point{{}, {T: -1}}, -2
	x.Target, x.Home = &Point{T: -3}, NewNullable(Point{T: -4})
	x.Labels, x.Names = Labels{"b": "long", "a/": "long", "ok": "ok"}, Names{"ok", "toolong"}
	x.Fields, x.Corners = map[string]string{"z": "long", "y": "long", "x": "1", "w": "2"}, map[string]Point{"q": {T: -5}, "p": {T: -6}}
	x.Event, x.Delay, x.Anything = (*OrderCreated)(nil), DelayString("1s"), nil
	x.Pin, x.Weight = new(int64(12)), new(0.0)
	x.Extra = map[string]int64{"n": -1, "m": -2}
	long := `"` + strings.Repeat("ü", 40) + `…" (50 characters)`
	want := []string{
		`/id pattern ^[a-z]+[0-9]*$ "A"`, `/note maxLength 5 "long text"`, `/note pattern ^\S*$ "long text"`, `/coupon minLength 2 "ä"`,
		`/grade enum ["good", "bad"] "so so"`, `/level maximum 9 12`, `/tags maxItems 3 4 items`, `/tags/1 minLength 1 ""`, `/tags/3 maxLength 36 ` + long,
		`/grades/1 enum ["good", "bad"] "x"`, `/spots/1/t minimum 0 -1`, `/origin/t minimum 0 -2`, `/target/t minimum 0 -3`, `/home/t minimum 0 -4`,
		`/labels/a~1 maxLength 3 "long"`, `/labels/b maxLength 3 "long"`, `/names/1 maxLength 4 "toolong"`, `/fields maxProperties 3 4 properties`,
		`/fields/y maxLength 3 "long"`, `/fields/z maxLength 3 "long"`, `/corners/p/t minimum 0 -6`, `/corners/q/t minimum 0 -5`, `/event required`,
		`/delay pattern ^[0-9]+$ "1s"`, `/anything required`, `/pin minimum 1000`, `/weight exclusiveMinimum 0 0`, `/m minimum 0 -2`, `/n minimum 0 -1`,
	}
	for range 5 { // maps have another order each time
		assert.Equal(t, want, violations(t, x.Validate()))
	}
	assert.Equal(t, []string{` enum ["good", "bad"] "x"`}, violations(t, Grade("x").Validate()))
	assert.Equal(t, []string{` required`}, violations(t, ValidateEvent(nil)))
	assert.Equal(t, []string{` required`}, violations(t, ValidateEvent((*OrderCreated)(nil))))
	assert.Equal(t, []string{`/at/t minimum 0 -1`}, violations(t, ValidateEvent(&OrderCreated{At: Point{T: -1}})))
	assert.Equal(t, []string{` oneOf string or integer {…}`}, violations(t, ValidateDelay(&DelayUnknown{[]byte(" {}")})))
	assert.Equal(t, []string{` maximum 7200 7201`}, violations(t, ValidateDelay(DelayInt32(7201))))
}

func TestNumbersOfMessages(t *testing.T) {
	var c checker
	c.number("a", math.NaN(), 0, 1)
	tenth := 0.1
	c.number("b", tenth+2*tenth, 0.3, 0.3)
	c.numberExclusive("c", 1e6, 0, 1e6, false, true)
	c.numberExclusive("d", 1e-9, 1e-9, math.Inf(1), true, false)
	c.number("e", -1, math.Inf(-1), math.Inf(1))
	c.enumFloat("f", 0.1, []float64{0.5, 1e30})
	c.enumInt("g", 3, []int64{1, 2})
	c.equals("h", "a", "b\n")
	c.equalsInt("i", 1, 2)
	c.equalsBool("j", true, false)
	c.segment("k", "..")
	c.segment("k", "...")
	c.in = "header"
	c.notEmpty("l", "")
	want := []string{"/a minimum 0 NaN", "/a maximum 1 NaN", "/b maximum 0.3 0.30000000000000004", "/c exclusiveMaximum 1000000 1000000",
		"/d exclusiveMinimum 1e-09 1e-09", "/f enum [0.5, 1e+30] 0.1", "/g enum [1, 2] 3", `/h const "b\n" "a"`, "/i const 2 1", "/j const false true",
		`/k path segment not "." or ".." ".."`, "/l required"}
	assert.Equal(t, want, violations(t, c.result("X")))
	assert.Equal(t, "header /l: required", c.result("X").(*InvalidError).Violations[len(want)-1].String())
}

func TestErrorText(t *testing.T) {
	err := new(Parcel).UnmarshalJSON([]byte(`{"fields":{"a\nb":true}}`))
	assert.Contains(t, err.Error(), "invalid Parcel, 9 violations:\n\t/fields/a\\nb: type string, got true\n\t/id: required")
	err = new(Parcel).UnmarshalJSON([]byte(`{"id":]`))
	assert.EqualError(t, err, "invalid Parcel: /id: syntax error, expected a value at byte 6")
	many := &InvalidError{Subject: "X", Violations: make([]Violation, 25)}
	assert.True(t, strings.HasSuffix(many.Error(), "\n\t... and 5 more"))
}

// TestFewViolations checks that hostile input cannot make an error of many times its size.
func TestFewViolations(t *testing.T) {
	many := `{"id":"a","tags":[` + strings.Repeat("1,", 5000) + `1]`
	err := new(Parcel).UnmarshalJSON([]byte(many + "}"))
	assert.Len(t, violations(t, err), maxViolations)
	got := violations(t, new(Parcel).UnmarshalJSON([]byte(many)))
	assert.Len(t, got, maxViolations)
	assert.Contains(t, got[maxViolations-1], "syntax", "what ended the reading is always told")

	x := Parcel{Tags: make([]string, 5000)}
	assert.Len(t, violations(t, x.Validate()), maxViolations)

	name := strings.Repeat("n", 1<<20)
	err = new(Parcel).UnmarshalJSON([]byte(`{"` + name + `":{"a":1,"a":2},"corners":{"` + name + `":{"t":"","v":""},"b":{"t":""}}}`))
	invalid, ok := errors.AsType[*InvalidError](err)
	require.True(t, ok)
	total := 0
	for _, v := range invalid.Violations {
		total += len(v.Pointer) + len(v.Value)
	}
	assert.NotEmpty(t, invalid.Violations)
	assert.Less(t, total, 3<<20)

	deep := `{"anything":` + strings.Repeat(`{"a":`, 500) + `[` + strings.Repeat(`{"b":1,"b":2},`, 3000) + `1]` + strings.Repeat("}", 500) + "}"
	invalid, ok = errors.AsType[*InvalidError](new(Parcel).UnmarshalJSON([]byte(deep)))
	require.True(t, ok)
	assert.Greater(t, len(invalid.Violations), 100)

	list := RecordList{Records: []Record{{ID: "x"}}}
	var c checker
	for range 600 {
		c.object("nested", &list)
		c.prefix(0, strings.Repeat("p", 100))
	}
	invalid, ok = errors.AsType[*InvalidError](c.result("X"))
	require.True(t, ok)
	total = 0
	for _, v := range invalid.Violations {
		total += len(v.Pointer)
	}
	assert.LessOrEqual(t, total, maxPointers)
}

func TestManyNames(t *testing.T) {
	for _, n := range []int{manyNames - 2, manyNames - 1, manyNames, manyNames + 1, 3000} {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, `"n%d":{"x":%d},`, i, i)
		}
		for _, template := range []string{`{"anything":{%s"last":1}}`, `{"t":1,"v":2,%s"last":1}`} {
			var x model = new(Parcel)
			if template[2] == 't' {
				x = new(Point)
			}
			data := fmt.Sprintf(template, b.String())
			for _, line := range violations(t, x.UnmarshalJSON([]byte(data))) {
				assert.NotContains(t, line, "duplicate")
			}
			for _, again := range []string{`"n0":1`, fmt.Sprintf(`"n%d":1`, n-1), `"\u006e0":1`} {
				found := violations(t, x.UnmarshalJSON([]byte(strings.Replace(data, `"last":1`, again, 1))))
				assert.Contains(t, strings.Join(found, "\n"), "duplicate", "%d names, %s", n, again)
			}
		}
	}
	r := jsonReader{data: []byte(`[{"a":1,"b":{"a":1,"c":{}},"c":1,"b":2},{"a":1}]`)}
	r.skip()
	assert.Equal(t, []string{`/0/b duplicate`}, violations(t, r.finish("X")))
	assert.Empty(t, r.names, "every object takes its names from the stack")
}

func TestNullableOutside(t *testing.T) {
	type holder struct {
		A Nullable[int]      `json:"a,omitzero"`
		B Nullable[[]string] `json:"b,omitzero"`
		C Nullable[Point]    `json:"c,omitzero"`
	}
	for _, data := range []string{`{}`, `{"a":null}`, `{"a":0,"b":[],"c":{"t":1,"v":2}}`, `{"b":null,"c":null}`} {
		var x holder
		require.NoError(t, json.Unmarshal([]byte(data), &x))
		out, err := json.Marshal(x)
		require.NoError(t, err)
		assert.Equal(t, data, string(out))
	}
	var none Nullable[int]
	assert.True(t, none.IsZero() && !none.IsNull())
	assert.Equal(t, []string{"v", "o", "o"}, []string{NewNullable("v").Or("o"), NewNull[string]().Or("o"), (Nullable[string]{}).Or("o")})
	v, ok := NewNullable(3).Get()
	assert.True(t, ok && v == 3)
	out, err := json.Marshal(none)
	assert.NoError(t, err)
	assert.Equal(t, "null", string(out))
	assert.Error(t, json.Unmarshal([]byte(`{"a":"x"}`), new(holder)))
}
