package oracle

import (
	"encoding/json"
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/golden/conformance/jsontext"
)

// A trip compares a value with what became of it after decoding and encoding.
type trip struct {
	components object
	judges     map[string]*Schema // of subschemas, by their texts
	tags       []string           // members that a writer fills in
}

// RoundTrip says what is wrong with after, which was before, decoded and encoded: it must be equal, but for members that no schema
// describes, and for tags that the writer fills in. Components are of JSON Schema 2020-12.
func RoundTrip(components object, name string, before, after []byte, tags ...string) (problem string, err error) {
	in, err := jsontext.Decode(before)
	if err != nil {
		return "", err
	}
	out, err := jsontext.Decode(after)
	if err != nil {
		return "it is encoded as what is no JSON: " + string(after), nil
	}
	t := &trip{components: components, judges: map[string]*Schema{}, tags: tags}
	return t.compare("", in, out, []any{components[name]}), nil
}

// compare compares the values at a place that schemas judge.
func (t *trip) compare(at string, in, out any, schemas []any) string {
	switch a := in.(type) {
	case object:
		b, ok := out.(object)
		if !ok {
			break
		}
		return t.compareObjects(at, a, b, t.applying(schemas, in))
	case []any:
		b, ok := out.([]any)
		if !ok || len(a) != len(b) {
			break
		}
		applying := t.applying(schemas, in)
		for i := range a {
			if problem := t.compare(fmt.Sprintf("%s/%d", at, i), a[i], b[i], itemSchemas(applying, i)); problem != "" {
				return problem
			}
		}
		return ""
	case json.Number:
		if b, ok := out.(json.Number); ok && rational(a).Cmp(rational(b)) == 0 {
			return ""
		}
	default:
		if in == out {
			return ""
		}
	}
	return fmt.Sprintf("%s: %s becomes %s", at, jsontext.MustEncode(in), jsontext.MustEncode(out))
}

// rational returns the number of a text. Exponents are small: values are made here.
func rational(n json.Number) *big.Rat {
	r, ok := new(big.Rat).SetString(n.String())
	if !ok {
		return new(big.Rat)
	}
	return r
}

// Wide reports whether a number is an integer that no int64 holds, or beyond float64.
func Wide(n json.Number) bool {
	_, err := n.Float64()
	r := rational(n)
	return err != nil || r.IsInt() && !r.Num().IsInt64()
}

// Rounded reports whether a float64 is written as another number than it was read from.
func Rounded(n json.Number) bool {
	f, err := n.Float64()
	return err != nil || rational(json.Number(strconv.FormatFloat(f, 'e', -1, 64))).Cmp(rational(n)) != 0
}

func (t *trip) compareObjects(at string, in, out object, schemas []object) string {
	for name := range out {
		if _, ok := in[name]; !ok && !slices.Contains(t.tags, name) {
			return fmt.Sprintf("%s: %s is new", at, name)
		}
	}
	for name, value := range in {
		members := memberSchemas(schemas, name)
		other, ok := out[name]
		switch {
		case ok:
			if problem := t.compare(at+"/"+name, value, other, members); problem != "" {
				return problem
			}
		case len(members) > 0:
			return fmt.Sprintf("%s: the member %s is lost", at, name)
		}
	}
	return ""
}

// applying adds to schemas those that judge the same value and accept it.
func (t *trip) applying(schemas []any, value any) (list []object) {
	var add func(schema any)
	add = func(schema any) {
		s, ok := schema.(object)
		if !ok {
			return
		}
		list = append(list, s)
		if ref, ok := s["$ref"].(string); ok {
			add(t.components[strings.TrimPrefix(ref, "#/components/schemas/")])
		}
		for _, keyword := range []string{"allOf", "anyOf", "oneOf"} {
			branches, _ := s[keyword].([]any)
			for _, branch := range branches {
				if keyword == "allOf" || t.accepts(branch, value) {
					add(branch)
				}
			}
		}
		if condition, ok := s["if"]; ok {
			branch := "else"
			if t.accepts(condition, value) {
				branch = "then"
				add(condition)
			}
			add(s[branch])
		}
		dependent, _ := s["dependentSchemas"].(object)
		o, _ := value.(object)
		for name, sub := range dependent {
			if _, ok := o[name]; ok {
				add(sub)
			}
		}
	}
	for _, schema := range schemas {
		add(schema)
	}
	return list
}

// accepts judges a value by a subschema.
func (t *trip) accepts(schema, value any) bool {
	text := string(jsontext.MustEncode(schema))
	j := t.judges[text]
	if j == nil {
		all := object{}
		for name, s := range t.components {
			all[name] = s
		}
		all["Subschema"] = schema
		var err error
		if j, err = Compile(all, "Subschema"); err != nil {
			panic(err) // the whole was compiled before
		}
		t.judges[text] = j
	}
	ok, err := j.Accepts(jsontext.MustEncode(value))
	return ok && err == nil
}

// memberSchemas returns the schemas that describe the member of a name. true describes nothing but in properties.
func memberSchemas(schemas []object, name string) (list []any) {
	for _, s := range schemas {
		found := false
		properties, _ := s["properties"].(object)
		if sub, ok := properties[name]; ok {
			list, found = append(list, sub), true
		}
		patterns, _ := s["patternProperties"].(object)
		for source, sub := range patterns {
			if regexp.MustCompile(source).MatchString(name) {
				list, found = append(list, sub), true
			}
		}
		for _, keyword := range []string{"additionalProperties", "unevaluatedProperties"} {
			if sub, ok := s[keyword].(object); ok && len(sub) > 0 && !found {
				list = append(list, sub)
			}
		}
	}
	return list
}

func itemSchemas(schemas []object, i int) (list []any) {
	for _, s := range schemas {
		prefix, _ := s["prefixItems"].([]any)
		if i < len(prefix) {
			list = append(list, prefix[i])
		} else if sub, ok := s["items"]; ok {
			list = append(list, sub)
		}
		if sub, ok := s["unevaluatedItems"]; ok {
			list = append(list, sub)
		}
	}
	return list
}
