package support

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// scanTolerantly is scan as a client reads responses.
func scanTolerantly[T any](data string, read func(*jsonReader) T) (T, error) {
	r := jsonReader{data: []byte(data), tolerant: true}
	v := read(&r)
	return v, r.finish("X")
}

// TestTolerantTimes: what a tolerant reader takes for a date-time, and a strict one refuses.
func TestTolerantTimes(t *testing.T) {
	for text, want := range map[string]string{
		"2024-01-02T03:04:05":             "2024-01-02T03:04:05Z",
		"2024-01-02T03:04:05.678":         "2024-01-02T03:04:05.678Z",
		"2024-01-02 03:04:05":             "2024-01-02T03:04:05Z",
		"2024-01-02 03:04:05.5+02:00":     "2024-01-02T03:04:05.5+02:00",
		"2024-01-02 03:04:05Z":            "2024-01-02T03:04:05Z",
		"2024-01-02 03:04:05 +0100":       "2024-01-02T03:04:05+01:00",
		"2024-01-02 03:04:05.123456 UTC":  "2024-01-02T03:04:05.123456Z",
		"2024-01-02 03:04:05 gmt":         "2024-01-02T03:04:05Z",
		"2024-01-02T03:04:05+0000":        "2024-01-02T03:04:05Z",
		"2024-01-02T03:04:05.000-0730":    "2024-01-02T03:04:05-07:30",
		"2024-01-02T03:04:05+02":          "2024-01-02T03:04:05+02:00",
		"2024-01-02t03:04:05":             "2024-01-02T03:04:05Z",
		"2024-01-02T03:04:05,25Z":         "2024-01-02T03:04:05.25Z",
		"2024-01-02T03:04":                "2024-01-02T03:04:00Z",
		"2024-01-02T03:04Z":               "2024-01-02T03:04:00Z",
		"2024-01-02T03:04+0200":           "2024-01-02T03:04:00+02:00",
		"2024-01-02":                      "2024-01-02T00:00:00Z",
		" 2024-01-02 03:04:05\\u0020":     "2024-01-02T03:04:05Z",
		"2016-12-31 23:59:60":             "2017-01-01T00:00:00Z",
		"2024-01-02T03:04:05.1234567891Z": "2024-01-02T03:04:05.123456789Z",
	} {
		got, err := scanTolerantly(`"`+text+`"`, (*jsonReader).time)
		require.NoError(t, err, text)
		assert.Equal(t, want, got.Format(time.RFC3339Nano), text)
	}
	for _, text := range []string{
		"", "x", "2024", "2024-01", "2024-13-02", "2024-02-30", "2024-01-02T", "2024-01-02T03", "2024-01-02T03:", "2024-01-02T25:04:05",
		"2024-01-02T03:04:05.", "2024-01-02T03:04:05+", "2024-01-02T03:04:05+1", "2024-01-02T03:04:05+2500", "2024-01-02T03:04:05 CET", "2024-01-02x03:04:05",
		"2024-01-02T03:04:05+01:0", "2024-01-02T03:04:", "2024-01-02T03:04:0", "2024-01-02T03:04:05+-100", "Tue, 02 Jan 2024 03:04:05 GMT", "1704164645",
	} {
		got, err := scanTolerantly(`"`+text+`"`, (*jsonReader).time)
		assert.Error(t, err, text)
		assert.Zero(t, got, text)
		_, err = scan(`"`+text+`"`, (*jsonReader).time)
		assert.Error(t, err, text)
	}
}

// TestTolerantDates: the time behind a date is dropped, whatever its zone is.
func TestTolerantDates(t *testing.T) {
	for _, text := range []string{"2024-01-02", "2024-01-02T00:00:00Z", "2024-01-02T00:00:00", "2024-01-02 23:59:59.9", "2024-01-02T00:00:00.000+0200", "2024-01-02T03:04"} {
		got, err := scanTolerantly(`"`+text+`"`, (*jsonReader).date)
		require.NoError(t, err, text)
		assert.Equal(t, "2024-01-02", got.String(), text)
		_, err = scan(`"`+text+`"`, (*jsonReader).date)
		assert.Equal(t, len(text) == 10, err == nil, text)
	}
	for _, text := range []string{"", "2024-01-32", "2024-01-02T", "2024-01-02x", "2024-01-02T24:00:00Z", "02.01.2024"} {
		_, err := scanTolerantly(`"`+text+`"`, (*jsonReader).date)
		assert.Error(t, err, text)
	}
}

// TestTolerantBytes: both alphabets, padded or not.
func TestTolerantBytes(t *testing.T) {
	for _, text := range []string{"-_8=", "-_8", "+/8=", "+/8", `+/\n8=`} {
		got, err := scanTolerantly(`"`+text+`"`, (*jsonReader).bytes)
		require.NoError(t, err, text)
		assert.Equal(t, []byte{0xfb, 0xff}, got, text)
		_, err = scan(`"`+text+`"`, (*jsonReader).bytes)
		assert.Equal(t, text == "+/8=", err == nil, text)
	}
	_, err := scanTolerantly(`"a*"`, (*jsonReader).bytes)
	assert.Error(t, err)
}
