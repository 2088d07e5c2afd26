package generator

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// hostileDocument has the text T in every place where a document has free text; plain names stand where a name is needed to find things again.
const hostileDocument = `{"openapi": "3.1.0", "info": {"title": T, "version": T, "description": T},
"servers": [{"url": "https://example.com", "description": T}, {"url": "https://{v}.example.com", "variables": {"v": {"default": T, "enum": [T], "description": T}}}],
"tags": [{"name": T, "description": T}],
"paths": {"/a/{p}": {"summary": T, "get": {"operationId": T, "summary": T, "description": T, "tags": [T], "deprecated": true,
  "parameters": [{"name": "p", "in": "path", "required": true, "description": T, "schema": {"type": "string"}},
    {"name": T, "in": "query", "description": T, "schema": {"type": "string", "default": T, "enum": [T, "b"], "description": T}},
    {"name": "X-H", "in": "header", "description": T, "schema": {"type": "string", "pattern": T}}],
  "requestBody": {"description": T, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}, "example": T}, "multipart/form-data": {"schema": {"type": "object", "properties": {T: {"type": "string", "format": "binary"}, "b": {"type": "string", "description": T}}}, "encoding": {"b": {"contentType": T}}}}},
  "responses": {"200": {"description": T, "headers": {"X-R": {"description": T, "schema": {"type": "integer"}}}, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}}, "default": {"description": T}},
  "security": [{"key": []}, {T: []}]}}},
"webhooks": {T: {"post": {"summary": T, "responses": {"200": {"description": T}}}}},
"components": {"securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key", "description": T}, T: {"type": "http", "scheme": T, "description": T}},
"schemas": {"A": {"type": "object", "title": T, "description": T, "required": [T], "properties": {T: {"type": "string", "description": T, "pattern": T, "default": T, "examples": [T]},
  "e": {"type": "string", "enum": [T, "x"], "x-enum-descriptions": [T, T], "x-enum-varnames": [T, "X"]}, "n": {"x-go-name": T, "type": "string"}, "c": {"const": T}, "o": {"oneOf": [{"type": "string"}, {"type": "integer"}], "description": T},
  "f": {"type": "string", "format": T}, "r": {"not": {"const": T}, "patternProperties": {T: {"type": "string"}}}}},
  T: {"type": "string", "description": T, "enum": [T]}}}}`

var placeholder = regexp.MustCompile(`\bT\b`)

// FuzzInjection puts a text into every place of a document. Whatever it is, it stays in comments, strings and names: what the files
// declare and import is what they declare and import for an innocent text.
func FuzzInjection(f *testing.F) {
	for _, text := range []string{
		"*/ func init() { panic(1) } /*", "x\n//go:generate rm -rf /\nfunc f() {}", "`; panic(1); `", "\"; panic(1); \"", "a\u2028//go:build ignore", "\r//line x.go:1", "//export F", "go:embed x",
		"#cgo LDFLAGS: -x", "\\", "\\n", "${x}", "%s%d", "</script>", "\x00", "\ufeff", "\u202e", "import \"C\"", "x`y", "'", "{{.}}", "~0~1", "(?", "[", "`json:\"-\"`", "package main", "//", "/*", "+build ignore",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 200 {
			return
		}
		quoted, err := json.Marshal(text)
		require.NoError(t, err)
		spec := document(t, placeholder.ReplaceAllLiteralString(hostileDocument, string(quoted)))
		result, err := Generate(t.Context(), Config{Spec: spec, Package: "hostile", Lenient: true})
		if defect, ok := errors.AsType[*InternalError](err); ok {
			t.Fatalf("%q: %v", text, defect)
		}
		if err != nil {
			return // the text is no name, no pattern: a finding says so
		}
		for _, file := range result.Files {
			harmless(t, text, file.Name, file.Data)
		}
	})
}

// harmless looks at one file: comments are comments of lines and no directives, imports are known, and no function has a name that
// the text brought along.
func harmless(t *testing.T, text, name string, data []byte) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), name, data, parser.ParseComments)
	require.NoError(t, err, "%q in %s", text, name)
	for _, group := range file.Comments {
		for _, c := range group.List {
			for _, directive := range []string{"//go:", "//line ", "//export ", "// +build", "//extern", "/*", "//#"} {
				if strings.HasPrefix(c.Text, directive) && c.Text != "//go:noinline" {
					t.Fatalf("%q gives the comment %q in %s", text, c.Text, name)
				}
			}
		}
	}
	for _, spec := range file.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		require.NoError(t, err)
		if path == "C" || path == "unsafe" && !strings.HasPrefix(name, "support_") || strings.HasPrefix(path, "os") {
			t.Fatalf("%q brings the import %q into %s", text, path, name)
		}
	}
	for _, d := range file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && (f.Name.Name == "init" || f.Name.Name == "f" || f.Body == nil) {
			t.Fatalf("%q brings the function %s into %s", text, f.Name.Name, name)
		}
	}
}
