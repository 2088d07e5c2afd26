package main

import (
	"fmt"
	"io"
	"strings"

	udiff "github.com/aymanbagabas/go-udiff"
)

// A difference is one part that is not the same, with a unified diff.
type difference struct{ part, diff string }

// compare returns how the parts of two builds differ, in the order of the first; parts that only the second has come last.
func compare(old, tree []part) (list []difference) {
	now := map[string]string{}
	for _, p := range tree {
		now[p.name] = p.text
	}
	before := map[string]bool{}
	for _, p := range old {
		before[p.name] = true
		switch text, ok := now[p.name]; {
		case !ok:
			list = append(list, difference{p.name, "is missing now\n"})
		case text != p.text:
			list = append(list, difference{p.name, udiff.Unified("before", "now", p.text, text)})
		}
	}
	for _, p := range tree {
		if !before[p.name] {
			list = append(list, difference{p.name, "is new\n"})
		}
	}
	return list
}

// What is printed of a document: enough to see what kind of change it is.
const (
	shownDifferences = 5
	shownLines       = 16
	shownBytes       = 240 // of a line
)

// write prints the differences of a document.
func write(w io.Writer, document string, list []difference) {
	for i, d := range list {
		if i == shownDifferences {
			fmt.Fprintf(w, "%s: %d more: ", document, len(list)-i)
			for j, d := range list[i:min(len(list), i+20)] {
				fmt.Fprint(w, strings.Repeat("; ", min(j, 1)), d.part)
			}
			fmt.Fprintln(w)
			return
		}
		lines := strings.SplitAfter(strings.TrimPrefix(d.diff, "--- before\n+++ now\n"), "\n")
		lines = lines[:len(lines)-1]
		fmt.Fprintf(w, "%s: %s\n", document, d.part)
		for _, line := range lines[:min(len(lines), shownLines)] {
			if len(line) > shownBytes {
				line = line[:shownBytes] + "...\n"
			}
			fmt.Fprint(w, "  ", line)
		}
		if more := len(lines) - shownLines; more > 0 {
			fmt.Fprintf(w, "  ... %d more lines of the diff\n", more)
		}
	}
}
