package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"oas2go": main})
}

// TestScripts runs the command as a process, as a user does. Besides the usual commands a script has
//
//	document FILE                 fails unless the file is one whole JSON document
//	exits CODE COMMAND ARGS...    run a command and compare its exit code
//	profile FILE KIND             fails unless the file is a profile with samples of a kind
//	touched FILE...               fails unless the files were written after the last untouch
//	untouch FILE...               makes files look old
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"document": document,
			"exits":    exits,
			"profile":  profile,
			"untouch":  untouch,
			"touched":  touched,
		},
		Setup: func(env *testscript.Env) error {
			env.Setenv("TMPDIR", filepath.Join(env.WorkDir, ".tmp"))
			env.Vars = append(append(env.Vars, gitSettings(env.WorkDir)...), goSettings()...)
			actions, err := filepath.Abs(filepath.Join(root, ".github/actions"))
			env.Setenv("ACTIONS", actions)
			return err
		},
	})
}

// goSettings lets the go command find what is built and downloaded, which it looks for at home.
func goSettings() (list []string) {
	names := []string{"GOCACHE", "GOMODCACHE", "GOPATH"}
	out, err := exec.Command("go", append([]string{"env"}, names...)...).Output()
	if err != nil {
		return nil
	}
	values := strings.Split(string(out), "\n")
	for i, name := range names {
		list = append(list, name+"="+values[i])
	}
	return list
}

// gitSettings makes git do the same everywhere: with an identity and dates, no configuration of the machine, and no repository around dir.
func gitSettings(dir string) []string {
	return []string{
		"GIT_CONFIG_GLOBAL=" + os.DevNull, "GIT_CONFIG_NOSYSTEM=1", "GIT_CEILING_DIRECTORIES=" + filepath.Dir(dir),
		"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.com", "GIT_AUTHOR_DATE=2026-01-02T03:04:05Z",
		"GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.com", "GIT_COMMITTER_DATE=2026-01-02T03:04:05Z",
	}
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	err = ts.Exec(args[1], args[2:]...)
	if err != nil {
		e, ok := err.(*exec.ExitError)
		if !ok {
			ts.Fatalf("%v", err)
		}
		got = e.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

func TestOutcome(t *testing.T) {
	for _, c := range []struct {
		err  error
		code int
		text string
	}{
		{nil, exitFine, ""},
		{errThreshold, exitThreshold, ""},
		{errDocument, exitDocument, ""},
		{errors.New("unknown command\n"), exitUsage, "unknown command"},
		{&generator.UsageError{Err: errors.New("no such file")}, exitUsage, "no such file"},
		{fmt.Errorf("emit: %w", &generator.InternalError{Stage: "emit", Err: errors.New("broken"), Saved: "x.txt"}),
			exitInternal, "internal error in emit: broken\ndetails for a report are in x.txt"},
		{fmt.Errorf("write: %w", context.Canceled), exitInterrupted, "interrupted, nothing was written"},
	} {
		code, text := outcome(c.err)
		assert.Equal(t, c.code, code)
		assert.Equal(t, c.text, text)
	}
}

func TestVersionLine(t *testing.T) {
	info := &debug.BuildInfo{GoVersion: "go1.26.0"}
	assert.Equal(t, "oas2go devel go1.26.0", versionLine(info))
	info.Main.Version = "(devel)"
	info.Settings = []debug.BuildSetting{{Key: "vcs.revision", Value: "0123456789abcdef"}, {Key: "vcs.modified", Value: "true"}}
	assert.Equal(t, "oas2go devel 0123456789ab+dirty go1.26.0", versionLine(info))
	info.Main.Version = "v1.2.3"
	assert.Equal(t, "oas2go v1.2.3 go1.26.0", versionLine(info))
}
