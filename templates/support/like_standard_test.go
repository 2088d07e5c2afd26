package support

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// values returns how many random values a test compares with the standard library: 20,000, or what OAS2GO_VALUES says.
func values(t *testing.T) int {
	n := 20_000
	if text := os.Getenv("OAS2GO_VALUES"); text != "" {
		var err error
		n, err = strconv.Atoi(text)
		require.NoError(t, err)
	}
	return n
}

func TestIntegersLikeStrconv(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	compare := func(n int64) {
		w := jsonWriter{buf: make([]byte, 0, random.IntN(24))}
		w.int64(n)
		if want := strconv.FormatInt(n, 10); string(w.buf) != want {
			t.Fatalf("%d is written as %s", n, w.buf)
		}
		got, err := scan(string(w.buf), (*jsonReader).int64)
		if err != nil || got != n {
			t.Fatalf("%s reads as %d (%v)", w.buf, got, err)
		}
	}
	for power := int64(1); power > 0 && power <= 1e18; power *= 10 {
		for n := power - 2; n <= power+2; n++ {
			compare(n)
			compare(-n)
		}
	}
	compare(math.MaxInt64)
	compare(math.MinInt64)
	for range values(t) {
		compare(int64(random.Uint64()) >> random.IntN(64))
	}
}

func TestFloatsLikeStrconv(t *testing.T) {
	texts := []string{"0", "-0", "0.1", "123456789012345680", "9007199254740994", "9007199254740993.0", "0.000000000000000001", "1e23", "1E-7", "2.5e+3",
		"1.7976931348623157e308", "5e-324", "0e-400", "-0.0", "9007199254740992", "1234567890.12345678", "100000000000000000000"}
	random := rand.New(rand.NewPCG(1, 2))
	for range values(t) {
		text := fmt.Sprint(random.Int64N(1 << random.IntN(62)))
		if n, _ := strconv.ParseInt(text, 10, 64); random.IntN(2) == 0 || n > 1<<53 { // long integers are not rounded
			text += "." + fmt.Sprint(random.Int64N(1<<random.IntN(62)))
		}
		texts = append(texts, text)
	}
	for _, text := range texts {
		var want float64
		require.NoError(t, json.Unmarshal([]byte(text), &want))
		got, err := scan(text, (*jsonReader).float64)
		if err != nil || got != want || math.Signbit(got) != math.Signbit(want) {
			t.Fatalf("%s reads as %v, want %v (%v)", text, got, want, err)
		}
	}
	for _, text := range []string{"1e309", "-1e309", "NaN", "Infinity", "01.5", "1.e5", "1e+", ".5", "-", "-.5", "9007199254740993", "-123456789012345678", "1_000", "0x1p-2", "inf"} {
		_, err := scan(text, (*jsonReader).float64)
		assert.Error(t, err, "%s", text)
	}
}

// TestTinyFloats: what is not zero is not read as zero, for the rules that tell the difference.
func TestTinyFloats(t *testing.T) {
	tiny := math.SmallestNonzeroFloat64
	for text, want := range map[string]float64{"1e-400": tiny, "-1e-400": -tiny, "0." + strings.Repeat("0", 400) + "1": tiny, "0e-400": 0, "0.000000000000000000000": 0} {
		got, err := scan(text, (*jsonReader).float64)
		assert.NoError(t, err)
		assert.Equal(t, want, got, text)
	}
}

func TestFloatsReadBack(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for i := range values(t) {
		want := math.Float64frombits(random.Uint64())
		if i%2 == 0 {
			want = float64(random.Int64N(1e12)) / []float64{1, 10, 100, 1000, 1e4, 1e5}[random.IntN(6)]
		}
		var w jsonWriter
		w.float64(want)
		if math.IsNaN(want) || math.IsInf(want, 0) {
			require.Error(t, w.err)
			continue
		}
		var got float64
		require.NoError(t, json.Unmarshal(w.buf, &got))
		require.Equal(t, want, got)
		own, err := scan(string(w.buf), (*jsonReader).float64)
		require.NoError(t, err)
		require.Equal(t, want, own)
		plain, err := json.Marshal(want)
		require.NoError(t, err)
		require.LessOrEqual(t, len(w.buf), len(plain)+1, "%s is longer than %s", w.buf, plain)
	}
	var w jsonWriter
	w.float64(math.Copysign(0, -1))
	assert.Equal(t, "-0", string(w.buf))
	assert.Equal(t, "0.5", formatFloat(0.5))
}

func TestTimesLikeFormat(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range values(t) {
		want := time.Unix(random.Int64N(endOfFastTime+6.3e10)-6.3e10, random.Int64N(1e9)).UTC()
		if random.IntN(2) == 0 {
			want = want.Truncate(time.Millisecond).In(time.FixedZone("", 60*(random.IntN(1440)-720)))
		}
		if want.Year() > 9999 || want.Year() < 0 {
			continue
		}
		var w jsonWriter
		w.time(want)
		require.NoError(t, w.err)
		require.Equal(t, `"`+want.Format(time.RFC3339Nano)+`"`, string(w.buf))
		got, err := scan(string(w.buf), (*jsonReader).time)
		require.NoError(t, err)
		require.True(t, got.Equal(want), "%s reads as %s", w.buf, got)
	}
	var w jsonWriter
	w.time(time.Date(1900, 1, 1, 0, 0, 0, 0, time.FixedZone("LMT", 3208))) // RFC 3339 has no seconds in offsets
	assert.Equal(t, `"1899-12-31T23:06:32Z"`, string(w.buf))
}

func TestUUIDsLikeLibrary(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for range values(t) {
		var want uuid.UUID
		for i := range want {
			want[i] = byte(random.Uint32())
		}
		var w jsonWriter
		w.uuid(want)
		if string(w.buf) != `"`+want.String()+`"` {
			t.Fatalf("%s is written as %s", want, w.buf)
		}
		text := bytes.Clone(w.buf)
		if random.IntN(2) == 0 {
			text = bytes.ToUpper(text)
		}
		if random.IntN(4) == 0 {
			text[1+random.IntN(36)] = byte(' ' + random.IntN(95))
		}
		other, broken := uuid.ParseBytes(text[1 : len(text)-1])
		if bytes.ContainsAny(text[1:len(text)-1], `"\`) {
			continue
		}
		got, err := scan(string(text), (*jsonReader).uuid)
		if (err == nil) != (broken == nil) || err == nil && got != other {
			t.Fatalf("%s reads as %s (%v), want %s (%v)", text, got, err, other, broken)
		}
	}
}

func TestBytesLikeBase64(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	for range values(t) {
		want := make([]byte, random.IntN(50))
		for i := range want {
			want[i] = byte(random.Uint32())
		}
		var w jsonWriter
		w.bytes(want)
		if string(w.buf) != `"`+base64.StdEncoding.EncodeToString(want)+`"` {
			t.Fatalf("%x is written as %s", want, w.buf)
		}
		got, err := scan(string(w.buf), (*jsonReader).bytes)
		if err != nil || !bytes.Equal(got, want) {
			t.Fatalf("%s reads as %x (%v)", w.buf, got, err)
		}
	}
}

func TestStringsLikeJSON(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 12))
	alphabet := []rune("abcdefghijklmnopqrstuvwxyz 0123456789\"\\/\n\t\r\b\f\x01\x1f\x7fäé\u2028日\U0001F600")
	for range values(t) {
		runes := make([]rune, random.IntN(40))
		rare := 1 + random.IntN(len(alphabet)) // many texts are plain
		for i := range runes {
			runes[i] = alphabet[random.IntN(rare)]
		}
		want := string(runes)
		w := jsonWriter{buf: make([]byte, 0, random.IntN(64))}
		w.string(want)
		var got string
		if err := json.Unmarshal(w.buf, &got); err != nil || got != want {
			t.Fatalf("%q is written as %s (%v)", want, w.buf, err)
		}
		plain, err := json.Marshal(want) // escapes more
		require.NoError(t, err)
		for _, text := range []string{string(w.buf), string(plain)} {
			if got, err := scan(text, (*jsonReader).string); err != nil || got != want {
				t.Fatalf("%s reads as %q (%v)", text, got, err)
			}
		}
	}
}
