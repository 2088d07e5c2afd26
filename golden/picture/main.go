// Picture draws the picture of README.md from what oas2go prints: findings with their excerpts, and the report of a diff. "make picture"
// runs it.
package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/diag"
)

// columns is the width of the terminal that is drawn.
const columns = 104

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "picture:", err)
		os.Exit(1)
	}
}

func run() error {
	if len(os.Args) != 3 {
		return fmt.Errorf("usage: picture DOCUMENTS FILE.svg")
	}
	path, err := filepath.Abs(os.Args[2])
	if err != nil {
		return err
	}
	if err := os.Chdir(os.Args[1]); err != nil {
		return err
	}
	data, err := picture(context.Background())
	if err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}

// picture runs both commands on the documents of the current folder, and draws what they print.
func picture(ctx context.Context) ([]byte, error) {
	findings, err := lint(ctx)
	if err != nil {
		return nil, err
	}
	report, err := compare(ctx)
	if err != nil {
		return nil, err
	}
	return draw([]string{"oas2go lint api.yaml", "oas2go diff old.yaml new.yaml"}, [][]byte{findings, report}), nil
}

// lint returns the findings as a terminal shows them.
func lint(ctx context.Context) ([]byte, error) {
	result, err := generator.Lint(ctx, generator.Config{Spec: "api.yaml", Package: "api"})
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = diag.Text{Width: columns, Color: true}.Write(&b, result.Findings)
	return b.Bytes(), err
}

// compare returns the report as a terminal shows it.
func compare(ctx context.Context) ([]byte, error) {
	result, err := generator.Diff(ctx, generator.DiffConfig{
		Old: "old.yaml", New: "new.yaml", FailOn: "breaking", Today: time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC),
		Reading: generator.Config{Package: "api"},
	})
	if err != nil {
		return nil, err
	}
	return result.Render("text", generator.Look{Width: columns, Color: true})
}
