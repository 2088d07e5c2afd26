package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// More names that mean something to Go, to generated code, or to people who write documents.
const moreNames = "Date Time UUID URL ID JSON Request Response Body Header Params Result Error Errors Value Values " +
	"Context Ctx Reader Writer Bytes Number Object Array List Map Enum Union Null Extra Rest Unknown Validate MarshalJSON " +
	"UnmarshalJSON AppendJSON String GoString Input Output _ 1st a-b ä 日本 x X self this init main test Pair api p"

// A nameShape is what a component with a name is.
type nameShape struct{ name, schema, valid, invalid, at string }

// nameShapes have $N for the name.
var nameShapes = []nameShape{
	{"an object", "{type: object, required: [value], properties: {value: {type: string}, '$N': {type: string}}}",
		`{"value": "a", "$N": "b"}`, `{"value": 1}`, "/value"},
	{"an enum", "{type: string, enum: [a, '$N']}", `"$N"`, `"?"`, ""},
	{"an integer", "{type: integer, minimum: 1}", "1", "0", ""},
	{"a list", "{type: array, items: {type: string, enum: [a, '$N']}}", `["a"]`, `[1]`, "/0"},
	{"a map", "{type: object, additionalProperties: {type: string}}", `{"$N": "a"}`, `{"a": 1}`, "/a"},
	{"a union",
		"{oneOf: [{type: string}, {type: object, required: [a], properties: {a: {type: integer}, '$N': {type: string}}}]}",
		`{"a": 1, "$N": "b"}`, "7", ""},
	{"a date", "{type: string, format: date}", `"2026-02-03"`, `"x"`, ""},
}

// namePlace has the component in an object, in a body, and the name as that of an operation and a parameter.
var namePlace = place{
	name:  "the schema of a name",
	model: "{type: object, required: [value], properties: {value: $S}}",
	path: "post: {operationId: '$N', parameters: [{name: '$N', in: query, schema: {type: string}}, {name: also, in: query, schema: $S}], " +
		"requestBody: {required: true, content: {application/json: {schema: " + holder + "}}}, " + done + "}",
	how: how{do: "send", where: "json", value: `{"value": $V}`, at: "/value"},
}

// namePairs are components with names that are taken. The first names have all shapes, the others one each.
func namePairs(support fs.FS, seed uint64, first int) (list []*pair, err error) {
	important, others, err := takenNames(support)
	if err != nil {
		return nil, err
	}
	add := func(name string, s nameShape) {
		named := func(text string) string { return strings.ReplaceAll(text, "$N", name) }
		k := kind{name: "component " + name + " that is " + s.name, schema: "{$ref: '#/components/schemas/" + name + "'}",
			valid:   named(s.valid),
			invalid: s.invalid, at: s.at, traits: traits{version: v31}, components: []component{{name, named(s.schema)}}}
		at := namePlace
		at.path = named(at.path)
		list = append(list, &pair{id: fmt.Sprintf("Pair%d", first+len(list)), kind: k, place: at, name: name, shape: s.name})
	}
	for i, s := range nameShapes {
		for j, name := range append(important, others...) {
			if j < len(important) || (uint64(i+j)+seed)%uint64(len(nameShapes)) == 0 {
				add(name, s)
			}
		}
	}
	return list, nil
}

// takenNames returns the names of Go, and of support code: exported ones first.
func takenNames(support fs.FS) (important, others []string, err error) {
	taken := map[string]bool{}
	add := func(list *[]string, name string) {
		if !taken[name] {
			taken[name] = true
			*list = append(*list, name)
		}
	}
	for _, name := range types.Universe.Names() {
		add(&important, name)
	}
	for t := token.BREAK; t <= token.VAR; t++ {
		add(&important, t.String())
	}
	for name := range strings.FieldsSeq(moreNames) {
		add(&important, name)
	}
	names, err := supportNames(support)
	for _, name := range names {
		if ast.IsExported(name) {
			add(&important, name)
		} else {
			add(&others, name)
		}
	}
	return important, others, err
}

// supportNames returns what support code declares and imports.
func supportNames(support fs.FS) (names []string, err error) {
	files, err := fs.Glob(support, "*.go")
	if err != nil {
		return nil, err
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := fs.ReadFile(support, name)
		if err != nil {
			return nil, err
		}
		syntax, err := parser.ParseFile(token.NewFileSet(), name, text, 0)
		if err != nil {
			return nil, err
		}
		for _, s := range syntax.Imports {
			names = append(names, path.Base(strings.Trim(s.Path.Value, `"`)))
		}
		for _, decl := range syntax.Decls {
			names = append(names, declared(decl)...)
		}
	}
	slices.Sort(names)
	return names, nil
}

// declared returns the names that a declaration declares, without methods.
func declared(decl ast.Decl) (names []string) {
	switch decl := decl.(type) {
	case *ast.FuncDecl:
		if decl.Recv == nil {
			names = append(names, decl.Name.Name)
		}
	case *ast.GenDecl:
		for _, spec := range decl.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				names = append(names, spec.Name.Name)
			case *ast.ValueSpec:
				for _, name := range spec.Names {
					names = append(names, name.Name)
				}
			}
		}
	}
	return names
}
