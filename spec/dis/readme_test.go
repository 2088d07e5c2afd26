// Package spec_test checks that the DIS document and its README agree.
package spec_test

import (
	"context"
	"encoding/json"
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

// table gives the cells of the Markdown table that stands under a heading,
// without its header.
func table(t *testing.T, heading string) [][]string {
	t.Helper()
	data, err := os.ReadFile("README.md")
	require.NoError(t, err)
	_, section, found := strings.Cut(string(data), "\n## "+heading+"\n")
	require.True(t, found, "no section %q", heading)
	section, _, _ = strings.Cut(section, "\n## ")
	var rows [][]string
	for line := range strings.Lines(section) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "|") {
			cells := strings.Split(strings.Trim(line, "|"), "|")
			for i := range cells {
				cells[i] = strings.TrimSpace(cells[i])
			}
			rows = append(rows, cells)
		}
	}
	require.Greater(t, len(rows), 2, heading)
	return rows[2:]
}

// pointers expands the short forms of the README.
func pointers(t *testing.T) func(cell string) string {
	short := map[string]string{}
	for _, row := range table(t, "Pointers") {
		short[strings.Trim(row[0], "`")] = strings.Trim(row[1], "`")
	}
	return func(cell string) string {
		p := strings.Trim(cell, "`")
		name, rest, _ := strings.Cut(p, "/")
		if name == "" {
			return p
		}
		require.Contains(t, short, name)
		return strings.TrimSuffix(short[name]+"/"+rest, "/")
	}
}

// resolve follows a JSON pointer through a YAML document.
func resolve(n *yaml.Node, pointer string) *yaml.Node {
	if n.Kind == yaml.DocumentNode {
		n = n.Content[0]
	}
	for _, token := range strings.Split(pointer, "/")[1:] {
		token = strings.NewReplacer("~1", "/", "~0", "~").Replace(token)
		if n = child(n, token); n == nil {
			return nil
		}
	}
	return n
}

func child(n *yaml.Node, token string) *yaml.Node {
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i < len(n.Content); i += 2 {
			if n.Content[i].Value == token {
				return n.Content[i+1]
			}
		}
	case yaml.SequenceNode:
		if i, err := strconv.Atoi(token); err == nil && i >= 0 && i < len(n.Content) {
			return n.Content[i]
		}
	}
	return nil
}

func TestPointersAreInTheDocument(t *testing.T) {
	data, err := os.ReadFile("openapi.yaml")
	require.NoError(t, err)
	var doc yaml.Node
	require.NoError(t, yaml.Unmarshal(data, &doc))
	assert.Nil(t, resolve(&doc, "/info/nosuch"))
	expand := pointers(t)

	rows := table(t, "Every row of the page")
	assert.GreaterOrEqual(t, len(rows), 85, "rows of the page")
	var names []string
	for _, row := range rows {
		require.Len(t, row, 4, row[0])
		assert.NotNil(t, resolve(&doc, expand(row[2])), "%s: %s", row[0], row[2])
		names = append(names, row[0])
	}
	slices.Sort(names)
	assert.Len(t, slices.Compact(names), len(rows), "a row is named twice")

	around := slices.DeleteFunc(table(t, "The calls around it"), func(row []string) bool { return len(row) != 5 || row[0] == "Row" || row[0] == "--" })
	assert.GreaterOrEqual(t, len(around), 25, "rows of other sources")
	for _, row := range around {
		assert.NotNil(t, resolve(&doc, expand(row[3])), "%s: %s", row[0], row[3])
	}

	rows = table(t, "Contradictions, and what was decided")
	assert.GreaterOrEqual(t, len(rows), 16, "contradictions")
	for i, row := range rows {
		require.Len(t, row, 5, row[0])
		assert.Equal(t, strconv.Itoa(i+1), row[0])
		assert.NotNil(t, resolve(&doc, expand(row[3])), "%s: %s", row[0], row[3])
	}
}

// Every parameter of the page has a row for its mandatory flag and its type,
// and the flag agrees with the document.
func TestEveryParameterHasRows(t *testing.T) {
	doc := load(t)
	says := map[string]string{}
	for _, row := range table(t, "Every row of the page") {
		says[row[0]] = row[1]
	}
	for _, name := range []string{"CreateMrsTransferTaskRequest", "MRSDestinationDescriptorRequest"} {
		s := doc.Components.Schemas[name].Value
		for property := range s.Properties {
			if property == "destination_file_type" { // no row on the page
				continue
			}
			flag := "No"
			if slices.Contains(s.Required, property) {
				flag = "Yes"
			}
			assert.Equal(t, flag, says[property+"/mandatory"], property)
			assert.NotEmpty(t, says[property+"/type"], property)
		}
	}
}

func load(t *testing.T) *openapi3.T {
	t.Helper()
	doc, err := openapi3.NewLoader().LoadFromFile("openapi.yaml")
	require.NoError(t, err)
	return doc
}

// Validate also checks every default and every example against its schema.
func TestDocumentIsValid(t *testing.T) {
	require.NoError(t, load(t).Validate(context.Background()))
}

// page is the request body that the page shows.
const page = `{"destination_type":"MRS","mrs_destination_descriptor":{
	"task_name":"mrstask","consumer_strategy":"LATEST","agency_name":"dis_admin_agency","destination_file_type":"text",
	"mrs_cluster_id":"f8123fa6-99f1-4ed9-83f4-c827c7277d41","mrs_cluster_name":"mrscluster","mrs_hdfs_path":"/user",
	"obs_bucket_path":"obsbucket","file_prefix":"","hdfs_prefix_folder":"","deliver_time_interval":30,"retry_duration":1800}}`

func TestExampleOfThePage(t *testing.T) {
	doc := load(t)
	op := doc.Paths.Value("/v2/{project_id}/streams/{stream_name}/transfer-tasks").Post
	media := op.RequestBody.Value.Content["application/json"]
	schema := media.Schema.Value
	visit := func(text string) error {
		var v any
		require.NoError(t, json.Unmarshal([]byte(text), &v))
		return schema.VisitJSON(v)
	}
	require.NoError(t, visit(page))
	assert.Error(t, visit(strings.Replace(page, `:30,`, `:29,`, 1)))
	assert.NoError(t, visit(strings.Replace(page, `:1800`, `:"1800"`, 1)), "what the official SDK sends")
	assert.Error(t, visit(strings.Replace(page, `:1800`, `:"7201"`, 1)))

	got, err := json.Marshal(media.Examples["page"].Value.Value)
	require.NoError(t, err)
	assert.JSONEq(t, page, string(got))
}
