package support

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// all loops to the end and gives each element or error as a line.
func all[T any](seq iter.Seq2[T, error], show func(T) string) (lines []string) {
	for v, err := range seq {
		switch {
		case err != nil:
			lines = append(lines, err.Error())
		default:
			lines = append(lines, show(v))
		}
	}
	return lines
}

func rawLines(in io.Reader) []string {
	return all(ReadArray[json.RawMessage](in), func(v json.RawMessage) string { return string(v) })
}

// chunks gives at most n bytes a read.
type chunks struct {
	io.Reader
	n int
}

func (c chunks) Read(p []byte) (int, error) { return c.Reader.Read(p[:min(len(p), c.n)]) }

// TestReadArrayRoundTrip reads records in parts of many sizes: they are those that the whole has.
func TestReadArrayRoundTrip(t *testing.T) {
	want := randomRecords(300).Records
	whole, err := json.Marshal(want)
	require.NoError(t, err)
	indented, err := json.MarshalIndent(want, " ", "\t \r")
	require.NoError(t, err)
	for _, data := range [][]byte{whole, indented} {
		for _, n := range []int{1, 2, 3, 7, 8, 9, 64, 1000, 4096, blockBytes, len(data) - 1, len(data)} {
			var got []Record
			for record, err := range ReadArray[Record](chunks{bytes.NewReader(data), n}) {
				require.NoError(t, err)
				got = append(got, record)
			}
			require.Equal(t, want, got, "%d bytes a read", n)
		}
	}
}

func TestReadArrayTexts(t *testing.T) {
	deep := func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }
	syntax := "invalid []json.RawMessage: syntax error, expected "
	for text, want := range map[string][]string{
		"[]":                            nil,
		" \r\n\t[ \n ] \n":              nil,
		"[ 1 , 2.5e1\n,true,null ]":     {"1", "2.5e1", "true", "null"},
		`["a","]\"","\\",{"[":"}"},[]]`: {`"a"`, `"]\""`, `"\\"`, `{"[":"}"}`, `[]`},
		`["ü\u00fcÿ",""]`:               {`"ü\u00fcÿ"`, `""`},
		`[{"Y":"_y"} ,[ [ ] , { } ]]`:   {`{"Y":"_y"}`, `[ [ ] , { } ]`},
		"[" + deep(511) + "]":           {deep(511)},

		"[" + deep(512) + "]": {"invalid []json.RawMessage: /0: nesting at most 512 levels"},
		"[1" + deep(1e5):      {"1", syntax + "',' or ']' at byte 2"},

		"":                         {"support: ReadArray: unexpected EOF"},
		" ":                        {"support: ReadArray: unexpected EOF"},
		"[":                        {"support: ReadArray: unexpected EOF"},
		"[1":                       {"support: ReadArray: unexpected EOF"},
		"[1,":                      {"1", "support: ReadArray: unexpected EOF"},
		"[1 ":                      {"1", "support: ReadArray: unexpected EOF"},
		`[1,"a\`:                   {"1", "support: ReadArray: unexpected EOF"},
		`[{"a":[1]`:                {"support: ReadArray: unexpected EOF"},
		"[] x":                     {syntax + "the end of the text at byte 3"},
		"[1]]":                     {"1", syntax + "the end of the text at byte 3"},
		"[][]":                     {syntax + "the end of the text at byte 2"},
		"[1 2]":                    {"1", syntax + "',' or ']' at byte 3"},
		`[1"a"]`:                   {"1", syntax + "',' or ']' at byte 2"},
		"[1}":                      {"1", syntax + "',' or ']' at byte 2"},
		"[1:2]":                    {"1", syntax + "',' or ']' at byte 2"},
		"]":                        {syntax + "a value at byte 0"},
		"\ufeff[]":                 {syntax + "a value at byte 0"},
		" {\"a\":":                 {"invalid []json.RawMessage: type array, got {…}"},
		`"secret`:                  {`invalid []json.RawMessage: type array, got "secret…"`},
		"null":                     {"invalid []json.RawMessage: type array, got null"},
		"-1.5":                     {"invalid []json.RawMessage: type array, got -1.5"},
		"[,1]":                     {"invalid []json.RawMessage: /0: syntax error, expected a value at byte 1"},
		"[1, ]":                    {"1", "invalid []json.RawMessage: /1: syntax error, expected a value at byte 4"},
		"[1,,2]":                   {"1", "invalid []json.RawMessage: /1: syntax error, expected a value at byte 3"},
		"[01,2]":                   {"invalid []json.RawMessage: /0: syntax error, expected a number as JSON writes it at byte 1"},
		"[tru,2]":                  {"invalid []json.RawMessage: /0: syntax error, expected true at byte 1"},
		"[\"\xff\"]":               {"invalid []json.RawMessage: /0: syntax error, expected valid UTF-8 in the string at byte 1"},
		"[\"a\nb\"]":               {"invalid []json.RawMessage: /0: syntax error, expected a string that ends and has no control characters at byte 1"},
		`["\x",2]`:                 {"invalid []json.RawMessage: /0: syntax error, expected valid escapes in the string at byte 1"},
		`[1,[}, 2]`:                {"1", "invalid []json.RawMessage: /1/0: syntax error, expected a value at byte 4"},
		`[1,{"a"}]`:                {"1", "invalid []json.RawMessage: /1/a: syntax error, expected ':' at byte 7"},
		`[0,{"a":1,"\u0061":2},3]`: {"0", "invalid []json.RawMessage: /1/a: duplicate", "3"},
	} {
		assert.Equal(t, want, rawLines(strings.NewReader(text)), "%.40s", text)
		assert.Equal(t, want, rawLines(iotest.OneByteReader(strings.NewReader(text))), "%.40s", text)
		assert.Equal(t, want, rawLines(iotest.DataErrReader(strings.NewReader(text))), "%.40s", text)
	}
}

// TestReadArrayViolations goes on behind elements that do not fit, and ends at one that is no JSON.
func TestReadArrayViolations(t *testing.T) {
	text := `[{"t":1,"v":2}, {"t":"x"}, 5, {"t":3,"v":0.5}, null, {"t":4,"v":1, "v":}, {"t":5,"v":6}]`
	got := all(ReadArray[Point](strings.NewReader(text)), func(p Point) string { return fmt.Sprint(p) })
	assert.Equal(t, []string{"{1 2}",
		"invalid []support.Point, 2 violations:\n\t/1/t: type integer, got \"x\"\n\t/1/v: required",
		"invalid []support.Point: /2: type object, got 5",
		"{3 0.5}",
		"invalid []support.Point: /4: type object, got null",
		"invalid []support.Point, 2 violations:\n\t/5/v: duplicate\n\t/5/v: syntax error, expected a value at byte 71",
	}, got)
	assert.Equal(t, 71, strings.Index(text, ":}")+1)
}

// TestReadArrayPlaces holds pointers, and offsets behind the first block, to those that the whole has.
func TestReadArrayPlaces(t *testing.T) {
	list := randomRecords(500)
	data, err := json.Marshal(list.Records)
	require.NoError(t, err)
	require.Greater(t, len(data), 2*blockBytes)
	for _, broken := range []string{`"size":x`, `"size":"5"`, `"siz"`, `"size":1,"size":2`} {
		at := strings.LastIndex(string(data), `"size":`)
		text := string(data[:at]) + broken + string(data[at+len(`"size":`):])
		var want, got []string
		for _, line := range violations(t, new(RecordList).UnmarshalJSON([]byte(`{"total":1,"next_marker":null,"records":`+text+"}"))) {
			want = append(want, strings.TrimPrefix(line, "/records"))
		}
		for v, err := range ReadArray[Record](strings.NewReader(text)) {
			if err != nil {
				assert.Zero(t, v)
				got = append(got, violations(t, err)...)
			}
		}
		for i := range want {
			if line, offset, ok := strings.Cut(want[i], " at byte "); ok {
				var n int
				_, err := fmt.Sscan(offset, &n)
				require.NoError(t, err)
				want[i] = fmt.Sprint(line, " at byte ", n-len(`{"total":1,"next_marker":null,"records":`))
			}
		}
		require.NotEmpty(t, want)
		assert.Equal(t, want, got, broken)
	}
}

// TestReadArrayForeign reads types of others: they are given JSON only, and their errors come with the index.
func TestReadArrayForeign(t *testing.T) {
	show := func(v big.Int) string { return v.String() }
	got := all(ReadArray[big.Int](strings.NewReader(`[12, "x", 3, 0x10]`)), show)
	require.Len(t, got, 4)
	assert.Equal(t, "12 3", got[0]+" "+got[2])
	assert.Contains(t, got[1], "support: ReadArray: element 1: math/big: cannot unmarshal")
	assert.Contains(t, got[3], "invalid []big.Int: /3: syntax error")
}

func TestReadArrayErrors(t *testing.T) {
	last := func(in io.Reader) (err error) {
		for _, err = range ReadArray[json.RawMessage](in) {
		}
		return err
	}
	assert.ErrorIs(t, last(strings.NewReader(`[{"a":1},{"b`)), io.ErrUnexpectedEOF)
	assert.ErrorIs(t, last(io.MultiReader(strings.NewReader("[1,2"), iotest.ErrReader(io.ErrClosedPipe))), io.ErrClosedPipe)
	assert.ErrorIs(t, last(io.MultiReader(strings.NewReader("[1,2] "), iotest.ErrReader(io.ErrClosedPipe))), io.ErrClosedPipe)
	assert.ErrorIs(t, last(iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader("[1]")))), iotest.ErrTimeout)
	assert.ErrorIs(t, last(idle{}), io.ErrNoProgress)
	assert.NoError(t, last(iotest.HalfReader(strings.NewReader("[1,2]"))))
}

// idle is a reader that never has anything.
type idle struct{}

func (idle) Read([]byte) (int, error) { return 0, nil }

// TestReadArrayErrorIsLate gives the elements before an error, although the reader told both at once.
func TestReadArrayErrorIsLate(t *testing.T) {
	in := iotest.DataErrReader(io.MultiReader(strings.NewReader("[1,2"), iotest.ErrReader(io.ErrClosedPipe)))
	assert.Equal(t, []string{"1", "support: ReadArray: io: read/write on closed pipe"}, rawLines(in))
}

// endless gives a text, and then another one for ever. It counts.
type endless struct {
	first, rest string
	given       int64
	at          int // in rest
}

func (e *endless) Read(p []byte) (n int, err error) {
	n = copy(p, e.first)
	e.first = e.first[n:]
	for n < len(p) {
		size := copy(p[n:], e.rest[e.at:])
		e.at = (e.at + size) % len(e.rest)
		n += size
	}
	e.given += int64(n)
	return n, nil
}

// TestReadArrayLimit reads elements without end: no more than the limit is held.
func TestReadArrayLimit(t *testing.T) {
	for _, first := range []string{`[1,"`, "[1,1", `[1,{"a":"`} {
		in := &endless{first: first, rest: strings.Repeat("1", 1000)}
		assert.Equal(t, []string{"1", "support: ReadArray: element 1 has more than 67108864 bytes"}, rawLines(in))
		assert.LessOrEqual(t, in.given, int64(2*maxElement+blockBytes))
	}
	whole := `["` + strings.Repeat("1", maxElement-2) + `"]`
	count := 0
	for v, err := range ReadArray[json.RawMessage](strings.NewReader(whole)) {
		require.NoError(t, err)
		count += len(v)
	}
	assert.Equal(t, maxElement, count)
}

// TestReadArrayMemory reads an array that does not end: what is held does not grow, and leaving the loop ends the reading.
func TestReadArrayMemory(t *testing.T) {
	in := &endless{first: `[{"t":1,"v":2}`, rest: `,{"t":1,"v":2}` + strings.Repeat(" ", 50)}
	a := arrayInput{blockReader: blockReader{in: in}, lead: '['}
	for range 10000 {
		require.NoError(t, a.next(new(Point)))
	}
	assert.LessOrEqual(t, cap(a.buf), 2*blockBytes)

	in = &endless{first: `[{"t":1,"v":2}`, rest: `,{"t":1,"v":2}`}
	count := 0
	for range ReadArray[Point](in) {
		if count++; count == 3 {
			break
		}
	}
	assert.LessOrEqual(t, in.given, int64(2*blockBytes))
}

// TestReadArrayKeepsNothing changes the input behind the elements: they do not alias it.
func TestReadArrayKeepsNothing(t *testing.T) {
	var got []json.RawMessage
	for v, err := range ReadArray[json.RawMessage](iotest.OneByteReader(strings.NewReader(`["abc",{"d":"e"},"fgh"]`))) {
		require.NoError(t, err)
		got = append(got, v)
	}
	assert.Equal(t, []json.RawMessage{[]byte(`"abc"`), []byte(`{"d":"e"}`), []byte(`"fgh"`)}, got)
}

// TestBoundary compares whole blocks with single bytes, on texts of what matters: both stop at the same place.
func TestBoundary(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	parts := []string{"{", "}", "[", "]", "{}", "[]", `""`, `"}"`, `"["`, `"a long text with ] and }"`, `"\\"`, `"\""`, "Y", "y_", "\x7f\x02\xfb\xdb", "ä", `"ä]"`, "12345678", " ,:"}
	for range 20000 {
		quick, slow, text := boundary{depth: 1 + random.IntN(3)}, boundary{}, strings.Builder{}
		slow.depth = quick.depth
		odds := 1 + random.IntN(len(parts))
		for range random.IntN(60) {
			text.WriteString(parts[random.IntN(odds)])
		}
		data := []byte(text.String())
		want, wantFound := slow.bytes(data, 0, len(data))
		got, found := quick.find(data, 0)
		if found {
			quick.isText = false // nobody asks any more
		}
		require.Equal(t, fmt.Sprint(want, wantFound, slow), fmt.Sprint(got, found, quick), "%q", data)
	}
}

// FuzzReadArray compares with reading the whole: the same texts are arrays, with the same elements, whatever the parts are in
// which they come.
func FuzzReadArray(f *testing.F) {
	seeds(f)
	for _, s := range []string{"[]", " [ ] ", `[1,"a\"]",{"a":[]}]`, "[1 2]", "[[}]", `["\\"]`, "[1]x", `[{"a":1,"a":2},3]`, "[_,Y]", "[\x7f\x02]"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var want []json.RawMessage
		accept := strictJSON(data) && bytes.HasPrefix(bytes.TrimLeft(data, " \t\r\n"), []byte("["))
		if accept {
			require.NoError(t, json.Unmarshal(data, &want))
		}
		for _, n := range []int{1, 7, len(data) + 1} {
			var got []json.RawMessage
			var failed error
			for v, err := range ReadArray[json.RawMessage](chunks{bytes.NewReader(data), n}) {
				if err != nil {
					failed = err
					continue
				}
				got = append(got, v)
			}
			if (failed == nil) != accept {
				t.Fatalf("%q: accepted is %v (%v), want %v", data, failed == nil, failed, accept)
			}
			if accept && fmt.Sprintf("%s", got) != fmt.Sprintf("%s", want) {
				t.Fatalf("%q: got %s, want %s", data, got, want)
			}
		}
	})
}

func BenchmarkReadArray(b *testing.B) {
	records := randomRecords(1000).Records
	data, err := json.Marshal(records)
	require.NoError(b, err)
	whole := []byte(`{"total":1,"next_marker":null,"records":` + string(data) + `}`)
	b.Run("whole", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			var x RecordList
			if err := x.UnmarshalJSON(whole); err != nil || len(x.Records) != len(records) {
				b.Fatal(err)
			}
		}
	})
	b.Run("each", func(b *testing.B) { // what the elements cost by themselves
		var elements []json.RawMessage
		require.NoError(b, json.Unmarshal(data, &elements))
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			for _, element := range elements {
				if err := new(Record).UnmarshalJSON(element); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
	b.Run("stream", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			for _, err := range ReadArray[Record](bytes.NewReader(data)) {
				if err != nil {
					b.Fatal(err)
				}
			}
		}
	})
	b.Run("raw", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			for _, err := range ReadArray[json.RawMessage](bytes.NewReader(data)) {
				if err != nil {
					b.Fatal(err)
				}
			}
		}
	})
	b.Run("boundaries", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			x, start := beginAt(data[0])
			if end, found := x.find(data, start); !found || end != len(data) {
				b.Fatal(end)
			}
		}
	})
}
