package values

import (
	"encoding/base64"
	"strings"
	"time"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/classes"
)

// scalar returns a value of a kind, or why Go code does not have it.
func scalar(v api.Value, kind gomodel.ScalarKind) (value Value, why string) {
	literal := classes.LiteralOf(v, kind)
	if text, ok := v.(api.String); ok && literal == nil {
		literal = made(string(text), kind)
	}
	if literal == nil {
		return nil, "no Go value of the kind " + string(kind) + " says it"
	}
	return Literal{literal}, ""
}

// made returns the value of a kind that Go has to make of a text, nil for none.
func made(text string, kind gomodel.ScalarKind) gomodel.Literal {
	switch kind {
	case gomodel.Time:
		if t, err := time.Parse(time.RFC3339Nano, strings.ToUpper(text)); err == nil && !strings.Contains(text, ",") {
			return gomodel.TimeLit{Time: t}
		}
	case gomodel.Date:
		if t, err := time.Parse(time.DateOnly, text); err == nil {
			return gomodel.DateLit{Time: t}
		}
	case gomodel.UUID:
		if isUUID(text) {
			return gomodel.UUIDLit(text)
		}
	case gomodel.Bytes:
		data, err := base64.StdEncoding.Strict().DecodeString(text)
		if err == nil && !strings.ContainsAny(text, "\r\n") {
			return gomodel.BytesLit(data)
		}
	}
	return nil
}

// isUUID reports whether a text is a UUID as RFC 9562 writes it.
func isUUID(s string) bool {
	if len(s) != len("00000000-0000-0000-0000-000000000000") {
		return false
	}
	for i, c := range []byte(s) {
		dash := i == 8 || i == 13 || i == 18 || i == 23
		if dash != (c == '-') || !dash && !strings.ContainsRune("0123456789abcdefABCDEF", rune(c)) {
			return false
		}
	}
	return true
}
