package generator_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/oas2go/oas2go/generator"
)

const shop = `openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
  /orders/{id}:
    get:
      operationId: getOrder
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"200": {description: The order., content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}}
components:
  schemas:
    Order: {type: object, required: [total], properties: {total: {type: integer, minimum: 0}, note: {type: string}}}
`

// document writes a document into a folder of its own.
func document(name, text string) string {
	dir, err := os.MkdirTemp("", "oas2go")
	if err != nil {
		panic(err)
	}
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		panic(err)
	}
	return path
}

func ExampleGenerate() {
	path := document("shop.yaml", shop)
	defer os.RemoveAll(filepath.Dir(path))
	result, err := generator.Generate(context.Background(), generator.Config{Spec: path, Package: "shop", Parts: []generator.Part{generator.PartModels}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range result.Files {
		fmt.Println(f.Name)
	}
	// Output:
	// doc_gen.go
	// models_gen.go
	// support_check_gen.go
	// support_json_gen.go
}

func ExampleLint() {
	path := document("typo.yaml", "openapi: 3.1.0\ninfo: {title: Shop, version: \"1\"}\npaths: {}\ncomponents: {schemas: {Order: {type: objekt}}}\n")
	defer os.RemoveAll(filepath.Dir(path))
	result, err := generator.Lint(context.Background(), generator.Config{Spec: path, Package: "shop"})
	fmt.Println(errors.Is(err, generator.ErrUnusable))
	for _, f := range result.Findings {
		fmt.Printf("%d:%d: %s: %s [%s]; %s\n", f.Pos.Line, f.Pos.Column, f.Severity, f.Message, f.Rule, f.Hint)
	}
	// Output:
	// true
	// 4:38: error: there is no type "objekt" [value]; did you mean "object"?
}

func ExampleExplain() {
	path := document("shop.yaml", shop)
	defer os.RemoveAll(filepath.Dir(path))
	explanation, _, err := generator.Explain(context.Background(), generator.Config{Spec: path, Package: "shop"}, "Order.Total")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range explanation.Parts[0].Rows[:2] {
		fmt.Println(row.Label+":", row.Text)
	}
	// Output:
	// type: int64, without a name of its own
	// field: Order.Total int64, required; its name: from "total"
}

func ExampleDiff() {
	before := document("shop.yaml", shop)
	defer os.RemoveAll(filepath.Dir(before))
	after := document("shop.yaml", "openapi: 3.1.0\ninfo: {title: Shop, version: \"2\"}\npaths: {}\n")
	defer os.RemoveAll(filepath.Dir(after))
	result, err := generator.Diff(context.Background(), generator.DiffConfig{Old: before, New: after, Reading: generator.Config{Package: "shop"}, Today: time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(result.Failed(), result.Verdict())
	// Output: true BREAKING: 1 stops compiling | suggests a major version
}
