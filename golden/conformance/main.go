package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"time"
)

// options are the flags.
type options struct {
	suite   string
	keep    string
	verbose bool
	update  bool
}

func main() {
	var o options
	flag.StringVar(&o.suite, "suite", os.Getenv("SUITE"), "`folder` of a checkout of the JSON Schema test suite; default $SUITE, else the test data of a module")
	flag.StringVar(&o.keep, "keep", "", "`folder` for documents and packages, which are kept then")
	flag.BoolVar(&o.verbose, "v", false, "list the cases that are wrong")
	flag.BoolVar(&o.update, "update", false, "raise baseline.txt to the figures of this run")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := conformance(ctx, o)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// conformance runs everything and prints the tables.
func conformance(ctx context.Context, o options) error {
	start := time.Now()
	runs, remotes, err := read(o.suite)
	if err != nil {
		return err
	}
	dir := o.keep
	if dir == "" {
		if dir, err = os.MkdirTemp("", "conformance-"); err != nil {
			return err
		}
		defer os.RemoveAll(dir)
	}
	if err := judge(ctx, dir, runs, remotes); err != nil {
		return err
	}
	if o.verbose {
		for _, r := range runs {
			r.printWrong(os.Stdout)
		}
		fmt.Println()
	}
	var all []*group
	got := baseline{}
	for _, r := range runs {
		if err := r.print(os.Stdout); err != nil {
			return err
		}
		t := count(r.groups)
		got[r.key()] = figure{t.groupsRight, t.casesRight}
		all = append(all, r.groups...)
	}
	t := count(all)
	fmt.Printf("total: %d of %d groups (%.1f %%) and %d of %d cases (%.1f %%) are right; %d groups are out of reach, %d have no code; %.0f s\n",
		t.groupsRight, t.groups, percent(t.groupsRight, t.groups), t.casesRight, t.cases, percent(t.casesRight, t.cases),
		t.outOfReach, t.noCode, time.Since(start).Seconds())
	return hold("baseline.txt", got, o.update)
}

func percent(part, whole int) float64 { return 100 * float64(part) / float64(max(whole, 1)) }

// read reads the groups of all drafts and the documents that they may need.
func read(suite string) (runs []run, remotes map[string]any, err error) {
	s, err := newSource(suite)
	if err != nil {
		return nil, nil, err
	}
	for _, d := range drafts() {
		groups, place, err := s.groups(d)
		if err != nil {
			return nil, nil, err
		}
		if len(groups) > 0 {
			runs = append(runs, run{d, place, groups})
		}
	}
	remotes, err = s.remotes()
	return runs, remotes, err
}

// judge generates, compiles and runs the groups, which note what became of them.
func judge(ctx context.Context, dir string, runs []run, remotes map[string]any) error {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	var s shelf
	number := 0 // over all runs: drafts may share a document
	for _, r := range runs {
		for _, g := range r.groups {
			number++
			p, err := newPart(g, number, remotes)
			if err != nil {
				return err
			}
			if p != nil {
				s.put(p)
			}
		}
	}
	m, err := newModule(ctx, dir)
	if err != nil {
		return err
	}
	if err := m.generateAll(ctx, &s); err != nil {
		return err
	}
	if err := m.compileAll(ctx, &s); err != nil {
		return err
	}
	return m.judgeAll(ctx, &s)
}
