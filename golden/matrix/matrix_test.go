package main

import (
	"flag"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var seed = flag.Uint64("seed", 1, "chooses the pairs that are tried")

// TestPart tries a part of all pairs: make matrix tries the rest.
func TestPart(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles packages")
	}
	failed, err := matrix(t.Context(), options{size: 1000, part: 400, seed: *seed}, t.Output())
	require.NoError(t, err)
	assert.Zero(t, failed, "pairs that do not work are listed above")
}

// TestHeirs tries some of the pairs of bases and heirs, each with a value of every heir.
func TestHeirs(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles packages")
	}
	failed, err := matrix(t.Context(), options{size: 1000, part: 40, seed: *seed, only: "heirs by "}, t.Output())
	require.NoError(t, err)
	assert.Zero(t, failed, "pairs that do not work are listed above")
}

// TestTables holds the tables to what the program makes of them.
func TestTables(t *testing.T) {
	names := map[string]bool{}
	for _, k := range kinds() {
		assert.False(t, names[k.name], "%s is there twice", k.name)
		names[k.name] = true
	}
	seen := map[string]int{}
	for _, p := range pairs(1) {
		seen[p.place.name]++
		if task, ok := p.task(); ok {
			assert.NotContains(t, task.Value+task.Invalid+task.Want, "$", p)
			for _, e := range task.Examples {
				assert.NotContains(t, e.Value+e.Want+e.Back+e.Tag, "$", p)
				assert.NotContains(t, e.Value+e.Want+e.Back+e.Tag, "%", p)
			}
			assert.NotContains(t, p.fill(p.place.model+p.place.path+p.place.webhook), "$V", p)
		}
	}
	for _, p := range places() {
		assert.NotZero(t, seen[p.name], p.name)
	}
}

// TestStyles has rows of the table in OAS, Style Examples.
func TestStyles(t *testing.T) {
	const list, object = `["blue", "black"]`, `{"R": 100, "G": 200}`
	for _, c := range []struct {
		style       style
		value, want string
	}{
		{style{in: "path", name: "simple"}, object, "R,100,G,200"},
		{style{in: "path", name: "simple", explode: true}, object, "R=100,G=200"},
		{style{in: "path", name: "label"}, list, ".blue,black"},
		{style{in: "path", name: "label", explode: true}, object, ".R=100.G=200"},
		{style{in: "path", name: "matrix"}, `"blue"`, ";value=blue"},
		{style{in: "path", name: "matrix", explode: true}, list, ";value=blue;value=black"},
		{style{in: "path", name: "matrix", explode: true}, object, ";R=100;G=200"},
		{style{in: "query", name: "form", explode: true}, list, "value=blue&value=black"},
		{style{in: "query", name: "form", explode: true}, object, "R=100&G=200"},
		{style{in: "query", name: "form"}, object, "value=R,100,G,200"},
		{style{in: "query", name: "spaceDelimited"}, list, "value=blue black"},
		{style{in: "query", name: "pipeDelimited"}, object, "value=R|100|G|200"},
		{style{in: "query", name: "deepObject", explode: true}, object, "value[R]=100&value[G]=200"},
		{style{in: "cookie", name: "cookie", explode: true}, object, "R=100; G=200"},
	} {
		assert.Equal(t, c.want, c.style.write(c.value), "%s", c.style)
	}
	k := kind{valid: `[[1]]`}
	assert.Equal(t, unknown, style{in: "query", name: "form"}.fit(&k), "lists inside of lists")
	k.valid = "1"
	assert.Equal(t, unknown, style{in: "query", name: "deepObject", explode: true}.fit(&k))
	assert.Equal(t, works, style{in: "query", name: "form"}.fit(&k))
}

// TestVerdicts: what is silent fails, and so does what does not compile, whatever a finding says.
func TestVerdicts(t *testing.T) {
	for _, c := range []struct {
		fit     fit
		outcome outcome
		want    verdict
	}{
		{works, outcome{}, fine},
		{works, outcome{problem: "x"}, silent},
		{works, outcome{problem: "x", findings: []string{"y"}}, told},
		{works, outcome{problem: "it does not compile: x", findings: []string{"y"}}, silent},
		{works, outcome{problem: "error: x", findings: []string{"x"}}, silent},
		{wrong, outcome{}, silent},
		{wrong, outcome{findings: []string{"y"}}, found},
		{unknown, outcome{}, silent},
		{unknown, outcome{findings: []string{"y"}}, fine},
		{unclear, outcome{}, fine},
	} {
		got, _ := (&pair{fit: c.fit, outcome: c.outcome}).verdict()
		assert.Equal(t, c.want, got, "%+v", c)
	}
}
