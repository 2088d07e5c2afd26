package generator

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
)

// A hostile document is small to send and could be endless to work on. Each ends in files or in a finding with its place; that it
// ends is what the timeout of go test asserts.
type hostile struct {
	schemas string // the members of components.schemas
	want    string // a part of the first finding that is more than information, "" for none
}

func runHostile(t *testing.T, cases map[string]hostile) {
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "api.json")
			text := `{"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{},"components":{"schemas":{` + c.schemas + `}}}`
			require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
			result, err := Generate(t.Context(), Config{Spec: path, Package: "hostile"})
			if err != nil {
				require.ErrorIs(t, err, ErrUnusable)
			}
			var first *diag.Finding
			for i, f := range result.Findings {
				if f.Severity >= diag.Warning && f.Rule != diag.RuleRenamed { // hundreds of levels that are called alike
					first = &result.Findings[i]
					break
				}
			}
			if c.want == "" {
				require.NoError(t, err)
				require.Nil(t, first)
				require.NotEmpty(t, result.Files)
				return
			}
			require.NotNil(t, first)
			assert.Contains(t, first.Message, c.want)
			assert.EqualValues(t, 1, first.Pos.Line)
			assert.Positive(t, first.Pos.Column)
		})
	}
}

// nested puts a schema into n schemas that each begin and end alike.
func nested(n int, begin, inner, end string) string {
	return `"A":` + strings.Repeat(begin, n) + inner + strings.Repeat(end, n)
}

// list joins n texts, made from a format by their index: %[1]d.
func list(n int, format string) string {
	texts := make([]string, n)
	for i := range texts {
		texts[i] = fmt.Sprintf(format, i)
	}
	return strings.Join(texts, ",")
}

// chain is n components of which each refers to the next: %[2]d.
func chain(n int, format, last string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format+",", i, i+1)
	}
	return b.String() + fmt.Sprintf(`"A%d":%s`, n, last)
}

func ref(name string) string { return `{"$ref":"#/components/schemas/` + name + `"}` }

func TestHostileNesting(t *testing.T) {
	cases := map[string]hostile{}
	for name, keyword := range map[string][2]string{
		"properties":            {`{"type":"object","properties":{"a":`, `}}`},
		"items":                 {`{"type":"array","items":`, `}`},
		"prefixItems":           {`{"type":"array","prefixItems":[{"type":"string"},`, `]}`},
		"additionalProperties":  {`{"type":"object","additionalProperties":`, `}`},
		"allOf":                 {`{"properties":{"b":{}},"allOf":[`, `]}`},
		"anyOf":                 {`{"anyOf":[{"properties":{"b":{}}},`, `]}`},
		"oneOf":                 {`{"oneOf":[{"type":"integer"},`, `]}`},
		"not":                   {`{"not":`, `}`},
		"if":                    {`{"if":{"type":"string"},"then":`, `}`},
		"unevaluatedProperties": {`{"unevaluatedProperties":`, `}`},
	} {
		want := "nested more than 1000 levels deep"
		if len(name) > len("prefixItems") {
			want = "have more than 8000 bytes"
		}
		cases[name+" 10,000"] = hostile{nested(10_000, keyword[0], `{"type":"string"}`, keyword[1]), want}
		cases[name+" 300"] = hostile{schemas: nested(300, keyword[0], `{"type":"string"}`, keyword[1])}
	}
	cases["default"] = hostile{nested(10_000, `[`, ``, `]`), "nested more than 1000 levels deep"}
	for size, want := range map[int]string{200: "", 100_000: "have more than 8000 bytes"} {
		long := strings.Repeat("n", size)
		cases["names of "+strconv.Itoa(size)] = hostile{nested(30, `{"type":"object","properties":{"`+long+`":`, `{"type":"string"}`, `}}`), want}
	}
	runHostile(t, cases)
}

func TestHostileYAML(t *testing.T) {
	aliases := "&a0 {type: string}\n"
	for i := range 60 {
		aliases += fmt.Sprintf("    A%[2]d: &a%[2]d {allOf: [*a%[1]d, *a%[1]d]}\n", i, i+1)
	}
	for name, c := range map[string]hostile{
		"flow":    {strings.Repeat("{not: ", 10_000) + "{}" + strings.Repeat("}", 10_000), "nested too deeply"},
		"aliases": {aliases, "aliases blow the document up"},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "api.yaml")
			text := "openapi: 3.1.0\ninfo: {title: t, version: \"1\"}\npaths: {}\ncomponents:\n  schemas:\n    A: " + c.schemas
			require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
			result, err := Generate(t.Context(), Config{Spec: path, Package: "hostile"})
			require.ErrorIs(t, err, ErrUnusable)
			assert.Contains(t, result.Findings[0].Message, c.want)
			assert.Greater(t, result.Findings[0].Pos.Line, uint32(5))
		})
	}
}

func TestHostileSizes(t *testing.T) {
	object := `{"type":"object","required":["p%[1]d"],"properties":{"p%[1]d":{"type":"string"}}}`
	digits := strings.Repeat("9", 10_000)
	runHostile(t, map[string]hostile{
		"enum":                      {schemas: `"A":{"type":"string","enum":[` + list(100_000, `"v%d"`) + `]}`},
		"enum of objects":           {schemas: `"A":{"enum":[` + list(100_000, `{"v":%d}`) + `]}`},
		"enum that folds":           {schemas: `"A":{"type":"string","enum":[` + folding(70_000) + `]}`},
		"enum against a pattern":    {`"A":{"type":"string","pattern":"^(?=a)(a+)+\\1$","enum":["` + strings.Repeat("a", 40) + `!"]}`, "matching"},
		"pattern":                   {schemas: `"A":{"type":"string","pattern":"((((a{1000}){1000}){1000}){1000}){1000}"}`},
		"pattern, deep":             {schemas: `"A":{"type":"string","pattern":"` + strings.Repeat("(", 10_000) + "a" + strings.Repeat(")", 10_000) + `"}`, want: "longer than 5000 bytes"},
		"pattern, count":            {`"A":{"type":"string","pattern":"^a{99999999999999999999}$"}`, "is not enforced"},
		"allOf":                     {schemas: `"A":{"allOf":[` + list(1_000, object) + `]}`},
		"allOf of choices":          {schemas: `"A":{"allOf":[` + list(1_000, `{"anyOf":[`+object+`,{"required":["q%[1]d"]}]}`) + `]}`},
		"anyOf":                     {schemas: `"A":{"anyOf":[` + list(5_000, object) + `]}`},
		"oneOf":                     {schemas: `"A":{"oneOf":[` + list(2_000, object) + `]}`},
		"oneOf of strings":          {schemas: `"A":{"oneOf":[` + list(5_000, `{"type":"string","minLength":%d}`) + `]}`},
		"patternProperties":         {schemas: `"A":{"type":"object","patternProperties":{` + list(10_000, `"^p%d":{"type":"string"}`) + `}}`},
		"minimum 1e400":             {schemas: `"A":{"type":"number","minimum":1e400}`},
		"minimum of 10,000 digits":  {schemas: `"A":{"type":"integer","minimum":-` + digits + `}`},
		"multipleOf 1e-400":         {schemas: `"A":{"type":"number","multipleOf":1e-400,"default":1e999999999}`},
		"multipleOf, 10,000 digits": {schemas: `"A":{"type":"integer","multipleOf":` + digits + `,"default":7}`},
		"exponent":                  {`"A":{"type":"number","minimum":1e99999999999999999999}`, "too large to be read"},
	})
}

// folding are n names that are the same word in Go.
func folding(n int) string {
	var b strings.Builder
	for i := range n {
		signs := strings.NewReplacer("0", "-", "1", "+", "2", ".", "3", "*").Replace(strconv.FormatInt(int64(i), 4))
		b.WriteString(`,"a` + signs + `"`)
	}
	return b.String()[1:]
}

func TestHostileReferences(t *testing.T) {
	circle, long := "leads in a circle", "leads through more than 100 others"
	cases := map[string]hostile{
		"$ref":                    {`"A":` + ref("B") + `,"B":` + ref("A"), circle},
		"$ref with siblings":      {`"A":{"minLength":1,"$ref":"#/components/schemas/A"}`, circle},
		"if":                      {`"A":{"if":` + ref("A") + `,"then":{}}`, circle},
		"not":                     {`"A":{"not":` + ref("A") + `}`, circle},
		"chain":                   {chain(10_000, `"A%d":{"$ref":"#/components/schemas/A%d"}`, `{}`), long},
		"chain of allOf":          {chain(1_000, `"A%[1]d":{"allOf":[{"$ref":"#/components/schemas/A%[2]d"},{"properties":{"p%[1]d":{}}}]}`, `{}`), long},
		"chain of not":            {chain(10_000, `"A%d":{"not":{"$ref":"#/components/schemas/A%d"}}`, `{}`), long},
		"chain of properties":     {schemas: chain(2_000, `"A%d":{"type":"object","required":["a"],"properties":{"a":{"$ref":"#/components/schemas/A%d"}}}`, ref("A0")), want: "without end"},
		"chain of checked values": {schemas: chain(2_000, `"A%d":{"type":"object","minProperties":1,"additionalProperties":{"$ref":"#/components/schemas/A%d"}}`, ref("A0"))},
	}
	for _, keyword := range []string{"allOf", "anyOf", "oneOf"} {
		cases[keyword] = hostile{`"A":{"` + keyword + `":[` + ref("A") + `,{"type":"object","properties":{"a":` + ref("A") + `}}]}`, circle}
		cases["shared by "+keyword] = hostile{schemas: chain(60, `"A%[1]d":{"`+keyword+`":[{"$ref":"#/components/schemas/A%[2]d"},{"$ref":"#/components/schemas/A%[2]d","properties":{"p%[1]d":{}}}]}`,
			`{"type":"object","properties":{"x":{}}}`)}
	}
	shared := `{"$ref":"#/components/schemas/A%[2]d"}`
	for name, format := range map[string]string{
		"properties":  `{"type":"object","required":["a","b"],"properties":{"a":` + shared + `,"b":` + shared + `}}`,
		"prefixItems": `{"type":"array","prefixItems":[` + shared + `,` + shared + `]}`,
		"not":         `{"not":{"anyOf":[` + shared + `,` + shared + `]}}`,
		"if":          `{"if":` + shared + `,"then":` + shared + `,"else":` + shared + `}`,
		"unevaluated": `{"allOf":[` + shared + `,` + shared + `],"unevaluatedProperties":false}`,
		"$dynamicRef": `{"$dynamicAnchor":"d%[1]d","allOf":[` + shared + `,` + shared + `]}`,
	} {
		cases["shared by "+name] = hostile{schemas: chain(60, `"A%[1]d":`+format, `{"type":"object","properties":{"x":{}}}`)}
	}
	runHostile(t, cases)
}

// TestHostileCopies: parts that many schemas share would make each of them large.
func TestHostileCopies(t *testing.T) {
	large := `"B":{"type":"object","properties":{` + list(1_000, `"p%d":{"type":"string"}`) + `}},`
	variants := `"B":{"oneOf":[` + list(1_000, `{"type":"object","required":["p%[1]d"],"properties":{"p%[1]d":{"type":"string"}}}`) + `]},`
	values := `"B":{"type":"string","enum":[` + list(1_000, `"v%d"`) + `]},`
	const want, much = "from here on, types have their own members only", "the package would have more than 4 MB of Go"
	runHostile(t, map[string]hostile{
		"allOf":        {large + list(1_000, `"C%d":{"allOf":[`+ref("B")+`,{"type":"object","properties":{"q":{"type":"string"}}}]}`), much},
		"closed allOf": {large + list(1_000, `"C%d":{"allOf":[`+ref("B")+`],"type":"object","properties":{"q":{}},"additionalProperties":false}`), much},
		"anyOf":        {large + list(1_000, `"C%d":{"anyOf":[`+ref("B")+`,{"type":"object","properties":{"q":{"type":"string"}}}]}`), want},
		"oneOf":        {variants + list(1_000, `"C%d":{"oneOf":[`+ref("B")+`,{"type":"integer"}]}`), much},
		"enum":         {values + list(1_000, `"C%d":{"anyOf":[`+ref("B")+`,{"type":"string"}]}`), want},
	})
}
