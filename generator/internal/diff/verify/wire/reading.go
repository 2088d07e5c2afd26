package wire

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// A Choice is one of several readings of the same text: text says neither that it is a number, nor that it is a list. A message is right
// if one reading is. Readings are JSON values in which a choice may stand at any place.
type Choice []any

// Object is a JSON object.
type Object = map[string]any

// MaxReadings is how many readings of a text are tried.
const MaxReadings = 256

// An Either is a text that is a number or a boolean, or a string with that text.
type Either struct {
	Typed any
	Text  string
}

// Leaf returns the readings of a text that stands for one value. A text that is nothing but a number or a boolean may be a string too.
func Leaf(text string) any {
	switch {
	case text == "true" || text == "false":
		return Either{text == "true", text}
	case isJSONNumber(text):
		return Either{json.Number(text), text}
	}
	return text
}

func isJSONNumber(text string) bool {
	_, ok := api.ParseNumber(text)
	return ok
}

// Expand returns the values that readings stand for, at most a number of them. If a list or an object has more, those come first in which
// all texts are read alike.
func Expand(v any, limit int) []any {
	switch v := v.(type) {
	case Either:
		return []any{v.Typed, v.Text}[:min(2, limit)]
	case Choice:
		var all []any
		for _, reading := range v {
			if len(all) < limit {
				all = append(all, Expand(reading, limit-len(all))...)
			}
		}
		return all
	case []any:
		return expandList(v, limit)
	case Object:
		return expandObject(v, limit)
	}
	return []any{v}
}

func expandList(list []any, limit int) []any {
	all := []any{[]any{}}
	for _, element := range list {
		all = combine(all, Expand(element, limit), limit,
			func(before any) any { return slices.Clone(before.([]any)) },
			func(before, value any) any { return append(before.([]any), value) })
	}
	return alikeFirst(list, all, limit)
}

func expandObject(o Object, limit int) []any {
	all := []any{Object{}}
	for _, name := range slices.Sorted(maps.Keys(o)) {
		all = combine(all, Expand(o[name], limit), limit,
			func(before any) any { return maps.Clone(before.(Object)) },
			func(before, value any) any {
				before.(Object)[name] = value
				return before
			})
	}
	return alikeFirst(o, all, limit)
}

// combine returns each of some beginnings with each of some values, at most a number of them. Beginnings are copied only where they
// become more, which they do a few times: else the work would grow with the square of the members.
func combine(beginnings, values []any, limit int, clone func(any) any, with func(before, value any) any) (all []any) {
	if len(values) == 1 || len(beginnings) == limit {
		for i := range beginnings {
			beginnings[i] = with(beginnings[i], values[0])
		}
		return beginnings
	}
	for _, value := range values {
		for _, before := range beginnings {
			if len(all) == limit {
				return all
			}
			all = append(all, with(clone(before), value))
		}
	}
	return all
}

// Size returns how many values readings have inside of them, those of all choices.
func Size(v any) int {
	n := 1
	switch v := v.(type) {
	case Choice:
		for _, reading := range v {
			n += Size(reading)
		}
	case []any:
		for _, element := range v {
			n += Size(element)
		}
	case Object:
		for _, member := range v {
			n += Size(member)
		}
	}
	return n
}

// alikeFirst puts the readings in front in which all texts are read alike, if there are too many.
func alikeFirst(v any, all []any, limit int) []any {
	if len(all) < limit || limit < 2 {
		return all
	}
	return slices.Concat([]any{alike(v, false), alike(v, true)}, all[:limit-2])
}

// alike returns the reading in which all texts are strings, or none is if it can be something else.
func alike(v any, asText bool) any {
	switch v := v.(type) {
	case Either:
		if asText {
			return v.Text
		}
		return v.Typed
	case Choice:
		return alike(v[0], asText)
	case []any:
		list := make([]any, len(v))
		for i, element := range v {
			list[i] = alike(element, asText)
		}
		return list
	case Object:
		o := Object{}
		for name, member := range v {
			o[name] = alike(member, asText)
		}
		return o
	}
	return v
}
