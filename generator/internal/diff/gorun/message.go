package gorun

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/gocall"
)

// A Message is a request to send, or a response to read.
type Message struct {
	Operation string // the Go name of the method
	Code      gocall.Code
	Response  *Response // nil: the request is all that counts
	Strict    bool      // with WithResponseValidation
}

// A Response is a response to a call. The call itself is not checked.
type Response struct {
	Status int
	Header [][2]string
	Body   string
}

// source returns the function that sends or reads a message with client c, in a file of its own. The response is no part of
// it, so that many messages share a function.
func (m Message) source(name, pkg string) []byte {
	var b bytes.Buffer
	paths := []string{"context", modulePath + "/" + pkg}
	paths = append(paths, m.Code.Imports...)
	slices.Sort(paths)
	fmt.Fprintf(&b, "package main\n\nimport (\n")
	for _, path := range slices.Compact(paths) {
		fmt.Fprintf(&b, "\t%q\n", path)
	}
	fmt.Fprintf(&b, ")\n\nfunc %s(c *%s.Client) error {\n", name, pkg)
	options := ""
	if m.Response != nil {
		options = ", " + pkg + ".WithoutRequestValidation()"
	}
	if m.Strict {
		options += ", " + pkg + ".WithResponseValidation()"
	}
	call := fmt.Sprintf("c.%s(context.Background(), %s%s)", m.Operation, m.Code.Params, options)
	switch m.Code.Result {
	case "error":
		fmt.Fprintf(&b, "\treturn %s\n}\n", call)
	case "sequence":
		fmt.Fprintf(&b, "\tfor _, err := range %s {\n\t\tif err != nil {\n\t\t\treturn err\n\t\t}\n\t}\n\treturn nil\n}\n", call)
	default:
		fmt.Fprintf(&b, "\t_, err := %s\n\treturn err\n}\n", call)
	}
	return b.Bytes()
}

// entry returns the line of a message in the table of the program.
func (m Message) entry(function string) string {
	if m.Response == nil {
		return "{call: " + function + "},"
	}
	header := make([]string, 0, 2*len(m.Response.Header))
	for _, h := range m.Response.Header {
		header = append(header, strconv.Quote(h[0]), strconv.Quote(h[1]))
	}
	return fmt.Sprintf("{%s, %d, %q, []string{%s}},", function, m.Response.Status, m.Response.Body, strings.Join(header, ", "))
}

// nothing returns the file for a function that does not compile.
func nothing(name, pkg string) []byte {
	return fmt.Appendf(nil, "package main\n\nimport %q\n\nfunc %s(*%s.Client) error { return nil }\n", modulePath+"/"+pkg, name, pkg)
}
