package support

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/oapi-codegen/runtime/types"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWriteForms(t *testing.T) {
	empty, err := json.Marshal(Parcel{})
	require.NoError(t, err, "a zero value can be written")
	assert.Equal(t, `{"id":"","coupon":null,"grade":"","tags":[],"origin":{"t":0,"v":0},"fields":{},"event":null,"anything":null,`+
		`"type":"parcel","version":1,"live":true}`, string(empty))
	full := Parcel{
		ID: "a", Note: NewNull[string](), Coupon: new("<&>\u2028"), Grade: GradeBad, SentAt: new(time.Date(2026, 4, 2, 3, 4, 5, 6, time.UTC)),
		Day: &types.Date{Time: time.Date(2026, 4, 2, 0, 0, 0, 0, time.UTC)}, Key: new(uuid.UUID{1}), Stamp: []byte{}, Level: new(int32(-1)),
		Tags: []string{"b", "a"}, Grades: []Grade{}, Spots: []Point{{}, {T: 1, V: 1e21}}, Holes: []*Point{nil, {}}, Target: &Point{}, Home: NewNullable(Point{T: 1}),
		Labels: Labels{"z": "", "a": "b"}, Names: Names{}, Fields: map[string]string{"b\"": "x", "a": "y"}, Corners: map[string]Point{"q": {}, "p": {}},
		Event: &OrderCreated{}, Delay: DelayInt32(3), Payload: json.RawMessage(`[1, 2]`), Anything: Anything(`{}`), Pin: new(int64(math.MinInt64)),
		Weight: new(-0.25), Done: new(false), Odd: new(""), Extra: map[string]int64{"y": 1, "x\n": 2},
	}
	out, err := json.Marshal(&full)
	require.NoError(t, err)
	own, err := full.AppendJSON(nil)
	require.NoError(t, err)
	assert.Equal(t, `{"id":"a","note":null,"coupon":"<&>`+"\u2028"+`","grade":"bad","sent_at":"2026-04-02T03:04:05.000000006Z","day":"2026-04-02",`+
		`"key":"01000000-0000-0000-0000-000000000000","stamp":"","level":-1,"tags":["b","a"],"grades":[],"spots":[{"t":0,"v":0},{"t":1,"v":1e+21}],`+
		`"holes":[null,{"t":0,"v":0}],"origin":{"t":0,"v":0},"target":{"t":0,"v":0},"home":{"t":1,"v":0},"labels":{"a":"b","z":""},"names":[],`+
		`"fields":{"a":"y","b\"":"x"},"corners":{"p":{"t":0,"v":0},"q":{"t":0,"v":0}},"event":{"type":"created","at":{"t":0,"v":0}},"delay":3,`+
		`"payload":[1, 2],"anything":{},"pin":-9223372036854775808,"weight":-0.25,"done":false,"o\"d":"","type":"parcel","version":1,"live":true,"x\n":2,"y":1}`, string(own))
	assert.JSONEq(t, string(own), string(out))
	var back Parcel
	require.NoError(t, back.UnmarshalJSON(own))
	assert.Equal(t, full, back)

	event, err := UnmarshalEvent([]byte(`{"at":{"t":1,"v":2},"type":"created"}`))
	require.NoError(t, err)
	assert.Equal(t, &OrderCreated{At: Point{T: 1, V: 2}}, event)
	_, err = UnmarshalEvent([]byte(`{"type":"other"}`))
	assert.EqualError(t, err, `invalid Event: /type: discriminator "created", got "other"`)
	for text, want := range map[string]Delay{`"5"`: DelayString("5"), "5.0": DelayInt32(5)} {
		delay, err := UnmarshalDelay([]byte(text))
		require.NoError(t, err)
		assert.Equal(t, want, delay)
		out, err := json.Marshal(delay)
		require.NoError(t, err)
		assert.Equal(t, strings.TrimSuffix(text, ".0"), string(out))
	}
}

func TestWriterRefuses(t *testing.T) {
	year := time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)
	for name, x := range map[string]json.Marshaler{
		"NaN":                   &Point{V: math.NaN()},
		"infinity":              &Point{V: math.Inf(-1)},
		"invalid UTF-8":         &Owner{Email: new("\xff")},
		"invalid UTF-8, plain":  &Owner{Email: new("abcdefgh\xffabcdefgh")},
		"surrogate":             &Owner{Email: new("\xed\xa0\x80")},
		"name of a member":      &Labels{"\xff": ""},
		"year 10000":            &Record{CreatedAt: year},
		"year -1":               &Record{CreatedAt: time.Date(-1, 1, 1, 0, 0, 0, 0, time.UTC)},
		"date of year 10000":    &Parcel{Day: &types.Date{Time: year}},
		"broken raw JSON":       &Parcel{Payload: json.RawMessage(`{"a":}`)},
		"empty raw JSON":        &Parcel{Payload: json.RawMessage{}},
		"broken unknown":        &EventUnknown{[]byte("x")},
		"elements after it too": &RecordList{Records: []Record{{Ratio: math.NaN()}, {}}},
	} {
		out, err := x.MarshalJSON()
		assert.Error(t, err, name)
		assert.Nil(t, out, name)
	}
	out, err := (&Point{V: 1}).MarshalJSON()
	require.NoError(t, err, "an error does not stay in the pool")
	assert.Equal(t, `{"t":0,"v":1}`, string(out))
}

func TestWriteStrings(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	texts := []string{"", "plain", "\"\\/\b\f\n\r\t\x00\x1f\x7f", "long enough for eight bytes \" and more", "日本語 \U0001F600 \u2028"}
	for range 2000 {
		runes := make([]rune, random.IntN(40))
		for i := range runes {
			runes[i] = []rune("abcdefgh\"\\\n\x01\x1fäé\u2028日\U0001F600")[random.IntN(17)]
		}
		texts = append(texts, string(runes))
	}
	for _, s := range texts {
		var w jsonWriter
		w.string(s)
		require.NoError(t, w.err)
		var back string
		require.NoError(t, json.Unmarshal(w.buf, &back))
		require.Equal(t, s, back)
		own, err := scan(string(w.buf), (*jsonReader).string)
		require.NoError(t, err)
		require.Equal(t, s, own)
	}
}

// TestPool marshals small and large values from many goroutines: results must not share memory.
func TestPool(t *testing.T) {
	large := Names{strings.Repeat("x", maxPooled+1)}
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			mine := Names{strings.Repeat(string(rune('a'+i)), 100)}
			kept, err := mine.MarshalJSON()
			assert.NoError(t, err)
			for range 50 {
				out, err := large.MarshalJSON()
				assert.NoError(t, err)
				assert.Len(t, out, maxPooled+5)
				other, err := (Names{"z"}).MarshalJSON()
				assert.NoError(t, err)
				assert.Equal(t, `["z"]`, string(other))
			}
			assert.Equal(t, `["`+mine[0]+`"]`, string(kept))
		})
	}
	group.Wait()
}

func TestPatternsLikeRegexp(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	optional := patternRecordName
	optional.optional, optional.source = true, "^([A-Za-z0-9_.-]{1,128})?$"
	for _, p := range []*pattern{&patternRecordID, &patternRecordName, &patternParcelID, &optional} {
		re := regexp.MustCompile(strings.TrimSuffix(p.source, "$") + `\z`)
		for range 20000 {
			s := []byte("1b4ef158-039f-7ccd-49f0-a64b0da7b7ee"[:random.IntN(37)])
			if random.IntN(2) == 0 {
				s = []byte("abcdef12345"[:random.IntN(12)])
			}
			for range random.IntN(3) {
				s = append(s, "aZ9_-./ ä\n"[random.IntN(11)])
			}
			require.Equal(t, re.Match(s), p.match(string(s), &stopwatch{}), "%s on %q", p.source, s)
		}
	}
}

func TestRegex(t *testing.T) {
	x := regex{source: `^a\/b$`, expression: `^a/b$`}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			assert.True(t, x.match("a/b", &stopwatch{}))
			assert.False(t, x.match("a/b\n", &stopwatch{}))
		})
	}
	group.Wait()
	assert.Equal(t, `^a\/b$`, x.String())
	assert.True(t, (&regex{source: "b"}).match("abc", &stopwatch{}))
}

func BenchmarkRecords(b *testing.B) {
	list := randomRecords(1000)
	data, err := list.MarshalJSON()
	require.NoError(b, err)
	b.Run("decode", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			var x RecordList
			if err := x.UnmarshalJSON(data); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("validate", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if err := list.Validate(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("encode", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			if _, err := list.AppendJSON(nil); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("skip", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			r := jsonReader{data: data}
			if r.skip(); r.finish("X") != nil {
				b.Fatal("not JSON")
			}
		}
	})
}
