package support

import (
	"bytes"
	"time"
)

// looseTime parses what servers send in place of an RFC 3339 date-time: a space for the T, an offset such as +0000 or +01, perhaps behind a
// space, or none, which is UTC, a comma before the fraction, no seconds, or a date alone.
func looseTime(s []byte) (time.Time, bool) {
	if t, err := time.Parse(time.RFC3339, string(s)); err == nil {
		return t, true
	}
	const date, minutes, seconds = len("2006-01-02"), len("2006-01-02T15:04"), len("2006-01-02T15:04:05")
	s = bytes.TrimSpace(s)
	switch {
	case len(s) == date:
		return parseTime(append(s[:date:date], "T00:00:00Z"...))
	case len(s) < minutes || s[date]|0x20 != 't' && s[date] != ' ':
		return time.Time{}, false
	}
	text, rest := append(s[:date:date], 'T'), s[date+1:]
	if len(s) < seconds || s[minutes] != ':' {
		text, rest = append(append(text, rest[:minutes-date-1]...), ":00"...), s[minutes:]
	} else {
		text, rest = append(text, rest[:seconds-date-1]...), s[seconds:]
	}
	end := 0
	for end < len(rest) && (isDigit(rest[end]) || end == 0 && (rest[0] == '.' || rest[0] == ',')) {
		end++
	}
	if end > 0 {
		text = append(append(text, '.'), rest[1:end]...)
	}
	return parseTime(append(text, looseOffset(bytes.TrimSpace(rest[end:]))...))
}

// looseOffset gives an offset as RFC 3339 has it, if it is one.
func looseOffset(s []byte) []byte {
	switch {
	case len(s) == 0, bytes.EqualFold(s, []byte("UTC")), bytes.EqualFold(s, []byte("GMT")):
		return []byte("Z")
	case len(s) == len("+01"):
		return append(s[:3:3], ":00"...)
	case len(s) == len("+0100") && isDigit(s[3]):
		return append(append(s[:3:3], ':'), s[3:]...)
	}
	return s
}

// looseDate returns the date of a date with a time.
func looseDate(s []byte) []byte {
	if len(s) > len(time.DateOnly) {
		if _, ok := looseTime(s); ok {
			return bytes.TrimSpace(s)[:len(time.DateOnly)]
		}
	}
	return s
}
