package support

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// model is what every generated struct can do.
type model interface {
	json.Unmarshaler
	json.Marshaler
	Validate() error
}

// accept decodes and validates: together they decide whether a document is accepted.
func accept(data string, x model) error {
	if err := x.UnmarshalJSON([]byte(data)); err != nil {
		return err
	}
	return x.Validate()
}

// violations gives what an error says as "pointer rule limit value" lines.
func violations(t *testing.T, err error) []string {
	t.Helper()
	if err == nil {
		return nil
	}
	invalid, ok := errors.AsType[*InvalidError](err)
	require.True(t, ok, "%v", err)
	var lines []string
	for _, v := range invalid.Violations {
		lines = append(lines, strings.TrimRight(v.Pointer+" "+v.Rule+" "+v.Limit+" "+v.Value, " "))
	}
	return lines
}

// randomRecords makes a list of n records, always the same for the same n.
func randomRecords(n int) *RecordList {
	random := rand.New(rand.NewPCG(1, 2))
	words := []string{"stream", "lazy", "dog", "prefix", "quick", "a \"quoted\" word", "Größe", "window", "long text that goes on for a while"}
	word := func() string { return words[random.IntN(len(words))] }
	list := &RecordList{Total: int64(n), NextMarker: NewNullable("abc")}
	for i := range n {
		r := Record{
			ID:        "1b4ef158-039f-7ccd-49f0-a64b0da7b7" + string("0123456789abcdef"[i%16]) + "e",
			Name:      "stream-" + string(rune('a'+i%26)),
			Status:    Status(valuesStatus[random.IntN(5)]),
			CreatedAt: time.Unix(random.Int64N(2e9), random.Int64N(1000)*1e6).UTC(),
			Size:      random.Int64N(1 << 40),
			Ratio:     float64(random.IntN(10000)) / 10000,
			Owner:     Owner{UserID: 1 + random.Int64N(1e6), Role: RoleMember},
		}
		if i%2 == 0 {
			r.Description, r.UpdatedAt, r.Shards = NewNullable(word()), NewNull[time.Time](), new(int32(1+random.IntN(256)))
			r.LatencyMs, r.Enabled, r.Owner.Email = NewNullable(random.Float64()*1000), new(i%3 == 0), new(word()+"@example.com")
		}
		for range 1 + random.IntN(4) {
			r.Tags = append(r.Tags, word())
			r.Metrics = append(r.Metrics, random.Int64N(1e5))
			r.Points = append(r.Points, Point{T: random.Int64N(2e12), V: float64(random.IntN(1e6)) / 100})
		}
		list.Records = append(list.Records, r)
	}
	return list
}

func TestRoundTrip(t *testing.T) {
	want := randomRecords(300)
	data, err := want.MarshalJSON()
	require.NoError(t, err)
	require.True(t, json.Valid(data))
	var got RecordList
	require.NoError(t, accept(string(data), &got))
	again, err := got.AppendJSON([]byte("x"))
	require.NoError(t, err)
	assert.Equal(t, "x"+string(data), string(again))
	assert.Equal(t, want, &got)

	indented, err := json.MarshalIndent(json.RawMessage(data), "", "      ")
	require.NoError(t, err)
	require.NoError(t, accept(string(indented), &got))
	assert.Equal(t, want, &got)

	plain, err := json.Marshal(got) // by value
	require.NoError(t, err)
	assert.JSONEq(t, string(data), string(plain))
}

const (
	goodRecord = `{"id":"1b4ef158-039f-7ccd-49f0-a64b0da7b7ee","name":"a.b","status":"ACTIVE",` +
		`"created_at":"2026-04-02T23:06:49.767Z","size":5,"ratio":0.5,"tags":["x"],"owner":{"user_id":1,"role":"admin"}}`
	umlauts36 = "ääääääääääääääääääääääääääääääääääää"
)

// TestAccept replaces one part of a good record and says whether the result must be accepted.
func TestAccept(t *testing.T) {
	tests := []struct {
		name, old, new string
		want           bool
	}{
		{"unchanged", "", "", true},
		{"trailing garbage", `"admin"}}`, `"admin"}} x`, false},
		{"second document", `"admin"}}`, `"admin"}}{}`, false},
		{"trailing NUL", `"admin"}}`, "\"admin\"}}\x00", false},
		{"comma after the last", `"admin"}}`, `"admin"},}`, false},
		{"missing comma", `,"size"`, ` "size"`, false},
		{"truncated", `"admin"}}`, `"admin"}`, false},
		{"byte order mark", `{"id"`, "\ufeff{\"id\"", false},
		{"vertical tab", `,"size"`, ",\v\"size\"", false},
		{"white space", `"size":5,`, " \r\n\t\t\"size\" \n : \n        5 , \n", true},
		{"order of keys", `{"id"`, `{"enabled":true,"id"`, true},
		{"duplicate known key", `"size":5`, `"size":5,"size":5`, false},
		{"case of a key", `"size"`, `"SIZE"`, false},
		{"escaped key", `"size"`, `"\u0073ize"`, true},
		{"duplicate in escaped form", `"size":5`, `"size":5,"\u0073ize":5`, false},
		{"missing required", `"size":5,`, ``, false},
		{"null for required", `"size":5`, `"size":null`, false},
		{"null for optional", `"size":5`, `"size":5,"shards":null`, false},
		{"null for nullable", `"size":5`, `"size":5,"description":null`, true},
		{"invalid UTF-8", `"a.b"`, `"a.b","description":"` + "\xff" + `"`, false},
		{"surrogate bytes", `"a.b"`, `"a.b","description":"` + "\xed\xa0\x80" + `"`, false},
		{"invalid UTF-8 in unknown", `"a.b"`, `"a.b","zz":"` + "\xff" + `"`, false},
		{"lone surrogate", `"a.b"`, `"a.b","description":"\ud800"`, false},
		{"reversed surrogates", `"a.b"`, `"a.b","description":"\udc00\ud800"`, false},
		{"surrogate pair", `"a.b"`, `"a.b","description":"\ud83d\ude00"`, true},
		{"control character", `"a.b"`, "\"a.b\",\"description\":\"a\nb\"", false},
		{"bad escape", `"a.b"`, `"a.b","description":"\x"`, false},
		{"cut escape", `"a.b"`, `"a.b","description":"\u12"`, false},
		{"signed hex", `"a.b"`, `"a.b","description":"\u+123"`, false},
		{"NUL escape", `"a.b"`, `"a.b","description":"\u0000"`, true},
		{"leading zero", `"size":5`, `"size":05`, false},
		{"plus sign", `"size":5`, `"size":+5`, false},
		{"integer 5.0", `"size":5`, `"size":5.0`, true},
		{"integer 1e2", `"size":5`, `"size":1e2`, true},
		{"integer 1200e-2", `"size":5`, `"size":1200e-2`, true},
		{"integer 5.5", `"size":5`, `"size":5.5`, false},
		{"integer 5.", `"size":5`, `"size":5.`, false},
		{"integer 0e999999999999", `"size":5`, `"size":0e999999999999`, true},
		{"integer 1e999999999999", `"size":5`, `"size":1e999999999999`, false},
		{"integer minus", `"size":5`, `"size":-`, false},
		{"over maximum", `"size":5`, `"size":1099511627777`, false},
		{"int32 overflow", `"size":5`, `"size":5,"shards":2147483648`, false},
		{"int64 max", `"size":5`, `"size":5,"metrics":[9223372036854775807]`, true},
		{"int64 min", `"size":5`, `"size":5,"metrics":[-9223372036854775808]`, true},
		{"int64 overflow", `"size":5`, `"size":5,"metrics":[9223372036854775808]`, false},
		{"number .5", `"ratio":0.5`, `"ratio":.5`, false},
		{"number 0.", `"ratio":0.5`, `"ratio":0.`, false},
		{"number 00.5", `"ratio":0.5`, `"ratio":00.5`, false},
		{"number 5e", `"ratio":0.5`, `"ratio":5e`, false},
		{"number -0.0", `"ratio":0.5`, `"ratio":-0.0`, true},
		{"number 1e400", `"ratio":0.5`, `"ratio":0.5,"latency_ms":1e400`, false},
		{"NaN", `"ratio":0.5`, `"ratio":NaN`, false},
		{"bad number in unknown", `"a.b"`, `"a.b","zz":01`, false},
		{"bad literal in unknown", `"a.b"`, `"a.b","zz":nul`, false},
		{"unknown values", `"a.b"`, `"a.b","zz":[{},[],{"a":[1.5e3,true,false,null,"\n"]}]`, true},
		{"bracket mismatch in unknown", `"a.b"`, `"a.b","zz":[}`, false},
		{"enum", `"ACTIVE"`, `"OTHER"`, false},
		{"pattern", `"a.b"`, `"a b"`, false},
		{"pattern of the id", `7b7ee"`, `7b7eg"`, false},
		{"minLength of an item", `["x"]`, `[""]`, false},
		{"maxLength counts characters", `["x"]`, `["` + umlauts36 + `"]`, true},
		{"maxLength exceeded", `["x"]`, `["` + umlauts36 + `ä"]`, false},
		{"maxItems", `["x"]`, `["x"` + strings.Repeat(`,"x"`, 20) + `]`, false},
		{"nested constraint", `"user_id":1`, `"user_id":0`, false},
		{"February 30", "2026-04-02", "2026-02-30", false},
		{"lower case t and z", "02T23:06:49.767Z", "02t23:06:49.767z", true},
		{"offset", "49.767Z", "49.767+02:30", true},
		{"comma fraction", "49.767Z", "49,767Z", false},
		{"hour of one digit", "T23:06", "T3:06", false},
		{"no offset", "49.767Z", "49.767", false},
		{"duplicate unknown key", `"a.b"`, `"a.b","zz":1,"zz":2`, false},
		{"duplicate in an unknown value", `"a.b"`, `"a.b","zz":{"a":1,"b":{},"\u0061":2}`, false},
		{"the same name in two unknown values", `"a.b"`, `"a.b","zz":{"a":1},"yy":[{"a":1},{"a":1}]`, true},
		{"leap second", "23:06:49.767Z", "23:59:60Z", true},
		{"leap second with an offset", "23:06:49.767Z", "15:59:60.5-08:00", true},
		{"leap second at another time", "23:06:49.767Z", "22:59:60Z", false},
		{"second 61", "23:06:49.767Z", "23:59:61Z", false},
		{"offset of 24 hours", "49.767Z", "49+24:00", false},
		{"integer with a huge negative exponent", `"size":5`, `"size":5e-99999999999999999999`, false},
		{"deep unknown value", `"a.b"`, `"a.b","zz":` + strings.Repeat("[", 1e6), false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			data := strings.Replace(goodRecord, test.old, test.new, 1)
			err := accept(data, new(Record))
			if got := err == nil; got != test.want {
				t.Errorf("accepted = %v (%v), want %v", got, err, test.want)
			}
		})
	}
}

// TestTruncated cuts a good record everywhere: no prefix is accepted and none panics.
func TestTruncated(t *testing.T) {
	for n := range len(goodRecord) {
		if accept(goodRecord[:n], new(Record)) == nil {
			t.Errorf("prefix of %d bytes is accepted", n)
		}
	}
}

func TestTopLevel(t *testing.T) {
	for _, data := range []string{"", " ", "null", "[]", "1", `"x"`, "}", "{", "nul", "]", ",", ":", "\x00", "{}{}"} {
		for _, x := range []model{new(Record), new(OrderCreated), new(Names), new(Labels)} {
			assert.Error(t, accept(data, x), "%T %q", x, data)
		}
	}
}
