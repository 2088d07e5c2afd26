package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A build is the command as one tree has it.
type build struct {
	name string // for people
	path string
}

// buildCommit builds the command of a commit in dir. It takes the files out of git without a word to it: a worktree would be one more
// thing to clean up in the repository.
func buildCommit(ctx context.Context, root, dir, commit string) (*build, error) {
	hash, err := output(ctx, root, "git", "rev-parse", "--verify", "--quiet", "--short", "--end-of-options", commit+"^{commit}")
	if err != nil {
		return nil, fmt.Errorf("%s has no commit %s", root, commit)
	}
	tree, archive := filepath.Join(dir, "commit"), filepath.Join(dir, "commit.tar")
	if err := os.Mkdir(tree, 0o700); err != nil {
		return nil, err
	}
	name := strings.TrimSpace(hash)
	if _, err := output(ctx, root, "git", "archive", "--output", archive, name); err != nil {
		return nil, err
	}
	if _, err := output(ctx, tree, "tar", "-xf", archive); err != nil {
		return nil, err
	}
	return newBuild(ctx, tree, filepath.Join(dir, "old"), name)
}

// newBuild builds the command of the tree in folder root into the program path.
func newBuild(ctx context.Context, root, path, name string) (*build, error) {
	if _, err := output(ctx, root, "go", "build", "-trimpath", "-buildvcs=false", "-o", path, "./cmd/oas2go"); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return &build{name, path}, nil
}

// output runs a program and returns its standard output; the error has what it said on standard error.
func output(ctx context.Context, dir, name string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off")
	out, err := cmd.Output()
	if e, ok := errors.AsType[*exec.ExitError](err); ok {
		err = fmt.Errorf("%s: %w\n%s", strings.Join(cmd.Args, " "), err, e.Stderr)
	}
	return string(out), err
}
