package main

import (
	"fmt"
	gofmt "go/format"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator"
)

// pages are the pages whose Go is examples: test functions of a package beside the one that is generated from testdata/pages/<name>.yaml.
var pages = []struct {
	name, pkg string
	imports   []string
	config    string // a block of the page, in which this stands, is the configuration
	parts     []generator.Part
}{
	{name: "validation", pkg: "shop", imports: []string{"context", "encoding/json", "fmt", "io", "net/http"}, parts: []generator.Part{generator.PartService}},
	{name: "extensions", pkg: "shop", imports: []string{"context", "encoding/json", "fmt", "io", "net/http", "reflect"}, parts: []generator.Part{generator.PartService}},
}

// TestPages compiles and runs the Go of pages, all in one module.
func TestPages(t *testing.T) {
	m := newPageModule(t, "page.test")
	for _, p := range pages {
		spec := "testdata/pages/" + p.name + ".yaml"
		result, err := generator.Generate(t.Context(), generator.Config{Spec: spec, Package: p.pkg, Parts: p.parts})
		require.NoError(t, err)
		for _, f := range result.Files {
			m.write(t, p.name+"/"+p.pkg+"/"+f.Name, string(f.Data))
		}
		head := "package page\n\nimport (\n\t\"" + strings.Join(p.imports, "\"\n\t\"") + "\"\n\n\t\"page.test/" + p.name + "/" + p.pkg + "\"\n)\n"
		var examples []string
		for i, block := range blocks(t, "docs/"+p.name+".md", "go") {
			if strings.HasPrefix(block, "package "+p.pkg) { // a file that the reader puts beside the generated ones
				m.write(t, fmt.Sprintf("%s/%s/own%d.go", p.name, p.pkg, i), block)
				continue
			}
			examples = append(examples, block)
		}
		m.write(t, p.name+"/page_test.go", head, strings.Join(examples, "\n"))
	}
	for _, args := range [][]string{{"vet", "./..."}, {"test", "./..."}} {
		out, err := m.Go(t.Context(), args...)
		require.NoError(t, err, "%s", out)
	}
}

// TestPagesShowTheirDocuments asks that the YAML of a page stands in its document, at any depth.
func TestPagesShowTheirDocuments(t *testing.T) {
	for _, p := range pages {
		document := strings.Split(readFile(t, "cmd/oas2go/testdata/pages/"+p.name+".yaml"), "\n")
		for _, block := range blocks(t, "docs/"+p.name+".md", "yaml") {
			lines := strings.Split(strings.TrimSuffix(block, "\n"), "\n")
			found := false
			for i := range document {
				found = found || i+len(lines) <= len(document) && sameButDepth(document[i:i+len(lines)], lines)
			}
			assert.True(t, found, "%s: the document lacks\n%s", p.name, block)
		}
	}
}

// sameButDepth tells whether lines are others with the same white space before each.
func sameButDepth(deep, lines []string) bool {
	before, found := strings.CutSuffix(deep[0], lines[0])
	if !found || strings.TrimSpace(before) != "" {
		return false
	}
	for i := range lines {
		if deep[i] != before+lines[i] {
			return false
		}
	}
	return true
}

// TestPagesAreFormatted asks for the form of gofmt in the Go of all pages.
func TestPagesAreFormatted(t *testing.T) {
	for _, path := range markdown(t) {
		for _, match := range fences.FindAllStringSubmatch(readFile(t, path), -1) {
			if !strings.HasPrefix(match[2], "package ") && !strings.HasPrefix(match[2], "func ") {
				continue // a part of a file, in which gofmt may align otherwise
			}
			if out, err := gofmt.Source([]byte(match[2])); match[1] == "go" && err == nil {
				assert.Equal(t, string(out), match[2], path)
			}
		}
	}
}

// TestNamesPage generates the document of docs/names.md, and looks for each name that the page tells of.
func TestNamesPage(t *testing.T) {
	const spec = "cmd/oas2go/testdata/pages/names.yaml"
	result, err := generator.Generate(t.Context(), generator.Config{Spec: filepath.Join(root, spec), Package: "shop"})
	require.NoError(t, err)
	var code strings.Builder
	for _, f := range result.Files {
		code.Write(f.Data)
	}
	words := map[string]bool{}
	for _, word := range regexp.MustCompile(`[\pL\pN_]+`).FindAllString(code.String(), -1) {
		words[word] = true
	}
	page := readFile(t, "docs/names.md")
	pairs := regexp.MustCompile("`([^`]+)` is `([^`.]+)`").FindAllStringSubmatch(page, -1)
	const long = "ShipmentConfirmationPickupLocationOpeningHoursOfOfficeException" // what the steps in the document come to
	assert.Greater(t, len(pairs), 6)
	for _, pair := range pairs {
		method, name, _ := strings.Cut(pair[1], " /")
		if name == "" {
			name = method
		}
		if pair[1] != long {
			assert.Contains(t, readFile(t, spec), name)
		}
		assert.True(t, words[pair[2]], "%s is not %s", pair[1], pair[2])
	}
	for _, name := range []string{"OrderLineAddress", "OrderLineLinesItem", "OrderLineMetaValue", "OrderLineStatusPaid", "FooBarSnake", "ReadItem", "CatsFindAll", "FilmList"} {
		assert.Contains(t, page, "`"+name+"`")
		assert.True(t, words[name], name)
	}
}

// markdown lists the pages for users.
func markdown(t *testing.T) (list []string) {
	t.Helper()
	list = []string{"README.md", "CONTRIBUTING.md"}
	entries, err := os.ReadDir(filepath.Join(root, "docs"))
	require.NoError(t, err)
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".md") {
			list = append(list, "docs/"+e.Name())
		}
	}
	return list
}

// TestLinks follows the links of the pages to files and headings.
func TestLinks(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^):]*)\)`)
	code := regexp.MustCompile("`[^`]*`")
	headings := map[string][]string{}
	for _, path := range markdown(t) {
		text := code.ReplaceAllString(fences.ReplaceAllString(readFile(t, path), ""), "")
		for _, match := range link.FindAllStringSubmatch(text, -1) {
			file, anchor, _ := strings.Cut(match[1], "#")
			target := path
			if file != "" {
				target = filepath.Join(filepath.Dir(path), file)
			}
			if _, err := os.Stat(filepath.Join(root, target)); !assert.NoError(t, err, path) || anchor == "" {
				continue
			}
			if headings[target] == nil {
				headings[target] = anchors(readFile(t, target))
			}
			assert.True(t, slices.Contains(headings[target], anchor), "%s: there is no heading for %s", path, match[1])
		}
	}
}

// anchors returns the names that a browser knows the headings of a page by.
func anchors(page string) (list []string) {
	noName := regexp.MustCompile(`[^\pL\pN_ -]`)
	for _, match := range regexp.MustCompile(`(?m)^#+ (.*)$`).FindAllStringSubmatch(fences.ReplaceAllString(page, ""), -1) {
		name := noName.ReplaceAllString(strings.ToLower(match[1]), "")
		list = append(list, strings.ReplaceAll(name, " ", "-"))
	}
	return list
}

// TestFindingsPage runs the commands of docs/findings.md whose output the page shows.
func TestFindingsPage(t *testing.T) {
	shown := blocks(t, "docs/findings.md", "")
	require.Len(t, shown, 2)
	document := readFile(t, "cmd/oas2go/testdata/pages/findings.yaml")
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("api.yaml", []byte(document), 0o600))
	for _, block := range shown {
		line, want, _ := strings.Cut(block, "\n")
		args := strings.Fields(strings.ReplaceAll(strings.TrimPrefix(line, "$ oas2go "), "'", ""))
		var out strings.Builder
		cmd := newRoot()
		cmd.SetArgs(args)
		cmd.SetOut(&out)
		cmd.SetErr(&out)
		if err := cmd.Execute(); args[0] == "lint" {
			assert.ErrorIs(t, err, errThreshold)
		} else {
			assert.NoError(t, err)
		}
		assert.Equal(t, want, out.String())
	}
}

// TestFeaturesPage asks that each feature of docs/features.md has its number and a verdict of each generator.
func TestFeaturesPage(t *testing.T) {
	row := regexp.MustCompile(`(?m)^\| (\d+) \| ([^|]+) \|(.*)\|$`)
	rows := row.FindAllStringSubmatch(readFile(t, "docs/features.md"), -1)
	require.Len(t, rows, 143)
	verdict := regexp.MustCompile(`^(yes|no|partly|\?|–|\d[\d.]*( s)?)$`)
	for i, r := range rows {
		assert.Equal(t, strconv.Itoa(i+1), r[1])
		cells := strings.Split(r[3], "|")
		if assert.Len(t, cells, 6, r[0]) {
			for _, cell := range cells[:5] {
				assert.Regexp(t, verdict, strings.TrimSpace(cell), r[0])
			}
		}
	}
}

// TestWords asks for the terms of the glossary in CONTRIBUTING.md, in the pages for users that are written by hand.
func TestWords(t *testing.T) {
	for _, word := range []string{"timeout", "retries", "response", "logging", "pagination", "credentials", "upload", "stream", "test"} {
		assert.Contains(t, readFile(t, "README.md"), word, "somebody looks for it")
	}
	others := regexp.MustCompile(`(?i)told apart|\bheirs?\b|\banswers? (with|requests)\b|\banswered\b|\bmembers?\b|\bgood will\b|\bwish(es)?\b`)
	for _, path := range markdown(t) {
		switch filepath.Base(path) {
		case "CONTRIBUTING.md", "rules.md", "design.md", "tour.md", "oracle.md", "performance.md", "diff-pairs.md":
			continue // for people who work on oas2go, or written by programs
		}
		text := fences.ReplaceAllString(readFile(t, path), "")
		for line := range strings.Lines(text) {
			assert.NotRegexp(t, others, line, path)
		}
	}
}

// TestExtensionsPage asks that docs/extensions.md has each extension that the generator looks for.
func TestExtensionsPage(t *testing.T) {
	page := readFile(t, "docs/extensions.md")
	name := regexp.MustCompile(`(?:Extension(?:Of)?\([^"\n]*|^\t\{|case |tagExtension = |Pagination = )"(x-[a-z-]+)"`)
	found := map[string]bool{}
	require.NoError(t, filepath.WalkDir(filepath.Join(root, "generator/internal"), func(path string, _ os.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		data, err := os.ReadFile(path)
		for line := range strings.Lines(string(data)) {
			if match := name.FindStringSubmatch(line); match != nil {
				found[match[1]] = true
			}
		}
		return err
	}))
	assert.Greater(t, len(found), 8, found)
	for name := range found {
		assert.Contains(t, page, "`"+name+"`", "an extension without a section")
	}
}
