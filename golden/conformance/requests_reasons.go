package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// excuses are verdicts that say nothing about our clients, with the reason. Each is recognized by what the message says.
var excuses = []struct{ text, reason string }{
	{panics, panics},
	{"in path has an error: value is required but missing", "kin-openapi finds a parameter of a path by its name in the template only"},
	{"unsupported content type", "kin-openapi reads no bodies of this type"},
	{"unsupported schema of request body", "kin-openapi reads no objects inside of forms"},
	{"]: undefined", "kin-openapi knows no style in a multipart body"},
	{"invalid serialization method", "kin-openapi does not know the style"},
	{"has no content schema", "kin-openapi takes JSON only as the content of a parameter"},
	{"not nullable", "kin-openapi reads the part of a form without type as null"},
	{"Value: null", "kin-openapi reads the part of a form without type as null"},
	{"array items must be set with indexes", "kin-openapi reads lists inside of exploded objects by indexes, which no style has"},
	{"in query has an error: decoding oneOf failed", "kin-openapi reads no alternatives of objects in a query"},
	{"is not declared", "the security scheme is not declared"},
	{": type integer that ", "kin-openapi holds integers as float64, which rounds them beyond 2^53"},
	{"value must be 1.8446744073709552e+19", "kin-openapi rounds integers of the document to float64"},
	{"in path has an error: empty value is not allowed", "kin-openapi takes the JSON text null for no value"},
	{"in header has an error: empty value is not allowed", "kin-openapi takes a header whose schema has no type for an empty one"},
	{`parameter "version" in query has an error: empty value`, "kin-openapi does not tell apart operations of one path"},
	{"the client says: value:", "our reader refuses a value that two other validators accept"},
	{": format ", "the value does not fit a format that the other validators do not assert"},
}

// excuse turns a verdict that is a limitation of kin-openapi into a reason to skip.
func (c *apiCall) excuse() {
	for _, e := range excuses {
		if strings.Contains(c.result, e.text) {
			c.result, c.skip, c.detail = "", e.reason, c.result
			return
		}
	}
}

// explain gives calls that were not made, or came to nothing, the reason that the generator found.
func (s *spec) explain(findings []diagFinding, targets map[string]target) {
	for _, c := range s.calls {
		if c.skip == "" && c.result == "" {
			continue
		}
		for _, f := range findings {
			if reason := c.found(f, targets[c.Method].op); reason != "" {
				c.skip, c.detail, c.result = reason, cmp.Or(c.result, c.detail), ""
			}
		}
	}
}

// found is the reason that a finding gives for a call, "" for none.
func (c *apiCall) found(f diagFinding, op *openapi3.Operation) string {
	name := c.request
	if op != nil && op.OperationID != "" {
		name = op.OperationID
	}
	switch {
	case strings.HasPrefix(f.Message, name+" cannot be called: a path can hold no value"):
		return "a path can hold no value of a parameter, which is a finding of the generator"
	case strings.HasPrefix(f.Message, c.Method+" is not served: "):
		return "a server cannot tell the request from one for another operation, which is a finding of the generator"
	case strings.HasPrefix(f.Message, "a server refuses a body of type ") && strings.Contains(c.result, "HTTP 415") && strings.Contains(c.result, "has the charset"):
		return "servers read UTF-8 only, which is a finding of the generator"
	}
	return ""
}

// printReasons counts the calls that were not made, or judged without a verdict on our client, by their reasons.
func printReasons(w io.Writer, specs []*spec) {
	counts := map[string]int{}
	for _, s := range specs {
		for _, c := range s.calls {
			if c.skip != "" {
				counts[c.skip]++
			}
		}
	}
	most := func(a, b string) int { return cmp.Or(counts[b]-counts[a], strings.Compare(a, b)) }
	for _, reason := range slices.SortedFunc(maps.Keys(counts), most) {
		fmt.Fprintf(w, "%6d skipped: %s\n", counts[reason], reason)
	}
}
