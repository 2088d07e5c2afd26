package dis

import (
	"encoding/json"
	"strings"
)

// This file is written by hand: the service, the reference and the gateways
// disagree about the names of an error's code and text.

// Code gives the error code of e, for example "DIS.4301", under whichever name
// it was sent, or "".
func (e *APIError) Code() ErrorCode {
	return ErrorCode(e.text(func(b *ErrorResponse) []*string {
		return []*string{b.ErrorCode, b.ErrorCodeCamel, b.Code}
	}, "error_code", "errorCode", "code"))
}

// Message gives the text that came with the code, or "". Match on the code,
// never on the text.
func (e *APIError) Message() string {
	return e.text(func(b *ErrorResponse) []*string {
		return []*string{b.ErrorMsg, b.Message}
	}, "error_msg", "message")
}

// text takes the first text that is not empty, from the typed body or, where
// there is none (another content type, a number for a text), from the raw one.
func (e *APIError) text(typed func(*ErrorResponse) []*string, names ...string) string {
	if b, ok := e.Body.(*ErrorResponse); ok && b != nil {
		for _, s := range typed(b) {
			if s != nil && *s != "" {
				return *s
			}
		}
	}
	return rawText(e.RawBody, names)
}

// rawText looks for the names in a JSON object, then in its member "error",
// where IAM and some gateways put them.
func rawText(data []byte, names []string) string {
	var outer, inner map[string]json.RawMessage
	if json.Unmarshal(data, &outer) != nil {
		return ""
	}
	if json.Unmarshal(outer["error"], &inner) != nil {
		inner = nil
	}
	for _, members := range []map[string]json.RawMessage{outer, inner} {
		for _, name := range names {
			if s := scalarText(members[name]); s != "" {
				return s
			}
		}
	}
	return ""
}

// scalarText gives a string, or a number as it is written.
func scalarText(value json.RawMessage) string {
	var s string
	if json.Unmarshal(value, &s) == nil {
		return s
	}
	if n := strings.TrimSpace(string(value)); n != "" && strings.Contains("-0123456789", n[:1]) {
		return n
	}
	return ""
}
