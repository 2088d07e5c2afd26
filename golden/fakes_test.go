package golden_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/golden/documents"
	"github.com/oas2go/oas2go/golden/scratch"
)

var (
	fakes       = flag.Bool("fakes", false, "ask the example services of all cases for all responses, for some minutes")
	fakesFolder = flag.String("fakesdir", "", "a folder of documents in place of the cases")
)

// TestExamplesOfAllCases makes an example service of each document, and asks it for each response: a handler that validates responses accepts
// them all.
func TestExamplesOfAllCases(t *testing.T) {
	if !*fakes {
		t.Skip("takes minutes: -fakes")
	}
	s, err := scratch.New(t.Context(), t.TempDir(), modulePath)
	require.NoError(t, err)
	test, err := os.ReadFile("testdata/fakes/examples_test.go")
	require.NoError(t, err)
	packages := 0
	for _, d := range fakeDocuments(t) {
		result, err := generator.Generate(t.Context(), generator.Config{Spec: d.Path, Package: d.Package, File: d.Config, Lenient: *fakesFolder != "", Parts: []generator.Part{generator.PartFakes}})
		if errors.Is(err, generator.ErrUnusable) {
			continue
		}
		require.NoError(t, err, d.Path)
		own := testOf(test, result)
		if own == nil {
			continue
		}
		packages++
		require.NoError(t, s.Write(d.Package+"/examples_test.go", own))
		for _, f := range result.Files {
			require.NoError(t, s.Write(d.Package+"/"+f.Name, f.Data))
		}
	}
	out, err := s.Go(t.Context(), "test", "-v", "-run", "^TestExamples$", "./...")
	if *fakesFolder != "" || err != nil {
		t.Logf("%s", out)
	}
	assert.NoError(t, err)
	t.Logf("%d packages", packages)
}

func fakeDocuments(t *testing.T) (list []documents.Document) {
	t.Helper()
	if *fakesFolder != "" {
		list, err := documents.Folder(*fakesFolder, 1<<20)
		require.NoError(t, err)
		for i := range list {
			list[i].Package = fmt.Sprintf("p%d", i)
		}
		return list
	}
	for _, g := range goldens(t) {
		list = append(list, g.write(t))
	}
	return list
}

// testOf returns the test for a package, with its names; nil if it has no example service.
func testOf(test []byte, result *generator.Result) []byte {
	names := map[string]string{"package fakes": "package " + result.Package.Name}
	for _, f := range result.Package.Files {
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *gomodel.Handler:
				names["var config HandlerConfig"], names["NewHandler(service"] = "var config "+d.Name, d.New+"(service"
			case *gomodel.ExampleService:
				names["NewExampleService"] = d.New
			}
		}
	}
	if names["NewExampleService"] == "" {
		return nil
	}
	for from, to := range names {
		test = bytes.ReplaceAll(test, []byte(from), []byte(to))
	}
	return test
}
