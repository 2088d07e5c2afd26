package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
)

// TestWorkflow asks that CI runs what a change must pass, with actions that are pinned to a commit.
func TestWorkflow(t *testing.T) {
	var workflow struct {
		Permissions map[string]string
		Jobs        map[string]struct {
			Steps []struct{ Uses, Run string }
		}
	}
	require.NoError(t, yaml.Unmarshal([]byte(readFile(t, ".github/workflows/ci.yml")), &workflow))
	assert.Equal(t, map[string]string{"contents": "read"}, workflow.Permissions)
	var runs []string
	for _, step := range workflow.Jobs["all"].Steps {
		if step.Uses != "" {
			assert.Regexp(t, regexp.MustCompile(`^[\w/-]+@[0-9a-f]{40}$`), step.Uses)
		}
		if name, is := strings.CutPrefix(step.Run, "make "); is {
			assert.Contains(t, readFile(t, "Makefile"), "\n"+name+":")
		}
		runs = append(runs, step.Run)
	}
	assert.Contains(t, runs, ".ci/run")
	info, err := os.Stat(filepath.Join(root, ".ci/run"))
	require.NoError(t, err)
	assert.NotZero(t, info.Mode()&0o100, "it can be run")
}

// TestIssueForms asks that each form has what GitHub requires, and that a defect comes with its document.
func TestIssueForms(t *testing.T) {
	for _, name := range []string{"defect", "feature"} {
		var form struct {
			Name, Description string
			Body              []struct {
				Type, ID    string
				Attributes  struct{ Label, Value string }
				Validations struct{ Required bool }
			}
		}
		require.NoError(t, yaml.Unmarshal([]byte(readFile(t, ".github/ISSUE_TEMPLATE/"+name+".yml")), &form))
		assert.NotEmpty(t, form.Name)
		assert.NotEmpty(t, form.Description)
		required := map[string]bool{}
		for _, field := range form.Body {
			assert.Contains(t, []string{"markdown", "textarea", "input"}, field.Type)
			if field.Type == "markdown" {
				assert.NotEmpty(t, field.Attributes.Value)
				continue
			}
			assert.NotEmpty(t, field.Attributes.Label)
			_, twice := required[field.ID]
			assert.False(t, twice, field.ID)
			required[field.ID] = field.Validations.Required
		}
		assert.Contains(t, required, "document")
		assert.Equal(t, name == "defect", required["document"])
	}
}
