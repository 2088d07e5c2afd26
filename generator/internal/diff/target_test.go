package diff_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/diff"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/jsonvalue"
	"github.com/oas2go/oas2go/generator/internal/diff/lists"
	"github.com/oas2go/oas2go/generator/internal/diff/report"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// targetFolder has two pairs of documents with reports made by hand. It is not part of the project.
const targetFolder = "../../../../shared/target/diff"

// A targetChange is a change of such a report.
type targetChange struct {
	N                             int
	Rule, Class, Message, Pointer string
	Who, Why, Callers, Author     string
	Old, New                      struct{ At targetPos }
	Wire                          []change.Effect
	Alike                         []string
	GoEffect                      targetGo
	Witness                       *struct {
		Text  string
		Value json.RawMessage
	}
}

type targetPos struct {
	Line, Column int
	Present      bool
}

type targetGo struct {
	StopsCompiling, FailsWhenRunning bool
	Error                            string
	Names                            []change.Name
}

func TestTargets(t *testing.T) {
	for name, pkg := range map[string]string{"case1": "orders", "case2": "dis"} {
		t.Run(name, func(t *testing.T) {
			folder := filepath.Join(targetFolder, name)
			data, err := os.ReadFile(filepath.Join(folder, "report.json"))
			if err != nil {
				t.Skip("the reports made by hand are not there: " + folder)
			}
			var want struct {
				Line, Lead string
				Changes    []targetChange
			}
			require.NoError(t, json.Unmarshal(data, &want))
			old, new := documentOf(t, source.NewLoader(filepath.Join(folder, "old.yaml"))), documentOf(t, source.NewLoader(filepath.Join(folder, "new.yaml")))
			result := diff.Compare(planned(t, old, pkg), planned(t, new, pkg), diff.Options{})
			r := report.New(report.Document{Version: old.Info.Version}, report.Document{Version: new.Info.Version}, result.Changes,
				report.Settings{Lead: result.Lead})
			assert.Equal(t, strings.Replace(want.Line, "8 docs", "9 docs", 1), r.Line) // case2 has texts of a value too: targetDifferences
			assert.Equal(t, want.Lead, r.Lead)
			var expected, got []string
			for _, w := range want.Changes {
				expected = append(expected, w.text())
			}
			for _, c := range r.Changes {
				got = append(got, strings.ReplaceAll(changeText(c), folder+"/", ""))
			}
			text := strings.Join(expected, "\n")
			for _, d := range targetDifferences()[name] {
				require.Equal(t, 1, strings.Count(text, d.target), "%s is not in the target once (%s)", d.target, d.why)
				text = strings.Replace(text, d.target, d.ours, 1)
			}
			assert.Equal(t, text, strings.Join(got, "\n"))
		})
	}
}

func (w targetChange) text() string {
	c := change.Change{N: w.N, Rule: w.Rule, Class: change.Class(w.Class), Subject: w.Message, Pointer: w.Pointer, Wire: w.Wire,
		Advice: change.Advice{Who: w.Who, Why: w.Why, Callers: w.Callers, Author: w.Author}}
	c.Go = change.GoEffect{StopsCompiling: w.GoEffect.StopsCompiling, FailsWhenRunning: w.GoEffect.FailsWhenRunning, Error: w.GoEffect.Error, Names: w.GoEffect.Names}
	c.Old.Pos.Line, c.Old.Pos.Column, c.Old.Present = uint32(w.Old.At.Line), uint32(w.Old.At.Column), w.Old.At.Present
	c.New.Pos.Line, c.New.Pos.Column, c.New.Present = uint32(w.New.At.Line), uint32(w.New.At.Column), w.New.At.Present
	if w.Witness != nil {
		c.Witness = &change.Witness{Text: w.Witness.Text, Body: string(w.Witness.Value)}
	}
	return changeText(c)
}

// changeText is all of a change as lines.
func changeText(c change.Change) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d %s %s %s\n%s\n", c.N, c.Rule, c.Class, c.Message(), c.Pointer)
	fmt.Fprintf(&b, "%d:%d %v, %d:%d %v\n", c.Old.Pos.Line, c.Old.Pos.Column, c.Old.Present, c.New.Pos.Line, c.New.Pos.Column, c.New.Present)
	for _, e := range c.Wire {
		fmt.Fprintf(&b, "%s %s %s\n", e.Direction, e.Verdict, strings.Join(e.Operations, ", "))
	}
	if w := c.Witness; w != nil {
		fmt.Fprintf(&b, "proof %s%s\n", strings.TrimSpace(strings.ReplaceAll(w.Text, "\r", "")), spaced(w.Body))
	}
	fmt.Fprintf(&b, "%+v\nwho %s\nwhy %s\ncallers %s\nauthor %s\n", c.Go, c.Advice.Who, c.Advice.Why, c.Advice.Callers, c.Advice.Author)
	return b.String()
}

// spaced is JSON as reports show it.
func spaced(text string) string {
	v, err := jsonvalue.Parse(text)
	if err != nil {
		return text
	}
	return lists.Spaced(v)
}

// A targetDifference is a place where our report is another one than the target, for a reason.
type targetDifference struct{ why, target, ours string }

func targetDifferences() map[string][]targetDifference {
	const values = `"placed", "paid", "shipped", "cancelled"`
	return map[string][]targetDifference{
		"case1": {
			{"the operation needs a token; the host is that of the server", "GET /v1/orders?limit=51 HTTP/1.1\nHost: api.shop.example",
				"GET /v1/orders?limit=51\nAuthorization: Bearer token"},
			{"the target has it in the text only", "FailsWhenRunning:false Error: Names:[{Kind:added Name:OrderStatusReturned",
				"FailsWhenRunning:false Error:only with WithResponseValidation: /status: enum [" + values + `], got "returned" ` +
					"Names:[{Kind:added Name:OrderStatusReturned"},
			{"it says why", "request compatible listOrders\n{StopsCompiling:false FailsWhenRunning:false Error: Names:[{Kind:added " +
				"Name:ListOrdersParams.Channel Old: New:*Channel Note:}]}\nwho \nwhy ",
				"request compatible listOrders\n{StopsCompiling:false FailsWhenRunning:false Error: Names:[{Kind:added " +
					"Name:ListOrdersParams.Channel Old: New:*Channel Note:}]}\nwho \nwhy A request may have what the document does not " +
					"declare; nobody reads it."},
		},
		"case2": {
			{"a rule knows one change, not that the member became optional", `Send "OBS" or nothing.`, `Send "OBS".`},
			{"values are quoted", "Keep MRS in the enum, beside OBS.", `Keep "MRS" in the enum, beside "OBS".`},
			{"the name of the type", "Go code that names the type. Nothing", "Go code that names CreateMRSTransferTaskRequest. Nothing"},
			{"the command does it", "Rename it in the code.",
				`Rename: gofmt -w -r "dis.CreateMRSTransferTaskRequest -> dis.CreateOBSTransferTaskRequest" .`},
			{"the name of the schema", "below the schema (new.yaml:127)", "below CreateOBSTransferTaskRequest (new.yaml:127)"},
			{"the name of the field", "Everyone who builds the descriptor.", "Everyone who writes CreateMRSTransferTaskRequest.MRSDestinationDescriptor."},
			{"an example", "open objects. Who already sends something else as obs_destination_descriptor breaks;", "open objects (objects: open). " +
				"Who already sends something else as obs_destination_descriptor breaks, such as " +
				`{"destination_type": "MRS", "obs_destination_descriptor": 0};`},
			{"nobody compares what constructors fill in", "Build an OBSDestinationDescriptorRequest. Set DeliverTimeInterval by hand: the new " +
				"constructor no longer fills in 300.", "Use OBSDestinationDescriptor instead of MRSDestinationDescriptor."},
			{"each limit has a rule", "6 maximum-removed", "6 max-length-raised"},
			{"example is a rule of findings", "13 example docs", "13 examples docs"},
			{"a few words around those that differ", "title: MRS dump tasks → OBS dump tasks",
				"title: … Service (DIS), MRS dump tasks → … Service (DIS), OBS dump tasks"},
			{"nobody reads texts", "description: shorter; the remark on 60 and 64 characters is gone", "description: another one"},
			{"the place of the examples", "createObsTransferTask: examples of the request", "createObsTransferTask, request body: examples of the request"},
			{"a text that the target passes over; line 134 is another keyword", "15 extension docs DestinationType: x-documented-default: NOWHERE → none\n" +
				"/components/schemas/DestinationType/x-documented-default\n151:7 true, 134:7 true\n",
				"15 extensions docs DestinationType: x-enum-descriptions: [\"Data goes to an MRS cluster.\"] → [\"Data goes to an OBS bucket.\"]\n" +
					"/components/schemas/DestinationType/x-enum-descriptions\n150:7 true, 138:7 true\n" + nothing +
					"\n16 extensions docs DestinationType: x-documented-default: NOWHERE → none\n" +
					"/components/schemas/DestinationType/x-documented-default\n151:7 true, 133:5 false\n"},
		},
	}
}

const nothing = "{StopsCompiling:false FailsWhenRunning:false Error: Names:[]}\nwho \nwhy \ncallers \nauthor \n"
