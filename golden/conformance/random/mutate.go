package random

import (
	"encoding/json"
	"strconv"

	"github.com/oas2go/oas2go/golden/conformance/jsontext"
)

// anyValue makes any value.
func (f *fitter) anyValue(depth int) any {
	if len(f.hints) > 0 && f.one(3) {
		return pick(f.Rand, f.hints...)
	}
	return f.anything(depth)
}

// mutate changes one place of a value, and may share the rest with it.
func (f *fitter) mutate(v any) any {
	switch v := v.(type) {
	case object:
		return f.mutateObject(v)
	case []any:
		return f.mutateArray(v)
	case string:
		return f.mutateText(v)
	case json.Number:
		return f.mutateNumber(v)
	}
	return f.anyValue(1)
}

func (f *fitter) mutateObject(o object) any {
	c := object{}
	for name, v := range o {
		c[name] = v
	}
	names := sortedKeys(o)
	switch n := f.IntN(8); {
	case n == 0:
		return f.anyValue(1)
	case n < 3 || len(names) == 0:
		c[f.hintName()] = f.anyValue(1)
	default:
		name := pick(f.Rand, names...)
		switch n {
		case 3:
			delete(c, name)
		case 4:
			c[name] = nil
		case 5:
			c[name] = f.anyValue(1)
		default:
			c[name] = f.mutate(c[name])
		}
	}
	return c
}

func (f *fitter) hintName() string {
	if f.one(2) {
		return f.hintText()
	}
	return f.name()
}

func (f *fitter) mutateArray(list []any) any {
	c := append([]any{}, list...)
	switch n := f.IntN(7); {
	case n == 0:
		return f.anyValue(1)
	case n == 1 || len(c) == 0:
		return append(c, f.anyValue(1))
	case n == 2:
		return append(c, f.respelled(c[0]))
	case n == 3:
		return c[:len(c)-1]
	case n == 4:
		return append([]any{c[len(c)-1]}, c...)
	default:
		i := f.IntN(len(c))
		c[i] = f.mutate(c[i])
		return c
	}
}

// respelled returns an equal value, of which a number may have another text.
func (f *fitter) respelled(v any) any {
	n, ok := v.(json.Number)
	if !ok {
		return v
	}
	if _, err := strconv.Atoi(n.String()); err != nil {
		return v
	}
	return n + json.Number(pick(f.Rand, ".0", "e0", ".00e0"))
}

func (f *fitter) mutateText(s string) any {
	switch f.IntN(5) {
	case 0:
		return f.anyValue(1)
	case 1:
		return s + pick(f.Rand, "a", "ä", "A", "0", " ", "\n", "\x00", "\u2028")
	case 2:
		if runes := []rune(s); len(runes) > 0 {
			return string(runes[1:])
		}
		return "😀"
	case 3:
		return json.Number(pick(f.Rand, "1", "0"))
	default:
		return f.hintText()
	}
}

func (f *fitter) mutateNumber(n json.Number) any {
	x, err := n.Float64()
	if err != nil || f.one(5) {
		return f.anyValue(1)
	}
	switch f.IntN(12) {
	case 0:
		return json.Number(pick(f.Rand, "9223372036854775807", "9223372036854775808", "-9223372036854775808", "1e400", "1e-400", "0e500",
			"9007199254740993", "0.1000000000000000055511151231257827"))
	case 1:
		return f.respelled(n)
	case 2:
		return string(jsontext.MustEncode(n))
	default:
		return json.Number(strconv.FormatFloat(x+pick(f.Rand, 1, -1, 0.5, 0.1, 10, -10), 'f', -1, 64))
	}
}
