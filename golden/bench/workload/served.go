package workload

import (
	"bytes"
	"slices"
	"strings"
)

// A Served workload is a JSON text that is posted to generated servers.
type Served struct {
	Name     string // in figures
	Title    string // for people
	Package  string // of the servers: workloads of one document share it
	Document string // below the root of oas2go
	Path     string // of the operation
	Echoes   bool   // the response is the value; else it has no body
	Text     func() []byte
	Wrong    func() []byte // breaks one rule of the document
	edits    []string      // of the document: old and new text in turn
}

// Serve is the name of all these on the command line.
const Serve = "serve"

// Serves reports whether servers are among the names in a list with commas, or all for an empty one.
func Serves(names string) bool {
	return names == "" || slices.Contains(strings.Split(names, ","), Serve)
}

// AllServed returns the workloads of servers in the order of the report.
func AllServed() []Served {
	tasks := Served{
		Name: "served w1", Title: "the request w1, added as a task", Package: "tasks", Document: "spec/dis/openapi.yaml",
		Path: "/v2/0123456789abcdef0123456789abcdef/streams/mystream/transfer-tasks", Text: request,
		Wrong: func() []byte { return replaced(request(), `_interval" : 30`, `_interval" : 5`) }, edits: withoutUnsupported,
	}
	page := func(name, title string, n int) Served {
		text := func() []byte { return records(n) }
		return Served{
			Name: name, Title: title, Package: "pages", Document: "golden/cases/records.txtar", Path: "/pages", Echoes: true, Text: text,
			Wrong: func() []byte { return replaced(text(), `"load":0`, `"load":7`) }, edits: []string{"paths: {}\n", pagePath},
		}
	}
	return []Served{
		tasks,
		page("served page", "20 records of w2, which are also the response", 20),
		page("served w2", "all of w2, which is also the response", 1000),
	}
}

// withoutUnsupported are the two lines that ogen makes nothing of: names that differ in how they are written only, and the default of a union.
var withoutUnsupported = []string{
	"        errorCode: {type: string, description: Code such as DIS.4301., x-go-name: ErrorCodeCamel}\n", "",
	"          default: '1800'\n", "",
}

// pagePath gives the document of w2 an operation.
const pagePath = `paths:
  /pages:
    post:
      operationId: addPage
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Page'}
      responses:
        '201':
          description: The page as it was stored.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Page'}
`

// Edit makes the document of the servers.
func (s Served) Edit(document []byte) []byte {
	for pair := range slices.Chunk(s.edits, 2) {
		document = replaced(document, pair[0], pair[1])
	}
	return document
}

// replaced replaces a text that must be there, once.
func replaced(data []byte, from, to string) []byte {
	if !bytes.Contains(data, []byte(from)) {
		panic("it does not have " + from)
	}
	return bytes.Replace(data, []byte(from), []byte(to), 1)
}
