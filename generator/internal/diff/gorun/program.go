package gorun

import "strings"

// program returns the main file of the scratch module.
func program(pkg string) string { return strings.ReplaceAll(programText, "PACKAGE", pkg) }

const programText = `package main

import (
	"encoding/json"
	"errors"
	"fmt"
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

// An entry is a call, and its response; status 0 is none.
type entry struct {
	call   func(*PACKAGE.Client) error
	status int
	body   string
	header []string
}

func (e entry) client() *PACKAGE.Client {
	t := transport{e.status, e.body, http.Header{}}
	for i := 0; i+1 < len(e.header); i += 2 {
		t.header.Add(e.header[i], e.header[i+1])
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
	failure, ok := errors.AsType[*PACKAGE.APIError](err)
	switch {
	case !ok:
		return err.Error()
	case failure.Err != nil:
		return failure.Err.Error()
	}
	return "" // a response that is no success, as it came
}

// body returns the type of the body of a response that is no success, "" for none.
func body(err error) string {
	failure, ok := errors.AsType[*PACKAGE.APIError](err)
	if !ok || failure.Body == nil {
		return ""
	}
	return fmt.Sprintf("%T", failure.Body)
}

func main() {
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	for i, e := range messages() {
		sent = false
		err := e.try()
		out.Encode(map[string]any{"Message": i, "Error": reason(err), "Body": body(err), "Sent": sent})
	}
}

func (e entry) try() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = errors.New("panic")
		}
	}()
	return e.call(e.client())
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

// table returns the file that lists all messages.
func table(entries []string) []byte {
	return []byte("package main\n\nfunc messages() []entry {\n\treturn []entry{\n\t\t" + strings.Join(entries, "\n\t\t") + "\n\t}\n}\n")
}
