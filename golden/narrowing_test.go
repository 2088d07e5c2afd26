package golden_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/golden/scratch"
)

// A narrowing is a description of a member and a narrower one.
type narrowing struct{ name, wide, narrow string }

// kindsOfMembers are descriptions of one value from wide to narrow: each is narrower than all before it.
var kindsOfMembers = [][]string{
	{"{}", "{type: [number, string, 'null']}", "{type: [number, 'null']}", "{type: number}", "{type: integer}", "{type: integer, minimum: 1}", "{type: integer, enum: [1, 2]}", "{const: 1}"},
	{"{title: free}", "{type: [string, 'null']}", "{type: string}", "{type: string, minLength: 1}", "{type: string, enum: [ab, cd]}", "{enum: [ab]}"},
	{"{description: anything}", "{type: string}", "{type: string, format: date-time}"},
	{"true", "{type: [object, array]}", "{type: object}", "{$ref: '#/components/schemas/Party'}", "{$ref: '#/components/schemas/Company'}"},
	{"{type: object}", "{type: object, additionalProperties: {type: number}}", "{type: object, additionalProperties: {type: integer}}"},
	{"{type: [array, string]}", "{type: array}", "{type: array, items: {type: object}}", "{type: array, items: {$ref: '#/components/schemas/Party'}}"},
	{"{anyOf: [{$ref: '#/components/schemas/Party'}, {type: 'null'}]}", "{$ref: '#/components/schemas/Party'}", "{allOf: [{$ref: '#/components/schemas/Company'}]}"},
	{"{type: boolean}", "{type: boolean, enum: [true]}"},
	{"{type: [object, 'null']}", "{oneOf: [{$ref: '#/components/schemas/Car'}, {$ref: '#/components/schemas/Bike'}]}"},
}

// narrowings returns the pairs of neighbours, and those with the widest description.
func narrowings() (list []narrowing) {
	for i, row := range kindsOfMembers {
		for w := range row {
			for n := w + 1; n < len(row); n++ {
				if w == 0 || n == w+1 {
					list = append(list, narrowing{fmt.Sprintf("R%dW%dN%d", i, w, n), row[w], row[n]})
				}
			}
		}
	}
	return list
}

const narrowingHead = `openapi: 3.1.0
info: {title: Narrowing, version: "1"}
paths: {}
components:
  schemas:
    Party: {type: object, required: [id], properties: {id: {type: integer}}}
    Company: {allOf: [{$ref: '#/components/schemas/Party'}, {type: object, properties: {name: {type: string}}}]}
    Car: {type: object, required: [kind], properties: {kind: {const: car}}}
    Bike: {type: object, required: [kind], properties: {kind: {const: bike}}}
`

// narrowingValues are tried on each pair.
var narrowingValues = []string{"null", "true", "false", "0", "1", "2", "3", "1.5", `""`, `"ab"`, `"cd"`, `"2020-01-02T03:04:05Z"`, "{}", `{"id":1}`, `{"id":1,"name":"n"}`,
	`{"id":1,"name":2}`, `{"id":"x"}`, `{"a":1.5}`, `{"kind":"car"}`, `{"kind":"bus"}`, "[]", "[1]", `[{"id":1}]`, "[{}]"}

// TestAllOfNarrows puts each pair of descriptions into an allOf, in both orders and beside it: the Go type of the member is that of the
// narrower one, no rule is needed, and a value is valid if both descriptions allow it.
func TestAllOfNarrows(t *testing.T) {
	var text, test strings.Builder
	text.WriteString(narrowingHead)
	list := narrowings()
	for _, n := range list {
		for _, s := range [][2]string{
			{"Wide", fmt.Sprintf("{type: object, properties: {m: %s}}", n.wide)},
			{"Narrow", fmt.Sprintf("{type: object, properties: {m: %s}}", n.narrow)},
			{"WideFirst", fmt.Sprintf("{allOf: [{$ref: '#/components/schemas/%sWide'}, {type: object, properties: {m: %s}}]}", n.name, n.narrow)},
			{"NarrowFirst", fmt.Sprintf("{allOf: [{type: object, properties: {m: %s}}, {$ref: '#/components/schemas/%sWide'}]}", n.narrow, n.name)},
			{"Beside", fmt.Sprintf("{type: object, properties: {m: %s}, allOf: [{type: object, properties: {m: %s}}]}", n.wide, n.narrow)},
		} {
			fmt.Fprintf(&text, "    %s%s: %s\n", n.name, s[0], s[1])
		}
		fmt.Fprintf(&test, "\tboth(t, new(p.%[1]sWide), new(p.%[1]sNarrow), new(p.%[1]sWideFirst), new(p.%[1]sNarrowFirst), new(p.%[1]sBeside))\n", n.name)
	}
	m, err := scratch.New(t.Context(), t.TempDir(), "narrow.test")
	require.NoError(t, err)
	require.NoError(t, m.Write("api.yaml", []byte(text.String())))
	result, err := generator.Generate(t.Context(), generator.Config{Spec: m.Dir + "/api.yaml", Package: "p"})
	require.NoError(t, err)
	var models string
	for _, f := range result.Files {
		require.NoError(t, m.Write("p/"+f.Name, f.Data))
		if strings.HasPrefix(f.Name, "models") {
			models += string(f.Data)
		}
	}
	for _, n := range list {
		want := memberType(t, models, n.name+"Narrow")
		for _, form := range []string{"WideFirst", "NarrowFirst", "Beside"} {
			assert.Equal(t, want, memberType(t, models, n.name+form), "%s: %s and %s", form, n.wide, n.narrow)
			assert.NotContains(t, models, "rule"+n.name+form+")", "%s and %s", n.wide, n.narrow)
		}
	}
	require.NoError(t, m.Write("run/run_test.go", fmt.Appendf(nil, narrowingTest, narrowingValues, test.String())))
	out, err := m.Go(t.Context(), "test", "./run")
	assert.NoError(t, err, "%s", out)
}

// memberType returns the type of the field M of a struct, without the name of the struct in it.
func memberType(t *testing.T, models, name string) string {
	t.Helper()
	match := regexp.MustCompile(`(?s)\ntype ` + name + ` struct \{(.*?)\n\}`).FindStringSubmatch(models)
	require.NotNil(t, match, "there is no struct %s", name)
	field := regexp.MustCompile("\n\tM +(\\S+)").FindStringSubmatch(match[1])
	require.NotNil(t, field, "%s has no field", name)
	own := regexp.MustCompile(`R\d+W\d+N\d+(WideFirst|NarrowFirst|Beside|Narrow)`)
	return own.ReplaceAllString(field[1], "Own")
}

const narrowingTest = `package run

import (
	"testing"

	"narrow.test/p"
)

type shape interface {
	UnmarshalJSON([]byte) error
	AppendJSON([]byte) ([]byte, error)
	Validate() error
}

var values = %#v

func valid(x shape, text string) bool {
	return x.UnmarshalJSON([]byte(text)) == nil && x.Validate() == nil
}

func written(t *testing.T, x shape) string {
	data, err := x.AppendJSON(nil)
	if err != nil {
		t.Error(err)
	}
	return string(data)
}

func both(t *testing.T, wide, narrow shape, forms ...shape) {
	for _, v := range values {
		text := "{\"m\":" + v + "}"
		want := valid(wide, text) && valid(narrow, text)
		for _, x := range forms {
			if got := valid(x, text); got != want {
				t.Errorf("%%T, %%s: valid is %%v", x, text, got)
			} else if got && written(t, x) != written(t, narrow) {
				t.Errorf("%%T: %%s is written as %%s", x, text, written(t, x))
			}
		}
	}
}

func TestBoth(t *testing.T) {
%s}
`
