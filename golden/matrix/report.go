package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"
)

// A verdict is what is to be said of a pair.
type verdict string

const (
	fine   verdict = "work"
	found  verdict = "are findings, as they must be"
	told   verdict = "do not work, and a finding says so"
	later  verdict = "fail for known causes"
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

// A report prints the pairs that fail, document by document, and counts.
type report struct {
	w       io.Writer
	verbose bool
	counts  map[verdict]int
	pairs   int
	sync.Mutex
}

// add prints what became of pairs.
func (r *report) add(list []*pair) {
	r.Lock()
	defer r.Unlock()
	r.pairs += len(list)
	for _, p := range list {
		v, why := p.verdict()
		if v == silent && isKnown(p, why) {
			v = later
		}
		r.counts[v]++
		if v == silent || r.verbose && v == told {
			fmt.Fprintf(r.w, "%s: %s: %.300s\n", p.id, p, strings.Join(strings.Fields(why), " "))
		}
	}
}

// total prints the counts and returns how many pairs fail.
func (r *report) total() (failed int) {
	fmt.Fprintf(r.w, "%d pairs:\n", r.pairs)
	for _, v := range slices.Sorted(maps.Keys(r.counts)) {
		fmt.Fprintf(r.w, "%6d %s\n", r.counts[v], v)
	}
	return r.counts[silent]
}
