package rules_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/rules"
)

// TestAll: each rule has an id of its own, also among the rules of findings, and texts of whole sentences.
func TestAll(t *testing.T) {
	sentences := regexp.MustCompile("(?s)^[A-Z`].*[^. ]\\.$")
	seen := map[string]bool{}
	for _, r := range diag.Rules() {
		seen[string(r.Rule)] = true
	}
	for _, r := range rules.All() {
		assert.False(t, seen[r.ID], r.ID)
		seen[r.ID] = true
		assert.Regexp(t, regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`), r.ID)
		for _, text := range []string{r.Summary, r.Why, r.Fix} {
			assert.Regexp(t, sentences, text, r.ID)
			assert.NotContains(t, text, "\n", r.ID)
			assert.Zero(t, strings.Count(text, "`")%2, r.ID)
		}
		found, ok := rules.Find(r.ID)
		assert.True(t, ok)
		assert.Equal(t, r, found)
		diff := r.Example.Diff()
		assert.True(t, strings.Contains("\n"+diff, "\n-") || strings.Contains("\n"+diff, "\n+"), "%s: the example changes nothing", r.ID)
		assert.NotContains(t, diff, "\t", r.ID)
	}
	_, ok := rules.Find("no-such")
	assert.False(t, ok)
}

// TestDiff shows an example as people see it.
func TestDiff(t *testing.T) {
	r, _ := rules.Find("maximum-lowered")
	assert.Equal(t, ` components:
   schemas:
     Order:
       type: object
       properties:
-        amount: {type: integer, maximum: 100}
+        amount: {type: integer, maximum: 50}
`, r.Example.Diff())
	old, new := r.Example.Documents()
	assert.Contains(t, old, "operationId: createOrder")
	assert.Equal(t, strings.Replace(old, "100", "50", 1), new)
}
