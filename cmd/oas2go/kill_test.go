package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A workspace is a folder with a document in two versions and a package that was generated from it.
type workspace struct {
	t    *testing.T
	self string
	dir  string
	want [2]map[string]string // what each version generates
}

func newWorkspace(t *testing.T) *workspace {
	self, err := os.Executable()
	require.NoError(t, err)
	w := &workspace{t: t, self: self, dir: t.TempDir()}
	var schemas strings.Builder
	for i := range 40 {
		fmt.Fprintf(&schemas, "    T%d: {type: object, description: T%d of VERSION., properties: {a: {type: string, maxLength: 9}}}\n", i, i)
	}
	for v := range w.want {
		text := "openapi: 3.0.3\ninfo: {title: VERSION, version: \"1\"}\npaths: {}\ncomponents:\n  schemas:\n" + schemas.String()
		w.put(fmt.Sprintf("v%d/api.yaml", v), strings.ReplaceAll(text, "VERSION", fmt.Sprint("version ", v)))
		require.NoError(t, w.command(v).Run())
		w.want[v] = w.files()
	}
	w.put("gen/hand.go", "package gen\n")
	assert.NotEqual(t, w.want[0], w.want[1])
	return w
}

func (w *workspace) put(name, text string) {
	path := filepath.Join(w.dir, name)
	require.NoError(w.t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(w.t, os.WriteFile(path, []byte(text), 0o600))
}

// command generates a version. The test binary is the command if it is called so.
func (w *workspace) command(version int) *exec.Cmd {
	cmd := exec.Command(w.self, "generate", fmt.Sprintf("v%d/api.yaml", version), "--out", "gen")
	cmd.Args[0] = "oas2go"
	cmd.Dir = w.dir
	return cmd
}

// files returns the visible generated files.
func (w *workspace) files() map[string]string {
	entries, err := os.ReadDir(filepath.Join(w.dir, "gen"))
	require.NoError(w.t, err)
	files := map[string]string{}
	for _, e := range entries {
		if e.Name()[0] == '.' {
			continue
		}
		data, err := os.ReadFile(filepath.Join(w.dir, "gen", e.Name()))
		require.NoError(w.t, err)
		files[e.Name()] = string(data)
	}
	assert.Contains(w.t, []string{"", "package gen\n"}, files["hand.go"])
	delete(files, "hand.go")
	return files
}

// stop starts a run, sends it a signal after a random time and returns how it went.
func (w *workspace) stop(version int, longest time.Duration, signal os.Signal) error {
	cmd := w.command(version)
	require.NoError(w.t, cmd.Start())
	time.Sleep(rand.N(longest))
	if err := cmd.Process.Signal(signal); err != nil {
		assert.ErrorIs(w.t, err, os.ErrProcessDone)
	}
	return cmd.Wait()
}

// duration measures a whole run.
func (w *workspace) duration(version int) time.Duration {
	start := time.Now()
	require.NoError(w.t, w.command(version).Run())
	return time.Since(start)
}

// TestKill kills runs at random times. Each file is of the old or of the new version, and the next run repairs the rest.
func TestKill(t *testing.T) {
	w := newWorkspace(t)
	longest := w.duration(0)
	old, new, mixed := 0, 0, 0
	for range 25 {
		require.NoError(t, w.command(0).Run())
		require.Equal(t, w.want[0], w.files())
		_ = w.stop(1, longest, os.Kill)
		files := w.files()
		for name, text := range files {
			assert.True(t, text == w.want[0][name] || text == w.want[1][name], "%s is of neither version", name)
		}
		switch {
		case assert.ObjectsAreEqual(w.want[0], files):
			old++
		case assert.ObjectsAreEqual(w.want[1], files):
			new++
		default:
			mixed++
		}
	}
	t.Logf("a run takes %v; killed runs left %d times the old state, %d times the new one, %d times both", longest, old, new, mixed)
	assert.NotZero(t, old)
}

// TestInterrupt interrupts runs: they leave the old or the new state and nothing else.
func TestInterrupt(t *testing.T) {
	w := newWorkspace(t)
	longest := w.duration(0)
	for range 15 {
		require.NoError(t, w.command(0).Run())
		if w.stop(1, longest, os.Interrupt) == nil {
			assert.Equal(t, w.want[1], w.files())
		} else {
			assert.Equal(t, w.want[0], w.files())
		}
		entries, err := os.ReadDir(filepath.Join(w.dir, "gen"))
		require.NoError(t, err)
		assert.Len(t, entries, len(w.want[0])+1)
	}
}
