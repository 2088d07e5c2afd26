package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func newGroup(schema string, cases ...testCase) *group {
	return &group{draft: draft{"draft2020-12", "3.1.0"}, file: "f", schema: json.RawMessage(schema), cases: cases}
}

func newShelf(t *testing.T, groups ...*group) *shelf {
	t.Helper()
	var s shelf
	for i, g := range groups {
		p, err := newPart(g, i+1, nil)
		require.NoError(t, err)
		s.put(p)
	}
	require.Len(t, s.documents, 1)
	return &s
}

// TestOneGroupFails: what cannot be generated does not take its neighbours with it, and cases are judged by what they expect.
func TestOneGroupFails(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles packages")
	}
	fine := newGroup(`{"type":"string"}`, testCase{data: json.RawMessage(`"a"`), valid: true}, testCase{data: json.RawMessage(`1`)},
		testCase{data: json.RawMessage(`2`), valid: true})
	bad := newGroup(`{"$ref":"#/$defs/none"}`, testCase{data: json.RawMessage(`1`)})
	s := newShelf(t, fine, bad)
	m, err := newModule(t.Context(), t.TempDir())
	require.NoError(t, err)
	require.NoError(t, m.generateAll(t.Context(), s))
	require.NoError(t, m.compileAll(t.Context(), s))
	require.NoError(t, m.judgeAll(t.Context(), s))

	assert.Contains(t, bad.failure, "not generated: ")
	assert.Zero(t, bad.casesRight())
	assert.Empty(t, fine.failure)
	assert.Equal(t, 2, fine.casesRight())
	assert.Equal(t, "accepted", fine.cases[0].got())
	assert.Contains(t, fine.cases[2].got(), "refused: ")
}

// TestPackageDoesNotCompile: the groups of a broken package are compiled one by one, and the one that is broken has no code.
func TestPackageDoesNotCompile(t *testing.T) {
	first, second := newGroup(`true`), newGroup(`false`)
	s := newShelf(t, first, second)
	s.documents[0].broken(s, "message")
	require.Len(t, s.documents, 3)
	assert.Empty(t, s.documents[0].parts)
	assert.Empty(t, first.failure+second.failure)

	s.documents[2].broken(s, "message")
	assert.Empty(t, first.failure)
	assert.Equal(t, "not compiled: message", second.failure)
	assert.Len(t, s.documents[1].parts, 1)
	assert.Empty(t, s.documents[2].parts)
}

// TestRunnerDies: the case that ends the runner is wrong, the next ones go on.
func TestRunnerDies(t *testing.T) {
	program := filepath.Join(t.TempDir(), "runner")
	require.NoError(t, os.WriteFile(program, []byte("#!/bin/sh\necho '{\"Problem\":\"\"}'\necho stack overflow >&2\nexit 2\n"), 0o700))
	g := newGroup(`true`, testCase{data: json.RawMessage(`1`)}, testCase{data: json.RawMessage(`2`)}, testCase{data: json.RawMessage(`3`)})
	var todo []question
	for i := range g.cases {
		todo = append(todo, question{"g", &g.cases[i]})
	}
	require.NoError(t, askAll(t.Context(), program, todo))
	assert.Equal(t, []bool{true, false, true}, []bool{g.cases[0].judged, g.cases[1].judged, g.cases[2].judged})
	assert.False(t, g.cases[1].right(), "it is expected to be refused, but was not")
	assert.Contains(t, g.cases[1].got(), "stack overflow")
}
