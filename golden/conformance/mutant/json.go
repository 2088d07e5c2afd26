package mutant

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/golden/conformance/exchange"
	"github.com/oas2go/oas2go/golden/conformance/jsontext"
)

// json changes a value inside of a body of JSON.
func (m *Mutator) json(q *exchange.Request) string {
	if !strings.Contains(q.Header.Get("Content-Type"), "json") {
		return ""
	}
	v, err := jsontext.Decode(q.Body)
	if err != nil {
		return ""
	}
	kind := ""
	v = m.inside(v, &kind)
	q.Body = jsontext.MustEncode(v)
	return kind
}

// inside goes down to some value and changes that.
func (m *Mutator) inside(v any, kind *string) any {
	switch v := v.(type) {
	case map[string]any:
		if len(v) > 0 && m.Random.IntN(3) > 0 {
			name := pick(m.Random, slices.Sorted(maps.Keys(v)))
			v[name] = m.inside(v[name], kind)
			return v
		}
		return m.object(v, kind)
	case []any:
		if len(v) > 0 && m.Random.IntN(3) > 0 {
			i := m.Random.IntN(len(v))
			v[i] = m.inside(v[i], kind)
			return v
		}
		return m.array(v, kind)
	}
	*kind = "value of JSON changed"
	return m.scalar()
}

func (m *Mutator) object(v map[string]any, kind *string) any {
	choice := m.Random.IntN(4)
	switch {
	case choice == 0:
		*kind = "value of JSON changed"
		return m.scalar()
	case choice == 1 || len(v) == 0:
		*kind = "member added"
		v["zz"] = m.scalar()
	default:
		*kind = "member dropped"
		delete(v, pick(m.Random, slices.Sorted(maps.Keys(v))))
	}
	return v
}

func (m *Mutator) array(v []any, kind *string) any {
	choice := m.Random.IntN(4)
	switch {
	case choice == 0:
		*kind = "value of JSON changed"
		return m.scalar()
	case choice == 1 || len(v) == 0:
		*kind = "item added"
		return append(v, m.scalar())
	case choice == 2:
		*kind = "item duplicated"
		return append(v, pick(m.Random, v))
	}
	*kind = "items dropped"
	return []any{}
}

// scalar gives a value, at the boundaries of many types.
func (m *Mutator) scalar() any {
	texts := []any{"", "abc", "1", "true", "2024-02-30", "2026-01-02", strings.Repeat("x", 300), "é", true, false, nil, map[string]any{}, []any{}}
	for _, n := range []json.Number{"0", "1", "-1", "1.0", "1.5", "1e2", "1e400", "2147483647", "2147483648", "-2147483649", "9223372036854775808"} {
		texts = append(texts, n)
	}
	return pick(m.Random, texts)
}
