package support

import (
	"bytes"
	"encoding/json"
	"math/big"
	"slices"
	"unicode/utf8"
)

// This file judges values by rules a second time: on values of package json, with package big, and without any care for time. The
// tests compare it with the real evaluation.

// A reference is a value of package json: nil, bool, string, json.Number, []any or map[string]any.
func reference(data []byte) (v any, err error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	err = d.Decode(&v)
	return v, err
}

func rational(n json.Number) *big.Rat {
	x, ok := new(big.Rat).SetString(string(n))
	if !ok {
		panic(n)
	}
	return x
}

func sameValue(a, b any) bool {
	switch a := a.(type) {
	case json.Number:
		b, ok := b.(json.Number)
		return ok && rational(a).Cmp(rational(b)) == 0
	case []any:
		b, ok := b.([]any)
		return ok && slices.EqualFunc(a, b, sameValue)
	case map[string]any:
		b, ok := b.(map[string]any)
		if !ok || len(a) != len(b) {
			return false
		}
		for name := range a {
			if other, ok := b[name]; !ok || !sameValue(a[name], other) {
				return false
			}
		}
		return true
	}
	switch b.(type) {
	case json.Number, []any, map[string]any:
		return false
	}
	return a == b
}

func kindOf(v any) kind {
	switch v := v.(type) {
	case nil:
		return kindNull
	case bool:
		return kindBoolean
	case string:
		return kindString
	case []any:
		return kindArray
	case map[string]any:
		return kindObject
	case json.Number:
		if rational(v).IsInt() {
			return kindInteger
		}
		return kindFraction
	}
	panic(v)
}

// A judge says whether v is valid, and which names and indexes were evaluated.
type judge struct{ program }

type evaluated map[any]bool

func (j judge) all(r rule, v any) (bool, evaluated) {
	ok, seen := true, evaluated{}
	for _, k := range r {
		if holds, more := j.keyword(k, v); holds {
			for key := range more {
				seen[key] = true
			}
		} else {
			ok = false
		}
	}
	return ok, seen
}

func (j judge) holds(r rule, v any) bool {
	ok, _ := j.all(r, v)
	return ok
}

func (j judge) keyword(k keyword, v any) (bool, evaluated) {
	switch k := k.(type) {
	case never:
		return false, nil
	case kind:
		return kindOf(v)&k != 0, nil
	case enum:
		return slices.ContainsFunc(k, func(text string) bool {
			want, err := reference([]byte(text))
			return err == nil && sameValue(v, want)
		}), nil
	case ref:
		return j.all(j.program[k], v)
	case not:
		return !j.holds(rule(k), v), nil
	case anyOf:
		n, seen := j.branches(k, v)
		return n > 0, seen
	case oneOf:
		n, seen := j.branches(k, v)
		return n == 1, seen
	case *cond:
		ok, seen := j.all(k[0], v)
		next := k[1]
		if !ok {
			next, seen = k[2], evaluated{}
		}
		ok, more := j.all(next, v)
		for key := range more {
			seen[key] = true
		}
		return ok, seen
	}
	switch v := v.(type) {
	case json.Number:
		return j.number(k, rational(v)), nil
	case string:
		return j.text(k, v), nil
	case []any:
		return j.array(k, v)
	case map[string]any:
		return j.object(k, v)
	}
	if k, ok := k.(*unevaluated); ok {
		return j.holds(k.of, v), nil
	}
	return true, nil
}

func (j judge) branches(branches []rule, v any) (n int, seen evaluated) {
	seen = evaluated{}
	for _, r := range branches {
		if ok, more := j.all(r, v); ok {
			n++
			for key := range more {
				seen[key] = true
			}
		}
	}
	return n, seen
}

func (j judge) number(k keyword, x *big.Rat) bool {
	limit := func(s string) *big.Rat { return rational(json.Number(s)) }
	switch k := k.(type) {
	case minimum:
		return x.Cmp(limit(string(k))) >= 0
	case maximum:
		return x.Cmp(limit(string(k))) <= 0
	case exclusiveMinimum:
		return x.Cmp(limit(string(k))) > 0
	case exclusiveMaximum:
		return x.Cmp(limit(string(k))) < 0
	case multipleOf:
		return new(big.Rat).Quo(x, limit(string(k))).IsInt()
	case *unevaluated:
		return j.holds(k.of, json.Number(x.FloatString(30)))
	}
	return true
}

func (j judge) text(k keyword, s string) bool {
	switch k := k.(type) {
	case minLength:
		return utf8.RuneCountInString(s) >= int(k)
	case maxLength:
		return utf8.RuneCountInString(s) <= int(k)
	case matcher:
		return k.match(s, &stopwatch{})
	case *unevaluated:
		return j.holds(k.of, s)
	}
	return true
}

func (j judge) array(k keyword, v []any) (bool, evaluated) {
	ok, seen := true, evaluated{}
	switch k := k.(type) {
	case minItems:
		return len(v) >= int(k), nil
	case maxItems:
		return len(v) <= int(k), nil
	case uniqueItems:
		for i := range v {
			for k := range i {
				ok = ok && !sameValue(v[i], v[k])
			}
		}
	case *items:
		for i, item := range v {
			switch {
			case i < len(k.prefix):
				ok = j.holds(k.prefix[i], item) && ok
			case k.rest != nil:
				ok = j.holds(k.rest, item) && ok
			default:
				continue
			}
			seen[i] = true
		}
	case *contains:
		for i, item := range v {
			if j.holds(k.rule, item) {
				seen[i] = true
			}
		}
		ok = len(seen) >= k.min && (k.max < 0 || len(seen) <= k.max)
	case *unevaluated:
		if ok, seen = j.all(k.of, v); k.items != nil {
			for i, item := range v {
				ok = (seen[i] || j.holds(k.items, item)) && ok
				seen[i] = true
			}
		}
	}
	return ok, seen
}

func (j judge) object(k keyword, v map[string]any) (bool, evaluated) {
	ok, seen := true, evaluated{}
	has := func(name string) bool { _, ok := v[name]; return ok }
	switch k := k.(type) {
	case minProperties:
		return len(v) >= int(k), nil
	case maxProperties:
		return len(v) <= int(k), nil
	case required:
		return !slices.ContainsFunc(k, func(name string) bool { return !has(name) }), nil
	case propertyNames:
		for name := range v {
			ok = j.holds(rule(k), name) && ok
		}
	case dependentRequired:
		for _, d := range k {
			ok = ok && (!has(d.name) || !slices.ContainsFunc(d.needs, func(name string) bool { return !has(name) }))
		}
	case dependentSchemas:
		for _, d := range k {
			if has(d.name) {
				holds, more := j.all(d.rule, v)
				ok = ok && holds
				for key := range more {
					seen[key] = true
				}
			}
		}
	case *properties:
		return j.properties(k, v)
	case *unevaluated:
		if ok, seen = j.all(k.of, v); k.properties != nil {
			for name, member := range v {
				ok = (seen[name] || j.holds(k.properties, member)) && ok
				seen[name] = true
			}
		}
	}
	return ok, seen
}

func (j judge) properties(k *properties, v map[string]any) (bool, evaluated) {
	ok, seen := true, evaluated{}
	for name, value := range v {
		known := false
		for _, m := range k.named {
			if m.name == name {
				known, ok = true, j.holds(m.rule, value) && ok
			}
		}
		for _, m := range k.patterned {
			if m.pattern.match(name, &stopwatch{}) {
				known, ok = true, j.holds(m.rule, value) && ok
			}
		}
		if !known && k.rest != nil {
			known, ok = true, j.holds(k.rest, value) && ok
		}
		if known {
			seen[name] = true
		}
	}
	return ok, seen
}
