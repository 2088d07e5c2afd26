package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/output"
)

const root = "../.."

func readFile(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, path))
	require.NoError(t, err)
	return string(data)
}

// fences finds the code blocks of Markdown, each with its language and its text.
var fences = regexp.MustCompile("(?ms)^```(\\w*)\n(.*?)^```$")

// blocks returns the code blocks of a Markdown file in a language, "" for those that name none.
func blocks(t *testing.T, path, language string) (list []string) {
	t.Helper()
	for _, match := range fences.FindAllStringSubmatch(readFile(t, path), -1) {
		if match[1] == language {
			list = append(list, match[2])
		}
	}
	require.NotEmpty(t, list, "%s has no block %q", path, language)
	return list
}

// program is the block of a page that is a program.
func program(t *testing.T, path string) string {
	t.Helper()
	for _, block := range blocks(t, path, "go") {
		if strings.HasPrefix(block, "package main\n") {
			return block
		}
	}
	t.Fatalf("%s has no program", path)
	return ""
}

// goCommand runs the go command on a program. It cannot reach a network.
func goCommand(t *testing.T, verb, program string) (output string, err error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "main.go")
	require.NoError(t, os.WriteFile(path, []byte(program), 0o600))
	cmd := exec.CommandContext(t.Context(), "go", verb, path)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "DIS_PROJECT_ID=p1", "HTTPS_PROXY=http://127.0.0.1:1", "HTTP_PROXY=http://127.0.0.1:1")
	out, err := cmd.CombinedOutput()
	return string(out), err
}

const disPage = "docs/dis.md"

// TestDISPage compiles the program, and makes the mistakes that the page tells about.
func TestDISPage(t *testing.T) {
	if testing.Short() {
		t.Skip("builds programs")
	}
	program := program(t, disPage)
	out, err := goCommand(t, "vet", program)
	require.NoError(t, err, out)

	wrong := regexp.MustCompile(`(?m)^\s+(StreamName|DeliverTimeInterval):.*\n`).ReplaceAllString(program, "")
	require.NotEqual(t, program, wrong)
	out, err = goCommand(t, "run", wrong)
	require.Error(t, err)
	assert.Contains(t, out, strings.TrimSpace(blocks(t, disPage, "")[0]))
}

const packagePage = "docs/package.md"

// TestPackagePage holds the Go of docs/package.md and docs/dis.md to the code that it tells about.
func TestPackagePage(t *testing.T) {
	example := readFile(t, "generated/dis/example_test.go")
	call := regexp.MustCompile(`(?s)\t\tStreamName: "mystream",\n.*?\n\t\}\)\n`)
	assert.Equal(t, call.FindString(example), call.FindString(program(t, disPage)), "the call of generated/dis/example_test.go")

	generated := ""
	for _, name := range []string{"models_gen.go", "operations_gen.go", "client_gen.go"} {
		generated += strings.Join(strings.Fields(readFile(t, "generated/dis/"+name)), " ")
	}
	example += readFile(t, "golden/cases/read-array.txtar")
	for _, block := range slices.Concat(blocks(t, disPage, "go"), blocks(t, packagePage, "go")) {
		switch {
		case strings.HasPrefix(block, "package "):
		case strings.HasPrefix(block, "type "):
			for line := range strings.Lines(block) {
				assert.Contains(t, generated, strings.Join(strings.Fields(line), " "))
			}
		default:
			assert.Contains(t, example, block)
		}
	}
}

// TestReadmeImports generates code for what the table of imports says, and looks at what it imports. All that support code can import is
// in the table.
func TestPackageImports(t *testing.T) {
	_, table, found := strings.Cut(readFile(t, packagePage), "| In the document | The package imports | In its API |\n|--|--|--|\n")
	require.True(t, found)
	table, _, _ = strings.Cut(table, "\n\n")
	code := regexp.MustCompile("`([^`]+)`")
	var listed []string
	for row := range strings.Lines(table) {
		cells := strings.Split(row, "|")
		var paths []string
		for _, path := range code.FindAllStringSubmatch(cells[2], -1) {
			paths = append(paths, path[1])
		}
		listed = append(listed, paths...)
		for _, word := range code.FindAllStringSubmatch(cells[1], -1) {
			spec := filepath.Join(t.TempDir(), "api.json")
			require.NoError(t, os.WriteFile(spec, []byte(documentWith(cells[1], word[1])), 0o600))
			result, err := generator.Generate(t.Context(), generator.Config{Spec: spec, Package: "api"})
			require.NoError(t, err)
			assert.Equal(t, paths, result.Imports(), word[1])
			if name := code.FindStringSubmatch(cells[3]); name != nil {
				models := slices.IndexFunc(result.Files, func(f output.File) bool { return f.Name == "models_gen.go" })
				assert.Contains(t, string(result.Files[models].Data), name[1])
			}
		}
	}
	var possible []string
	for _, data := range supportFiles(t) {
		for _, match := range regexp.MustCompile(`(?m)^\t"([^"/]+\.[^"/]+/[^"]+)"$`).FindAllStringSubmatch(data, -1) {
			possible = append(possible, match[1])
		}
	}
	slices.Sort(possible)
	slices.Sort(listed)
	assert.Equal(t, slices.Compact(possible), listed)
}

// documentWith is a document with what a row of the page names.
func documentWith(row, word string) string {
	if strings.Contains(row, "flow") {
		return fmt.Sprintf(`{"openapi": "3.1.0", "info": {"title": "x", "version": "1"}, "paths": {"/a": {"get": {"security": [{"o": []}], "responses": {"204": {"description": "x"}}}}},
			"components": {"securitySchemes": {"o": {"type": "oauth2", "flows": {%q: {"tokenUrl": "https://example.com/token", "scopes": {}}}}}}}`, word)
	}
	keyword := "format"
	if strings.Contains(row, "pattern") {
		keyword = "pattern"
	}
	return fmt.Sprintf(`{"openapi": "3.1.0", "info": {"title": "x", "version": "1"}, "components": {"schemas": {"A": {"type": "object", "properties": {"a": {"type": "string", %q: %q}}}}}}`,
		keyword, word)
}

// supportFiles returns the support code, without tests.
func supportFiles(t *testing.T) (list []string) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(root, "templates/support/*.go"))
	require.NoError(t, err)
	for _, path := range paths {
		if !strings.HasSuffix(path, "_test.go") {
			data, err := os.ReadFile(path)
			require.NoError(t, err)
			list = append(list, string(data))
		}
	}
	return list
}

// TestCommandsOfDocuments checks that the commands and make targets of all pages exist, with these flags. Those of docs/diff.md run in
// [TestDiffPage].
func TestCommandsOfDocuments(t *testing.T) {
	makefile := readFile(t, "Makefile")
	var shown []string
	for _, path := range markdown(t) {
		for _, match := range fences.FindAllStringSubmatch(readFile(t, path), -1) {
			if path != diffPage && (match[1] == "sh" || match[1] == "go") {
				shown = append(shown, match[2])
			}
		}
	}
	for _, path := range markdown(t) {
		for _, match := range regexp.MustCompile("`(oas2go [^` ]+ [^`]+|make [^`]+)`").FindAllStringSubmatch(fences.ReplaceAllString(readFile(t, path), ""), -1) {
			shown = append(shown, match[1]) // in a sentence
		}
	}
	commands, targets := 0, 0
	for line := range strings.Lines(strings.Join(shown, "\n")) {
		line, _, _ = strings.Cut(strings.TrimSpace(line), " # ")
		words := strings.Fields(strings.TrimPrefix(line, "//go:generate "))
		if len(words) > 2 && words[0] == "go" && words[1] == "tool" {
			words = words[2:]
		}
		switch {
		case len(words) < 2:
		case words[0] == "make":
			targets++
			assert.Contains(t, makefile, "\n"+words[1]+":", line)
		case words[0] == "oas2go":
			commands++
			checkCommand(t, line, words[1:])
		}
	}
	assert.GreaterOrEqual(t, commands, 5)
	assert.GreaterOrEqual(t, targets, 5)
}

func checkCommand(t *testing.T, line string, words []string) {
	t.Helper()
	cmd, args, err := newRoot().Find(words)
	require.NoError(t, err, line)
	if slices.Contains(args, "--help") {
		return
	}
	require.NoError(t, cmd.ParseFlags(args), line)
	assert.NoError(t, cmd.ValidateArgs(cmd.Flags().Args()), line)
}
