package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/golden/scratch"
)

// A pageModule is a scratch module with the Go of a page of the documentation.
type pageModule struct {
	*scratch.Module
}

func newPageModule(t *testing.T, name string) pageModule {
	t.Helper()
	if testing.Short() {
		t.Skip("builds a program")
	}
	m, err := scratch.New(t.Context(), t.TempDir(), name)
	require.NoError(t, err)
	return pageModule{m}
}

// generate writes a package into a folder of its name.
func (m pageModule) generate(t *testing.T, config generator.Config) {
	t.Helper()
	result, err := generator.Generate(t.Context(), config)
	require.NoError(t, err)
	for _, f := range result.Files {
		m.write(t, config.Package+"/"+f.Name, string(f.Data))
	}
}

func (m pageModule) write(t *testing.T, name string, parts ...string) {
	t.Helper()
	require.NoError(t, m.Write(name, []byte(strings.Join(parts, "\n"))))
}

// run compiles and tests what is at the top of the module.
func (m pageModule) run(t *testing.T) {
	t.Helper()
	for _, args := range [][]string{{"vet", "."}, {"test", "."}} {
		out, err := m.Go(t.Context(), args...)
		require.NoError(t, err, "%s", out)
	}
}
