package main

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/golden/mechanical"
	"github.com/oas2go/oas2go/golden/scratch"
)

func TestCount(t *testing.T) {
	text := "// Package p.\npackage p\n\n/* two\nlines */\nvar a = `x\n\ny` // behind code\n\nfunc f() {}\n"
	var r row
	r.count([]byte(text))
	assert.Equal(t, row{lines: 10, notComments: 7, code: 5, bytes: len(text)}, r)
}

// TestPrograms compiles what is compared.
func TestPrograms(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles a package and two programs")
	}
	m, err := scratch.New(t.Context(), t.TempDir(), modulePath)
	require.NoError(t, err)
	r := &row{name: "few", spec: filepath.Join(m.Dir, "few.yaml"), pkg: "few"}
	document := mechanical.Document(3, 2, 1)
	assert.Equal(t, document, mechanical.Document(3, 2, 1))
	assert.NotEqual(t, document, mechanical.Document(3, 2, 2))
	require.NoError(t, m.Write("few.yaml", document))
	result, err := generator.Generate(t.Context(), generator.Config{Spec: r.spec, Package: r.pkg})
	require.NoError(t, err)
	assert.Empty(t, result.Findings)
	names := structs(result.Package)
	assert.Equal(t, []string{"Thing0", "Thing1", "Thing2"}, names)
	for _, f := range result.Files {
		require.NoError(t, m.Write(r.pkg+"/"+f.Name, f.Data))
		if f.Name == "models_gen.go" {
			text, err := plainProgram(f.Data, names)
			require.NoError(t, err)
			size, err := link(t.Context(), m, "plain", text)
			require.NoError(t, err)
			assert.Positive(t, size)
		}
	}
	size, err := link(t.Context(), m, "main", program(r.pkg, names))
	require.NoError(t, err)
	assert.Positive(t, size)
}

// TestSmallAPIs asks that nothing of the documents that are compared is left out: a smaller package would be no success.
func TestSmallAPIs(t *testing.T) {
	for _, name := range append([]string{"dis"}, smallAPIs...) {
		result, err := generator.Generate(t.Context(), generator.Config{Spec: filepath.Join("testdata", name+".yaml"), Package: name})
		require.NoError(t, err, name)
		for _, f := range result.Findings {
			assert.Equal(t, diag.Info, f.Severity, f.Message)
		}
	}
}
