package golden_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"github.com/oas2go/oas2go/golden/documents"
)

// A tagKind is what two alternatives say of their tag: the schemas, and the constants that these leave, as JSON.
type tagKind struct {
	name      string
	schemas   [2]string
	constants [2][]string // nil: any
	mapped    [2]string   // values of a mapping
}

func tagKinds() []tagKind {
	return []tagKind{
		{"plain", [2]string{"{type: string}", "{type: string}"}, [2][]string{}, [2]string{"a", "b"}},
		{"const", [2]string{"{const: a}", "{type: string, const: b}"}, [2][]string{{`"a"`}, {`"b"`}}, [2]string{"a", "b"}},
		{"enum", [2]string{"{type: string, enum: [a]}", "{enum: [b]}"}, [2][]string{{`"a"`}, {`"b"`}}, [2]string{"a", "b"}},
		{"several", [2]string{"{type: string, enum: [a, a2]}", "{type: string, enum: [b, b2]}"}, [2][]string{{`"a"`, `"a2"`}, {`"b"`, `"b2"`}}, [2]string{"a", "b"}},
		{"shared", [2]string{"{$ref: '#/components/schemas/Letter'}", "{$ref: '#/components/schemas/Letter'}"}, [2][]string{{`"a"`, `"b"`, `"c"`}, {`"a"`, `"b"`, `"c"`}}, [2]string{"a", "b"}},
		{"integer", [2]string{"{type: integer}", "{type: integer, format: int32}"}, [2][]string{}, [2]string{"1", "2"}},
		{"one", [2]string{"{const: 1}", "{type: integer, enum: [2]}"}, [2][]string{{"1"}, {"2"}}, [2]string{"1", "2"}},
		{"boolean", [2]string{"{const: true}", "{type: boolean, enum: [false]}"}, [2][]string{{"true"}, {"false"}}, [2]string{"true", "false"}},
	}
}

// A tagUnion is one combination: kind of tag, place of its description, keyword, mapping, whether the tag is required.
type tagUnion struct {
	tagKind
	id       string
	inBase   bool
	keyword  string
	mapped   int // entries of the mapping
	required bool
}

// tagUnions are all combinations where something leads to each alternative.
func tagUnions() (list []tagUnion) {
	for _, kind := range tagKinds() {
		for _, inBase := range []bool{false, true} {
			for mapped := range 3 {
				if mapped == 1 && kind.name != "plain" && kind.name != "shared" {
					continue // names do not matter there
				}
				for _, required := range []bool{true, false} {
					u := tagUnion{kind, fmt.Sprintf("U%d", len(list)), inBase, []string{"oneOf", "anyOf"}[len(list)%2], mapped, required}
					if len(u.tags(0)) > 0 && len(u.tags(1)) > 0 {
						list = append(list, u)
					}
				}
			}
		}
	}
	return list
}

// json is the JSON type of the tag.
func (u tagUnion) json() string {
	switch u.name {
	case "integer", "one":
		return "integer"
	case "boolean":
		return "boolean"
	}
	return "string"
}

// tags are the values that lead to an alternative, as JSON, the one that is filled in first.
func (u tagUnion) tags(i int) (list []string) {
	quote := func(text string) string {
		if u.json() != "string" {
			return text
		}
		return `"` + text + `"`
	}
	may := func(tag string) bool { return u.constants[i] == nil || slices.Contains(u.constants[i], tag) }
	add := func(tag string) {
		if may(tag) && !slices.Contains(list, tag) {
			list = append(list, tag)
		}
	}
	if i < u.mapped {
		add(quote(u.tagKind.mapped[i]))
	}
	for _, tag := range u.constants[i] {
		if !slices.Contains(u.constants[1-i], tag) {
			add(tag)
		}
	}
	if name := `"` + u.id + "AB"[i:i+1] + `"`; quote("") == `""` {
		add(name)
	}
	return list
}

// schemas writes the union and its alternatives. The first has x, the second y.
func (u tagUnion) schemas(b *strings.Builder) {
	fmt.Fprintf(b, "    %s:\n      %s: [{$ref: '#/components/schemas/%sA'}, {$ref: '#/components/schemas/%[1]sB'}]\n      discriminator:\n        propertyName: tag\n", u.id, u.keyword, u.id)
	if u.mapped > 0 {
		b.WriteString("        mapping:\n")
	}
	for i := range u.mapped {
		fmt.Fprintf(b, "          '%s': '#/components/schemas/%s%s'\n", u.tagKind.mapped[i], u.id, "AB"[i:i+1])
	}
	for i, own := range []string{"x", "y"} {
		name, required := u.id+"AB"[i:i+1], own
		if u.required && !u.inBase {
			required += ", tag"
		}
		object := fmt.Sprintf("{type: object, required: [%s], properties: {tag: %s, %s: {type: integer}}}", required, u.tagKind.schemas[i], own)
		if !u.inBase {
			fmt.Fprintf(b, "    %s: %s\n", name, object)
			continue
		}
		base := fmt.Sprintf("{type: object, properties: {tag: {type: %s}}}", u.json())
		if u.required {
			base = fmt.Sprintf("{type: object, required: [tag], properties: {tag: {type: %s}}}", u.json())
		}
		fmt.Fprintf(b, "    %[1]s: {allOf: [{$ref: '#/components/schemas/%[1]sBase'}, %[2]s]}\n    %[1]sBase: %[3]s\n", name, object, base)
	}
}

// expects writes the cases of the union: texts with the type that is read, or "" for a violation, and what an empty value is written as.
func (u tagUnion) expects(b *strings.Builder) {
	fmt.Fprintf(b, "\ttagsRead(t, %q, func(data []byte) (any, error) { u, err := c.Unmarshal%[1]s(data); return u, errors.Join(err, c.Validate%[1]s(u)) }, map[string]string{\n", u.id)
	leads := map[string]string{}
	for i := range 2 {
		for _, tag := range u.tags(i) {
			leads[tag] = u.id + "AB"[i:i+1]
		}
	}
	for _, tag := range []string{`"a"`, `"a2"`, `"b"`, `"b2"`, `"c"`, `"zzz"`, `""`, "1", "2", "2.0", "3", "true", "false", "null", "[]", `"` + u.id + `A"`, `"` + u.id + `B"`} {
		lead := leads[strings.TrimSuffix(tag, ".0")]
		fmt.Fprintf(b, "\t\t`{\"x\":1,\"y\":2,\"tag\":%s}`: %q,\n", tag, lead)
		if lead != "" {
			fmt.Fprintf(b, "\t\t`{\"tag\":%s}`: \"\",\n", tag)
		}
	}
	for i, own := range []string{"x", "y"} {
		lead := ""
		if !u.required {
			lead = u.id + "AB"[i:i+1]
		}
		fmt.Fprintf(b, "\t\t`{%q:1}`: %q,\n", own, lead)
	}
	b.WriteString("\t})\n")
	for i := range 2 {
		if u.name == "boolean" && u.required && u.inBase {
			continue // a field, which nobody fills in
		}
		fmt.Fprintf(b, "\ttagsWrite(t, c.Holder{%s: &c.%[1]s%s{}}, c.Validate%[1]s(&c.%[1]s%[2]s{}), `%s`)\n", u.id, "AB"[i:i+1], u.tags(i)[0])
	}
}

const tagTest = `package run

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	c "golden.test/tags"
)

func tagsRead(t *testing.T, union string, read func([]byte) (any, error), cases map[string]string) {
	t.Helper()
	for text, want := range cases {
		x, err := read([]byte(text))
		if want == "" {
			assert.Error(t, err, "%s %s", union, text)
			continue
		}
		assert.NoError(t, err, "%s %s", union, text)
		assert.Equal(t, "*tags."+want, fmt.Sprintf("%T", x), "%s %s", union, text)
	}
}

func tagsWrite(t *testing.T, holder c.Holder, err error, tag string) {
	t.Helper()
	assert.NoError(t, err)
	data, err := json.Marshal(holder)
	assert.NoError(t, err)
	members := map[string]struct{ Tag json.RawMessage }{}
	assert.NoError(t, json.Unmarshal(data, &members))
	for name, m := range members {
		assert.Equal(t, tag, string(m.Tag), name)
	}
}

func TestTags(t *testing.T) {
`

// TestTags reads and writes unions with each kind of tag, told in each place, in each way.
func TestTags(t *testing.T) {
	var spec, test strings.Builder
	spec.WriteString("openapi: 3.1.0\ninfo: {title: Tags, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n    Letter: {type: string, enum: [a, b, c]}\n")
	test.WriteString(tagTest)
	unions := tagUnions()
	require.GreaterOrEqual(t, len(unions), 60)
	holder := "    Holder:\n      type: object\n      properties:\n"
	for _, u := range unions {
		u.schemas(&spec)
		u.expects(&test)
		holder += fmt.Sprintf("        %s: {$ref: '#/components/schemas/%[1]s'}\n", u.id)
	}
	spec.WriteString(holder)
	test.WriteString("}\n")
	g := &golden{&documents.Case{Name: "tags", Package: "tags", Archive: &txtar.Archive{Files: []txtar.File{
		{Name: "spec.yaml", Data: []byte(spec.String())}, {Name: runTest, Data: []byte(test.String())},
	}}}}
	m := newModule(t)
	m.add(t, g, g.generateOnce(t).Files)
	m.compile(t)
}
