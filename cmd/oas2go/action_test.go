package main

import (
	"maps"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
)

const actionFolder = ".github/actions/diff/"

// An action is what is checked of action.yml.
type action struct {
	Inputs  map[string]struct{ Description, Default string }
	Outputs map[string]struct{ Value string }
	Runs    struct {
		Using string
		Steps []struct {
			ID, If, Uses, Run, Shell string
			Env, With                map[string]string
		}
	}
}

// TestAction finds what is misspelled in action.yml, which nothing else tells before it runs: inputs, steps, outputs, variables.
func TestAction(t *testing.T) {
	text := readFile(t, actionFolder+"action.yml")
	var a action
	require.NoError(t, yaml.Unmarshal([]byte(text), &a))
	assert.Equal(t, "composite", a.Runs.Using)
	script := readFile(t, actionFolder+"diff.sh")

	named := func(pattern, text string) []string {
		var list []string
		for _, match := range regexp.MustCompile(pattern).FindAllStringSubmatch(text, -1) {
			list = append(list, match[1])
		}
		slices.Sort(list)
		return slices.Compact(list)
	}
	assert.Equal(t, slices.Sorted(maps.Keys(a.Inputs)), named(`inputs\.([\w-]+)`, text), "inputs that are declared, and used")
	ids, env := []string{}, map[string]string{}
	for _, s := range a.Runs.Steps {
		assert.True(t, (s.Uses == "") != (s.Run == ""), "%+v", s)
		assert.Equal(t, s.Run != "", s.Shell == "bash", "%+v", s)
		assert.NotContains(t, s.Run, "${{", "a value of the pull request is no code")
		if s.Uses != "" {
			assert.Regexp(t, `^[\w-]+/[\w/-]+@[0-9a-f]{40}$`, s.Uses)
			assert.Regexp(t, regexp.QuoteMeta(s.Uses)+` # v\d+\.\d+\.\d+\n`, text)
		}
		if s.ID != "" {
			ids = append(ids, s.ID)
		}
		maps.Copy(env, s.Env)
	}
	for _, id := range named(`steps\.(\w+)`, text) {
		assert.Contains(t, ids, id)
	}
	assert.Equal(t, named(`steps\.diff\.outputs\.(\w+)`, text), named(`(?m)\boutput (\w+) `, script), "what the script gives, and what is used of it")
	for name := range env {
		if name != "GH_TOKEN" {
			assert.Regexp(t, `\$\{?`+name+`\b`, script)
		}
	}
	for _, name := range named(`\$\{?([A-Z_]{2,})\b`, script) {
		given := env[name] != "" || strings.HasPrefix(name, "GITHUB_") || name == "RUNNER_TEMP" || name == "RANDOM"
		assert.True(t, given, "nobody sets %s", name)
	}
}

// TestActionScript lets shellcheck read the script.
func TestActionScript(t *testing.T) {
	if _, err := exec.LookPath("shellcheck"); err != nil {
		t.Skip("shellcheck is not installed")
	}
	out, err := exec.CommandContext(t.Context(), "shellcheck", filepath.Join(root, actionFolder, "diff.sh")).CombinedOutput()
	assert.NoError(t, err, "%s", out)
}
