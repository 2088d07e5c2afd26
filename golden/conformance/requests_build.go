package main

import (
	"encoding/json"
	"maps"
	"math"
	"regexp/syntax"
	"slices"
	"strings"
)

// A builder makes the plainest value that a schema seems to want: required properties only, or all of them.
type builder struct {
	components map[string]any
	all        bool
	examples   bool // those of schemas are taken
	filled     bool // an object has a member if it can
}

func (b *builder) build(schema any, depth int) any {
	s, ok := schema.(map[string]any)
	if !ok || depth > 12 {
		return "x"
	}
	if ref, ok := s["$ref"].(string); ok {
		return b.build(b.components[strings.TrimPrefix(ref, "#/components/schemas/")], depth+1)
	}
	if v, ok := s["const"]; ok {
		return v
	}
	if list, ok := s["enum"].([]any); ok && len(list) > 0 {
		return list[0]
	}
	if list, ok := s["examples"].([]any); ok && len(list) > 0 && b.examples {
		return list[0]
	}
	for _, keyword := range []string{"example", "default"} {
		if v, ok := s[keyword]; ok && v != nil && b.examples {
			return v
		}
	}
	return b.whole(s, depth)
}

// merged gives a schema the properties and the required members of its parts: one part may require what another one describes.
func (b *builder) merged(s map[string]any, depth int) map[string]any {
	parts, _ := s["allOf"].([]any)
	if len(parts) == 0 || depth > 12 {
		return s
	}
	properties, required := map[string]any{}, []any{}
	for _, part := range append(slices.Clone(parts), map[string]any{"properties": s["properties"], "required": s["required"]}) {
		p, _ := part.(map[string]any)
		if ref, ok := p["$ref"].(string); ok {
			p, _ = b.components[strings.TrimPrefix(ref, "#/components/schemas/")].(map[string]any)
		}
		p = b.merged(p, depth+1)
		own, _ := p["properties"].(map[string]any)
		maps.Copy(properties, own)
		more, _ := p["required"].([]any)
		required = append(required, more...)
	}
	s = maps.Clone(s)
	if len(properties) > 0 {
		s["properties"], s["required"] = properties, required
	}
	return s
}

// whole joins what the parts of a schema want.
func (b *builder) whole(s map[string]any, depth int) any {
	s = b.merged(s, depth)
	var values []any
	if all, ok := s["allOf"].([]any); ok {
		for _, part := range all {
			values = append(values, b.build(part, depth+1))
		}
	}
	for _, keyword := range []string{"oneOf", "anyOf"} {
		if list, ok := s[keyword].([]any); ok && len(list) > 0 {
			values = append(values, b.build(list[0], depth+1))
		}
	}
	if s["type"] == "object" || s["properties"] != nil || values == nil { // what scalars are their parts say
		values = append([]any{b.typed(withRequired(s), depth)}, values...)
	}
	if object, ok := values[0].(map[string]any); ok {
		for _, v := range values[1:] {
			if more, ok := v.(map[string]any); ok {
				maps.Copy(object, more)
			}
		}
	}
	return values[0]
}

// withRequired lets a schema require the members that its first alternative requires.
func withRequired(s map[string]any) map[string]any {
	for _, keyword := range []string{"oneOf", "anyOf"} {
		list, _ := s[keyword].([]any)
		if len(list) == 0 {
			continue
		}
		first, _ := list[0].(map[string]any)
		if more, ok := first["required"].([]any); ok {
			required, _ := s["required"].([]any)
			s = maps.Clone(s)
			s["required"] = slices.Concat(required, more)
		}
	}
	return s
}

func (b *builder) typed(s map[string]any, depth int) any {
	name, _ := s["type"].(string)
	if list, ok := s["type"].([]any); ok && len(list) > 0 {
		name, _ = list[0].(string)
	}
	switch {
	case name == "array":
		list := []any{b.build(s["items"], depth+1)}
		for n := wanted(s, "minItems"); len(list) < n && n < 100; {
			list = append(list, b.build(s["items"], depth+1))
		}
		return list
	case name == "boolean":
		return true
	case name == "integer" || name == "number":
		return numberFor(s)
	case name == "object" || s["properties"] != nil:
		return b.object(s, depth)
	case name == "string":
		return textFor(s)
	}
	return map[string]any{}
}

// numberFor gives 1, or the first limit that a schema has if 1 is beyond one.
func numberFor(s map[string]any) json.Number {
	const one = 1
	for _, keyword := range []string{"minimum", "maximum", "multipleOf"} {
		n, ok := s[keyword].(json.Number)
		f, err := n.Float64()
		if ok && (err != nil || keyword == "minimum" && f > one || keyword == "maximum" && f < one || keyword == "multipleOf" && math.Mod(one, f) != 0) {
			return n
		}
	}
	return "1"
}

func (b *builder) object(s map[string]any, depth int) any {
	object := map[string]any{}
	properties, _ := s["properties"].(map[string]any)
	required, _ := s["required"].([]any)
	for name, p := range properties {
		if slices.Contains(required, any(name)) || b.all && depth < 3 {
			object[name] = b.build(p, depth+1)
		}
	}
	if len(object) > 0 || !b.filled || depth > 6 {
		return object
	}
	for _, name := range slices.Sorted(maps.Keys(properties)) { // the first that is a scalar: others might have no end
		switch v := b.build(properties[name], depth+1).(type) {
		case map[string]any, []any:
		default:
			object[name] = v
			return object
		}
	}
	if more, ok := s["additionalProperties"].(map[string]any); ok {
		object["a"] = b.build(more, depth+1)
	}
	return object
}

func wanted(s map[string]any, keyword string) int {
	number, _ := s[keyword].(json.Number)
	n, _ := number.Int64()
	return int(n)
}

// textFor makes a text for a pattern, or of the least length.
func textFor(s map[string]any) string {
	least := wanted(s, "minLength")
	if pattern, ok := s["pattern"].(string); ok {
		if re, err := syntax.Parse(lookAround.ReplaceAllString(pattern, ""), syntax.Perl); err == nil {
			text := ""
			for more := 0; more == 0 || more <= min(least, 100) && len(text) < least; more++ {
				text = matching(re, more)
			}
			return longer(pattern, text, least)
		}
	}
	text := "abc"
	if least > len(text) && least < 10000 {
		text = strings.Repeat("a", least)
	}
	if n := wanted(s, "maxLength"); s["maxLength"] != nil && n < len(text) {
		text = text[:n]
	}
	return text
}

// longer gives a text of the least length that begins as another one, which a pattern without an end matches too.
func longer(pattern, text string, least int) string {
	if len(text) >= least || least > 10000 {
		return text
	}
	more := text + strings.Repeat("a", least-len(text))
	if re, err := compilePattern(pattern); err == nil && re.MatchString(more) {
		return more
	}
	return text
}

// matching makes a short text that an expression matches. What may be repeated is there so many times more than it must be.
func matching(re *syntax.Regexp, more int) string {
	switch re.Op {
	case syntax.OpLiteral:
		return string(re.Rune)
	case syntax.OpCharClass:
		for i := 0; i < len(re.Rune); i += 2 {
			if r := max(re.Rune[i], '0'); r <= re.Rune[i+1] {
				return string(r)
			}
		}
		return string(re.Rune[0])
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return "a"
	case syntax.OpCapture:
		return matching(re.Sub[0], more)
	case syntax.OpPlus:
		return strings.Repeat(matching(re.Sub[0], more), 1+more)
	case syntax.OpStar:
		return strings.Repeat(matching(re.Sub[0], more), more)
	case syntax.OpRepeat:
		n := re.Min + more
		if re.Max >= 0 {
			n = min(n, re.Max)
		}
		return strings.Repeat(matching(re.Sub[0], 0), n)
	case syntax.OpConcat:
		var text strings.Builder
		for _, sub := range re.Sub {
			text.WriteString(matching(sub, more))
		}
		return text.String()
	case syntax.OpAlternate:
		return matching(re.Sub[0], more)
	}
	return ""
}
