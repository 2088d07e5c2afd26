package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
)

// A tally counts groups and cases. Those out of reach are in no other number.
type tally struct{ groupsRight, groups, casesRight, cases, outOfReach, notEnforced, noCode int }

func (t *tally) count(g *group) {
	if g.outOfReach != "" {
		t.outOfReach++
		return
	}
	t.groups++
	t.cases += len(g.cases)
	right := g.casesRight()
	t.casesRight += right
	if right == len(g.cases) {
		t.groupsRight++
	}
	if g.failure != "" {
		t.noCode++
	}
	if g.notEnforced != "" {
		t.notEnforced++
	}
}

func (g *group) casesRight() (n int) {
	for i := range g.cases {
		if g.cases[i].right() {
			n++
		}
	}
	return n
}

func count(groups []*group) (t tally) {
	for _, g := range groups {
		t.count(g)
	}
	return t
}

// row is the line of a table.
func (t tally) row(name string) string {
	return fmt.Sprintf("%s\t%d/%d\t%d/%d\t%s\t%s\t%s\n", name, t.groupsRight, t.groups, t.casesRight, t.cases,
		nonZero(t.outOfReach), nonZero(t.notEnforced), nonZero(t.noCode))
}

func nonZero(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

// A run is the groups of one draft from one place.
type run struct {
	draft  draft
	place  string // module or suite
	groups []*group
}

// key names a run in the baseline.
func (r run) key() string { return r.place + "/" + r.draft.name }

// print writes the table of a run, and what is out of reach or has no code.
func (r run) print(w io.Writer, peers bool) error {
	fmt.Fprintf(w, "%s as OpenAPI %s\n", r.key(), r.draft.openAPI)
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprint(table, "file\tgroups\tcases\tout of reach\tnot enforced\tno code\n")
	for _, name := range files(r.groups) {
		inFile := slices.DeleteFunc(slices.Clone(r.groups), func(g *group) bool { return g.file != name })
		fmt.Fprint(table, count(inFile).row(name))
	}
	fmt.Fprint(table, count(r.groups).row("all"))
	if err := table.Flush(); err != nil {
		return err
	}
	if peers {
		if err := r.printPeers(w); err != nil {
			return err
		}
	}
	r.printReasons(w, "out of reach", func(g *group) string { return g.outOfReach })
	r.printReasons(w, "no code", func(g *group) string { return g.failure })
	_, err := fmt.Fprintln(w)
	return err
}

func (r run) printReasons(w io.Writer, title string, reason func(*group) string) {
	for _, g := range r.groups {
		if text := reason(g); text != "" {
			fmt.Fprintf(w, "%s: %s, %q: %s\n", title, g.file, g.description, text)
		}
	}
}

// printWrong lists the cases that are wrong.
func (r run) printWrong(w io.Writer) {
	for _, g := range r.groups {
		if g.outOfReach != "" || g.casesRight() == len(g.cases) {
			continue
		}
		fmt.Fprintf(w, "%s %s, %q: %s\n", r.key(), g.file, g.description, oneLine(g.schema))
		if g.name != "" {
			fmt.Fprintf(w, "\tpackage: %s\n", g.name)
		}
		for _, note := range []string{g.failure, g.notEnforced} {
			if note != "" {
				fmt.Fprintf(w, "\t%s\n", note)
			}
		}
		for i := range g.cases {
			if c := &g.cases[i]; !c.right() {
				fmt.Fprintf(w, "\t%s: %s\n\t\texpected %s, got %s\n", c.description, oneLine(c.data), word(c.valid), c.got())
			}
		}
	}
}

// oneLine returns a JSON text without the white space between its tokens.
func oneLine(text json.RawMessage) string {
	var b bytes.Buffer
	if json.Compact(&b, text) != nil {
		return string(text)
	}
	return b.String()
}

func (c *testCase) got() string {
	if c.problem == "" && !c.judged {
		return "nothing"
	}
	if c.problem == "" {
		return word(true)
	}
	return word(false) + ": " + strings.ReplaceAll(c.problem, "\n", "; ")
}

func word(valid bool) string {
	if valid {
		return "accepted"
	}
	return "refused"
}
