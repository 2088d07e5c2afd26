package revision

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSplit(t *testing.T) {
	for text, want := range map[string]Name{
		"main:api.yaml":               {Ref: "main", Path: "api.yaml"},
		"HEAD~1:a/b.yaml":             {Ref: "HEAD~1", Path: "a/b.yaml"},
		":api.yaml":                   {Path: "api.yaml"},
		"origin/main...:api.yaml":     {Ref: "origin/main", With: "HEAD", Base: true, Path: "api.yaml"},
		"v1...v2:./api.yaml":          {Ref: "v1", With: "v2", Base: true, Path: "./api.yaml"},
		"...v2:api.yaml":              {Ref: "HEAD", With: "v2", Base: true, Path: "api.yaml"},
		"HEAD^{/fix: x}:api.yaml":     {Ref: "HEAD^{/fix: x}", Path: "api.yaml"},
		"main@{2026-01-02 10:00}:a:b": {Ref: "main@{2026-01-02 10:00}", Path: "a:b"},
	} {
		name, ok := Split(text)
		assert.True(t, ok, text)
		assert.Equal(t, want, name, text)
	}
	for _, text := range []string{"api.yaml", `C:\api.yaml`, "c:/api.yaml", "https://example.com/api.yaml", "", "-"} {
		_, ok := Split(text)
		assert.False(t, ok, text)
	}
}

func TestPrefix(t *testing.T) {
	for text, want := range map[string]string{"main:a": "main:", "main...:a": "main...:", "...v2:a": "HEAD...v2:", ":a": ":"} {
		name, ok := Split(text)
		require.True(t, ok)
		assert.Equal(t, want, name.Prefix())
	}
}

// TestFind finds documents from the root and from a folder.
func TestFind(t *testing.T) {
	c := newClone(t)
	c.commit("spec/api.yaml", "old")
	c.commit("spec/both.yaml", "in spec")
	c.commit("both.yaml", "at the root")
	c.commit("spec/api.yaml", "new")
	c.write("spec/api.yaml", "staged")
	c.git("add", "--all")
	c.write("spec/api.yaml", "not staged")
	for _, x := range []struct{ folder, name, content, path string }{
		{"", "HEAD:spec/api.yaml", "new", "spec/api.yaml"},
		{"", "HEAD~1:spec/api.yaml", "old", "spec/api.yaml"},
		{"", "main:./spec/api.yaml", "new", "spec/api.yaml"},
		{"", ":spec/api.yaml", "staged", "spec/api.yaml"},
		{"spec", "HEAD:spec/api.yaml", "new", "spec/api.yaml"},
		{"spec", "HEAD:./api.yaml", "new", "spec/api.yaml"},
		{"spec", "HEAD:api.yaml", "new", "spec/api.yaml"},
		{"spec", ":./api.yaml", "staged", "spec/api.yaml"},
		{"spec", "HEAD:both.yaml", "at the root", "both.yaml"},
		{"spec", "HEAD:./both.yaml", "in spec", "spec/both.yaml"},
		{"spec", "HEAD:../both.yaml", "at the root", "both.yaml"},
	} {
		content, path, err := c.find(x.folder, x.name)
		require.NoError(t, err, "%s in %q", x.name, x.folder)
		assert.Equal(t, x.content, content, "%s in %q", x.name, x.folder)
		assert.Equal(t, x.path, path)
	}
}

func TestFindErrors(t *testing.T) {
	c := newClone(t)
	c.commit("spec/api.yaml", "x")
	c.git("tag", "v1.0.0")
	c.write("spec/new.yaml", "x")
	t.Chdir(c.dir)
	for name, want := range map[string]string{
		"mian:spec/api.yaml":    `there is no revision "mian"; did you mean "main"?`,
		"v1.0.1:spec/api.yaml":  `there is no revision "v1.0.1"; did you mean "v1.0.0"?`,
		"other:spec/api.yaml":   `there is no revision "other"`,
		"main:spec/api.yml":     `there is no "spec/api.yml" in main; did you mean "spec/api.yaml"?`,
		"main:spek/api.yaml":    `there is no "spek/api.yaml" in main; did you mean "spec/api.yaml"?`,
		"main:spec/new.yaml":    `there is no "spec/new.yaml" in main; the file was not committed there`,
		":spec/nothing":         `there is no "spec/nothing" in the index`,
		"main...:spec/nothing":  `there is no "spec/nothing" in main...`,
		"main:spec/api.yaml/x":  `there is no "spec/api.yaml/x" in main`,
		"main:spec":             "spec is a folder, not a file",
		"main:":                 "which file of main? Write main:path/of/the/document.yaml",
		"main:/spec/api.yaml":   "paths in a commit begin at the root of the repository, without /",
		"main:../api.yaml":      "../api.yaml leads out of the repository",
		"--help:spec/api.yaml":  "a revision cannot begin with -",
		"main...-x:a.yaml":      "a revision cannot begin with -",
		"main^{tree}:a.yaml":    `there is no revision "main^{tree}"`,
		"main..v1.0.0:api.yaml": `there is no revision "main..v1.0.0"`,
	} {
		_, _, err := c.find("", name)
		assert.EqualError(t, err, want, name)
	}
}

func TestOpenErrors(t *testing.T) {
	isolate(t)
	t.Setenv("GIT_CEILING_DIRECTORIES", os.TempDir())
	_, err := Open(t.Context(), t.TempDir(), nil)
	require.EqualError(t, err, "there is no git repository here")
	t.Setenv("PATH", t.TempDir())
	_, err = Open(t.Context(), t.TempDir(), nil)
	assert.EqualError(t, err, "git is not installed, or not on the PATH")
}

func TestNoCommit(t *testing.T) {
	_, _, err := newClone(t).find("", "HEAD:api.yaml")
	assert.EqualError(t, err, "the repository has no commit yet")
}

// TestBare reads from a repository without a work tree.
func TestBare(t *testing.T) {
	c := newClone(t)
	c.commit("api.yaml", "x")
	bare := clone{t, t.TempDir()}
	bare.git("clone", "--quiet", "--bare", c.dir, ".")
	content, _, err := bare.find("", "main:api.yaml")
	require.NoError(t, err)
	assert.Equal(t, "x", content)
}

// TestMergeBase: what main did after the branch was made does not count.
func TestMergeBase(t *testing.T) {
	c := newClone(t)
	c.commit("api.yaml", "common")
	c.git("switch", "--quiet", "--create", "feature")
	c.commit("api.yaml", "feature")
	c.git("switch", "--quiet", "main")
	c.commit("api.yaml", "main")
	c.git("switch", "--quiet", "feature")
	for _, name := range []string{"main...:api.yaml", "...main:api.yaml", "main...feature:api.yaml"} {
		content, _, err := c.find("", name)
		require.NoError(t, err)
		assert.Equal(t, "common", content, name)
	}
	c.git("switch", "--quiet", "--orphan", "alone")
	c.commit("api.yaml", "alone")
	_, _, err := c.find("", "main...:api.yaml")
	assert.EqualError(t, err, "main and HEAD have no commit in common")
}

// TestTree holds the files of a commit and of the index to the rules of io/fs.
func TestTree(t *testing.T) {
	c := newClone(t)
	c.write("a/b/c.yaml", "c")
	c.write("empty.yaml", "")
	c.commit("a/größe.yaml", "g")
	for _, text := range []string{"HEAD:empty.yaml", ":empty.yaml"} {
		r, err := Open(t.Context(), c.dir, nil)
		require.NoError(t, err)
		name, _ := Split(text)
		d, err := r.Find(t.Context(), name)
		require.NoError(t, err)
		assert.NoError(t, fstest.TestFS(d.Files, "a/b/c.yaml", "empty.yaml", "a/größe.yaml"))
		assert.Len(t, d.Files.Hash("empty.yaml"), 40)
		d.Files.Close()
	}
}

// TestLinks follows symbolic links that stay in the commit.
func TestLinks(t *testing.T) {
	c := newClone(t)
	c.write("spec/v2/api.yaml", "x")
	for link, target := range map[string]string{
		"api.yaml": "spec/v2/api.yaml", "current": "spec/v2", "spec/up.yaml": "../current/api.yaml", "out.yaml": "../out.yaml",
		"absolute.yaml": "/etc/hosts", "circle.yaml": "circle.yaml", "nowhere.yaml": "missing.yaml",
	} {
		require.NoError(t, os.Symlink(target, filepath.Join(c.dir, link)))
	}
	module := newClone(t)
	module.commit("api.yaml", "inside")
	c.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", module.dir, "module")
	c.commit("other", "x")
	for _, name := range []string{"HEAD:api.yaml", "HEAD:current/api.yaml", "HEAD:spec/up.yaml", ":spec/up.yaml"} {
		content, _, err := c.find("", name)
		require.NoError(t, err, name)
		assert.Equal(t, "x", content, name)
	}
	for name, want := range map[string]string{
		"HEAD:out.yaml":        "out.yaml: it is a symbolic link that leads out of the repository",
		"HEAD:absolute.yaml":   "absolute.yaml: it is a symbolic link that leads out of the repository",
		"HEAD:circle.yaml":     "circle.yaml: it is a symbolic link in a circle",
		"HEAD:nowhere.yaml":    `there is no "nowhere.yaml" in HEAD`,
		"HEAD:module/api.yaml": "module/api.yaml: it is in a submodule, whose files the repository does not have",
	} {
		_, _, err := c.find("", name)
		assert.EqualError(t, err, want, name)
	}
}

// TestHooksDoNotRun: a repository cannot make the command run something.
func TestHooksDoNotRun(t *testing.T) {
	origin := newClone(t)
	origin.commit("api.yaml", "x")
	origin.commit("api.yaml", "y")
	c := clone{t, t.TempDir()}
	c.git("clone", "--quiet", "--depth=1", "file://"+origin.dir, ".")
	ran := filepath.Join(t.TempDir(), "ran")
	c.write(".git/hooks/reference-transaction", "#!/bin/sh\ntouch "+ran+"\n")
	c.write("monitor", "#!/bin/sh\ntouch "+ran+"\n")
	require.NoError(t, os.Chmod(filepath.Join(c.dir, ".git/hooks/reference-transaction"), 0o755))
	require.NoError(t, os.Chmod(filepath.Join(c.dir, "monitor"), 0o755))
	c.git("config", "core.fsmonitor", filepath.Join(c.dir, "monitor"))
	for _, name := range []string{"HEAD:api.yaml", ":api.yaml", origin.git("rev-parse", "HEAD~1")[:40] + "...:api.yaml"} {
		_, _, err := c.find("", name)
		require.NoError(t, err, name)
	}
	_, err := os.Stat(ran)
	assert.True(t, errors.Is(err, fs.ErrNotExist))
}
