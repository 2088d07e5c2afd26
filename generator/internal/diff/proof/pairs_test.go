//go:build unix

package proof_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/diff"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

const pairsPage = "../../../../docs/diff-pairs.md"

// An opinion is what another tool says about a pair.
type opinion struct{ ID, Level, Operation, Path, Text string }

// A pairOf is a pair of documents with the opinions of another tool.
type pairOf struct {
	ID, Base, Revision string
	Expected           []opinion // of one check or of all
	Full               []opinion `json:"expected_full"` // of all checks
}

// A tally is what we say where they say something, by verdict.
type tally map[change.Verdict]int

// TestPairs compares our verdicts with those of another tool, and writes the table of the documentation. Each of their errors is
// breaking for us too, or the table has the reason why not.
func TestPairs(t *testing.T) {
	wanted(t, "pairs", "make diff-pairs")
	dir := filepath.Join(unpack(t, "specdiff/pairs.tar.xz"), "pairs")
	data, err := os.ReadFile(filepath.Join(dir, "pairs.json"))
	require.NoError(t, err)
	var file struct{ Pairs []pairOf }
	require.NoError(t, json.Unmarshal(data, &file))
	errors, milder := map[string]tally{}, map[string]int{}
	for _, p := range file.Pairs {
		old, new := read(t, filepath.Join(dir, p.Base)), read(t, filepath.Join(dir, p.Revision))
		r := compare(old.API, new.API)
		for _, e := range p.Expected {
			if e.Level != "error" {
				continue
			}
			if errors[e.ID] == nil {
				errors[e.ID] = tally{}
			}
			v := ours(r, e)
			errors[e.ID][v]++
			if testing.Verbose() && v != change.Breaking {
				t.Logf("%s %s %s %s: %s; %s", v, e.ID, p.Base, p.Revision, e.Text, told(r))
			}
		}
		for _, id := range onlyOurs(p, r) {
			milder[id]++
			t.Logf("only ours: %s %s %s: %s", id, p.Base, p.Revision, told(r))
		}
	}
	page := pairsPageText(len(file.Pairs), errors, milder)
	for id, by := range errors {
		_, known := reasons()[id]
		assert.Equal(t, by[change.Breaking] < total(by), known, "a reason why %s is not always breaking", id)
	}
	require.NoError(t, os.WriteFile(pairsPage, []byte(page), 0o600))
}

func total(by tally) (n int) {
	for _, count := range by {
		n += count
	}
	return n
}

func told(r *diff.Result) string {
	var list []string
	for _, c := range r.Changes {
		list = append(list, fmt.Sprintf("%s %s %s (%s)", c.Message(), worst(c), c.Rule, c.Advice.Why))
	}
	return strings.Join(list, " | ")
}

// directionOf returns the direction that an id speaks of, "" for any.
func directionOf(id string) change.Direction {
	switch {
	case strings.HasPrefix(id, "request"), strings.HasPrefix(id, "new-re"):
		return change.Request
	case strings.HasPrefix(id, "response"), strings.HasPrefix(id, "required-response"):
		return change.Response
	}
	return ""
}

// ours is the worst that we say about the operation and the direction of an opinion.
func ours(r *diff.Result, e opinion) (v change.Verdict) {
	v = change.Equal
	names, incoming := map[string]bool{}, false
	for _, op := range r.Operations {
		if op.Method == e.Operation && op.Path == e.Path {
			names[op.Name], incoming = true, incoming || op.Incoming
		}
	}
	dir := directionOf(e.ID)
	for _, c := range r.Changes {
		for _, f := range c.Wire {
			here := len(names) == 0 || slices.ContainsFunc(f.Operations, func(name string) bool { return names[name] })
			if here && (dir == "" || incoming || len(names) == 0 || f.Direction == dir) &&
				slices.Index(verdicts(), f.Verdict) > slices.Index(verdicts(), v) {
				v = f.Verdict
			}
		}
	}
	return v
}

// onlyOurs returns their ids for what breaks for us only, "nothing" if they say nothing at all.
func onlyOurs(p pairOf, r *diff.Result) (ids []string) {
	if !slices.ContainsFunc(r.Changes, change.Change.Breaks) {
		return nil
	}
	for _, e := range p.Full {
		if e.Level == "error" {
			return nil
		}
		if !slices.Contains(ids, e.ID) && !strings.HasPrefix(e.ID, "api-version") && ours(r, e) == change.Breaking {
			ids = append(ids, e.ID)
		}
	}
	if ids == nil {
		return []string{"nothing"}
	}
	return ids
}

func pairsPageText(pairs int, errors map[string]tally, milder map[string]int) string {
	var b strings.Builder
	sum := tally{}
	for _, by := range errors {
		for v, n := range by {
			sum[v] += n
		}
	}
	fmt.Fprintf(&b, `# oas2go diff beside another tool

Written by `+"`make diff-pairs`"+`, which compares %d pairs of documents from the tests of oasdiff (commit 4553c69d) with what that tool reports. It
judges by rules about keywords, oas2go by sets of messages: a change is breaking if there is a message that one document allows and the
other does not, and each such message is verified. The pairs are not part of this project; the table has their ids and counts only.

Of %d reports of level error, oas2go calls %d breaking, with a verified message, and %d not proved. It calls %d compatible and %d
equal, for the reasons of the table. "Equal" includes what is only told as documentation.

| Their id | errors | breaking | not proved | compatible | equal | why not breaking |
|--|--|--|--|--|--|--|
`, pairs, total(sum), sum[change.Breaking], sum[change.Unknown], sum[change.Compatible], sum[change.Equal])
	for _, id := range slices.Sorted(maps.Keys(errors)) {
		by := errors[id]
		fmt.Fprintf(&b, "| `%s` | %d | %s | %s | %s | %s | %s |\n", id, total(by), count(by[change.Breaking]), count(by[change.Unknown]),
			count(by[change.Compatible]), count(by[change.Equal]), reasons()[id])
	}
	b.WriteString(`
## What only oas2go calls breaking

Pairs of which the other tool reports nothing of level error, while a verified message shows that one of its two directions breaks, by what
it does report about the operation.

| Their id | pairs |
|--|--|
`)
	for _, id := range slices.Sorted(maps.Keys(milder)) {
		fmt.Fprintf(&b, "| `%s` | %d |\n", id, milder[id])
	}
	return b.String()
}

func count(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}
