package view_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/report"
)

// targets is a folder of reports made by hand, where a checkout has it beside it.
const targets = "../../../../../shared/target/diff"

// A target is a report made by hand: report.json, which says what the changes are, and the views of it.
type target struct {
	t   *testing.T
	dir string
}

func openTarget(t *testing.T, name string) target {
	t.Helper()
	if _, err := os.Stat(targets); err != nil {
		t.Skip("no reports made by hand beside the checkout")
	}
	return target{t, filepath.Join(targets, name)}
}

func (x target) read(name string) string {
	x.t.Helper()
	data, err := os.ReadFile(filepath.Join(x.dir, name))
	require.NoError(x.t, err)
	return string(data)
}

type jsonPlace struct {
	File         string
	Line, Column uint32
	Present      bool
}

type jsonSide struct {
	Value *string
	At    jsonPlace
}

type jsonChange struct {
	Rule, Class, Subject, Message, Pointer, Fingerprint string
	Old, New                                            jsonSide
	Wire                                                []change.Effect
	GoEffect                                            struct {
		StopsCompiling, FailsWhenRunning bool
		Error                            *string
		Names                            []change.Name
	}
	Witness *struct {
		Text                   string
		Value                  json.RawMessage
		OldAccepts, NewAccepts bool
	}
	Who, Why, Callers, Author string
}

type jsonReport struct {
	Lead, FailOn string
	Old, New     struct{ File, Version string }
	Operations   []struct {
		ID, Method, Path string
	}
	OperationsTotal int
	Changes         []jsonChange
}

// report returns the report that the views show. What the JSON does not have (titles, what two members share, an error that a client
// gives with an option) is told here.
func (x target) report() *report.Report {
	x.t.Helper()
	var in jsonReport
	require.NoError(x.t, json.Unmarshal([]byte(x.read("report.json")), &in))
	files := map[string]*diag.File{}
	for _, name := range []string{in.Old.File, in.New.File} {
		text, err := os.ReadFile(filepath.Join(x.dir, name))
		if err != nil {
			require.Empty(x.t, in.Changes)
		}
		files[name] = &diag.File{Name: name, Text: string(text)}
	}
	var changes []change.Change
	for _, c := range in.Changes {
		changes = append(changes, c.change(files))
	}
	var operations []report.Operation
	for _, o := range in.Operations {
		operations = append(operations, report.Operation{Name: o.ID, Method: o.Method, Path: o.Path})
	}
	for len(operations) < in.OperationsTotal { // those that nothing touches are not in the JSON
		operations = append(operations, report.Operation{Name: "other"})
	}
	title := map[string]string{"case1": "Orders", "case2": "Data Ingestion Service (DIS)"}[filepath.Base(x.dir)]
	old := report.Document{File: in.Old.File, Version: in.Old.Version, Title: title}
	new := report.Document{File: in.New.File, Version: in.New.Version, Title: title}
	return report.New(old, new, changes, report.Settings{FailOn: report.FailOn(in.FailOn), Operations: operations, Lead: in.Lead})
}

func (c jsonChange) change(files map[string]*diag.File) change.Change {
	out := change.Change{
		Rule: c.Rule, Class: change.Class(c.Class), Subject: c.Subject, Pointer: c.Pointer, Fingerprint: c.Fingerprint,
		Sentence: strings.TrimPrefix(c.Message, c.Subject+": "), Old: c.Old.side(files), New: c.New.side(files), Wire: c.Wire,
		Go: change.GoEffect{
			StopsCompiling: c.GoEffect.StopsCompiling, FailsWhenRunning: c.GoEffect.FailsWhenRunning, Names: c.GoEffect.Names,
		},
		Advice: change.Advice{Who: c.Who, Why: c.Why, Callers: c.Callers, Author: c.Author},
	}
	if c.GoEffect.Error != nil {
		out.Go.Error = *c.GoEffect.Error
	}
	if w := c.Witness; w != nil {
		out.Witness = &change.Witness{Text: w.Text, Body: string(w.Value), OldAccepts: w.OldAccepts, NewAccepts: w.NewAccepts}
	}
	switch c.Fingerprint {
	case "df2c4ea907b7":
		out.Go.Error = `only with WithResponseValidation: /status: enum ["placed", "paid", "shipped", "cancelled"], got "returned"`
	case "5a45ebc21691":
		out.Alike = []string{
			"same: task_name, deliver_time_interval, consumer_strategy, file_prefix, obs_bucket_path",
			"required → optional: agency_name",
			"any string → text, parquet, carbon: destination_file_type",
			"gone: mrs_cluster_name, mrs_cluster_id, mrs_hdfs_path, hdfs_prefix_folder, retry_duration",
			"new: deliver_size_interval (integer, 1 to 300)",
		}
	}
	return out
}

func (s jsonSide) side(files map[string]*diag.File) change.Side {
	out := change.Side{Present: s.At.Present, Pos: diag.Pos{File: files[s.At.File], Line: s.At.Line, Column: s.At.Column}}
	if s.Value != nil {
		out.Value = *s.Value
	}
	return out
}
