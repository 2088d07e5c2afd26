package exchange

import (
	"encoding/base64"
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/golden/conformance/caller"
)

// TestRequests: what differs is named, and what only travels in another way does not differ.
func TestRequests(t *testing.T) {
	with := func(change func(*Request)) Request {
		q := Request{"POST", "/a?b=1", http.Header{"Content-Type": {"application/json"}, "X-Shop": {"s"}}, []byte(`{"a":1,"b":[2]}`)}
		change(&q)
		return q
	}
	first := with(func(*Request) {})
	for want, change := range map[string]func(*Request){
		"method":        func(q *Request) { q.Method = "PUT" },
		"target":        func(q *Request) { q.Target = "/a?b=2" },
		"header X-Shop": func(q *Request) { q.Header.Del("X-Shop") },
		"header Accept": func(q *Request) { q.Header.Set("Accept", "text/plain") },
		"header Cookie": func(q *Request) { q.Header.Set("Cookie", "a=b") },
		"media type":    func(q *Request) { q.Header.Set("Content-Type", "text/plain") },
		"body":          func(q *Request) { q.Body = []byte(`{"a":1.0,"b":[2]}`) },
	} {
		assert.Contains(t, Requests(first, with(change)), want)
	}
	assert.Empty(t, Requests(first, with(func(q *Request) {
		q.Body = []byte(`{"b": [2], "a": 1}`)
		q.Header.Set("Content-Length", "18")
		q.Header.Set("X-Via", "proxy")
	}), "X-Via"))
}

// TestMultiparts: boundaries do not count, nor the order of parts with other names.
func TestMultiparts(t *testing.T) {
	body := func(boundary, a, b string) []byte {
		part := func(name, data string) string {
			return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + data + "\r\n"
		}
		return []byte(part(a, a) + part(b, b) + "--" + boundary + "--\r\n")
	}
	const form = "multipart/form-data; boundary="
	assert.Empty(t, Bodies(form+"x", body("x", "a", "b"), form+"y", body("y", "b", "a")))
	assert.Contains(t, Bodies(form+"x", body("x", "a", "b"), form+"y", body("y", "a", "c")), "part")
	assert.Contains(t, Bodies(form+"x", body("x", "a", "b"), form+"y", []byte("--y--\r\n")), "parts: 2, 0")
}

func TestOutcomes(t *testing.T) {
	with := func(change func(*caller.Outcome)) *caller.Outcome {
		o := &caller.Outcome{Status: 200, Header: http.Header{"Etag": {"x"}, "Date": {"now"}}, Result: []byte(`{"a":1}`)}
		change(o)
		return o
	}
	first := with(func(*caller.Outcome) {})
	for want, change := range map[string]func(*caller.Outcome){
		"status":    func(o *caller.Outcome) { o.Status = 201 },
		"Etag":      func(o *caller.Outcome) { o.Header.Del("ETag") },
		"result":    func(o *caller.Outcome) { o.Result = []byte("null") },
		"failure":   func(o *caller.Outcome) { o.Body = []byte("{}") },
		"error: \"": func(o *caller.Outcome) { o.Error = "x" },
	} {
		assert.Contains(t, Outcomes(first, with(change), []string{"ETag"}), want)
	}
	event := func(raw, data string) *caller.Outcome {
		return with(func(o *caller.Outcome) { o.Result = []byte(`[{"Name":"a","Raw":"` + raw + `","Data":` + data + `}]`) })
	}
	ab, ba := base64.StdEncoding.EncodeToString([]byte(`{"a":1,"b":2}`)), base64.StdEncoding.EncodeToString([]byte(`{"b":2,"a":1}`))
	assert.Empty(t, Outcomes(event(ab, `{"a":1}`), event(ba, `{"a":1}`), nil), "the order of members does not count")
	assert.NotEmpty(t, Outcomes(event(ab, `{"a":1}`), event(ba, `{"a":2}`), nil))
	assert.NotEmpty(t, Outcomes(event(ab, `null`), event(base64.StdEncoding.EncodeToString([]byte(`{}`)), `null`), nil), "nothing but the bytes")
	assert.Empty(t, Outcomes(first, with(func(o *caller.Outcome) { o.Header.Set("Date", "later") }), []string{"ETag"}))
}
