package output

import (
	"context"
	"fmt"
	"go/parser"
	"go/token"
	"io"
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

// killed is the environment variable that makes the test binary a writer which is killed.
const killed = "OAS2GO_TEST_WRITE_INTO"

// waiting makes it one that says when its files are staged, and goes on when its standard input ends.
const waiting = "OAS2GO_TEST_WAIT_IN"

func TestMain(m *testing.M) {
	if dir := os.Getenv(waiting); dir != "" {
		said := false
		_, err := write(context.Background(), dir, document, generation(1), func(step, _ string) error {
			if step == "move" && !said {
				said = true
				fmt.Println("staged")
				_, err := io.Copy(io.Discard, os.Stdin)
				return err
			}
			return nil
		})
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	if dir := os.Getenv(killed); dir != "" {
		for i := 0; ; i++ {
			if _, err := Write(context.Background(), dir, document, generation(i)); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
		}
	}
	os.Exit(m.Run())
}

// generation returns 12 files; one of them has another name in each generation.
func generation(i int) []File {
	var files []File
	for n := range 11 {
		files = append(files, ours(fmt.Sprintf("f%02d_gen.go", n), fmt.Sprintf("generation %d %s", i, strings.Repeat("x", 20000))))
	}
	return append(files, ours(fmt.Sprintf("name%d_gen.go", i%3), fmt.Sprintf("generation %d", i)))
}

// TestKill kills writers at random times. Every file must be whole at any time, hand-written files must be left alone, and the
// next run must repair the rest.
func TestKill(t *testing.T) {
	self, err := os.Executable()
	require.NoError(t, err)
	dir := t.TempDir()
	put(t, filepath.Join(dir, "hand.go"), "package api\n")
	mixed, leftovers := 0, 0
	for range 30 {
		cmd := exec.Command(self)
		cmd.Env = append(os.Environ(), killed+"="+dir)
		cmd.Stderr = os.Stderr
		require.NoError(t, cmd.Start())
		time.Sleep(10*time.Millisecond + rand.N(20*time.Millisecond))
		require.NoError(t, cmd.Process.Kill())
		assert.ErrorContains(t, cmd.Wait(), "killed")

		generations := map[string]bool{}
		for name, text := range tree(t, dir) {
			if strings.HasPrefix(name, staging) {
				leftovers++
				continue
			}
			if name == "." || name == "hand.go" {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ParseComments)
			require.NoError(t, err)
			var n int
			_, err = fmt.Sscanf(file.Comments[1].List[0].Text, "// generation %d", &n)
			require.NoError(t, err)
			generations[fmt.Sprint(n)] = true
		}
		if len(generations) > 1 {
			mixed++
		}
	}
	t.Logf("30 kills: %d left leftovers in the hidden folder, %d fell between two moves", leftovers, mixed)
	write1(t, dir, generation(7)...)
	all := tree(t, dir)
	assert.Len(t, all, 14)
	assert.Equal(t, "package api\n", all["hand.go"])
	for _, f := range generation(7) {
		assert.Equal(t, string(f.Data), all[f.Name])
	}
}
