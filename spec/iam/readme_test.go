// Package spec_test checks that the IAM document and its README agree.
package spec_test

import (
	"context"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
)

// rows gives the cells of the table of the README, without its header.
func rows(t *testing.T) (list [][]string) {
	t.Helper()
	data, err := os.ReadFile("README.md")
	require.NoError(t, err)
	_, section, found := strings.Cut(string(data), "\n## Every row\n")
	require.True(t, found)
	for line := range strings.Lines(section) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "|") {
			cells := strings.Split(strings.Trim(line, "|"), "|")
			for i := range cells {
				cells[i] = strings.TrimSpace(cells[i])
			}
			list = append(list, cells)
		}
	}
	require.Greater(t, len(list), 2)
	return list[2:]
}

// resolve follows a JSON pointer.
func resolve(v any, pointer string) (any, bool) {
	for _, token := range strings.Split(pointer, "/")[1:] {
		token = strings.NewReplacer("~1", "/", "~0", "~").Replace(token)
		switch x := v.(type) {
		case map[string]any:
			next, ok := x[token]
			if !ok {
				return nil, false
			}
			v = next
		case map[any]any: // status codes are numbers in YAML
			n, err := strconv.Atoi(token)
			if next, ok := x[n]; err == nil && ok {
				v = next
			} else if v, ok = x[token]; !ok {
				return nil, false
			}
		case []any:
			i, err := strconv.Atoi(token)
			if err != nil || i < 0 || i >= len(x) {
				return nil, false
			}
			v = x[i]
		default:
			return nil, false
		}
	}
	return v, true
}

func TestPointersAreInTheDocument(t *testing.T) {
	data, err := os.ReadFile("openapi.yaml")
	require.NoError(t, err)
	var doc any
	require.NoError(t, yaml.Unmarshal(data, &doc))
	_, found := resolve(doc, "/info/nosuch")
	assert.False(t, found)
	list := rows(t)
	assert.GreaterOrEqual(t, len(list), 20)
	var names []string
	for _, row := range list {
		require.Len(t, row, 5, row[0])
		_, found := resolve(doc, strings.Trim(row[3], "`"))
		assert.True(t, found, "%s: %s", row[0], row[3])
		names = append(names, row[0])
	}
	slices.Sort(names)
	assert.Len(t, slices.Compact(names), len(list), "a row is named twice")
}

// Validate also checks every default and every example against its schema.
func TestDocumentIsValid(t *testing.T) {
	doc, err := openapi3.NewLoader().LoadFromFile("openapi.yaml")
	require.NoError(t, err)
	require.NoError(t, doc.Validate(context.Background()))
}
