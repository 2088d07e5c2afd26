package main

import (
	"strings"
	"testing"

	"github.com/oas2go/oas2go/generator"
)

// TestClientPage compiles the Go of docs/client.md with the package of a document, and calls each function of it.
func TestClientPage(t *testing.T) {
	m := newPageModule(t, "page.test")
	m.generate(t, generator.Config{Spec: "testdata/client/shop.yaml", Package: "shop", Parts: []generator.Part{generator.PartService, generator.PartServer}})
	program := readFile(t, "cmd/oas2go/testdata/client/page_test.go.txt")
	m.write(t, "page_test.go", program, strings.Join(blocks(t, "docs/client.md", "go"), "\n"))
	m.run(t)
}
