package codec

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis/pattern"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// limit runs a check with limits.
func (c *checker) limit(check gomodel.Check, codec gomodel.Codec, v api.Value, name string) {
	switch check := check.(type) {
	case gomodel.Length:
		c.length(name, c.textOf(codec, v), check)
	case gomodel.Match:
		text, source := c.textOf(codec, v), c.pattern(check.Var)
		if match := pattern.Matcher(source); match == nil {
			c.unknown = true
		} else if !match(text) {
			c.add(name, "pattern", source, shortText(text))
		}
	case gomodel.IntRange:
		c.integer(name, v, check)
	case gomodel.FloatRange:
		c.number(name, float(v), check)
	case gomodel.MultipleOf:
		if text := c.textOf(codec, v); !isMultiple(text, check.Of) {
			c.add(name, "multipleOf", check.Of, text)
		}
	case gomodel.InEnum:
		c.enum(name, codec, v, check.Var)
	case gomodel.Equals:
		c.equals(name, codec, v, check.Value)
	case gomodel.Unique:
		c.unique(name, v)
	case gomodel.Items:
		c.count(name, "Items", " items", size(v), check.Min, check.Max)
	case gomodel.Properties:
		c.count(name, "Properties", " properties", size(v), check.Min, check.Max)
	case gomodel.Segment:
		c.segment(name, c.textOf(codec, v), true)
	case gomodel.NotEmpty:
		c.segment(name, c.textOf(codec, v), false)
	default: // formats
		c.unknown = true
	}
}

// textOf returns a scalar as it stands in a path or a query. Those that Go writes in a form of its own are not followed.
func (c *checker) textOf(codec gomodel.Codec, v api.Value) string {
	kind := gomodel.String
	if s, ok := codec.(gomodel.Scalar); ok {
		kind = s.Kind
	}
	if v == nil {
		v = zero(kind)
	}
	switch kind {
	case gomodel.Time, gomodel.Date, gomodel.UUID, gomodel.Bytes:
		c.unknown = c.unknown || kind != gomodel.Date
	case gomodel.Float64:
		return formatFloat(float(v))
	}
	switch v := v.(type) {
	case api.String:
		return string(v)
	case api.Bool:
		return strconv.FormatBool(bool(v))
	case api.Number:
		i, _ := v.Int64()
		return strconv.FormatInt(i, 10)
	}
	c.unknown = true
	return ""
}

func (c *checker) length(name, text string, l gomodel.Length) {
	n := utf8.RuneCountInString(text)
	if n < l.Min {
		c.add(name, "minLength", strconv.Itoa(l.Min), shortText(text))
	}
	if l.Max >= 0 && n > l.Max {
		c.add(name, "maxLength", strconv.Itoa(l.Max), shortText(text))
	}
}

func (c *checker) integer(name string, v api.Value, r gomodel.IntRange) {
	number, _ := v.(api.Number)
	n, _ := number.Int64()
	if n < r.Min {
		c.add(name, "minimum", strconv.FormatInt(r.Min, 10), strconv.FormatInt(n, 10))
	}
	if n > r.Max {
		c.add(name, "maximum", strconv.FormatInt(r.Max, 10), strconv.FormatInt(n, 10))
	}
}

// float returns a number as Go holds it, zero for none.
func float(v api.Value) float64 {
	n, _ := v.(api.Number)
	f, _ := strconv.ParseFloat(n.String(), 64)
	return f
}

func (c *checker) number(name string, n float64, r gomodel.FloatRange) {
	bound := func(text string, none float64) float64 {
		if text == "" {
			return none
		}
		f, _ := strconv.ParseFloat(text, 64)
		return f
	}
	lowest, highest := bound(r.Min, math.Inf(-1)), bound(r.Max, math.Inf(1))
	switch {
	case r.MinExclusive && n <= lowest:
		c.add(name, "exclusiveMinimum", formatFloat(lowest), formatFloat(n))
	case !r.MinExclusive && n < lowest:
		c.add(name, "minimum", formatFloat(lowest), formatFloat(n))
	}
	switch {
	case r.MaxExclusive && n >= highest:
		c.add(name, "exclusiveMaximum", formatFloat(highest), formatFloat(n))
	case !r.MaxExclusive && n > highest:
		c.add(name, "maximum", formatFloat(highest), formatFloat(n))
	}
}

func isMultiple(text, of string) bool {
	a, ok := new(big.Rat).SetString(text)
	b, also := new(big.Rat).SetString(of)
	return ok && also && b.Sign() != 0 && a.Quo(a, b).IsInt()
}

// enum checks that a value is listed.
func (c *checker) enum(name string, codec gomodel.Codec, v api.Value, list string) {
	values, known := c.enums[list]
	if !known {
		c.unknown = true
		return
	}
	quoted := false
	own := c.shown(codec, v, &quoted)
	var all []string
	for _, value := range values {
		listed := c.shown(codec, literalValue(value.Value), new(bool))
		if listed == own {
			return
		}
		all = append(all, listed)
	}
	if quoted {
		own = shortText(c.textOf(codec, v))
	}
	c.add(name, "enum", "["+strings.Join(all, ", ")+"]", own)
}

// shown returns a scalar as messages show it, a text in quotes.
func (c *checker) shown(codec gomodel.Codec, v api.Value, quoted *bool) string {
	text := c.textOf(codec, v)
	if s, ok := codec.(gomodel.Scalar); ok && s.Kind != gomodel.String {
		return text
	}
	*quoted = true
	return strconv.Quote(text)
}

func (c *checker) equals(name string, codec gomodel.Codec, v api.Value, want gomodel.Literal) {
	quoted := false
	own, wanted := c.shown(codec, v, &quoted), c.shown(codec, literalValue(want), new(bool))
	if own == wanted {
		return
	}
	if quoted {
		own = shortText(c.textOf(codec, v))
	}
	c.add(name, "const", wanted, own)
}

func (c *checker) unique(name string, v api.Value) {
	items, _ := v.(api.Array)
	for i, item := range items {
		for _, other := range items[:i] {
			if api.Equal(item, other) {
				first := len(c.findings)
				c.add(strconv.Itoa(i), "uniqueItems", "", "")
				c.prefix(first, name)
				return
			}
		}
	}
}

func (c *checker) count(name, rule, unit string, n, lowest, highest int) {
	if n < lowest {
		c.add(name, "min"+rule, strconv.Itoa(lowest), strconv.Itoa(n)+unit)
	}
	if highest >= 0 && n > highest {
		c.add(name, "max"+rule, strconv.Itoa(highest), strconv.Itoa(n)+unit)
	}
}

// size returns how many items or members a value has.
func size(v api.Value) int {
	switch v := v.(type) {
	case api.Array:
		return len(v)
	case api.Object:
		return len(v)
	}
	return 0
}
