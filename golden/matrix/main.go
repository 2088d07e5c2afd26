package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/oas2go/oas2go/golden/scratch"
)

// options are the flags.
type options struct {
	size, part int
	seed       uint64
	only, keep string
	verbose    bool
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	var o options
	flag.IntVar(&o.size, "size", 1000, "`pairs` of a package")
	flag.IntVar(&o.part, "part", 0, "try so many `pairs` only, chosen at random")
	flag.Uint64Var(&o.seed, "seed", 1, "of the choice")
	flag.StringVar(&o.only, "only", "", "try pairs only whose name has this `text`")
	flag.StringVar(&o.keep, "keep", "", "write into this `folder` and leave it")
	flag.BoolVar(&o.verbose, "v", false, "list what is told by findings, too")
	flag.Parse()
	failed, err := matrix(ctx, o, os.Stdout)
	if err != nil {
		fmt.Fprintln(os.Stderr, "matrix:", err)
	}
	if err != nil || failed > 0 {
		os.Exit(1)
	}
}

// matrix tries all pairs, and returns how many fail.
func matrix(ctx context.Context, o options, w io.Writer) (failed int, err error) {
	start := time.Now()
	dir := o.keep
	if dir == "" {
		if dir, err = os.MkdirTemp("", "matrix"); err != nil {
			return 0, err
		}
		defer os.RemoveAll(dir)
	}
	m, err := newModule(ctx, dir)
	if err != nil {
		return 0, err
	}
	list := pairs(o.seed)
	names, err := namePairs(os.DirFS(filepath.Join(m.Root, "templates", "support")), o.seed, len(list)+1)
	if err != nil {
		return 0, err
	}
	list = o.choose(append(list, names...))
	r := &report{w: w, verbose: o.verbose, counts: map[verdict]int{}}
	err = tryAll(ctx, m, documents(list, o.size), r)
	failed = r.total()
	fmt.Fprintf(w, "%.0f s\n", time.Since(start).Seconds())
	return failed, err
}

// choose takes the pairs that are asked for. A part of all has names of one shape only, because each shape is a package.
func (o options) choose(list []*pair) (chosen []*pair) {
	shape := nameShapes[o.seed%uint64(len(nameShapes))].name
	for _, p := range list {
		if strings.Contains(p.String(), o.only) && (o.part == 0 || p.shape == "" || p.shape == shape) {
			chosen = append(chosen, p)
		}
	}
	if o.part > 0 && o.part < len(chosen) {
		rand.New(rand.NewPCG(o.seed, 0)).Shuffle(len(chosen), func(i, j int) { chosen[i], chosen[j] = chosen[j], chosen[i] })
		chosen = chosen[:o.part]
	}
	return chosen
}

// workers is how many documents are tried at the same time.
const workers = 2

// tryAll generates, compiles and runs all documents, and returns the first error that is no pair's.
func tryAll(ctx context.Context, m *scratch.Module, list []*document, r *report) (first error) {
	var group sync.WaitGroup
	var lock sync.Mutex
	todo := make(chan *document, len(list))
	for _, d := range list {
		todo <- d
	}
	close(todo)
	for range workers {
		group.Go(func() {
			for d := range todo {
				all := slices.Clone(d.pairs)
				err := d.try(ctx, m)
				r.add(all)
				lock.Lock()
				first = cmp.Or(first, err)
				lock.Unlock()
			}
		})
	}
	group.Wait()
	return first
}

// try generates, compiles and runs one document.
func (d *document) try(ctx context.Context, m *scratch.Module) error {
	if err := d.generate(ctx, m); err != nil {
		return err
	}
	err := d.build(ctx, m)
	if _, ok := errors.AsType[buildError](err); ok && len(d.pairs) > 1 {
		for _, half := range d.halves() {
			if err := half.try(ctx, m); err != nil {
				return err
			}
		}
		return nil
	}
	if err != nil || len(d.pairs) == 0 {
		return err
	}
	return d.run(ctx, m)
}
