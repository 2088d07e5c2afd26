package wire

import (
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// A layout is how a style writes a value. OAS: Style Examples, which follows RFC 6570.
type layout struct {
	begin  string // before the value
	delims []string
	named  bool // the name stands before the value, or before each element of an exploded one
}

// layoutOf returns the layout of a value in one text: not of exploded values in queries and cookies, which are several pairs.
func layoutOf(s api.Serialization) layout {
	switch {
	case s.Style == api.StyleLabel && s.Explode:
		return layout{begin: ".", delims: []string{"."}}
	case s.Style == api.StyleLabel:
		return layout{begin: ".", delims: []string{","}}
	case s.Style == api.StyleMatrix && s.Explode:
		return layout{begin: ";", delims: []string{";"}, named: true}
	case s.Style == api.StyleMatrix:
		return layout{begin: ";", delims: []string{","}, named: true}
	case s.Style == api.StyleSpaceDelimited:
		return layout{delims: []string{"%20", "+", " "}}
	case s.Style == api.StylePipeDelimited:
		return layout{delims: []string{"|", "%7C", "%7c"}}
	}
	return layout{delims: []string{","}}
}

// split splits a text at the delimiters.
func (l layout) split(text string) []string {
	for _, d := range l.delims[1:] {
		text = strings.ReplaceAll(text, d, l.delims[0])
	}
	return strings.Split(text, l.delims[0])
}

// OneText returns the readings of a value that is in one text: of a path, a header, and of what is not exploded. ok is false if the
// text is not written in the style.
func OneText(name, text string, s api.Serialization, f Outline, decode func(string) string) (readings Choice, ok bool) {
	l := layoutOf(s)
	if text, ok = strings.CutPrefix(text, l.begin); !ok {
		return nil, false
	}
	if l.named && s.Explode {
		return matrix(name, text, f, decode), true
	}
	if l.named {
		label, value, hasValue := strings.Cut(text, "=")
		if decode(label) != name {
			return nil, false
		}
		if text = value; !hasValue {
			return Choice{""}, true
		}
	}
	parts := l.split(text)
	readings = Choice{Leaf(decode(text))}
	if f.IsArray {
		readings = append(readings, leaves(parts, decode))
	}
	if o, ok := members(parts, s.Explode, decode); ok && f.IsObject {
		readings = append(readings, o)
	}
	return readings, true
}

func leaves(parts []string, decode func(string) string) []any {
	list := make([]any, len(parts))
	for i, part := range parts {
		list[i] = Leaf(decode(part))
	}
	return list
}

// members reads an object: R=100,G=200 if it is exploded, else R,100,G,200.
func members(parts []string, explode bool, decode func(string) string) (o Object, ok bool) {
	o = Object{}
	if !explode {
		if len(parts)%2 != 0 {
			return nil, false
		}
		for i := 0; i < len(parts); i += 2 {
			o[decode(parts[i])] = Leaf(decode(parts[i+1]))
		}
		return o, true
	}
	for _, part := range parts {
		name, value, ok := strings.Cut(part, "=")
		if !ok {
			return nil, false
		}
		o[decode(name)] = Leaf(decode(value))
	}
	return o, true
}

// matrix reads an exploded value: ;color=blue;color=black, or ;R=100;G=200.
func matrix(name, text string, f Outline, decode func(string) string) (readings Choice) {
	parts := strings.Split(text, ";")
	var elements []string
	for _, part := range parts {
		if label, value, _ := strings.Cut(part, "="); decode(label) == name {
			elements = append(elements, value)
		}
	}
	if len(elements) == len(parts) {
		if len(elements) == 1 {
			readings = append(readings, Leaf(decode(elements[0])))
		}
		if len(elements) > 1 || f.IsArray {
			readings = append(readings, leaves(elements, decode))
		}
	}
	if o, ok := members(parts, true, decode); ok && (f.IsObject || len(readings) == 0) {
		readings = append(readings, o)
	}
	return readings
}

// SeveralPairs returns the readings of an exploded value of a query, a form or a cookie: name=a&name=b, or one pair for each member of
// an object. belongs tells whether the name of a pair is that of something else. There are no readings if nothing of the value is there;
// they are vague if only pairs are there that may be anything.
func SeveralPairs(name string, f Outline, pairs []Pair, belongs func(string) bool, decode func(string) string) (
	readings Choice, vague bool,
) {
	own := Named(pairs, name)
	if len(own) == 1 {
		readings = append(readings, Leaf(decode(own[0])))
	}
	if len(own) > 1 || len(own) == 1 && f.IsArray {
		readings = append(readings, leaves(own, decode))
	}
	if !f.IsObject {
		return readings, false
	}
	declared, all := Object{}, Object{}
	for _, p := range pairs {
		if f.Properties[p.Name] != nil {
			declared[p.Name] = Leaf(decode(p.Raw))
		} else if belongs(p.Name) {
			continue
		}
		all[p.Name] = Leaf(decode(p.Raw))
	}
	if len(declared) > 0 {
		readings = append(readings, declared)
	}
	vague = len(readings) == 0
	if len(all) > len(declared) {
		readings = append(readings, all)
	}
	return readings, vague
}

// DeepObject returns the object of name[member]=value, nil if there is none. A member that is there several times is a list, and one in
// a member an object; OAS defines neither.
func DeepObject(name string, pairs []Pair) (o Object, nested bool) {
	values := map[string][]any{}
	for _, p := range pairs {
		inner, ok := strings.CutPrefix(p.Name, name+"[")
		if !ok {
			continue
		}
		member, rest, ok := strings.Cut(inner, "]")
		if !ok || rest != "" {
			nested = nested || ok
			continue
		}
		values[member] = append(values[member], Leaf(UnescapePlus(p.Raw)))
	}
	for member, list := range values {
		if o == nil {
			o = Object{}
		}
		if len(list) == 1 {
			o[member] = Choice{list[0], list}
		} else {
			o[member] = list
		}
	}
	return o, nested
}
