package revision

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A git runs the git command in one folder.
type git struct{ dir string }

// command returns a command that runs no hooks, asks nobody and speaks English.
func (g git) command(ctx context.Context, args ...string) *exec.Cmd {
	safe := []string{"-c", "core.hooksPath=" + os.DevNull, "-c", "core.fsmonitor=false", "-c", "gc.auto=0", "-c", "maintenance.auto=false"}
	cmd := exec.CommandContext(ctx, "git", append(safe, args...)...)
	cmd.Dir = g.dir
	cmd.Env = append(os.Environ(), "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_PAGER=cat")
	return cmd
}

// output returns what git prints, without the last line break.
func (g git) output(ctx context.Context, args ...string) (string, error) {
	var stdout, stderr bytes.Buffer
	cmd := g.command(ctx, args...)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if ctx.Err() != nil {
		return "", ctx.Err()
	}
	if err != nil {
		return "", explain(err, stderr.String())
	}
	return strings.TrimSuffix(stdout.String(), "\n"), nil
}

// errNotInstalled says that there is no git command.
var errNotInstalled = errors.New("git is not installed, or not on the PATH")

// A failure is what git says when it fails.
type failure struct{ text string }

// Error returns the message of git.
func (f *failure) Error() string { return "git says: " + f.text }

func explain(err error, stderr string) error {
	if errors.Is(err, exec.ErrNotFound) {
		return errNotInstalled
	}
	if _, ran := errors.AsType[*exec.ExitError](err); !ran {
		return fmt.Errorf("git cannot be run: %w", err)
	}
	first, _, _ := strings.Cut(strings.TrimSpace(stderr), "\n")
	return &failure{strings.TrimPrefix(strings.TrimPrefix(first, "fatal: "), "error: ")}
}

// isFailure reports whether git ran and said no, which an answer may be.
func isFailure(err error) bool {
	_, ok := errors.AsType[*failure](err)
	return ok
}

// workTree returns the folder to run git in, for a file in dir. Under a hook GIT_DIR is set and holds in the current folder only.
func workTree(dir string) string {
	if os.Getenv("GIT_DIR") != "" {
		return "."
	}
	return dir
}

// real returns a path without symbolic links, as far as it exists.
func real(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	if to, err := filepath.EvalSymlinks(abs); err == nil {
		return to
	}
	return abs
}
