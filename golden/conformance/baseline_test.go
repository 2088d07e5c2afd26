package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestBaselineOnlyRises(t *testing.T) {
	path := filepath.Join(t.TempDir(), "baseline.txt")
	require.NoError(t, hold(path, baseline{"module/a": {3, 30}, "module/b": {1, 10}}, true))
	assert.NoError(t, hold(path, baseline{"module/a": {3, 31}}, false), "higher, and another run")

	err := hold(path, baseline{"module/a": {2, 40}}, true)
	assert.ErrorContains(t, err, "module/a: 2 groups and 40 cases are right; before, 3 and 30 were")

	require.NoError(t, hold(path, baseline{"module/a": {4, 30}}, true))
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	got, err := parseBaseline(string(text))
	require.NoError(t, err)
	assert.Equal(t, baseline{"module/a": {4, 30}, "module/b": {1, 10}}, got)

	_, err = parseBaseline("module/a 3 30\n")
	assert.Error(t, err)
}

func TestCount(t *testing.T) {
	got := count([]*group{
		{cases: []testCase{{valid: true, accepted: true, judged: true}, {judged: true}}},
		{cases: []testCase{{valid: true, judged: true}, {judged: false}}, notEnforced: "x"},
		{cases: []testCase{{}}, failure: "x"},
		{cases: []testCase{{judged: true}}, outOfReach: "x"},
	})
	assert.Equal(t, tally{groupsRight: 1, groups: 3, casesRight: 2, cases: 5, outOfReach: 1, notEnforced: 1, noCode: 1}, got,
		"a case that was not judged is never right")
}

func TestBrokenPackages(t *testing.T) {
	out := "# conformance.test/p003\np003/models_gen.go:7:2: undefined: x\np003/a.go:1:1: y\n# conformance.test/p010\np010/b.go:1:1: z\n"
	assert.Equal(t, map[string]string{"p003": "p003/models_gen.go:7:2: undefined: x", "p010": "p010/b.go:1:1: z"}, brokenPackages([]byte(out)))
}
