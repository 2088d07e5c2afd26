package generator

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the tables of docs/configuration.md")

// A schemaKey is what the schema of configurations says about a key.
type schemaKey struct {
	Type        string
	Enum        []string
	Default     any
	Description string
	Ref         string `json:"$ref"`
	Items       struct{ Enum []string }
}

// row returns the line of a table for a key.
func (k schemaKey) row(name string) string {
	values := k.Type
	switch {
	case k.Enum != nil:
		values = strings.Join(k.Enum, ", ")
	case k.Items.Enum != nil:
		values = "a list of " + strings.Join(k.Items.Enum, ", ")
	case k.Type == "boolean":
		values = "true, false"
	case k.Type == "array":
		values = "a list"
	case k.Type == "string":
		values = "a text"
	case k.Type == "object" || k.Ref != "":
		values = "an object"
	case k.Type == "":
		values = "an object or a list"
	}
	if k.Default != nil {
		values += fmt.Sprintf(" (default: %v)", k.Default)
	}
	return fmt.Sprintf("| `%s` | %s | %s |\n", name, values, strings.NewReplacer("|", `\|`, "<", "&lt;").Replace(k.Description))
}

// TestConfigPage: the tables of docs/configuration.md have what the schema says about each key.
func TestConfigPage(t *testing.T) {
	const path, head = "../docs/configuration.md", "| Key | Values | |\n|--|--|--|\n"
	text, err := os.ReadFile(configSchema)
	require.NoError(t, err)
	var schema struct {
		Properties map[string]schemaKey
		Defs       struct {
			API struct{ Properties map[string]schemaKey }
		} `json:"$defs"`
	}
	require.NoError(t, json.Unmarshal(text, &schema))
	var tables [2]string
	for _, name := range configKeys() {
		key := schema.Properties[name]
		require.NotEmpty(t, key.Description, name)
		tables[0] += key.row(name)
	}
	for _, name := range slices.Sorted(slices.Values(append(apiKeys(), nameKey))) {
		key := schema.Defs.API.Properties[name]
		require.NotEmpty(t, key.Description, name)
		tables[1] += key.row(name)
	}
	page, err := os.ReadFile(path)
	require.NoError(t, err)
	parts := strings.Split(string(page), head)
	require.Len(t, parts, 3)
	want := parts[0]
	for i, part := range parts[1:] {
		_, rest, _ := strings.Cut("\n"+part, "\n\n")
		if rest != "" {
			rest = "\n" + rest
		}
		want += head + tables[i] + rest
	}
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(want), 0o644))
		return
	}
	assert.Equal(t, want, string(page), "go test ./generator -run TestConfigPage -update")
}
