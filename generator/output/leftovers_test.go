package output

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/sync/errgroup"
)

// ended returns the number of a process that has ended.
func ended(t *testing.T) int {
	t.Helper()
	cmd := exec.Command("go", "version")
	require.NoError(t, cmd.Run())
	return cmd.Process.Pid
}

// TestLeftovers writes beside entries with names like those of our hidden folders: only what a killed run left is removed.
func TestLeftovers(t *testing.T) {
	dead, text := ended(t), string(ours("", "staged").Data)
	stage := func(pid int) string { return fmt.Sprintf("%s%d-123", staging, pid) }
	for _, c := range []struct {
		name, path, text string
		removed          bool
	}{
		{"a killed run", stage(dead) + "/models_gen.go", text, true},
		{"a run that was killed before it wrote the text", stage(dead) + "/models_gen.go", "", true},
		{"a run that was killed before it wrote a file", stage(dead) + "/", "", true},
		{"a run with the number of this one, as in containers", stage(os.Getpid()) + "/models_gen.go", text, true},
		{"a run of another document", stage(dead) + "/models_gen.go", Header("other.yaml") + "\n", true},

		{"a run at work", stage(os.Getppid()) + "/models_gen.go", text, false},
		{"other text", stage(dead) + "/models_gen.go", "package api\n", false},
		{"another file", stage(dead) + "/notes.txt", text, false},
		{"a folder in it", stage(dead) + "/models_gen.go/x_gen.go", text, false},
		{"a file, no folder", stage(dead), text, false},
		{"no number", staging + "notes/models_gen.go", text, false},
		{"one number", staging + "1/models_gen.go", text, false},
		{"more behind the name", stage(dead) + ".old/models_gen.go", text, false},
		{"more before the name", "x" + stage(dead) + "/models_gen.go", text, false},
		{"a folder of somebody's", ".oas2go-notes/models_gen.go", text, false},
		{"an empty folder", ".oas2go-notes/", "", false},
		{"a configuration", ".oas2go-public.yaml", "include: []\n", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, files := range [][]File{{ours("a_gen.go", "old")}, {ours("a_gen.go", "new")}} { // one that changes nothing, one that writes
				dir := t.TempDir()
				write1(t, dir, ours("a_gen.go", "old"))
				before := tree(t, dir)
				if path := filepath.Join(dir, c.path); c.path[len(c.path)-1] == '/' {
					require.NoError(t, os.Mkdir(path, 0o700))
				} else {
					put(t, path, c.text)
				}
				if !c.removed {
					before = tree(t, dir)
				}
				write1(t, dir, files...)
				before["a_gen.go"] = string(files[0].Data)
				assert.Equal(t, before, tree(t, dir))
			}
		})
	}
}

// TestLinksAreForeign keeps links, also those that lead to what could be ours.
func TestLinksAreForeign(t *testing.T) {
	dir, other := t.TempDir(), t.TempDir()
	write1(t, other, ours("shared_gen.go", "1"))
	stage := fmt.Sprintf("%s%d-123", staging, ended(t))
	require.NoError(t, os.Symlink(filepath.Join(other, "shared_gen.go"), filepath.Join(dir, "shared_gen.go")))
	require.NoError(t, os.Symlink(other, filepath.Join(dir, stage)))
	write1(t, dir, ours("a_gen.go", "1"))
	for _, path := range []string{"shared_gen.go", stage} {
		_, err := os.Lstat(filepath.Join(dir, path))
		assert.NoError(t, err)
	}
	assert.Contains(t, tree(t, other), "shared_gen.go")
}

// TestTwoRuns writes from this process while another one has staged its files: it waits, or ends with its context.
func TestTwoRuns(t *testing.T) {
	self, err := os.Executable()
	require.NoError(t, err)
	dir := t.TempDir()
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), waiting+"="+dir)
	cmd.Stderr = os.Stderr
	stdin, err := cmd.StdinPipe()
	require.NoError(t, err)
	stdout, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	line, err := bufio.NewReader(stdout).ReadString('\n')
	require.NoError(t, err)
	require.Equal(t, "staged\n", line)
	short, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	_, err = Write(short, dir, document, generation(0))
	require.ErrorIs(t, err, context.DeadlineExceeded)
	go stdin.Close()
	write1(t, dir, generation(0)...)
	require.NoError(t, cmd.Wait())
	assertGeneration(t, dir, 0)
}

// assertGeneration fails unless a folder has the files of one run, and no others.
func assertGeneration(t *testing.T, dir string, i int) {
	t.Helper()
	all := tree(t, dir)
	assert.Len(t, all, 13) // with the folder itself
	for _, f := range generation(i) {
		assert.Equal(t, string(f.Data), all[f.Name])
	}
}

// TestManyRuns: of runs at once into a folder that does not exist yet, none fails, and the files are all of the last one.
func TestManyRuns(t *testing.T) {
	for range 5 {
		dir := filepath.Join(t.TempDir(), "a", "b")
		var runs errgroup.Group
		for i := range 12 {
			runs.Go(func() error {
				_, err := Write(t.Context(), dir, document, generation(i))
				return err
			})
		}
		require.NoError(t, runs.Wait())
		text, err := os.ReadFile(filepath.Join(dir, "f00_gen.go"))
		require.NoError(t, err)
		var last int
		_, err = fmt.Sscanf(string(text[bytes.Index(text, []byte("generation ")):]), "generation %d", &last)
		require.NoError(t, err)
		assertGeneration(t, dir, last)
	}
}
