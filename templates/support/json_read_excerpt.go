package support

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	excerptBytes = 60
	excerptRunes = 40
)

// excerpt gives the JSON value that starts at offset i for a message. Objects
// and arrays may hold secrets further down, so only their kind is shown.
func excerpt(data []byte, i int) string {
	if i >= len(data) {
		return ""
	}
	switch data[i] {
	case '{':
		return "{…}"
	case '[':
		return "[…]"
	case '"':
		if end, _ := endOfText(data, i+1); end >= 0 && end-i < excerptBytes {
			return string(data[i : end+1])
		}
		return strings.ToValidUTF8(string(data[i:min(i+excerptBytes, len(data))]), "") + `…"`
	}
	end := i
	for end < len(data) && strings.IndexByte(" \t\r\n,:[]{}\"", data[end]) < 0 {
		if end-i == excerptBytes {
			return string(data[i:end]) + "…"
		}
		end++
	}
	return string(data[i:end])
}

// shortText quotes a string for a message.
func shortText(s string) string {
	n := utf8.RuneCountInString(s)
	if n <= excerptRunes {
		return strconv.Quote(s)
	}
	end := 0
	for range excerptRunes {
		_, size := utf8.DecodeRuneInString(s[end:])
		end += size
	}
	return fmt.Sprintf("%s (%d characters)", strconv.Quote(s[:end]+"…"), n)
}
