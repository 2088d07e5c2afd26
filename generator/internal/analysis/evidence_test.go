package analysis_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/analysis"
)

// Objects: names of required members, optional ones with a question mark, a closed one ends with a dot.
func objects(text string) string {
	var list []string
	for object := range strings.SplitSeq(text, "|") {
		object, closed := strings.CutSuffix(strings.TrimSpace(object), ".")
		var properties, required []string
		for name := range strings.FieldsSeq(object) {
			name, optional := strings.CutSuffix(name, "?")
			properties = append(properties, name+": {}")
			if !optional {
				required = append(required, name)
			}
		}
		s := "{type: object, properties: {" + strings.Join(properties, ", ") + "}, required: [" + strings.Join(required, ", ") + "]"
		if closed {
			s += ", additionalProperties: false"
		}
		list = append(list, s+"}")
	}
	return "{oneOf: [" + strings.Join(list, ", ") + "]}"
}

func TestEvidence(t *testing.T) {
	for text, want := range map[string]*analysis.Evidence{
		"s a | s b":     {Members: []string{"a", "b"}, Leads: []int{0, 1}, Required: []uint64{1, 2}, Forbids: []uint64{0, 0}},
		"a x | a? b y":  {Members: []string{"x", "b"}, Leads: []int{0, 1}, Required: []uint64{1, 2}, Forbids: []uint64{0, 0}},
		"a b | a":       {Members: []string{"b", "a"}, Leads: []int{-1, -1}, Required: []uint64{3, 2}, Forbids: []uint64{0, 0}}, // with b it may be both
		"a b | a.":      {Members: []string{"b", "a"}, Leads: []int{0, -1}, Required: []uint64{3, 2}, Forbids: []uint64{0, 1}},
		"a b? | b":      {Members: []string{"a", "b"}, Leads: []int{0, -1}, Required: []uint64{1, 2}, Forbids: []uint64{0, 0}},
		"a | b | ":      {Members: []string{"a", "b"}, Leads: []int{-1, -1}, Required: []uint64{1, 2, 0}, Forbids: []uint64{0, 0, 0}}, // without both it is the last one
		"a? | b?":       nil,
		"a b | b a c?":  nil,
		"a b? | b a? .": {Members: []string{"a", "b"}, Leads: []int{-1, -1}, Required: []uint64{1, 2}, Forbids: []uint64{0, 0}},
	} {
		a, s := analysed(t, objects(text))
		c := a.Choice(s)
		require.NotNil(t, c, text)
		assert.Equal(t, want, a.Evidence(c.Leaves), text)
	}
	parts := "{oneOf: [{allOf: [{type: object, required: [a], properties: {a: {}}}, {type: object, required: [b]}]}, {type: object, required: [c]}]}"
	a, s := analysed(t, parts)
	assert.Equal(t, []string{"a", "c"}, a.Evidence(a.Choice(s).Leaves).Members)
	assert.Nil(t, a.Evidence(make([]*analysis.Leaf, 128)))
}
