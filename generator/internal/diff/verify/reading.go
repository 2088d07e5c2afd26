package verify

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// A choice is one of several readings of the same text: text says neither that it is a number, nor that it is a list. A message is right if
// one reading is. Readings are JSON values in which a choice may stand at any place.
type choice []any

// maxReadings is how many readings of a text are tried.
const maxReadings = 2048

// leaf returns the readings of a text that stands for one value. A text that is nothing but a number or a boolean may be a string too.
func leaf(text string) any {
	switch {
	case text == "true":
		return choice{true, text}
	case text == "false":
		return choice{false, text}
	case isJSONNumber(text):
		return choice{json.Number(text), text}
	}
	return text
}

func isJSONNumber(text string) bool {
	_, ok := api.ParseNumber(text)
	return ok
}

// expand returns the values that readings stand for, at most a number of them. Values that are alike come one after the other.
func expand(v any, limit int) []any {
	switch v := v.(type) {
	case choice:
		var all []any
		for _, reading := range v {
			if len(all) < limit {
				all = append(all, expand(reading, limit-len(all))...)
			}
		}
		return all
	case []any:
		all := [][]any{{}}
		for _, element := range v {
			var next [][]any
			for _, value := range expand(element, limit) {
				for _, before := range all {
					next = append(next, append(slices.Clone(before), value))
				}
			}
			all = next[:min(len(next), limit)]
		}
		values := make([]any, len(all))
		for i, list := range all {
			values[i] = list
		}
		return values
	case object:
		return expandObject(v, limit)
	}
	return []any{v}
}

func expandObject(o object, limit int) []any {
	all := []object{{}}
	for _, name := range slices.Sorted(maps.Keys(o)) {
		var next []object
		for _, value := range expand(o[name], limit) {
			for _, before := range all {
				with := maps.Clone(before)
				with[name] = value
				next = append(next, with)
			}
		}
		all = next[:min(len(next), limit)]
	}
	values := make([]any, len(all))
	for i, with := range all {
		values[i] = with
	}
	return values
}

// readings judges all readings of a text. If none is right, the errors are those of the reading that is nearest to the schema: of the right
// kind, and with the fewest of them.
func (j *Judge) readings(schema *api.Schema, way change.Direction, v any) Result {
	values := expand(v, maxReadings)
	best := Result{}
	for i, value := range values {
		r := j.value(schema, way, value)
		if r.Valid {
			return r
		}
		if i == 0 || badness(r) < badness(best) {
			best = r
		}
	}
	if len(values) >= maxReadings {
		return Result{Problem: problemError("the text has too many readings")}
	}
	return best
}

// badness orders the results of readings: of two with as many errors, the one with the deeper errors is nearer to the schema. What was not
// judged may be right, so it counts as the nearest.
func badness(r Result) int {
	if r.Problem != nil {
		return 0
	}
	const more = 100
	bad := more * len(r.Errors)
	for _, e := range r.Errors {
		if e.Pointer == "" && e.Keyword == "type" {
			bad += more * more
		}
		bad -= min(strings.Count(e.Pointer, "/"), more/10)
	}
	return max(bad, 1)
}
