package gomodel_test

import (
	"math/bits"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"

	m "github.com/oas2go/oas2go/generator/gomodel"
)

func TestTypeString(t *testing.T) {
	str, dog := m.Builtin("string"), localType("Dog")
	for want, typ := range map[string]m.TypeExpr{
		"string":                                  str,
		"example.com/pets.Dog":                    dog,
		"map[string]*example.com/pets.Dog":        m.Map{Elem: m.Pointer{Elem: dog}},
		"[][]string":                              m.Slice{Elem: m.Slice{Elem: str}},
		"*map[string][]string":                    m.Pointer{Elem: m.Map{Elem: m.Slice{Elem: str}}},
		"a.Pair[string, *example.com/pets.Dog]":   m.Named{Ident: m.Ident{Path: "a", Name: "Pair"}, Args: []m.TypeExpr{str, m.Pointer{Elem: dog}}},
		"example.com/pets.Nullable[time.Time]":    m.Named{Ident: local("Nullable"), Args: []m.TypeExpr{foreign("time", "Time")}},
		"[]example.com/pets.Nullable[[]time.Dur]": m.Slice{Elem: m.Named{Ident: local("Nullable"), Args: []m.TypeExpr{m.Slice{Elem: foreign("time", "Dur")}}}},
	} {
		assert.Equal(t, want, m.TypeString(typ))
	}
}

func TestFieldType(t *testing.T) {
	for box, want := range map[m.Box]string{
		m.Plain: "string", m.NilBox: "string", m.Pointing: "*string",
		m.Boxed: "example.com/pets.Nullable[string]", m.BoxedPointer: "example.com/pets.Nullable[*string]",
	} {
		f := field("A", "a", m.Builtin("string"), m.Hold{Box: box})
		assert.Equal(t, want, m.TypeString(f.FieldType(path)), box)
	}
}

// TestRequiredBits: a word holds 64 members, and a member keeps its index over the border.
func TestRequiredBits(t *testing.T) {
	for _, c := range []struct {
		members  int
		required []int
		want     []uint64
	}{
		{0, nil, []uint64{}},
		{3, nil, []uint64{0}},
		{3, []int{0, 2}, []uint64{0b101}},
		{64, []int{63}, []uint64{1 << 63}},
		{65, []int{0, 63, 64}, []uint64{1<<63 | 1, 1}},
		{130, []int{64, 129}, []uint64{0, 1, 0b10}},
	} {
		members := make([]m.Member, c.members)
		for i := range members {
			members[i] = field("F"+strconv.Itoa(i), strconv.Itoa(i), m.Builtin("string"), optional)
		}
		for n, i := range c.required {
			members[i] = field("F", "f", m.Builtin("string"), required)
			if n%2 == 1 {
				members[i] = &m.ConstMember{Wire: "f", Required: true}
			}
		}
		got := m.RequiredBits(members)
		assert.Equal(t, c.want, got, "%d of %d", c.required, c.members)
		count := 0
		for _, word := range got {
			count += bits.OnesCount64(word)
		}
		assert.Len(t, c.required, count)
	}
}

// TestFields: members without field have none, the rest keeps its order.
func TestFields(t *testing.T) {
	a, b := field("A", "a", m.Builtin("string"), required), field("B", "b", m.Builtin("string"), optional)
	assert.Equal(t, []*m.Field{a, b}, m.Fields([]m.Member{a, &m.ConstMember{Wire: "c"}, b}))
}
