package output

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// names returns what a folder holds, hidden files too.
func names(t *testing.T, dir string) (list []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

func TestReplace(t *testing.T) {
	dir := t.TempDir()
	one, two := filepath.Join(dir, "one.md"), filepath.Join(dir, "reports", "two.json")
	require.NoError(t, os.WriteFile(one, []byte("old"), 0o600))
	require.NoError(t, Replace(t.Context(), []File{{one, []byte("1")}, {two, []byte("2")}}))
	for path, want := range map[string]string{one: "1", two: "2"} {
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		assert.Equal(t, want, string(data))
	}
	info, err := os.Stat(one)
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o600), info.Mode().Perm())
	assert.Equal(t, []string{"one.md", "reports"}, names(t, dir))
}

// TestReplaceBehind: what a link leads to is replaced, not the link, and a pipe is written to.
func TestReplaceBehind(t *testing.T) {
	dir := t.TempDir()
	to, link := filepath.Join(dir, "report.md"), filepath.Join(dir, "link.md")
	require.NoError(t, os.WriteFile(to, []byte("old"), 0o600))
	require.NoError(t, os.Symlink("report.md", link))
	require.NoError(t, Replace(t.Context(), []File{{link, []byte("new")}, {os.DevNull, []byte("x")}}))
	data, err := os.ReadFile(to)
	require.NoError(t, err)
	assert.Equal(t, "new", string(data))
	info, err := os.Lstat(link)
	require.NoError(t, err)
	assert.NotZero(t, info.Mode()&os.ModeSymlink)
}

// TestReplaceFails: if one file cannot be written none is.
func TestReplaceFails(t *testing.T) {
	dir := t.TempDir()
	one := filepath.Join(dir, "one.md")
	require.NoError(t, os.WriteFile(one, []byte("old"), 0o600))
	require.NoError(t, os.Mkdir(filepath.Join(dir, "folder"), 0o700))
	folder := filepath.Join(dir, "folder")
	assert.EqualError(t, Replace(t.Context(), []File{{one, []byte("1")}, {folder, nil}}), folder+" cannot be written: it is a folder")
	below := filepath.Join(one, "two.md")
	assert.EqualError(t, Replace(t.Context(), []File{{one, []byte("1")}, {below, nil}}), below+" cannot be written: not a directory")
	stopped, stop := context.WithCancel(t.Context())
	stop()
	assert.ErrorIs(t, Replace(stopped, []File{{one, []byte("1")}}), context.Canceled)
	data, err := os.ReadFile(one)
	require.NoError(t, err)
	assert.Equal(t, "old", string(data))
	assert.Equal(t, []string{"folder", "one.md"}, names(t, dir))
}
