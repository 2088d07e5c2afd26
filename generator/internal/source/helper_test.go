package source

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
)

// outline shows a tree with the position of each name and value: {1:1 "a" 1:2 = 1:6 number 1}.
func outline(n *Node) string {
	var b strings.Builder
	writeOutline(&b, n, true)
	return b.String()
}

// shape is outline without positions.
func shape(n *Node) string {
	var b strings.Builder
	writeOutline(&b, n, false)
	return b.String()
}

func writeOutline(b *strings.Builder, n *Node, places bool) {
	if n == nil {
		b.WriteString("none")
		return
	}
	if places {
		fmt.Fprintf(b, "%d:%d ", n.Line, n.Column)
	}
	switch n.Kind {
	case Object:
		b.WriteString("{")
		for i, m := range n.Members {
			if i > 0 {
				b.WriteString(", ")
			}
			fmt.Fprintf(b, "%q", m.Name)
			if places {
				fmt.Fprintf(b, " %d:%d", m.Line, m.Column)
			}
			b.WriteString("=")
			writeOutline(b, m.Value, places)
		}
		b.WriteString("}")
	case Array:
		b.WriteString("[")
		for i, item := range n.Items {
			if i > 0 {
				b.WriteString(", ")
			}
			writeOutline(b, item, places)
		}
		b.WriteString("]")
	case String:
		fmt.Fprintf(b, "%q", n.Text)
	case Null:
		b.WriteString("null" + n.Text)
	default:
		b.WriteString(n.Text)
	}
}

// messages shows findings without the file name.
func messages(t *testing.T, l *diag.List) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, diag.WriteText(&b, l.All()))
	return b.String()
}

// readClean reads a text that has no findings.
func readClean(t *testing.T, name, text string) *Document {
	t.Helper()
	var l diag.List
	d := Read(name, []byte(text), &l)
	require.Empty(t, messages(t, &l))
	require.NotNil(t, d.Root)
	return d
}

// readBroken reads a text that has findings and returns them.
func readBroken(t *testing.T, name, text string) (*Document, string) {
	t.Helper()
	var l diag.List
	d := Read(name, []byte(text), &l)
	found := messages(t, &l)
	require.NotEmpty(t, found)
	return d, found
}
