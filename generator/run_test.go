package generator

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/output"
)

const shop = `openapi: 3.0.3
info: {title: Shop, version: "1"}
paths: {}
components:
  schemas:
    Item:
      type: object
      properties:
        id: {type: string}
`

func document(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "api.yaml")
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	return path
}

func TestGenerateIsTheSameTwice(t *testing.T) {
	c := Config{Spec: document(t, shop), Package: "shop"}
	first, err := Generate(t.Context(), c)
	require.NoError(t, err)
	second, err := Generate(t.Context(), c)
	require.NoError(t, err)
	assert.True(t, assert.ObjectsAreEqual(first, second))
	names := map[string]bool{}
	for _, f := range first.Files {
		assert.True(t, strings.HasSuffix(f.Name, output.Suffix), f.Name)
		assert.True(t, strings.HasPrefix(string(f.Data), output.Header("api.yaml")+"\n"), f.Name)
		assert.False(t, names[f.Name], f.Name)
		names[f.Name] = true
	}
	assert.True(t, names["doc_gen.go"] && names["models_gen.go"])
}

// TestPackageComment finds the comment of the package in one file only.
func TestPackageComment(t *testing.T) {
	result, err := Generate(t.Context(), Config{Spec: document(t, shop), Package: "shop"})
	require.NoError(t, err)
	var with []string
	for _, f := range result.Files {
		if strings.Contains(string(f.Data), "\n// Package ") {
			with = append(with, f.Name)
		}
	}
	assert.Equal(t, []string{"doc_gen.go"}, with)
}

func TestCanceled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := Generate(ctx, Config{Spec: document(t, shop), Package: "shop"})
	assert.ErrorIs(t, err, context.Canceled)
	_, err = Lint(ctx, Config{Spec: document(t, shop), Package: "shop"})
	assert.ErrorIs(t, err, context.Canceled)
}

// TestCancelBetweenStages cancels in the first of two stages: the second does not run.
func TestCancelBetweenStages(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	ran := 0
	stop := func() error { ran++; cancel(); return nil }
	err := (&run{}).through(ctx, []stage{{"one", "", stop}, {"two", "", stop}})
	assert.ErrorIs(t, err, context.Canceled)
	assert.Equal(t, 1, ran)
}

func TestPanicIsAnInternalError(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	err := (&run{}).through(t.Context(), []stage{{"plan", "", func() error { panic("no such kind") }}})
	e, ok := errors.AsType[*InternalError](err)
	require.True(t, ok, "%v", err)
	assert.Equal(t, "plan", e.Stage)
	assert.Equal(t, "internal error in plan: panic: no such kind\ndetails for a report are in "+e.Saved, e.Error())
	saved, err := os.ReadFile(e.Saved)
	require.NoError(t, err)
	assert.Contains(t, string(saved), "run_test.go")
}

func TestInternalErrorWithoutAPlaceToSave(t *testing.T) {
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "nowhere"))
	err := internal("emit", errors.New("broken"), []byte("package x"))
	assert.Equal(t, "internal error in emit: broken", err.Error())
}

func TestUsageErrors(t *testing.T) {
	spec := document(t, shop)
	for _, c := range []Config{
		{Spec: spec, Package: "no-name"},
		{Spec: spec + "x", Package: "shop"},
		{Spec: filepath.Dir(spec), Package: "shop"},
		{Spec: spec, Package: "shop", File: spec},
	} {
		result, err := Generate(t.Context(), c)
		assert.Nil(t, result)
		_, ok := errors.AsType[*UsageError](err)
		assert.True(t, ok, "%v", err)
	}
}

func TestUnusable(t *testing.T) {
	c := Config{Spec: document(t, "openapi: 3.0.3\ninfo: {title: x"), Package: "shop"}
	for _, f := range []func(context.Context, Config) (*Result, error){Generate, Lint} {
		result, err := f(t.Context(), c)
		assert.ErrorIs(t, err, ErrUnusable)
		assert.Zero(t, len(result.Files))
		assert.NotEmpty(t, result.Findings)
	}
}

func TestStrict(t *testing.T) {
	c := Config{Spec: document(t, strings.Replace(shop, "{type: string}", "{type: string, pattern: '(?x'}", 1)), Package: "shop"}
	result, err := Generate(t.Context(), c)
	require.NoError(t, err)
	assert.NotZero(t, len(result.Files))
	c.Strict = true
	result, err = Generate(t.Context(), c)
	assert.ErrorIs(t, err, ErrNotEnforced)
	assert.Zero(t, len(result.Files))
	assert.True(t, slices.ContainsFunc(result.Findings, Unenforced))
}

// TestBrokenSourceIsSaved prints a model with a name that is no identifier.
func TestBrokenSourceIsSaved(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	broken := gomodel.File{Name: "models_gen.go", Decls: []gomodel.Decl{&gomodel.RawType{Head: gomodel.Head{Name: "no name"}}}}
	r := &run{config: Config{Spec: "api.yaml", Package: "shop"}, input: &input{document: "api.yaml"}}
	r.model = &gomodel.Package{Name: "shop", Path: "shop", Files: []gomodel.File{broken}}
	err := r.through(t.Context(), []stage{{"emit", "", r.emit}})
	e, ok := errors.AsType[*InternalError](err)
	require.True(t, ok, "%v", err)
	assert.Equal(t, "emit", e.Stage)
	saved, err := os.ReadFile(e.Saved)
	require.NoError(t, err)
	assert.Contains(t, string(saved), "type no name")
}
