package golden_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator"
)

// TestNumbersOfEverySize writes a document with every keyword that has a number, each with numbers that are hard to write in Go, in
// properties of each type and format and in parameters. The package must compile.
func TestNumbersOfEverySize(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles a package")
	}
	m := newModule(t)
	dir := t.TempDir()
	path := filepath.Join(dir, "spec.json")
	require.NoError(t, os.WriteFile(path, []byte(documentOfNumbers()), 0o600))
	result, err := generator.Generate(t.Context(), generator.Config{Spec: path, Package: "numbers"})
	require.NoError(t, err)
	checkComments(t, "numbers", result.Files)
	for _, f := range result.Files {
		m.write(t, "numbers/"+f.Name, f.Data)
	}
	out, err := m.Go(t.Context(), "vet", "./numbers")
	require.NoError(t, err, "%.2000s", out)
	for _, f := range result.Findings {
		require.Less(t, len(f.Message), 1000, "a finding with a very long number: %.200s", f.Message)
	}
}

// documentOfNumbers has a component for each type and format, with a property for each keyword and number.
func documentOfNumbers() string {
	long := strings.Repeat("3", 10_001)
	numbers := []string{
		"0." + long, "-0." + long, long, "-" + long, "5." + strings.Repeat("0", 10_001), "1e-99999999", "1e" + strings.Repeat("0", 10_001) + "5",
		"-1e400", "1e400", "0.5", "-0.0", "9007199254740993", "9223372036854775808", "-9223372036854775809", "18446744073709551615", "18446744073709551616",
	}
	var schemas, parameters []string
	for i, typ := range []string{
		`"integer"`, `"number"`, `"integer", "format": "int32"`, `"integer", "format": "int64"`, `"integer", "format": "uint64"`, `"integer", "format": "uint8"`,
		`"number", "format": "float"`, `"number", "format": "double"`, `"number", "format": "decimal"`, `["number", "null"]`, `["integer", "string"]`,
	} {
		var properties []string
		for j, n := range numbers {
			for _, keyword := range []string{"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "const", "default", "enum"} {
				value := n
				switch {
				case keyword == "multipleOf" && n[0] == '-':
					continue
				case keyword == "enum":
					value = "[" + n + ", 1]"
				}
				schema := fmt.Sprintf(`{"type": %s, %q: %s}`, typ, keyword, value)
				name := fmt.Sprintf("%s%d", keyword, j)
				properties = append(properties, fmt.Sprintf("%q: %s", name, schema))
				parameters = append(parameters, fmt.Sprintf(`{"name": "%s_%d", "in": "query", "schema": %s}`, name, i, schema))
			}
		}
		schemas = append(schemas, fmt.Sprintf(`"T%d": {"type": "object", "properties": {%s}}`, i, strings.Join(properties, ", ")))
	}
	return fmt.Sprintf(`{"openapi": "3.1.0", "info": {"title": "Numbers", "version": "1"}, "servers": [{"url": "https://x.example.com"}],
"paths": {"/x": {"get": {"operationId": "readX", "parameters": [%s], "responses": {"204": {"description": "Fine."}}}}},
"components": {"schemas": {%s}}}`, strings.Join(parameters, ",\n"), strings.Join(schemas, ",\n"))
}
