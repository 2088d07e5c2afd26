package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/golden/scratch"
)

// A row is what became of one document.
type row struct {
	name       string
	operations int
	schemas    int
	ruled      int // schemas
	free       int // schemas
	components int
	byRule     int // components, also in an inline part
	findings   [diag.Error + 1]int
	lines      int
	seconds    float64 // to generate
	megabytes  uint64  // allocated for that
	result     string
}

// newRow generates a package for a document and has the go command look at it. A document with errors has findings of severity error
// in the row, each with its position, and the package that --lenient gives.
func newRow(ctx context.Context, m *scratch.Module, config generator.Config) *row {
	r := &row{name: filepath.Base(config.Spec), result: "ok"}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	result, err := generator.Generate(ctx, config)
	r.seconds = time.Since(start).Seconds()
	runtime.ReadMemStats(&after)
	r.megabytes = (after.TotalAlloc - before.TotalAlloc) >> 20
	if result != nil {
		for _, f := range result.Findings {
			r.findings[f.Severity]++
			if f.Pos.Line == 0 || f.Pos.File == nil {
				r.result = "a finding has no position: " + f.Message
				return r
			}
		}
	}
	if errors.Is(err, generator.ErrUnusable) {
		r.result = lenient
		config.Lenient = true
		result, err = generator.Generate(ctx, config)
	}
	if err != nil {
		r.result = firstLine(err.Error())
		return r
	}
	v := result.Survey
	r.operations, r.schemas, r.ruled, r.free = v.Operations, v.Schemas, len(v.Ruled), v.Free
	r.components, r.byRule = v.Components, v.OwnRule+v.InlineRule
	for _, f := range result.Files {
		r.lines += bytes.Count(f.Data, []byte("\n"))
	}
	if err := check(ctx, m, config.Spec, config.Package, result.Files); err != nil {
		r.result = firstLine(err.Error())
	}
	return r
}

// lenient is the result of a document with errors that a package was made of anyway.
const lenient = "ok with --lenient"

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

func (r *row) add(s *row) {
	r.operations += s.operations
	r.schemas += s.schemas
	r.ruled += s.ruled
	r.free += s.free
	r.components += s.components
	r.byRule += s.byRule
	for i, n := range s.findings {
		r.findings[i] += n
	}
	r.lines += s.lines
	r.seconds += s.seconds
	r.megabytes += s.megabytes
}

func (r *row) print(w io.Writer) {
	fmt.Fprintf(w, "%s\t%d\t%d\t%s\t%d\t%d\t%s\t%d\t%d\t%d\t%d\t%.2f\t%d\t%s\n", r.name, r.operations, r.schemas, share(r.ruled, r.schemas), r.free,
		r.components, share(r.byRule, r.components), r.findings[diag.Error], r.findings[diag.Warning], r.findings[diag.Info],
		r.lines, r.seconds, r.megabytes, r.result)
}

// share returns "12 (3.4 %)".
func share(part, whole int) string {
	if part == 0 {
		return "0"
	}
	return fmt.Sprintf("%d (%.1f %%)", part, 100*float64(part)/float64(whole))
}
