package support

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"
)

// Dump gives request and response as text for a report of a fault: without
// credentials, query, and the body of the request. What the body of the
// response repeats of them is hidden.
func (e *APIError) Dump() string {
	var b strings.Builder
	e.dump(&b)
	b.WriteString("\n" + strings.TrimSpace(fmt.Sprintf("HTTP %d %s", e.StatusCode, http.StatusText(e.StatusCode))) + "\n")
	dumpHeader(&b, e.Header, isPublicHeader)
	if len(e.RawBody) > 0 {
		fmt.Fprintf(&b, "\n%s\n", e.concealed(e.RawBody))
	}
	if e.Err != nil {
		fmt.Fprintf(&b, "\n%v\n", e.Err)
	}
	return b.String()
}

// Dump gives the request and the reason as text for a report of a fault:
// without credentials, query and body.
func (e *CallError) Dump() string {
	var b strings.Builder
	e.dump(&b)
	fmt.Fprintf(&b, "\n%v\n", e.Err)
	return b.String()
}

func (r *SentRequest) dump(b *strings.Builder) {
	fmt.Fprintf(b, "%s %s%s\n", r.Method, r.URL, r.effort())
	dumpHeader(b, r.header, func(string) bool { return true })
}

// dumpHeader writes headers, with the values of public ones.
func dumpHeader(b *strings.Builder, h http.Header, isPublic func(name string) bool) {
	for _, name := range slices.Sorted(maps.Keys(h)) {
		for _, value := range h[name] {
			if !isPublic(name) {
				value = "REDACTED"
			}
			fmt.Fprintf(b, "%s: %s\n", name, strings.Join(strings.Fields(value), " "))
		}
	}
}

// isPublicHeader reports whether the value of a header of a response is no secret.
func isPublicHeader(name string) bool {
	name = strings.ToLower(name)
	return !slices.ContainsFunc([]string{"token", "secret", "key", "auth", "cookie", "session", "signature", "password", "credential"},
		func(word string) bool { return strings.Contains(name, word) })
}

// told gives what an error tells of the request so far. Only headers that never hold a secret are shown: any other may be a credential.
func (k *call) told() SentRequest {
	r := SentRequest{Attempts: k.attempts, key: k.key, retryable: k.retryable}
	if k.last == nil || k.last.req == nil {
		return r
	}
	r.Method, r.URL, r.Elapsed = k.method, k.place(k.last.req.URL.String()), time.Since(k.start)
	r.header = http.Header{}
	for name, values := range k.last.req.Header {
		switch name {
		case "Accept", "Content-Type", "User-Agent", "Idempotency-Key":
		default:
			values = []string{"REDACTED"}
		}
		r.header[name] = values
	}
	return r
}
