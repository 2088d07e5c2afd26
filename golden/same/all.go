package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/oas2go/oas2go/golden/documents"
)

// A comparison is two builds and how they are compared.
type comparison struct {
	dir       string
	old, tree *build
	known     known
	seed      uint64
	out       io.Writer
}

// counts say how much was compared.
type counts struct {
	documents, files, runs, places int
	differing, differences         int // documents; parts of them
}

func (c counts) String() string {
	text := fmt.Sprintf("%d documents, %d generated files, %d runs of each command line (%d of them explain a place): ",
		c.documents, c.files, c.runs, c.places)
	if c.differences == 0 {
		return text + "nothing differs"
	}
	return text + fmt.Sprintf("%d differences in %d documents", c.differences, c.differing)
}

// all compares all documents, several at a time, and prints what differs. The largest come first, so that none of them is left over at
// the end for one processor.
func (c *comparison) all(ctx context.Context, list []documents.Document) (total counts, err error) {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b documents.Document) int { return cmp.Compare(b.Size, a.Size) })
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	var mutex sync.Mutex
	for i, d := range list {
		group.Go(func() error {
			tree, differences, err := c.one(ctx, d, strconv.Itoa(i))
			if err != nil {
				return fmt.Errorf("%s: %w", d.Name, err)
			}
			mutex.Lock()
			defer mutex.Unlock()
			total.add(tree, differences)
			write(c.out, d.Name, differences)
			return nil
		})
	}
	err = group.Wait()
	return total, err
}

// one compares what both builds make of a document.
func (c *comparison) one(ctx context.Context, d documents.Document, name string) (observation, []difference, error) {
	chosen := places(d, c.seed)
	old, err := c.old.observe(ctx, c.known, d, chosen, filepath.Join(c.dir, "work", name))
	if err != nil {
		return old, nil, err
	}
	tree, err := c.tree.observe(ctx, c.known, d, chosen, filepath.Join(c.dir, "work", name))
	return tree, compare(old.parts, tree.parts), err
}

func (c *counts) add(o observation, differences []difference) {
	c.documents++
	c.files += o.files
	c.runs += o.runs
	c.places += o.places
	c.differences += len(differences)
	c.differing += min(1, len(differences))
}
