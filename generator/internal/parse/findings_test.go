package parse

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the findings in testdata")

// TestFindings reads testdata/findings.txt: documents after lines of "=== name", each with the findings that it must have after
// "---".
func TestFindings(t *testing.T) {
	const file = "testdata/findings.txt"
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	var all strings.Builder
	for _, c := range strings.Split("\n"+string(data), "\n=== ")[1:] {
		name, rest, _ := strings.Cut(c, "\n")
		document, want, _ := strings.Cut(rest, "\n---\n")
		t.Run(name, func(t *testing.T) {
			_, findings := read(t, expand(document), Options{})
			got := strings.ReplaceAll(listed(findings), "openapi.yaml:", "")
			fmt.Fprintf(&all, "=== %s\n%s\n---\n%s\n", name, strings.TrimRight(document, "\n"), got)
			if !*update {
				require.Equal(t, strings.TrimSpace(want), strings.TrimSpace(got))
			}
		})
	}
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(all.String()), 0o644))
	}
}

// expand puts the usual head before a document that begins with "3.x" or "2.0" and the kind of its body.
func expand(document string) string {
	head, body, _ := strings.Cut(document, "\n")
	version, kind, ok := strings.Cut(head, " ")
	switch {
	case version == "2.0" && kind == "paths":
		return "swagger: '2.0'\ninfo: {title: t, version: '1'}\npaths:\n" + indent(body, 2)
	case version == "2.0" && ok:
		return "swagger: '2.0'\ninfo: {title: t, version: '1'}\n" + body
	case !ok || !strings.HasPrefix(version, "3."):
		return document
	}
	start := fmt.Sprintf("openapi: %s.0\ninfo: {title: t, version: '1'}\n", version)
	switch kind {
	case "schemas":
		return start + "paths: {}\ncomponents:\n  schemas:\n" + indent(body, 4)
	case "paths":
		return start + "paths:\n" + indent(body, 2)
	}
	return start + body
}

func indent(text string, n int) string {
	return strings.Repeat(" ", n) + strings.ReplaceAll(text, "\n", "\n"+strings.Repeat(" ", n))
}
