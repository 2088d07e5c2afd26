package support

import (
	"fmt"
	"net/url"
	"strings"
)

// A callbackURL is the URL of a callback in the making: a text with expressions in braces (OAS, Callback Object, Key Expression).
type callbackURL struct {
	text   string
	values map[string]string // by expression
}

// find gives an expression the text of the value that write writes, or of what that has at a JSON pointer.
func (u *callbackURL) find(expression, pointer string, write func(*jsonWriter)) {
	var w jsonWriter
	if write(&w); w.err != nil {
		return // it has no such value
	}
	value := w.buf
	if pointer != "" {
		for name := range strings.SplitSeq(pointer[1:], "/") {
			value = partOf(value, strings.NewReplacer("~1", "/", "~0", "~").Replace(name))
		}
	}
	if value == nil {
		return
	}
	if _, kind := splitJSON(value); kind == '[' || kind == '{' || kind == 'n' {
		return
	}
	if u.values == nil {
		u.values = map[string]string{}
	}
	u.values[expression] = scalarText(value)
}

// partOf gives a member of an object or an item of an array, nil for none. Null is none.
func partOf(value []byte, name string) []byte {
	if value == nil {
		return nil
	}
	parts, _ := splitJSON(value)
	for _, p := range parts {
		if p.name == name {
			return p.value
		}
	}
	return nil
}

// url gives the text with the values in it. Those that do not begin it are escaped.
func (u *callbackURL) url() (string, error) {
	var done strings.Builder
	for rest := u.text; ; {
		text, behind, found := strings.Cut(rest, "{")
		done.WriteString(text)
		if !found {
			return done.String(), nil
		}
		expression, after, _ := strings.Cut(behind, "}")
		value, ok := u.values[expression]
		switch {
		case !ok || value == "":
			return "", fmt.Errorf("support: the request for the callback has no %s", expression)
		case strings.Contains(done.String(), "?"):
			value = queryEscape(value)
		case done.Len() > 0:
			value = url.PathEscape(value)
		}
		done.WriteString(value)
		rest = after
	}
}
