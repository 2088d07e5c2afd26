package main

import (
	"context"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
)

// needed are the commands and flags without which there is nothing to compare; wanted are those that are used if both builds have them.
var (
	needed = []string{"generate", "generate --out", "generate --package"}
	wanted = []string{
		"generate --config", "generate --lenient", "generate --verbose",
		"lint", "lint --config", "lint --lenient", "lint --format",
		"explain", "explain --config", "explain --lenient",
	}
)

// known are commands and flags ("lint", "lint --format") that both builds have. Only they are used, for both.
type known map[string]bool

var flagName = regexp.MustCompile(`--[a-z][a-z-]*`)

// inBoth asks both builds for their help, and says what is left out because one of them does not have it.
func inBoth(ctx context.Context, builds ...*build) (known, error) {
	k := known{}
	for _, w := range slices.Concat(needed, wanted) {
		k[w] = true
	}
	for _, b := range builds {
		has := b.has(ctx)
		for _, w := range slices.Concat(needed, wanted) {
			if has[w] {
				continue
			}
			if slices.Contains(needed, w) {
				return nil, fmt.Errorf("oas2go of %s has no %s", b.name, w)
			}
			command, _, _ := strings.Cut(w, " ")
			if k[w] && (w == command || has[command]) {
				fmt.Fprintf(os.Stderr, "same: oas2go of %s has no %s: it is not compared\n", b.name, w)
			}
			k[w] = false
		}
	}
	return k, nil
}

// has returns the commands and flags that the help of a build names.
func (b *build) has(ctx context.Context) known {
	k := known{}
	for _, command := range []string{"generate", "lint", "explain"} {
		text, err := output(ctx, "", b.path, "help", command)
		if err != nil || !strings.Contains(text, "oas2go "+command+" ") {
			continue // the help of the whole command, or none
		}
		k[command] = true
		for _, name := range flagName.FindAllString(text, -1) {
			k[command+" "+name] = true
		}
	}
	return k
}

// line returns a command line without the flags that a build does not know. A flag has its value behind "=".
func (k known) line(command string, args ...string) []string {
	line := []string{command}
	for _, arg := range args {
		name, _, _ := strings.Cut(arg, "=")
		if !strings.HasPrefix(arg, "--") || k[command+" "+name] {
			line = append(line, arg)
		}
	}
	return line
}
