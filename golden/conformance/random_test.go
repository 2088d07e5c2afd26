package main

import (
	"flag"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/golden/conformance/jsontext"
	"github.com/oas2go/oas2go/golden/conformance/random"
)

// TestNested judges unions by a tag that stand inside of each other, and of all else that holds or judges values.
func TestNested(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles packages")
	}
	var trials []*trial
	for i := range 40 {
		source := rand.New(rand.NewPCG(*nestedSeed, uint64(i)))
		set := random.Nested(source, i%5 == 4)
		trials = append(trials, &trial{set: set, values: random.Values(source, set, 40)})
	}
	require.NoError(t, try(t.Context(), filepath.Join(t.TempDir(), "x"), trials, false))
	var f figures
	for _, each := range trials {
		for _, d := range each.compare(&f) {
			assert.Fail(t, d.kind, "%s\nschemas: %s\nvalue: %s", d.text, d.set.Text(), d.value)
		}
	}
	assert.Greater(t, f.trips, 500, "values that are valid")
	assert.Greater(t, f.pairs-f.accepted, 700, "values that are not")
	t.Logf("%+v", f)
}

var nestedSeed = flag.Uint64("nested-seed", 1, "of the schemas and values of TestNested")

func newTrial(components string, values ...string) *trial {
	return &trial{set: &random.Set{Components: jsontext.MustDecode([]byte(components)).(object)}, values: values}
}

// TestTrials goes all the way with schemas whose verdicts are known, and then pretends that the judge had said something else.
func TestTrials(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles packages")
	}
	fine := newTrial(`{"Root":{"type":"object","properties":{"a":{"$ref":"#/components/schemas/Ada"}}},"Ada":{"type":"integer","maximum":5}}`,
		`{"a":5}`, `{"a":6}`, `{"b":1}`, `1`)
	broken := newTrial(`{"Root":{"type":"nothing"}}`, `1`)
	wide := newTrial(`{"Root":{"type":"integer"}}`, `9223372036854775808`)
	trials := []*trial{fine, broken, wide}
	require.NoError(t, try(t.Context(), filepath.Join(t.TempDir(), "x"), trials, true))

	var f figures
	for _, each := range trials {
		assert.Empty(t, each.compare(&f))
	}
	assert.Equal(t, figures{schemas: 2, invalid: 1, pairs: 5, accepted: 3, beyond: 1, trips: 2, kin: secondOpinion{same: 5}}, f)

	fine.group.cases[0].valid, fine.group.cases[1].valid = false, true
	fine.group.cases[2].encoded = []byte(`{"a":1}`)
	var kinds []string
	for _, d := range fine.compare(&f) {
		kinds = append(kinds, d.kind+" "+d.value+" "+d.text)
	}
	assert.Equal(t, []string{`accepted {"a":5} `, `refused {"a":6} invalid Holder0001: /value/a: maximum 5, got 6`, `encoded {"b":1} : a is new`}, kinds)
	assert.Equal(t, 3, f.disagreements)
	assert.Len(t, f.kin.examples, 2)
}
