package gorun

import (
	"fmt"
	"strings"
)

// program returns the main file of the scratch module. Messages are found by their numbers, which is the only order that they have.
func program(pkg string) string { return strings.ReplaceAll(programText, "PACKAGE", pkg) }

const programText = `package main

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
	"strings"
	"time"

	"scratch.test/PACKAGE"
)

// sent notes that a request reached the transport.
var sent bool

type transport struct {
	status int
	body   string
	header http.Header
}

var errSent = errors.New("sent")

func (t transport) RoundTrip(r *http.Request) (*http.Response, error) {
	sent = true
	if t.status == 0 {
		return nil, errSent
	}
	return &http.Response{
		StatusCode: t.status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Header: t.header, ContentLength: int64(len(t.body)),
		Body: io.NopCloser(strings.NewReader(t.body)), Request: r,
	}, nil
}

func client(status int, body string, header ...string) *PACKAGE.Client {
	t := transport{status, body, http.Header{}}
	for i := 0; i+1 < len(header); i += 2 {
		t.header.Add(header[i], header[i+1])
	}
	c, err := PACKAGE.NewClient("https://example.com", PACKAGE.WithHTTPClient(&http.Client{Transport: t}), PACKAGE.WithRetries(0))
	if err != nil {
		panic(err)
	}
	return c
}

func instant(text string) time.Time {
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		panic(err)
	}
	return t
}

// reason returns what people should read of an error, "" for none.
func reason(err error) string {
	if err == nil || errors.Is(err, errSent) {
		return ""
	}
	if invalid, ok := errors.AsType[*PACKAGE.InvalidError](err); ok {
		return invalid.Error()
	}
	if failure, ok := errors.AsType[*PACKAGE.APIError](err); ok && failure.Err != nil {
		return failure.Err.Error()
	}
	return err.Error()
}

func main() {
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	for i, message := range messages() {
		sent = false
		err := try(message)
		out.Encode(map[string]any{"Message": i, "Error": reason(err), "Sent": sent})
	}
}

func try(message func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = errors.New("panic")
		}
	}()
	return message()
}
`

// dayText is the helper for dates, which brings a module.
const dayText = `package main

import "github.com/oapi-codegen/runtime/types"

func day(text string) (d types.Date) {
	if err := d.UnmarshalText([]byte(text)); err != nil {
		panic(err)
	}
	return d
}
`

// list returns the file that names all messages.
func list(n int) []byte {
	var b strings.Builder
	b.WriteString("package main\n\nfunc messages() []func() error {\n\treturn []func() error{\n")
	for i := range n {
		fmt.Fprintf(&b, "\t\tmessage%d,\n", i)
	}
	b.WriteString("\t}\n}\n")
	return []byte(b.String())
}
