package diag_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	_ "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif" // for the schema of SARIF in its source
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
)

// schema returns the schema that OASIS publishes for SARIF 2.1.0. go-sarif has it as a constant that is not exported, and validates
// what it has read into its own types and filled up; reading the constant lets us validate what we print.
func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	dir, err := exec.Command("go", "list", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif").Output()
	require.NoError(t, err)
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(dir)), "schema.go"), nil, parser.SkipObjectResolution)
	require.NoError(t, err)
	text, err := strconv.Unquote(file.Decls[0].(*ast.GenDecl).Specs[0].(*ast.ValueSpec).Values[0].(*ast.BasicLit).Value)
	require.NoError(t, err)
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	require.NoError(t, err)
	const url = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	assert.Equal(t, url, document.(map[string]any)["id"])
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	require.NoError(t, c.AddResource(url, document))
	compiled, err := c.Compile(url)
	require.NoError(t, err)
	return compiled
}

func validate(t *testing.T, s *jsonschema.Schema, text string) error {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	require.NoError(t, err)
	return s.Validate(document)
}

// TestWriteSARIF compares a report with testdata/report.sarif and validates all kinds of reports.
func TestWriteSARIF(t *testing.T) {
	s := schema(t)
	text := write(t, sample().WriteSARIF)
	compare(t, "testdata/report.sarif", text)
	assert.NoError(t, validate(t, s, text))
	for _, r := range []diag.Report{{}, {Problem: "no file"}, {Findings: []diag.Finding{{Rule: diag.RuleEnum}}}} {
		assert.NoError(t, validate(t, s, write(t, r.WriteSARIF)))
	}
	for _, broken := range []string{`"version": "2.1.0"`, `"level": "note"`, `"startLine": 2`, `"uri": "other.json"`} {
		require.Contains(t, text, broken)
		key, _, _ := strings.Cut(broken, ":")
		assert.Error(t, validate(t, s, strings.Replace(text, broken, key+": -1", 1)), "the schema does not see %s", broken)
	}
}

// TestSARIFRefersToRules: each result has the place of its rule in the table.
func TestSARIFRefersToRules(t *testing.T) {
	var findings []diag.Finding
	for _, r := range diag.Rules() {
		findings = append(findings, diag.Finding{Rule: r.Rule})
	}
	var log struct {
		Runs []struct {
			Tool struct {
				Driver struct{ Rules []struct{ ID string } }
			}
			Results []struct {
				RuleID    string
				RuleIndex int
			}
		}
	}
	require.NoError(t, json.Unmarshal([]byte(write(t, diag.Report{Findings: findings}.WriteSARIF)), &log))
	require.Len(t, log.Runs[0].Results, len(findings))
	for _, r := range log.Runs[0].Results {
		assert.Equal(t, r.RuleID, log.Runs[0].Tool.Driver.Rules[r.RuleIndex].ID)
	}
}

// TestSARIFRun: a run of another tool has its own rules, and results with fingerprints and properties.
func TestSARIFRun(t *testing.T) {
	s := schema(t)
	finding := sample().Findings[0]
	finding.Rule = "maximum-lowered"
	run := diag.SARIFRun{Tool: "oas2go diff", Rules: []diag.RuleText{{Rule: "maximum-lowered"}}, Results: []diag.SARIFResult{
		{Finding: finding, Fingerprints: map[string]string{"oas2goDiff/v1": "20a656efb427"}, Properties: map[string]string{"class": "running"}},
	}}
	text := write(t, run.Write)
	assert.NoError(t, validate(t, s, text))
	assert.NoError(t, validate(t, s, write(t, diag.SARIFRun{Tool: "oas2go diff"}.Write)))
	var log struct {
		Runs []struct {
			Tool struct {
				Driver struct{ Rules []map[string]any }
			}
			Results []struct{ PartialFingerprints, Properties map[string]string }
		}
	}
	require.NoError(t, json.Unmarshal([]byte(text), &log))
	assert.Equal(t, []map[string]any{{"id": "maximum-lowered"}}, log.Runs[0].Tool.Driver.Rules)
	assert.Equal(t, map[string]string{"oas2goDiff/v1": "20a656efb427"}, log.Runs[0].Results[0].PartialFingerprints)
	assert.Equal(t, map[string]string{"class": "running"}, log.Runs[0].Results[0].Properties)
}
