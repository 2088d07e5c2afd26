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
	suite    string
	keep     string
	verbose  bool
	update   bool
	peers    bool
	random   randomOptions
	requests string
	server   bool
	mutants  int
	largest  int64
}

func main() {
	var o options
	flag.StringVar(&o.suite, "suite", os.Getenv("SUITE"), "`folder` of a checkout of the JSON Schema test suite; default $SUITE, else the test data of a module")
	flag.StringVar(&o.keep, "keep", "", "`folder` for documents and packages, which are kept then")
	flag.BoolVar(&o.verbose, "v", false, "list the cases that are wrong")
	flag.BoolVar(&o.update, "update", false, "raise baseline.txt to the figures of this run")
	flag.BoolVar(&o.peers, "peers", false, "run the suite through other libraries too; the first time this needs a network")
	flag.StringVar(&o.requests, "requests", "", "`folder` of documents, each operation of which is called; or golden, for the golden cases")
	flag.BoolVar(&o.server, "server", false, "with -requests: make each call directly and through a generated server, and compare")
	flag.IntVar(&o.mutants, "mutants", 10000, "with -server: `number` of changed requests that the servers and kin-openapi judge")
	flag.Int64Var(&o.largest, "largest", 1<<20, "with -requests: leave out documents of more `bytes`")
	o.random.flags()
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	run := conformance
	switch {
	case o.random.schemas > 0:
		run = randomly
	case o.requests != "" && o.server:
		run = servers
	case o.requests != "":
		run = requests
	}
	err := run(ctx, o)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// conformance runs everything and prints the tables.
func conformance(ctx context.Context, o options) error {
	start := time.Now()
	runs, others, err := read(o.suite)
	if err != nil {
		return err
	}
	dir, drop, err := scratchFolder(o.keep)
	if err != nil {
		return err
	}
	defer drop()
	parts, err := newParts(runs, others)
	if err != nil {
		return err
	}
	var s shelf
	for _, p := range parts {
		s.put(p)
	}
	if err := s.judge(ctx, dir); err != nil {
		return err
	}
	if o.peers {
		if err := askPeers(ctx, filepath.Join(dir, "peers"), parts); err != nil {
			return err
		}
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
		if err := r.print(os.Stdout, o.peers); err != nil {
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

// scratchFolder returns a folder for documents and packages, and what is to be done with it in the end.
func scratchFolder(keep string) (dir string, drop func(), err error) {
	if keep != "" {
		dir, err = filepath.Abs(keep)
		return dir, func() {}, err
	}
	dir, err = os.MkdirTemp("", "conformance-")
	return dir, func() { os.RemoveAll(dir) }, err
}

func percent(part, whole int) float64 { return 100 * float64(part) / float64(max(whole, 1)) }

// read reads the groups of all drafts and the documents that they may need.
func read(suite string) (runs []run, others library, err error) {
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
	others, err = s.library()
	return runs, others, err
}

// newParts translates the groups.
func newParts(runs []run, others library) (parts []*part, err error) {
	number := 0 // over all runs: drafts may share a document
	for _, r := range runs {
		for _, g := range r.groups {
			number++
			p, err := newPart(g, number, others)
			if err != nil {
				return nil, err
			}
			if p != nil {
				parts = append(parts, p)
			}
		}
	}
	return parts, nil
}

// judge generates, compiles and runs the groups of all documents.
func (s *shelf) judge(ctx context.Context, dir string) error {
	m, err := newModule(ctx, dir)
	if err != nil {
		return err
	}
	if err := m.generateAll(ctx, s); err != nil {
		return err
	}
	if err := m.compileAll(ctx, s); err != nil {
		return err
	}
	return m.judgeAll(ctx, s)
}
