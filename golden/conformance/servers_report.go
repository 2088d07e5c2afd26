package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// printServers prints a table, what differs and why calls were not made; it fails if something differs.
func printServers(out io.Writer, list []*served, verbose bool) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "document\tcalls\tequal\tdifferent\tnot made\t")
	for _, s := range list {
		n := s.count()
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\t%s\n", s.name, len(s.calls), n[0], n[1], n[2], s.problem)
	}
	w.Flush()
	for _, s := range list {
		for _, c := range s.calls {
			if c.result != "" || c.skip != "" && verbose {
				fmt.Fprintf(out, "%s: %s, %s: %s%s\n", s.name, c.Method, c.request, strings.TrimSpace(c.result), c.skip)
				if c.detail != "" {
					fmt.Fprintf(out, "\t%.300s\n", strings.Join(strings.Fields(c.detail), " "))
				}
			}
		}
	}
	n := countAll(list)
	all := n[0] + n[1] + n[2]
	fmt.Fprintf(out, "\ntotal: %d calls of %d documents: %d equal, %d different, %d not made (%.1f %%)\n", all, len(list), n[0], n[1], n[2], percent(n[2], all))
	var specs []*spec
	for _, s := range list {
		specs = append(specs, s.spec)
	}
	printReasons(out, specs)
	kept := 0
	for _, s := range list {
		for _, c := range s.calls {
			if c.kept {
				kept++
			}
		}
	}
	fmt.Fprintf(out, "%6d needed KeepFiles: the client sends a field behind a file\n", kept)
	counts := failedResponses(list)
	for _, reason := range byCount(counts) {
		fmt.Fprintf(out, "%6d had a failure as their response: %s\n", counts[reason], reason)
	}
	if n[1] > 0 {
		return fmt.Errorf("%d calls differ", n[1])
	}
	return nil
}
