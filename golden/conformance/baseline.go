package main

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
)

// A figure is what a run must reach. It only rises.
type figure struct{ groups, cases int }

// A baseline has a figure for each run, by its key.
type baseline map[string]figure

// parseBaseline reads lines such as "module/draft2020-12 groups 100 cases 1000". Lines that begin with # are comments.
func parseBaseline(text string) (baseline, error) {
	b := baseline{}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		var key string
		var f figure
		if _, err := fmt.Sscanf(line, "%s groups %d cases %d", &key, &f.groups, &f.cases); err != nil {
			return nil, fmt.Errorf("%q is no line of a baseline: %w", line, err)
		}
		b[key] = f
	}
	return b, nil
}

// text returns what parseBaseline reads.
func (b baseline) text() string {
	var t strings.Builder
	t.WriteString("# Groups that are wholly right and cases that are right, at least. These figures only rise: go run . -update\n" +
		"# A number beyond 2^53 that float64 does not hold is refused on purpose: \"number\" in optional/bignum of the suite.\n")
	for _, key := range slices.Sorted(maps.Keys(b)) {
		fmt.Fprintf(&t, "%s groups %d cases %d\n", key, b[key].groups, b[key].cases)
	}
	return t.String()
}

// below returns the runs that do not reach their figures.
func (b baseline) below(got baseline) (problems []string) {
	for _, key := range slices.Sorted(maps.Keys(got)) {
		if g, want := got[key], b[key]; g.groups < want.groups || g.cases < want.cases {
			problems = append(problems, fmt.Sprintf("%s: %d groups and %d cases are right; before, %d and %d were",
				key, g.groups, g.cases, want.groups, want.cases))
		}
	}
	return problems
}

// raise takes over what is higher.
func (b baseline) raise(got baseline) {
	for key, g := range got {
		b[key] = figure{max(b[key].groups, g.groups), max(b[key].cases, g.cases)}
	}
}

// hold compares the runs with the file, or raises the file to them.
func hold(path string, got baseline, update bool) error {
	text, err := os.ReadFile(path)
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	b, err := parseBaseline(string(text))
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if problems := b.below(got); len(problems) > 0 {
		return fmt.Errorf("below the baseline:\n%s", strings.Join(problems, "\n"))
	}
	if !update {
		return nil
	}
	b.raise(got)
	return os.WriteFile(path, []byte(b.text()), 0o644)
}
