//go:build unix

package proof_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/diff"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/proof/tree"
)

// editsInAll is the number of edits of a long run, editsInShort of the others.
const (
	editsInAll   = 10_000
	editsInShort = 1_000
)

// TestEdits makes edits of each keyword at each place. Each is noticed, what breaks is shown by a witness that two validators judge
// again, and what does not break is not shown to break by any of many values.
func TestEdits(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 1))
	all, wanted := slots(), editsInShort
	if long() {
		wanted = editsInAll
	}
	kinds, counts := map[string]bool{}, map[change.Verdict]int{}
	for done := 0; done < wanted; {
		list := edits(r)
		order := r.Perm(len(list) * len(all))
		for _, i := range order[:min(len(order), wanted-done)] {
			s, e := all[i%len(all)], list[i/len(all)]
			if r.IntN(2) == 0 {
				e = e.reversed()
			}
			done++
			if only := os.Getenv("ONLY"); only != "" && !strings.Contains(s.name+": "+e.name, only) {
				continue
			}
			kinds[s.name+": "+e.name] = true
			c := &editCase{T: t, slot: s, edit: e, random: r}
			c.run()
			counts[c.verdict]++
		}
	}
	t.Logf("%d edits of %d kinds: %v", wanted, len(kinds), counts)
}

// An editCase is one edit at one place.
type editCase struct {
	*testing.T
	slot
	edit
	random  *rand.Rand
	result  *diff.Result
	verdict change.Verdict // the worst
}

func (c *editCase) String() string {
	return fmt.Sprintf("%s: %s (%s -> %s)", c.slot.name, c.edit.name, c.old, c.new)
}

func (c *editCase) run() {
	oldText, newText := c.document(c.old), c.document(c.new)
	old, err := tree.ReadText("old.json", []byte(oldText))
	require.NoError(c, err, oldText)
	new, err := tree.ReadText("new.json", []byte(newText))
	require.NoError(c, err, newText)
	c.result = compare(old.API, new.API)
	c.verdict = change.Equal
	again := newJudges(old.API, new.API)
	for _, x := range c.result.Changes {
		if w := worst(x); slices.Index(verdicts(), w) > slices.Index(verdicts(), c.verdict) {
			c.verdict = w
		}
		if x.Breaks() {
			assert.Empty(c, again.problem(x), "%s: %s", c, x.Message())
		}
	}
	if c.verdict == change.Unknown {
		c.Logf("unknown: %s: %s", c, told(c.result))
	}
	if c.body == "" {
		return
	}
	c.noticed()
	if !c.format && !c.silent {
		c.values(oldText, newText)
	}
}

// noticed checks that the edit is told. What is read from text may mean the same.
func (c *editCase) noticed() {
	silent := func(x change.Change) bool { return x.Class == change.Docs }
	assert.False(c, !slices.ContainsFunc(c.result.Changes, func(x change.Change) bool { return !silent(x) }), "%s: nothing is told", c)
	if !c.silent {
		assert.NotEqual(c, change.Equal, c.verdict, "%s: nothing differs for messages", c)
	}
}

// values looks for values that the verdicts forbid, with a validator that reads the text of the documents.
func (c *editCase) values(oldText, newText string) {
	old, new := c.compile(oldText), c.compile(newText)
	for _, dir := range c.directions {
		v := c.of(dir)
		accepts, rejects, sampled := old, new, c.old
		if dir == change.Response {
			accepts, rejects, sampled = new, old, c.new
		}
		for range 25 {
			text := c.wrap(sample(c.random, tree.Parse(sampled), 3))
			value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
			require.NoError(c, err, text)
			if accepts.Validate(value) == nil && rejects.Validate(value) != nil {
				assert.Contains(c, []change.Verdict{change.Breaking, change.Unknown}, v, "%s: %s breaks in the %s; told: %s", c, text, dir, told(c.result))
				return
			}
		}
	}
	for _, x := range c.result.Changes {
		if w := x.Witness; w != nil && w.Body != "" { // the second opinion
			value, err := jsonschema.UnmarshalJSON(strings.NewReader(w.Body))
			require.NoError(c, err, w.Body)
			assert.Equal(c, w.OldAccepts, old.Validate(value) == nil, "%s: the old document and %s", c, w.Body)
			assert.Equal(c, w.NewAccepts, new.Validate(value) == nil, "%s: the new document and %s", c, w.Body)
		}
	}
}

// of is the worst verdict of a direction.
func (c *editCase) of(dir change.Direction) change.Verdict {
	v := change.Equal
	for _, x := range c.result.Changes {
		for _, e := range x.Wire {
			if e.Direction == dir && slices.Index(verdicts(), e.Verdict) > slices.Index(verdicts(), v) {
				v = e.Verdict
			}
		}
	}
	return v
}

// compile compiles the schema of the body as it stands in the text of the document.
func (c *editCase) compile(text string) *jsonschema.Schema {
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader([]byte(text)))
	require.NoError(c, err)
	compiler := jsonschema.NewCompiler()
	require.NoError(c, compiler.AddResource("https://api.test/document.json", document))
	schema, err := compiler.Compile("https://api.test/document.json#" + strings.NewReplacer("{", "%7B", "}", "%7D", "#", "%23", "$", "%24").Replace(c.body))
	require.NoError(c, err, "%s", c)
	return schema
}
