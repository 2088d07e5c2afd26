package gorun

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/gocall"
)

// A Message is a request to send, or an answer to read.
type Message struct {
	Operation string // the Go name of the method
	Code      gocall.Code
	Answer    *Answer // nil: the request is all that counts
	Strict    bool    // with WithResponseValidation
}

// An Answer is a response to a call. The call itself is not checked.
type Answer struct {
	Status int
	Header [][2]string
	Body   string
}

// source returns the file that sends or reads a message.
func (m Message) source(i int, pkg string) []byte {
	var b bytes.Buffer
	paths := []string{"context", modulePath + "/" + pkg}
	paths = append(paths, m.Code.Imports...)
	slices.Sort(paths)
	fmt.Fprintf(&b, "package main\n\nimport (\n")
	for _, path := range slices.Compact(paths) {
		fmt.Fprintf(&b, "\t%q\n", path)
	}
	fmt.Fprintf(&b, ")\n\nfunc message%d() error {\n\tc := client(%s)\n", i, m.answer())
	options := ""
	if m.Answer != nil {
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

// answer writes the arguments of client.
func (m Message) answer() string {
	if m.Answer == nil {
		return `0, ""`
	}
	parts := []string{strconv.Itoa(m.Answer.Status), strconv.Quote(m.Answer.Body)}
	for _, h := range m.Answer.Header {
		parts = append(parts, strconv.Quote(h[0]), strconv.Quote(h[1]))
	}
	return strings.Join(parts, ", ")
}

// nothing returns the file for a message that does not compile.
func nothing(i int) []byte {
	return fmt.Appendf(nil, "package main\n\nfunc message%d() error { return nil }\n", i)
}
