package source

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
)

// load reads what uri, relative to the document of l, leads to, and returns its name and text, or why it is not read.
func load(t *testing.T, l *Loader, ref string) (name, text string) {
	t.Helper()
	var findings diag.List
	d, err := l.Document(&findings)
	if err != nil {
		t.Fatal(err)
	}
	base, err := url.Parse(d.File.URI)
	if err != nil {
		t.Fatal(err)
	}
	uri, err := base.Parse(ref)
	if err != nil {
		t.Fatal(err)
	}
	found, refusal := l.Load(uri, &findings)
	if refusal != nil {
		return "", refusal.Problem
	}
	return found.File.Relative, found.Root.Text
}

func TestMemoryLoader(t *testing.T) {
	files := fstest.MapFS{}
	for _, name := range []string{"api/spec.yaml", "api/a.yaml", "api/sub/b c.json", "outside.yaml"} {
		files[name] = &fstest.MapFile{Data: []byte(`"` + name + `"`)}
	}
	l := NewMemoryLoader(files, "api/spec.yaml")
	for ref, want := range map[string]string{
		"a.yaml": "a.yaml", "./sub/../a.yaml": "a.yaml", "sub/b%20c.json": "sub/b c.json", "file:///api/a.yaml": "a.yaml", "/api/a.yaml": "a.yaml",
	} {
		if name, text := load(t, l, ref); name != want || text != "api/"+want {
			t.Errorf("%s leads to %q, %q", ref, name, text)
		}
	}
	for ref, want := range map[string]string{
		"../outside.yaml": "is outside of the folder", "../../../outside.yaml": "is outside of the folder", "%2e%2e/outside.yaml": "is outside of the folder",
		"b.yaml": "does not exist", "sub": "is a folder, not a file", ".": "is a folder", "a.yaml/x": "does not exist", "a%00.yaml": "does not exist",
		"https://example.com/a.yaml": "is on the network", "file://host/a.yaml": "is on another computer", "ftp://example.com": "is no file",
	} {
		if name, text := load(t, l, ref); name != "" || !strings.HasPrefix(text, want) {
			t.Errorf("%s: %q, %q", ref, name, text)
		}
	}
}

// onDisk makes files and symbolic links ("-> target") in a new folder.
func onDisk(t *testing.T, files map[string]string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if target, ok := strings.CutPrefix(text, "-> "); ok {
			if err := os.Symlink(strings.ReplaceAll(target, "DIR", dir), path); err != nil {
				t.Skip(err)
			}
		} else if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestLoaderOnDisk(t *testing.T) {
	dir := onDisk(t, map[string]string{
		"api/spec.yaml": "spec", "api/a.yaml": "a", "secret.yaml": "secret", "shared/s.yaml": "s", "shared/deep/t.yaml": "t",
		"api/inside.yaml": "-> a.yaml", "api/out.yaml": "-> ../secret.yaml", "api/far.yaml": "-> DIR/secret.yaml", "api/gone.yaml": "-> nothing.yaml",
		"api/circle.yaml": "-> circle.yaml", "api/up": "-> ..", "api/common": "-> ../shared", "api/abs.yaml": "-> DIR/shared/s.yaml", "shared/leak.yaml": "-> ../secret.yaml",
	})
	narrow, wide := NewLoader(filepath.Join(dir, "api/spec.yaml")), NewLoader(filepath.Join(dir, "api/spec.yaml"), filepath.Join(dir, "shared"))
	defer narrow.Close()
	defer wide.Close()
	const outside, link = "is outside of the folder", "is a symbolic link that leads out"
	for _, c := range []struct{ ref, narrow, wide string }{
		{"a.yaml", "a", "a"},
		{"inside.yaml", "a", "a"},
		{"out.yaml", link, link},
		{"far.yaml", link, link},
		{"up/secret.yaml", link, link},
		{"up/api/a.yaml", "a", "a"}, // it leads out and in again
		{"gone.yaml", "does not exist", "does not exist"},
		{"circle.yaml", "cannot be read", "cannot be read"},
		{"../shared/s.yaml", outside, "s"},
		{"../shared/deep/../deep/t.yaml", outside, "t"},
		{"../shared/leak.yaml", outside, link},
		{"../shared/../secret.yaml", outside, outside},
		{"common/s.yaml", link, "s"},
		{"abs.yaml", link, "s"},
		{"../sharedx/s.yaml", outside, outside},
		{filepath.ToSlash(dir) + "/shared/s.yaml", outside, "s"},
	} {
		for want, l := range map[string]*Loader{c.narrow: narrow, c.wide: wide} {
			if c.narrow == c.wide {
				l = narrow
			}
			if _, got := load(t, l, c.ref); !strings.HasPrefix(got, want) {
				t.Errorf("%s: %q, want %q", c.ref, got, want)
			}
		}
	}
}

func TestLoaderLimits(t *testing.T) {
	l := NewMemoryLoader(fstest.MapFS{"spec.yaml": {Data: []byte("x")}, "a.yaml": {Data: []byte("12345")}}, "spec.yaml")
	l.bytes = maxLoaded - 4
	if _, text := load(t, l, "a.yaml"); !strings.Contains(text, "larger than 256 MiB") {
		t.Error(text)
	}
	l.bytes, l.files = 0, maxFiles
	if _, text := load(t, l, "a.yaml"); !strings.Contains(text, "one file too many") {
		t.Error(text)
	}
}

// TestTextLoader: a text refers to files as if it stood in a folder.
func TestTextLoader(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.yaml", "shared/s.yaml"} {
		require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, "api", name)), 0o700))
		require.NoError(t, os.WriteFile(filepath.Join(dir, "api", name), []byte(name), 0o600))
	}
	l := NewTextLoader("<stdin>", filepath.Join(dir, "api", "<stdin>"), []byte("hello"))
	defer l.Close()
	var findings diag.List
	d, err := l.Document(&findings)
	require.NoError(t, err)
	assert.Equal(t, "<stdin>", d.File.Name)
	assert.Equal(t, "hello", d.Root.Text)
	found, refusal := l.Load(resolve(t, d.File.URI, "shared/s.yaml"), &findings)
	require.Nil(t, refusal)
	assert.Equal(t, "shared/s.yaml", found.Root.Text)
	assert.Equal(t, filepath.Join(dir, "api/shared/s.yaml"), found.File.Name)

	empty := NewTextLoader("<stdin>", "<stdin>", nil)
	d, err = empty.Document(&findings)
	require.NoError(t, err)
	assert.Nil(t, d.Root)
	assert.Equal(t, "the file is empty", findings.All()[0].Message)
}

// TestTreeLoader: the files of a commit have the name of the commit before theirs.
func TestTreeLoader(t *testing.T) {
	files := fstest.MapFS{}
	for _, name := range []string{"api/spec.yaml", "api/a.yaml", "shared/s.yaml", "other/o.yaml"} {
		files[name] = &fstest.MapFile{Data: []byte(name)}
	}
	l := NewTreeLoader(files, "api/spec.yaml", "main:", "shared")
	var findings diag.List
	d, err := l.Document(&findings)
	require.NoError(t, err)
	assert.Equal(t, "main:api/spec.yaml", d.File.Name)
	for ref, want := range map[string]string{"a.yaml": "main:api/a.yaml", "../shared/s.yaml": "main:shared/s.yaml"} {
		found, refusal := l.Load(resolve(t, d.File.URI, ref), &findings)
		require.Nil(t, refusal, ref)
		assert.Equal(t, want, found.File.Name)
		assert.Equal(t, strings.TrimPrefix(want, "main:"), found.Root.Text)
	}
	_, refusal := l.Load(resolve(t, d.File.URI, "../other/o.yaml"), &findings)
	assert.Equal(t, "is outside of the folder of the document", refusal.Problem)
}

func resolve(t *testing.T, base, ref string) *url.URL {
	t.Helper()
	uri, err := url.Parse(base)
	require.NoError(t, err)
	uri, err = uri.Parse(ref)
	require.NoError(t, err)
	return uri
}
