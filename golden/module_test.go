package golden_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/output"
	"github.com/oas2go/oas2go/golden/scratch"
)

// modulePath is the module that holds the packages of all cases: golden.test/unionbykind.
const modulePath = "golden.test"

// A module is a scratch module with one package a case, and one package with the tests of all cases, because linking is what takes
// the time.
type module struct {
	*scratch.Module
	cases    []*golden // that have code
	examples []string  // the folders of those with tests of their own
	tests    bool
}

// newModule makes a module with the versions of this one, so that nothing has to be downloaded.
func newModule(t *testing.T) *module {
	t.Helper()
	s, err := scratch.New(t.Context(), t.TempDir(), modulePath)
	require.NoError(t, err)
	m := &module{Module: s}
	helpers, err := filepath.Glob("testdata/run/*.go")
	require.NoError(t, err)
	require.NotEmpty(t, helpers)
	for _, path := range helpers {
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		m.write(t, "run/"+filepath.Base(path), data)
	}
	data, err := os.ReadFile("../templates/support/leaks_test.go") // the tests of a client look for leaks in the same way
	require.NoError(t, err)
	m.write(t, "run/leaks_test.go", bytes.Replace(data, []byte("package support"), []byte("package run"), 1))
	return m
}

func (m *module) write(t *testing.T, name string, data []byte) {
	t.Helper()
	require.NoError(t, m.Write(name, data))
}

// add writes the package of a case and its tests.
func (m *module) add(t *testing.T, g *golden, files []output.File) {
	t.Helper()
	for _, f := range files {
		m.write(t, g.Package+"/"+f.Name, f.Data)
		if strings.HasSuffix(f.Name, "_test.go") {
			m.examples = append(m.examples, "./"+g.Package)
		}
	}
	if len(files) > 0 {
		m.cases = append(m.cases, g)
	}
	data, ok := g.File(runTest)
	if !ok {
		return
	}
	require.NotEmpty(t, files, "%s has tests but no code", g.Path)
	checkRunTest(t, g, data)
	m.write(t, "run/"+g.Package+"_test.go", data)
	m.tests = true
}

// checkRunTest holds the tests of a case to names that say where they come from.
func checkRunTest(t *testing.T, g *golden, data []byte) {
	t.Helper()
	syntax, err := parser.ParseFile(token.NewFileSet(), runTest, data, parser.SkipObjectResolution)
	require.NoError(t, err)
	assert.Equal(t, "run", syntax.Name.Name, "package of %s", runTest)
	for _, d := range syntax.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && strings.HasPrefix(f.Name.Name, "Test") {
			assert.True(t, strings.HasPrefix(f.Name.Name, g.title()), "%s does not begin with %s", f.Name.Name, g.title())
		}
	}
}

// compile vets all packages and runs all tests; failures are reported under the name of the case.
func (m *module) compile(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles and runs the cases")
	}
	if len(m.cases) == 0 {
		t.Skip("no case has code")
	}
	patterns := []string{"vet"}
	for _, g := range m.cases {
		patterns = append(patterns, "./"+g.Package)
	}
	m.attribute(t, m.goCommand(t, patterns...))
	if m.tests {
		m.test(t)
	}
}

// unused holds support code to what a package uses: staticcheck finds no declaration and no field of it that nothing refers to. It passes
// over generated files, so it gets copies that do not say what they are.
func (m *module) unused(t *testing.T) {
	program, err := exec.CommandContext(t.Context(), "go", "tool", "-n", "staticcheck").Output()
	require.NoError(t, err)
	for _, g := range m.cases {
		paths, err := filepath.Glob(filepath.Join(m.Dir, g.Package, "*_gen.go"))
		require.NoError(t, err)
		for _, path := range paths {
			data, err := os.ReadFile(path)
			require.NoError(t, err)
			_, data, _ = bytes.Cut(data, []byte("\n"))
			m.write(t, "copies/"+g.Package+"/"+filepath.Base(path), data)
		}
	}
	cmd := exec.CommandContext(t.Context(), strings.TrimSpace(string(program)), "-checks", "U1000", "./copies/...")
	cmd.Dir = m.Dir
	out, err := cmd.CombinedOutput()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		require.NoError(t, err)
	}
	for line := range strings.Lines(string(out)) {
		assert.False(t, strings.Contains(line, "/support_") || strings.Contains(line, "(compile)"), line)
	}
}

// goCommand runs the go command in the module and returns what it printed if it failed.
func (m *module) goCommand(t *testing.T, args ...string) []byte {
	t.Helper()
	out, err := m.Go(t.Context(), args...)
	if err == nil {
		return nil
	}
	return append(out, "\n"+err.Error()...)
}

// place finds the package or the test file of a case in a message of the compiler or of vet.
var place = regexp.MustCompile(`(?m)^(?:vet: )?(?:\./|\.\./)?(?:run/)?([a-z0-9]+)(?:/\w+\.go|_test\.go):\d+.*$`)

// attribute reports messages under the cases that they are about, and takes the tests of these cases out, so that the others run.
func (m *module) attribute(t *testing.T, out []byte) {
	t.Helper()
	if out == nil {
		return
	}
	lines := map[string][]string{}
	for _, match := range place.FindAllSubmatch(out, -1) {
		lines[string(match[1])] = append(lines[string(match[1])], string(match[0]))
	}
	known := false
	for _, g := range m.cases {
		if list := lines[g.Package]; list != nil {
			known = true
			t.Run(g.Name, func(t *testing.T) { assert.Fail(t, "the code does not compile", "%s", strings.Join(list, "\n")) })
			if err := os.Remove(filepath.Join(m.Dir, "run", g.Package+"_test.go")); !os.IsNotExist(err) {
				assert.NoError(t, err)
			}
		}
	}
	assert.True(t, known, "%s", out)
}

// test runs the tests of all cases as one program. If some do not compile, the others run without them.
func (m *module) test(t *testing.T) {
	t.Helper()
	args := []string{"test", "-json", "./run"}
	if *testFlag != "" {
		args = []string{"test", "-json", *testFlag, "./run"}
	}
	args = append(args, m.examples...)
	out := m.goCommand(t, args...)
	if bytes.Contains(out, []byte(`"Action":"build-fail"`)) {
		m.attribute(t, buildOutput(out))
		out = m.goCommand(t, args...)
	}
	if out == nil {
		return
	}
	failed, texts := failures(out)
	assert.NotEmpty(t, failed, "%s", out)
	labels := map[string][]string{}
	for _, name := range failed {
		label := name
		if g := m.owner(name); g != nil {
			label = g.Name
		}
		labels[label] = append(labels[label], texts[name])
	}
	for _, label := range slices.Sorted(maps.Keys(labels)) {
		t.Run(label, func(t *testing.T) {
			assert.Fail(t, "the tests of the case fail", "%s", strings.Join(labels[label], ""))
		})
	}
}

// owner returns the case that a test belongs to: the one with the longest name that begins the name of the test.
func (m *module) owner(test string) (found *golden) {
	for _, g := range m.cases {
		if strings.HasPrefix(test, g.title()) && (found == nil || len(g.Name) > len(found.Name)) {
			found = g
		}
	}
	return found
}

// A testEvent is one line of go test -json.
type testEvent struct{ Action, Test, Output string }

func events(out []byte) (list []testEvent) {
	for line := range bytes.Lines(out) {
		var e testEvent
		if json.Unmarshal(line, &e) == nil {
			list = append(list, e)
		}
	}
	return list
}

// buildOutput returns what the compiler said.
func buildOutput(out []byte) []byte {
	var b strings.Builder
	for _, e := range events(out) {
		if e.Action == "build-output" {
			b.WriteString(e.Output)
		}
	}
	return []byte(b.String())
}

// failures returns the tests that failed, and what each test printed.
func failures(out []byte) (failed []string, texts map[string]string) {
	texts = map[string]string{}
	for _, e := range events(out) {
		switch e.Action {
		case "output":
			texts[e.Test] += e.Output
		case "fail":
			if e.Test != "" {
				failed = append(failed, e.Test)
			}
		}
	}
	return failed, texts
}
