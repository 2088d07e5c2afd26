package view_test

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/diff/report"
	"github.com/oas2go/oas2go/generator/internal/diff/view/machine"
)

func jsonText(t *testing.T, r *report.Report) string {
	t.Helper()
	return written(t, func(w io.Writer) error { return machine.WriteJSON(w, r) })
}

func annotations(t *testing.T, r *report.Report) string {
	t.Helper()
	return written(t, func(w io.Writer) error { return machine.WriteGitHub(w, r) })
}

func junit(t *testing.T, r *report.Report) string {
	t.Helper()
	return written(t, func(w io.Writer) error { return machine.WriteJUnit(w, r) })
}

func sarif(t *testing.T, r *report.Report) string {
	t.Helper()
	return written(t, func(w io.Writer) error { return machine.WriteSARIF(w, r, machine.Tool{Version: "v1.2.3"}) })
}

// reportSchema is the schema of JSON reports that docs/ publishes.
func reportSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	text, err := os.ReadFile("../../../../docs/diff-report.schema.json")
	require.NoError(t, err)
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(string(text)))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource("report.json", document))
	schema, err := c.Compile("report.json")
	require.NoError(t, err)
	return schema
}

func validate(t *testing.T, s *jsonschema.Schema, text string) error {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	require.NoError(t, err)
	return s.Validate(document)
}

// TestSchemaSeesMistakes: the schema is no schema of everything.
func TestSchemaSeesMistakes(t *testing.T) {
	schema, text := reportSchema(t), jsonText(t, sample())
	require.NoError(t, validate(t, schema, text))
	for _, c := range [][2]string{
		{`"verified": true`, `"verified": false`}, {`"n": 1,`, ``}, {`"witness":`, `"witnesses":`}, {`"callers":`, `"caller":`},
		{`"verdict": "breaking"`, `"verdict": "bad"`},
		{`"fingerprint": "222222222222"`, `"fingerprint": ""`}, {`"line": 8`, `"line": 0`},
		{`"docs": 1`, `"docs": -1`}, {`"kind": "gone"`, `"kind": "lost"`},
		{`"direction": "response"`, `"direction": "both"`}, {`"failOn": "wire"`, `"failOn": ""`}, {`"class": "running"`, `"class": ""`},
	} {
		require.Contains(t, text, c[0])
		assert.Error(t, validate(t, schema, strings.Replace(text, c[0], c[1], 1)), "the schema does not see %s", c[1])
	}
}

func TestJSONTargets(t *testing.T) {
	schema := reportSchema(t)
	for _, name := range []string{"case1", "case2", "equal"} {
		x := openTarget(t, name)
		want := x.read("report.json")
		assert.NoError(t, validate(t, schema, want), name)
		r := x.report()
		for i := range r.Changes { // what the reports made by hand have in other formats only
			r.Changes[i].Alike = nil
			if !r.Changes[i].Go.FailsWhenRunning {
				r.Changes[i].Go.Error = ""
			}
		}
		got := jsonText(t, r)
		if name == "equal" {
			got = strings.Replace(got, "  \"lead\": \"\",\n", "", 1)
		}
		same(t, name, want, got)
	}
}

func TestAnnotationTargets(t *testing.T) {
	for _, name := range []string{"case1", "case2"} {
		x := openTarget(t, name)
		same(t, name, x.read("annotations.txt"), annotations(t, x.report()))
	}
	assert.Empty(t, annotations(t, openTarget(t, "equal").report()))
}

// A node is any element of XML.
type node struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Text    string     `xml:",chardata"`
	Nodes   []node     `xml:",any"`
}

func parseXML(t *testing.T, text string) (x node) {
	t.Helper()
	require.NoError(t, xml.Unmarshal([]byte(text), &x))
	return x
}

func TestJUnitTargets(t *testing.T) {
	for _, name := range []string{"case1", "case2"} {
		x := openTarget(t, name)
		want, got := parseXML(t, x.read("junit.xml")), parseXML(t, junit(t, x.report()))
		assert.Equal(t, want.Attrs, got.Attrs)
		require.Len(t, got.Nodes, len(want.Nodes))
		for i := range want.Nodes {
			assert.Equal(t, want.Nodes[i].Attrs, got.Nodes[i].Attrs)
			require.Len(t, got.Nodes[i].Nodes, len(want.Nodes[i].Nodes))
			for j := range want.Nodes[i].Nodes {
				assert.Equal(t, want.Nodes[i].Nodes[j], got.Nodes[i].Nodes[j])
			}
		}
	}
}

func TestSARIFTargets(t *testing.T) {
	for _, name := range []string{"case1", "case2"} {
		x := openTarget(t, name)
		type run struct {
			Tool struct {
				Driver struct {
					Name  string
					Rules []any
				}
			}
			Results []any
		}
		var want, got struct{ Runs []run }
		require.NoError(t, json.Unmarshal([]byte(x.read("report.sarif")), &want))
		require.NoError(t, json.Unmarshal([]byte(sarif(t, x.report())), &got))
		assert.Equal(t, want, got)
	}
}
