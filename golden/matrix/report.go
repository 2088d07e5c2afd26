package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// A verdict is what is to be said of a pair.
type verdict string

const (
	fine   verdict = "work"
	found  verdict = "are findings, as they must be"
	told   verdict = "do not work, and a finding says so"
	silent verdict = "FAIL"
)

// verdict judges a pair. What OpenAPI forbids or does not define must be a finding; what does not work for another reason may be one.
func (p *pair) verdict() (verdict, string) {
	switch {
	case p.fit >= unknown && len(p.findings) == 0:
		return silent, "want a finding, got none"
	case p.fit == wrong:
		return found, p.findings[0]
	case p.problem == "":
		return fine, ""
	case len(p.findings) > 0 && !strings.HasPrefix(p.problem, "it does not compile") && !strings.HasPrefix(p.problem, "error"):
		return told, p.findings[0] + ": " + p.problem
	}
	return silent, p.problem
}

// report prints the pairs that fail, and counts.
func report(w io.Writer, list []*pair, verbose bool) (failed int) {
	counts := map[verdict]int{}
	for _, p := range list {
		v, why := p.verdict()
		counts[v]++
		if v == silent || verbose && v == told {
			fmt.Fprintf(w, "%s: %s: %.300s\n", p.id, p, strings.Join(strings.Fields(why), " "))
		}
	}
	fmt.Fprintf(w, "%d pairs:\n", len(list))
	for _, v := range slices.Sorted(maps.Keys(counts)) {
		fmt.Fprintf(w, "%6d %s\n", counts[v], v)
	}
	return counts[silent]
}
