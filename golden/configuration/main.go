// Configuration writes the reference of the configuration into docs/configuration.md: the keys and texts of docs/oas2go.schema.json,
// with the examples of the file that oas2go init writes if it finds nothing. "make configuration" runs it.
package main

import (
	"fmt"
	"os"

	"github.com/oas2go/oas2go/generator"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "configuration:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("usage: configuration SCHEMA.json PAGE.md")
	}
	schema, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	kept, err := os.ReadFile(args[1])
	if err != nil {
		return err
	}
	page, err := write(kept, schema, generator.FirstConfig())
	if err != nil {
		return err
	}
	return os.WriteFile(args[1], page, 0o644)
}
