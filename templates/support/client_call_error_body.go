package support

import (
	"errors"
	"strconv"
	"strings"
)

// ErrorBody finds an [*APIError] in err and gives its body if that is a T.
func ErrorBody[T any](err error) (T, bool) {
	var none T
	e, ok := errors.AsType[*APIError](err)
	if !ok {
		return none, false
	}
	body, ok := e.Body.(T)
	return body, ok
}

// bodyExcerpt gives the start of a body on one line.
func bodyExcerpt(data []byte) string {
	const keep = 200
	s := strings.TrimSpace(string(data[:min(len(data), keep)]))
	if s = strings.ToValidUTF8(s, ""); len(data) > keep {
		s += "…"
	}
	if strings.ContainsFunc(s, func(c rune) bool { return !strconv.IsPrint(c) }) {
		return strconv.Quote(s) // a server must not bring line breaks into a log
	}
	return s
}
