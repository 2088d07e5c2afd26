package verify_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/internal/diff/verify"
)

const manyFields = `openapi: 3.1.0
info: {title: t, version: '1'}
paths:
  /form:
    post:
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema:
              type: object
              properties: {list: {type: array, items: {type: integer}}, lone: {type: array, items: {type: string}}}
              patternProperties: {^n: {type: integer}, ^s: {type: string}, ^x: {type: 'null'}}
      ` + ok200 + `
  /closed:
    get:
      parameters: [{name: f, in: query, style: deepObject, schema: {type: object, additionalProperties: false, properties: {a: {type: integer}}}}]
      ` + ok200 + `
`

// form is a request with fields whose texts may be numbers and strings.
func form(names string, fields int, more string) string {
	var b strings.Builder
	b.WriteString("POST /form\nContent-Type: application/x-www-form-urlencoded\n\n" + more)
	for i := range fields {
		fmt.Fprintf(&b, "&%c%d=%d", names[i%len(names)], i, i)
	}
	return b.String()
}

// TestManyReadings: a form with more readings than anybody can try is judged by those that are near to the schema.
func TestManyReadings(t *testing.T) {
	judge := verify.New(read(t, manyFields), verify.Options{})
	for _, c := range []struct {
		names, more string
		fields      int
		want        string
	}{
		{"n", "n=1", 300, "valid"},
		{"ns", "n=1", 300, "valid"},
		{"ns", "s~%2F1=5&list=1&list=2&lone=1", 300, "valid"},
		{"s", "list=1" + strings.Repeat("&list=2", 300), 300, "valid"},
		{"s", "n2=x", 5, "body /n2: type: got string, want integer"},
		{"ns", "x=1", 300, "problem: body: the text has too many readings"},
	} {
		assert.Equal(t, c.want, lines(judge.Request(message(t, form(c.names, c.fields, c.more)))), "%.20s", c.more)
	}
}

// TestWorkOfReadings: twice as many fields are about twice the work, measured in memory.
func TestWorkOfReadings(t *testing.T) {
	judge := verify.New(read(t, manyFields), verify.Options{})
	work := func(request string) float64 {
		m := message(t, request)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		judge.Request(m)
		runtime.ReadMemStats(&after)
		return float64(after.TotalAlloc - before.TotalAlloc)
	}
	deep := func(fields int) string {
		var b strings.Builder
		b.WriteString("GET /closed?f[a]=1")
		for i := range fields {
			fmt.Fprintf(&b, "&f[p%d]=%d", i, i)
		}
		return b.String()
	}
	work(form("ns", 10, "")) // what is made once
	assert.Less(t, work(form("ns", 600, ""))/work(form("ns", 300, "")), 3.0)
	assert.Less(t, work(form("x", 400, ""))/work(form("x", 200, "")), 3.0, "no reading is right")
	assert.Less(t, work(deep(400))/work(deep(200)), 3.0)
}
