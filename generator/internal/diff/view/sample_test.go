package view_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/report"
	"github.com/oas2go/oas2go/generator/internal/diff/view/markdown"
	"github.com/oas2go/oas2go/generator/internal/diff/view/text"
)

var update = flag.Bool("update", false, "write the views of the sample into testdata")

const sampleOld = `openapi: 3.1.0
info: {title: "Bikes & more", version: 0.4.1, description: Rents bikes.}
paths:
  /bikes:
    get:
      operationId: listBikes
      parameters:
        - {name: near, in: query, schema: {type: string, maxLength: 80}}
  /bikes/{id}/rentals/of/this/year/by/customer_number:
    post:
      responses: {'201': {description: Rented., headers: {Location: {required: true}}}}
components:
  schemas:
    Bike:
      properties:
        state: {enum: [free, rented]}
        frame_no: {type: string, pattern: '^[A-Z]+$'}
        owner: {type: string}
    Rental: {type: object}
`

const sampleNew = `openapi: 3.1.0
info: {title: "Bikes & more", version: 0.4.2, description: Rents bikes by the day.}
paths:
  /bikes:
    get:
      operationId: listBikes
      parameters:
        - {name: near, in: query, schema: {type: string, maxLength: 40}}
        - {name: colour, in: query, schema: {type: string}}
  /bikes/{id}/rentals/of/this/year/by/customer_number:
    post:
      responses: {'201': {description: Rented.}}
components:
  schemas:
    Bike:
      properties:
        state: {enum: [free, rented, lost]}
        frame_no: {type: string, pattern: '^(?!X)[A-Z]+$'}
    Contract: {type: object}
`

// A place finds positions in the sample.
type place struct {
	file *diag.File
}

// at returns the position of text. The place is there.
func (p place) at(text, value string) change.Side {
	before, _, found := strings.Cut(p.file.Text, text)
	if !found {
		panic("no " + text)
	}
	line := strings.Count(before, "\n") + 1
	column := len(before) - strings.LastIndex(before, "\n")
	return change.Side{Value: value, Present: true, Pos: diag.Pos{File: p.file, Line: uint32(line), Column: uint32(column)}}
}

// below returns the position of the object that would hold a place.
func (p place) below(text string) change.Side {
	side := p.at(text, "")
	side.Present = false
	return side
}

// rent is an operation without an operationId.
const rent = "POST /bikes/{id}/rentals/of/this/year/by/customer_number"

// sample has a change of each class, and all that a change can have.
func sample() *report.Report {
	old := place{&diag.File{Name: "v1/bikes.yaml", Text: sampleOld}}
	new := place{&diag.File{Name: "bikes.yaml", Text: sampleNew}}
	operations := []report.Operation{
		{Name: "listBikes", Method: "GET", Path: "/bikes"},
		{Name: rent, Method: "POST", Path: strings.TrimPrefix(rent, "POST ")},
	}
	var many []string
	for i := range 22 {
		name := fmt.Sprintf("task%d", i+1)
		many = append(many, name)
		operations = append(operations, report.Operation{Name: name, Method: "PUT", Path: "/tasks/" + name})
	}
	operations = append(operations, report.Operation{Name: "ping", Method: "GET", Path: "/ping"})
	return report.New(
		report.Document{File: "v1/bikes.yaml", Title: "Bikes & more", Version: "0.4.1", Package: "bikes"},
		report.Document{File: "bikes.yaml", Title: "Bikes & more", Version: "0.4.2", Package: "bikes"},
		append(sampleBreaking(old, new, many), sampleQuiet(old, new)...),
		report.Settings{FailOn: report.FailWire, Operations: operations, Lead: "No old request of listBikes is accepted any more.",
			Ignored: []change.Change{{
				Rule: "member-added", Class: change.Compiling, Subject: "Bike.weight", Sentence: "added", Fingerprint: "aaaaaaaaaaaa",
				Old: old.below("properties:\n        state"), New: new.at("properties:\n        state", ""),
				Approval: change.Approval{Reason: "Clients were told in May.", Expires: "2027-01-31"},
			}}},
	)
}

func sampleBreaking(old, new place, many []string) []change.Change {
	return []change.Change{
		{
			Rule: "schema-renamed", Class: change.Compiling, Subject: "Rental", Sentence: "is now called Contract; a parameter of it changed too",
			Pointer: "/components/schemas/Contract", Fingerprint: "111111111111", See: []string{"222222222222"},
			Old: old.at("Rental:", "Rental"), New: new.at("Contract:", "Contract"),
			Go: change.GoEffect{StopsCompiling: true, Names: []change.Name{{Kind: change.Renamed, Name: "Rental", New: "Contract"}}},
			Advice: change.Advice{Who: "Go code that names Rental.",
				Callers: `Rename: gofmt -w -r "bikes.Rental -> bikes.Contract" .`, Author: "Write x-go-name: Rental below Contract."},
			Alike: []string{"same: id, from, until", "required → optional: price"},
		},
		{
			Rule: "length-lowered", Class: change.Running, Subject: "listBikes, query near", Sentence: "maxLength 80 → 40",
			Pointer: "/paths/~1bikes/get/parameters/near/schema/maxLength", Fingerprint: "222222222222",
			Old: old.at("maxLength: 80", "80"), New: new.at("maxLength: 40", "40"),
			Wire: []change.Effect{{Direction: change.Request, Verdict: change.Breaking, Operations: []string{"listBikes"}}},
			Go:   change.GoEffect{FailsWhenRunning: true, Error: "invalid ListBikesParams: query /near: maxLength 40, got 41 characters"},
			Witness: &change.Witness{Direction: change.Request, Operation: "listBikes", OldAccepts: true,
				Text: "GET /bikes?near=" + strings.Repeat("a", 41) + " HTTP/1.1\r\nHost: bikes.example\r\n\r\n"},
			Advice: change.Advice{Who: "Callers of listBikes that send near with 41 to 80 characters.",
				Callers: "Send 40 characters at most.", Author: "Leave maxLength at 80."},
		},
		{
			Rule: "header-removed", Class: change.Running, Subject: rent + ", 201, header Location", Sentence: "removed",
			Pointer: "/paths/~1bikes/post/responses/201/headers/Location", Fingerprint: "333333333333",
			Old: old.at("Location:", "required"), New: new.below("'201':"),
			Wire: []change.Effect{{Direction: change.Response, Verdict: change.Breaking, Operations: []string{rent}}},
			Go: change.GoEffect{StopsCompiling: true, FailsWhenRunning: true, Measured: true, Error: "header Location: required",
				Names: []change.Name{{Kind: change.Gone, Name: "RentHeader, ParseRentHeader", Note: "no other place needs them"}}},
			Witness: &change.Witness{Direction: change.Response, Status: "201", NewAccepts: true, Text: "HTTP/1.1 201 Created\nContent-Length: 0"},
			Advice:  change.Advice{Who: "Clients that read Location.", Callers: "Take the id of the request.", Author: "Keep the header."},
		},
		{
			Rule: "enum-widened", Class: change.Wire, Subject: "Bike.state", Sentence: `"lost" is new in responses (2 → 3 values)`,
			Pointer: "/components/schemas/Bike/properties/state/enum", Fingerprint: "444444444444",
			Old: old.at("[free, rented]", "free, rented"), New: new.at("[free, rented, lost]", "free, rented, lost"),
			Wire: []change.Effect{
				{Direction: change.Request, Verdict: change.Compatible, Operations: []string{"task1", "task2"}},
				{Direction: change.Response, Verdict: change.Breaking, Operations: many},
			},
			Go: change.GoEffect{Error: `only with WithResponseValidation: /state: enum ["free", "rented"], got "lost"`,
				Names: []change.Name{{Kind: change.Added, Name: "BikeStateLost", New: "a BikeState"}}},
			Witness: &change.Witness{Direction: change.Response, Operation: "task1", Status: "200", NewAccepts: true,
				Body: `{"state":"lost","note":"a, b: c"}`, At: "/state"},
			Advice: change.Advice{Who: "Clients that refuse unknown values.",
				Callers: "Give every switch over BikeState a default.", Author: "Approve it with an ignore."},
		},
		{
			Rule: "pattern-changed", Class: change.Unproved, Subject: "Bike.frame_no", Sentence: "pattern ^[A-Z]+$ → ^(?!X)[A-Z]+$",
			Pointer: "/components/schemas/Bike/properties/frame_no/pattern", Fingerprint: "555555555555",
			Old: old.at("pattern:", "^[A-Z]+$"), New: new.at("pattern:", "^(?!X)[A-Z]+$"),
			Wire: []change.Effect{{Direction: change.Request, Verdict: change.Unknown, Operations: []string{"task1", "task2"}},
				{Direction: change.Response, Verdict: change.Unknown, Operations: []string{"task1", "listBikes"}}},
			Advice: change.Advice{Who: "Not known.",
				Why: "Patterns that look around cannot be compared.", Callers: "Compare both patterns.", Author: "Write it without (?!...)."},
		},
	}
}

func sampleQuiet(old, new place) []change.Change {
	return []change.Change{
		{
			Rule: "description", Class: change.Docs, Subject: "info", Sentence: "Rents bikes. → Rents bikes by the day.",
			Pointer: "/info/description", Fingerprint: "666666666666",
			Old: old.at("description: Rents", "Rents bikes."), New: new.at("description: Rents", "Rents bikes by the day."),
		},
		{
			Rule: "parameter-added", Class: change.Harmless, Subject: "listBikes, query colour", Sentence: "added, optional",
			Pointer: "/paths/~1bikes/get/parameters/colour", Fingerprint: "777777777777",
			Old: old.below("parameters:"), New: new.at("{name: colour", "optional"),
			Wire:   []change.Effect{{Direction: change.Request, Verdict: change.Compatible, Operations: []string{"listBikes"}}},
			Go:     change.GoEffect{Names: []change.Name{{Kind: change.Added, Name: "ListBikesParams.Colour", New: "*string"}}},
			Advice: change.Advice{Who: "Callers that want one colour.", Callers: "Send it, or nothing.", Author: "Nothing <needs> doing."},
		},
		{
			Rule: "member-removed", Class: change.Harmless, Subject: "Bike.owner", Sentence: "removed",
			Pointer:     "/components/schemas/Bike/properties/owner",
			Fingerprint: "888888888888", Old: old.at("owner:", "string"), New: new.below("properties:\n        state"),
			Wire: []change.Effect{{Direction: change.Response, Verdict: change.Compatible, Operations: []string{"listBikes"}}},
		},
	}
}

// links are addresses of both commits.
var links = markdown.Links{Old: "https://git.example/shop/blob/1a2b", New: "https://git.example/shop/blob/3c4d/"}

// TestSample compares all views of the sample with testdata/sample.
func TestSample(t *testing.T) {
	r := sample()
	o := markdown.Options{Links: links, Label: "api-break", Page: "report.html"}
	for name, got := range map[string]string{
		"report.txt":         plainText(t, r, text.Options{}),
		"report-60.txt":      plainText(t, r, text.Options{Width: 60, Fingerprints: true}),
		"report-ascii.txt":   plainText(t, r, text.Options{Width: 80, ASCII: true}),
		"report-colour.ansi": plainText(t, r, text.Options{Width: 200, Color: true}),
		"report.md":          comment(t, r, o),
		"changelog.md":       changelog(t, r),
		"report.json":        jsonText(t, r),
		"report.sarif":       sarif(t, r),
		"annotations.txt":    annotations(t, r),
		"junit.xml":          junit(t, r),
		"report.html":        page(t, r),
	} {
		path := filepath.Join("testdata", "sample", name)
		if *update {
			require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
			require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
			continue
		}
		want, err := os.ReadFile(path)
		require.NoError(t, err)
		same(t, path+" (run make golden UPDATE=1)", string(want), got)
	}
}
