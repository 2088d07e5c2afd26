package diag_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/policy"
	"github.com/oas2go/oas2go/generator/internal/diff/rules"
)

var update = flag.Bool("update", false, "write docs/rules.md, the rules in docs/oas2go.schema.json and the reports of testdata")

const pageHead = `<!-- Made from generator/diag and generator/internal/diff/rules by "make golden UPDATE=1". Do not edit. -->
# Rules

The [rules of findings](#findings) in a document, and the [rules of changes](#changes) between two, as they stand in brackets at each:
` + "`api.yaml:13:55: error: ... [ref]`" + `. Ids are stable.

## Findings

Each rule has the severity of most of its findings; the text says when it is another one.

- An **error** means that nothing is written. With ` + "`--lenient`" + ` an error that leaves something to work with is a warning.
- A **warning** means that the code does less than the document asks for, or that the document contradicts itself harmlessly.
- An **info** is worth knowing. ` + "`oas2go lint`" + ` shows it, the other commands do not.

` + "`rules`" + ` in the configuration gives the findings of a rule another severity, or switches them off. Errors of a document stay errors.

Examples are parts of documents.

| Rule | Severity | |
|--|--|--|
`

const changesHead = `
## Changes

What ` + "`oas2go diff`" + ` tells of two documents. How bad a change is depends on where it stands: requests may lose nothing that was allowed, and
responses may have nothing that was not. Each example shows both documents as one text: lines with a minus are in the old one only, lines
with a plus in the new one.

| Rule | |
|--|--|
`

// TestRulesPage compares docs/rules.md with the tables of rules.
func TestRulesPage(t *testing.T) {
	const path = "../../docs/rules.md"
	var page strings.Builder
	page.WriteString(pageHead)
	for _, r := range diag.Rules() {
		fmt.Fprintf(&page, "| [%s](#%s) | %s | %s |\n", r.Rule, r.Rule, r.Severity, r.Summary)
	}
	for _, r := range diag.Rules() {
		fmt.Fprintf(&page, "\n### %s\n\n*%s.* %s\n\n%s", r.Rule, r.Severity, r.Summary, r.Markdown())
	}
	page.WriteString(changesHead)
	for _, r := range rules.All() {
		fmt.Fprintf(&page, "| [%s](#%s) | %s |\n", r.ID, r.ID, r.Summary)
	}
	for _, r := range rules.All() {
		fmt.Fprintf(&page, "\n### %s\n\n%s\n\n%s", r.ID, r.Summary, r.Markdown())
	}
	compare(t, path, page.String())
}

// TestRulesOfConfigurations compares the ids in docs/oas2go.schema.json with the rules that there are.
func TestRulesOfConfigurations(t *testing.T) {
	const path, begin, end = "../../docs/oas2go.schema.json", "\"propertyNames\": {\"enum\": [\n", "\n      ]}"
	schema, err := os.ReadFile(path)
	require.NoError(t, err)
	before, rest, ok := strings.Cut(string(schema), begin)
	require.True(t, ok)
	_, after, ok := strings.Cut(rest, end)
	require.True(t, ok)
	const width = 118
	var lines []string
	line := "       "
	for _, id := range policy.Known() {
		word := fmt.Sprintf(" %q,", id)
		if len(line)+len(word) > width {
			lines, line = append(lines, line), "       "
		}
		line += word
	}
	lines = append(lines, strings.TrimSuffix(line, ","))
	compare(t, path, before+begin+strings.Join(lines, "\n")+end+after)
}

// compare fails unless a file holds what is wanted now; -update writes it.
func compare(t *testing.T, path, want string) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(want), 0o644))
		return
	}
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, want, string(data), "%s is out of date: run make golden UPDATE=1", path)
}
