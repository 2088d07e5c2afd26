package revision

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A clone is a repository of a test.
type clone struct {
	t   *testing.T
	dir string
}

// newClone makes an empty repository with an identity, dates and a branch main.
func newClone(t *testing.T) clone {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	isolate(t)
	c := clone{t, t.TempDir()}
	c.git("init", "--quiet", "--initial-branch=main")
	return c
}

// isolate keeps the configuration of the machine out of a test.
func isolate(t *testing.T) {
	for name, value := range map[string]string{
		"GIT_CONFIG_GLOBAL": os.DevNull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_DIR": "", "GIT_INDEX_FILE": "",
		"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.com", "GIT_AUTHOR_DATE": "2026-01-02T03:04:05Z",
		"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.com", "GIT_COMMITTER_DATE": "2026-01-02T03:04:05Z",
	} {
		t.Setenv(name, value)
		if value == "" {
			require.NoError(t, os.Unsetenv(name))
		}
	}
}

func (c clone) git(args ...string) string {
	c.t.Helper()
	return c.feed("", args...)
}

// feed runs git with a text on standard input.
func (c clone) feed(text string, args ...string) string {
	c.t.Helper()
	cmd := exec.CommandContext(c.t.Context(), "git", args...)
	cmd.Dir, cmd.Stdin = c.dir, strings.NewReader(text)
	out, err := cmd.CombinedOutput()
	require.NoError(c.t, err, "%v: %s", args, out)
	return string(out)
}

func (c clone) write(name, text string) {
	c.t.Helper()
	path := filepath.Join(c.dir, name)
	require.NoError(c.t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(c.t, os.WriteFile(path, []byte(text), 0o600))
}

// commit writes one file and commits all.
func (c clone) commit(name, text string) {
	c.t.Helper()
	c.write(name, text)
	c.git("add", "--all")
	c.git("commit", "--quiet", "--message", "change "+name)
}

// find reads the document of a name, as if the command ran in a folder of the clone.
func (c clone) find(folder, text string) (content, path string, err error) {
	c.t.Helper()
	r, err := Open(c.t.Context(), filepath.Join(c.dir, folder), nil)
	require.NoError(c.t, err)
	name, ok := Split(text)
	require.True(c.t, ok, text)
	d, err := r.Find(c.t.Context(), name)
	if err != nil {
		return "", "", err
	}
	defer d.Files.Close()
	data, err := d.Files.ReadFile(d.Path)
	require.NoError(c.t, err)
	return string(data), d.Path, nil
}
