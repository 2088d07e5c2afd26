package rules_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/rules"
)

// A targetChange is a change of a report as its JSON has it.
type targetChange struct {
	N                    int
	Rule, Class, Subject string
	Message, Why         string
	Who, Callers, Author string
	Old, New             targetSide
	Wire                 []change.Effect
	GoEffect             change.GoEffect
}

type targetSide struct {
	Value string
	At    struct {
		File    string
		Line    uint32
		Present bool
	}
}

func (s targetSide) side() change.Side {
	return change.Side{Value: s.Value, Present: s.At.Present, Pos: diag.Pos{File: &diag.File{Name: s.At.File}, Line: s.At.Line}}
}

// TestTarget compares advice with reports that were written by hand. What a report does not have, facts and Go names of what did not
// change, is given here; where a text differs on purpose, it stands here with the reason.
func TestTarget(t *testing.T) {
	type given struct {
		facts change.Facts
		with  rules.Context
		other [3]string // texts in place of those of the report
	}
	const folder = "../../../../../shared/target/diff"
	for name, cases := range map[string]map[int]given{
		"case1": {
			1: {facts: change.Facts{Type: "integer"}},
			2: {facts: change.Facts{Name: "channel"}, with: rules.Context{Value: "ChannelWeb"}},
			3: {facts: change.Facts{Type: "string", Gone: []string{`"post"`}}},
			4: {facts: change.Facts{Name: "line2", Open: true}},
			5: {facts: change.Facts{Type: "string", Old: "string or null"}},
			6: {},
			7: {facts: change.Facts{Type: "string", Came: []string{`"returned"`}}},
		},
		"case2": {
			1: {facts: change.Facts{Type: "string", Gone: []string{`"MRS"`}, Came: []string{`"OBS"`}}, with: rules.Context{Required: true},
				other: [3]string{
					1: `Send "OBS". As long as the service takes "MRS", stay on the old package.`, // that nothing may be sent is change 4
					2: `Keep "MRS" in the enum, beside "OBS".`,                                    // quoted as in case 1
				}},
			2: {},
			3: {other: [3]string{ // as in case 1: by the names, with a command
				"Go code that names CreateMRSTransferTaskRequest. Nothing changes on the wire by the name.",
				`Rename: gofmt -w -r "dis.CreateMRSTransferTaskRequest -> dis.CreateOBSTransferTaskRequest" .`,
				"Write x-go-name: CreateMRSTransferTaskRequest below CreateOBSTransferTaskRequest (new.yaml:127).",
			}},
			4: {facts: change.Facts{Name: "destination_type", Sample: `"OBS"`}, with: rules.Context{Value: "DestinationTypeOBS"}},
			5: {facts: change.Facts{Name: "mrs_destination_descriptor", Open: true}, other: [3]string{ // the report knows what the members mean
				"Everyone who writes CreateMRSTransferTaskRequest.MRSDestinationDescriptor. By itself nothing fails on the wire: the object is open, " +
					"so the server takes the old member and ignores it.",
				"Use OBSDestinationDescriptor instead of MRSDestinationDescriptor.",
			}},
		},
	} {
		data, err := os.ReadFile(filepath.Join(folder, name, "report.json"))
		if os.IsNotExist(err) {
			t.Skipf("%s is not there", folder)
		}
		require.NoError(t, err)
		var report struct{ Changes []targetChange }
		require.NoError(t, json.Unmarshal(data, &report))
		for _, target := range report.Changes {
			x, ok := cases[target.N]
			if !ok {
				assert.Empty(t, target.Who+target.Callers+target.Author, "%s, change %d is not compared", name, target.N)
				continue
			}
			c := change.Change{Rule: target.Rule, Class: change.Class(target.Class), Subject: target.Subject,
				Sentence: strings.TrimPrefix(target.Message, target.Subject+": "),
				Old:      target.Old.side(), New: target.New.side(), Wire: target.Wire, Go: target.GoEffect, Facts: x.facts}
			x.with.Package = map[string]string{"case1": "orders", "case2": "dis"}[name]
			want := [3]string{target.Who, target.Callers, target.Author}
			for i, text := range x.other {
				if text != "" {
					assert.NotEqual(t, want[i], text, "%s, change %d: no reason to list it", name, target.N)
					want[i] = text
				}
			}
			assert.Equal(t, want, advice(c, x.with), "%s, change %d", name, target.N)
		}
	}
}
