// Command same compares what two builds of oas2go make of the same documents: that of a commit, and that of the working tree. For each
// document it compares the generated files byte by byte, what generate and lint say, exit codes, and explanations of a sample of places.
// It uses the command line only, so the commit may have other packages.
//
// The documents are the golden cases of the working tree, those of spec/, those of the folders that are named, and those of
// ../shared, if that stands beside the checkout.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"

	"github.com/oas2go/oas2go/golden/scratch"
)

func main() {
	os.Exit(run())
}

// run returns the exit code: 0 if nothing differs, 1 if something does, 2 if that could not be found out.
func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	seed := flag.Uint64("seed", 1, "for the choice of places that are explained")
	flag.Usage = func() {
		fmt.Fprintln(os.Stderr, "usage: same [-seed n] commit [folder...]")
	}
	flag.Parse()
	if flag.NArg() < 1 {
		flag.Usage()
		return 2
	}
	dir, err := os.MkdirTemp("", "same")
	if err == nil {
		defer os.RemoveAll(dir)
		// Findings name paths below this folder: links on the way to it must not give them two names.
		dir, err = filepath.EvalSymlinks(dir)
	}
	var total counts
	if err == nil {
		total, err = compareBuilds(ctx, dir, flag.Arg(0), flag.Args()[1:], *seed)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "same:", err)
		return 2
	}
	fmt.Println(total)
	if total.differences > 0 {
		return 1
	}
	return 0
}

// compareBuilds builds both commands in dir and runs them over all documents.
func compareBuilds(ctx context.Context, dir, commit string, folders []string, seed uint64) (counts, error) {
	root, err := scratch.Root(ctx)
	if err != nil {
		return counts{}, err
	}
	list, err := gather(ctx, root, dir, folders)
	if err != nil {
		return counts{}, err
	}
	old, err := buildCommit(ctx, root, dir, commit)
	if err != nil {
		return counts{}, err
	}
	tree, err := newBuild(ctx, root, filepath.Join(dir, "tree"), "the working tree")
	if err != nil {
		return counts{}, err
	}
	both, err := inBoth(ctx, old, tree)
	if err != nil {
		return counts{}, err
	}
	c := comparison{dir: dir, old: old, tree: tree, known: both, seed: seed, out: os.Stdout}
	total, err := c.all(ctx, list)
	if err == nil && (total.files == 0 || total.runs == 0) {
		err = errors.New("nothing was generated, so nothing was compared")
	}
	return total, err
}
