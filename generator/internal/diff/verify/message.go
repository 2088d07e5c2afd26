package verify

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// A Message is an HTTP request or response as it goes over the wire.
type Message struct {
	Method string // of a request
	URL    string // of a request: absolute, or from the path on
	Status int    // of a response
	Header http.Header
	Body   []byte
	Grants Grants
}

// Grants are what credentials are worth, which no message tells.
type Grants struct {
	Scopes      []string // of the token
	Certificate bool     // the client showed one
}

// Text returns the message as people write it: the start line, headers, an empty line, the body.
func (m *Message) Text() string {
	var b strings.Builder
	if m.Status != 0 {
		b.WriteString(strings.TrimSpace(fmt.Sprintf("%d %s", m.Status, http.StatusText(m.Status))))
	} else {
		b.WriteString(m.Method + " " + m.URL)
	}
	b.WriteByte('\n')
	for _, name := range slices.Sorted(maps.Keys(m.Header)) {
		for _, value := range m.Header[name] {
			b.WriteString(name + ": " + value + "\n")
		}
	}
	if len(m.Body) > 0 {
		b.WriteByte('\n')
		b.Write(m.Body)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// A findings list is what is wrong with a message, and what was not judged.
type findings struct {
	errors   []Place
	problems []string
}

func (f *findings) add(part, pointer, keyword, format string, args ...any) {
	f.errors = append(f.errors, Place{Part: part, Pointer: pointer, Keyword: keyword, Message: fmt.Sprintf(format, args...)})
}

func (f *findings) problem(format string, args ...any) {
	f.problems = append(f.problems, fmt.Sprintf(format, args...))
}

// include adds the result for a part of the message.
func (f *findings) include(part, pointer string, r Result) {
	f.errors = append(f.errors, in(part, pointer, r.Errors)...)
	if r.Problem != nil {
		f.problem("%s: %v", strings.TrimSpace(part+" "+pointer), r.Problem)
	}
}

func (f *findings) result(op *api.Operation) Result {
	r := Result{Valid: len(f.errors)+len(f.problems) == 0, Errors: f.errors, Operation: op}
	if len(f.problems) > 0 {
		r.Problem = problemError(strings.Join(f.problems, "; "))
	}
	return r
}

// A problemError says why something was not judged.
type problemError string

func (e problemError) Error() string { return string(e) }
