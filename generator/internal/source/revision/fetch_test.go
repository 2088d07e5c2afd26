package revision

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// shallowClone makes what CI works with: the last commit of a branch of a remote, on which main has gone on, and nothing else. The
// second result finds a document in it and tells what was fetched.
func shallowClone(t *testing.T) (origin, c clone, find func(text string) (content string, fetched []string, err error)) {
	t.Helper()
	origin = newClone(t)
	origin.commit("api.yaml", "common")
	branch := "reset refs/heads/feature\nfrom refs/heads/main^0\n"
	for i := range 15 {
		branch += fmt.Sprintf("commit refs/heads/feature\ncommitter a <a@example.com> %d +0000\ndata 0\n"+
			"M 644 inline api.yaml\ndata <<END\nfeature %d\nEND\n", 1_800_000_000+i, i)
	}
	origin.feed(branch, "fast-import", "--quiet")
	origin.commit("api.yaml", "main")
	c = clone{t, t.TempDir()}
	c.git("clone", "--quiet", "--depth=1", "--branch=feature", "file://"+origin.dir, ".")
	return origin, c, func(text string) (string, []string, error) {
		t.Helper()
		var fetched []string
		r, err := Open(t.Context(), c.dir, func(line string) { fetched = append(fetched, line) })
		require.NoError(t, err)
		name, ok := Split(text)
		require.True(t, ok)
		d, err := r.Find(t.Context(), name)
		if err != nil {
			return "", fetched, err
		}
		defer d.Files.Close()
		data, err := d.Files.ReadFile(d.Path)
		require.NoError(t, err)
		return string(data), fetched, nil
	}
}

func TestFetchMergeBase(t *testing.T) {
	_, c, find := shallowClone(t)
	before := c.git("rev-parse", "HEAD", "feature")
	content, fetched, err := find("main...:api.yaml")
	require.NoError(t, err)
	assert.Equal(t, "common", content)
	require.Len(t, fetched, 3)
	assert.Equal(t, "git fetch --depth=1 origin +refs/heads/main:refs/remotes/origin/main", fetched[0])
	assert.True(t, strings.HasPrefix(fetched[1], "git fetch --deepen=10 origin "), fetched[1])
	assert.True(t, strings.HasPrefix(fetched[2], "git fetch --deepen=100 origin "), fetched[2])
	assert.Equal(t, before, c.git("rev-parse", "HEAD", "feature"))

	content, fetched, err = find("main...:api.yaml")
	require.NoError(t, err)
	assert.Equal(t, "common", content)
	assert.Empty(t, fetched, "what is there is not fetched again")
}

// TestFetchCommit: a commit of a pull request's base is known by its hash only.
func TestFetchCommit(t *testing.T) {
	origin, _, find := shallowClone(t)
	content, fetched, err := find(strings.TrimSpace(origin.git("rev-parse", "main")) + ":api.yaml")
	require.NoError(t, err)
	assert.Equal(t, "main", content)
	assert.Len(t, fetched, 1)
}

func TestFetchTag(t *testing.T) {
	origin, _, find := shallowClone(t)
	origin.git("tag", "v1", "main")
	content, fetched, err := find("v1:api.yaml")
	require.NoError(t, err)
	assert.Equal(t, "main", content)
	assert.Len(t, fetched, 2)
}

func TestNothingIsFetchedWithoutNeed(t *testing.T) {
	_, c, find := shallowClone(t)
	content, fetched, err := find("HEAD:api.yaml")
	require.NoError(t, err)
	assert.Equal(t, "feature 14\n", content)
	assert.Empty(t, fetched)

	// A complete clone has what there is.
	c.git("fetch", "--quiet", "--unshallow")
	_, fetched, err = find("main:api.yaml")
	require.EqualError(t, err, `there is no revision "main"`)
	assert.Empty(t, fetched)
}

func TestCannotFetch(t *testing.T) {
	_, c, find := shallowClone(t)
	c.git("remote", "set-url", "origin", filepath.Join(c.dir, "gone"))
	const hint = ": the clone is shallow, and what it lacks could not be fetched; clone with the whole history (fetch-depth: 0 of actions/checkout)"
	_, _, err := find("main:api.yaml")
	assert.EqualError(t, err, `there is no revision "main"`+hint)
	c.git("branch", "alone", c.git("commit-tree", "-m", "alone", "HEAD^{tree}")[:40])
	_, _, err = find("alone...:api.yaml")
	assert.EqualError(t, err, "alone and HEAD have no commit in common"+hint)
}
