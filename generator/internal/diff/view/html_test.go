package view_test

import (
	"io"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/diff/report"
	"github.com/oas2go/oas2go/generator/internal/diff/view/html"
)

func page(t *testing.T, r *report.Report) string {
	t.Helper()
	return written(t, func(w io.Writer) error { return html.Write(w, r) })
}

func TestHTMLTargets(t *testing.T) {
	for _, name := range []string{"case1", "case2"} {
		x := openTarget(t, name)
		require.NoError(t, os.WriteFile("/tmp/"+name+".html", []byte(page(t, x.report())), 0o644))
	}
}
