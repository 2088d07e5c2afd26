// Package workload says what is measured: documents, and JSON texts that programs made from a seed.
package workload

import (
	"fmt"
	"path"
	"slices"
	"strings"
)

// A Workload is a JSON text of a type of a document.
type Workload struct {
	Name      string        // on the command line: w2
	Title     string        // for people
	Document  string        // below the root of oas2go: an OpenAPI document, or a golden case that holds one; with Spec a name for it
	Spec      func() []byte // the document, if a program makes it; else nil
	Component string        // the schema of the text
	GoName    string        // of its type in the package of oas2go
	Judged    bool          // kin-openapi judges the text too, which takes long
	ByHand    bool          // other libraries read into a struct that is written by hand
	Alone     bool          // other libraries do not read it: they would not look into a union
	Ogen      bool          // code of ogen reads it, and validates
	Text      func() []byte // the same each time
}

// Package returns the name of the package for the document. Workloads of one document share it.
func (w Workload) Package() string {
	base := path.Base(w.Document)
	if base == "openapi.yaml" {
		base = path.Base(path.Dir(w.Document))
	}
	var name []byte
	for _, c := range []byte(base[:len(base)-len(path.Ext(base))]) {
		if c != '-' {
			name = append(name, c)
		}
	}
	return string(name)
}

// Choose returns the workloads with the names in a list with commas, all of them for an empty one.
func Choose(names string) (chosen []Workload, err error) {
	if names == "" {
		return All(), nil
	}
	for name := range strings.SplitSeq(names, ",") {
		if name == Call || name == Serve {
			continue // Calls and Serves tell
		}
		i := slices.IndexFunc(All(), func(w Workload) bool { return w.Name == name })
		if i < 0 {
			return nil, fmt.Errorf("there is no workload %q", name)
		}
		chosen = append(chosen, All()[i])
	}
	return chosen, nil
}

// Call is the name of calls of the operation of the service, which read and write no text of a workload.
const Call = "call"

// Calls reports whether calls are among the names in a list with commas, or all for an empty one.
func Calls(names string) bool {
	return names == "" || slices.Contains(strings.Split(names, ","), Call)
}

// All returns the workloads in the order of the report.
func All() []Workload {
	const dis = "spec/dis/openapi.yaml"
	return append([]Workload{
		{
			Name: "w1", Title: "a small request, indented as the page of the service shows it", Document: dis,
			Component: "CreateMrsTransferTaskRequest", GoName: "CreateMRSTransferTaskRequest", Judged: true, Text: request,
		},
		{
			Name: "w1c", Title: "the same request without white space", Document: dis,
			Component: "CreateMrsTransferTaskRequest", GoName: "CreateMRSTransferTaskRequest", Text: compactRequest,
		},
		{
			Name: "w2", Title: "1,000 records: strings, numbers, times, enums, lists, optional and nullable members", Document: "golden/cases/records.txtar",
			Component: "Page", GoName: "Page", Judged: true, Text: func() []byte { return records(1000) },
		},
		{
			Name: "unions", Title: "2,000 events of six kinds, with unions in them; the tag is last in one of four", Document: "golden/cases/events.txtar",
			Component: "EventList", GoName: "EventList", ByHand: true, Text: func() []byte { return events(2000) },
		},
		{
			Name: "texts", Title: "long strings with many escapes", Document: "golden/cases/texts.txtar",
			Component: "TextList", GoName: "TextList", Text: func() []byte { return texts(40) },
		},
		{
			Name: "wide", Title: "300 objects with up to 80 optional members in shuffled order", Document: "golden/cases/wide-objects.txtar",
			Component: "DeviceList", GoName: "DeviceList", Text: func() []byte { return devices(300) },
		},
	}, told()...)
}
