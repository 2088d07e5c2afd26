package main

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
)

const diffPage = "docs/diff.md"

// A shop is a repository in which the commands of docs/diff.md run.
type shop struct {
	dir string
	env []string
}

const shopDocument = "openapi: 3.0.3\ninfo: {title: Shop, version: '1'}\npaths: {}\n"

// newShop makes a repository with a document in some commits.
func newShop(t *testing.T) shop {
	t.Helper()
	for _, name := range []string{"git", "sh"} {
		if _, err := exec.LookPath(name); err != nil {
			t.Skip(name + " is not installed")
		}
	}
	self, err := os.Executable()
	require.NoError(t, err)
	bin, dir := t.TempDir(), t.TempDir()
	require.NoError(t, os.Symlink(self, filepath.Join(bin, "oas2go")))
	s := shop{dir, append(os.Environ(), gitSettings(dir)...)}
	s.env = append(s.env, "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	require.NoError(t, os.Mkdir(filepath.Join(dir, "api"), 0o700))
	for _, name := range []string{"api/api.yaml", "api/old.yaml"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(shopDocument), 0o600))
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, "oas2go.yaml"), []byte("apis: {orders: {document: api/api.yaml, out: orders}}\n"), 0o600))
	s.run(t, `git init --quiet --initial-branch=main
git add api oas2go.yaml
git commit --quiet --message first
git tag v1.0.0
echo '# a comment' >> api/api.yaml
git commit --quiet --all --message second
git tag v1.1.0
git update-ref refs/remotes/origin/main v1.0.0
`)
	return s
}

// run runs a script, which must succeed, and returns what it prints.
func (s shop) run(t *testing.T, script string, env ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "sh", "-e", "-c", script)
	cmd.Dir, cmd.Env = s.dir, append(s.env, env...)
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s\n%s", script, out)
	return string(out)
}

// TestDiffPage runs the commands of the page.
func TestDiffPage(t *testing.T) {
	s := newShop(t)
	lines := 0
	for _, block := range blocks(t, diffPage, "sh") {
		s.run(t, block)
		lines += strings.Count(block, "oas2go ")
	}
	assert.Greater(t, lines, 8)
	for _, name := range []string{"report.html", "report.json", "notes.md", "orders.html"} {
		assert.FileExists(t, filepath.Join(s.dir, name))
	}
	assert.Contains(t, s.run(t, "git diff v1.0.0 v1.1.0 -- api"), "oas2go diff api/api.yaml\nequal: ")
	assert.Contains(t, s.run(t, "git commit --allow-empty --message third"), "equal: HEAD:api/api.yaml -> :api/api.yaml mean the same\n")
}

// TestDiffPageYAML: the workflow uses inputs that the action has, the job of GitLab runs, and the configuration is one.
func TestDiffPageYAML(t *testing.T) {
	var a action
	require.NoError(t, yaml.Unmarshal([]byte(readFile(t, actionFolder+"action.yml")), &a))
	page := readFile(t, diffPage)
	for _, name := range slices.Sorted(maps.Keys(a.Inputs)) {
		assert.Contains(t, page, "\n| `"+name+"` | ")
	}
	kinds := map[string]int{}
	s := newShop(t)
	for _, block := range blocks(t, diffPage, "yaml") {
		var value any
		require.NoError(t, yaml.Unmarshal([]byte(block), &value), block)
		switch {
		case strings.HasPrefix(block, "name: "):
			kinds["workflow"]++
			var workflow struct {
				Jobs map[string]struct {
					Steps []struct {
						Uses string
						With map[string]string
					}
				}
			}
			require.NoError(t, yaml.Unmarshal([]byte(block), &workflow))
			step := workflow.Jobs["diff"].Steps[1]
			assert.Contains(t, step.Uses, "/"+strings.TrimSuffix(actionFolder, "/")+"@")
			for name := range step.With {
				assert.Contains(t, a.Inputs, name)
			}
		case strings.HasPrefix(block, "rules:"):
			kinds["configuration"]++
			require.NoError(t, os.WriteFile(filepath.Join(s.dir, "review.yaml"), []byte(block), 0o600))
			assert.Contains(t, s.run(t, "oas2go diff api/api.yaml --config review.yaml"), "[ignore-unused]")
		case strings.HasPrefix(block, "openapi-diff:"):
			kinds["job"]++
			var jobs map[string]struct{ Script []string }
			require.NoError(t, yaml.Unmarshal([]byte(block), &jobs))
			commit := strings.TrimSpace(s.run(t, "git rev-parse v1.0.0"))
			s.run(t, jobs["openapi-diff"].Script[1], "CI_MERGE_REQUEST_DIFF_BASE_SHA="+commit)
			assert.FileExists(t, filepath.Join(s.dir, "diff.xml"))
		default:
			kinds["step"]++
			command := strings.ReplaceAll(value.([]any)[0].(map[string]any)["run"].(string), "${{ github.base_ref }}", "v1.0.0")
			s.run(t, strings.Replace(strings.TrimPrefix(command, "go tool "), "origin/", "", 1))
		}
	}
	assert.Equal(t, map[string]int{"workflow": 1, "configuration": 1, "job": 1, "step": 1}, kinds)
}

// TestDiffPageExample runs the comparison that the page shows the beginning of.
func TestDiffPageExample(t *testing.T) {
	const prompt = "$ oas2go diff "
	shown := blocks(t, diffPage, "")
	i := slices.IndexFunc(shown, func(block string) bool { return strings.HasPrefix(block, prompt) })
	require.GreaterOrEqual(t, i, 0)
	command, report, _ := strings.Cut(shown[i], "\n")
	begin, whole := strings.CutSuffix(report, "...\n")
	require.True(t, whole)
	var out strings.Builder
	cmd := newRoot()
	cmd.SetArgs(append([]string{"diff"}, strings.Fields(strings.TrimPrefix(command, prompt))...))
	cmd.SetOut(&out)
	t.Chdir(root)
	require.ErrorIs(t, cmd.Execute(), errThreshold)
	assert.True(t, strings.HasPrefix(out.String(), begin), "the report begins otherwise:\n%s", out.String())
}
