package support

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// serve starts a server and makes a client for it.
func serve(t *testing.T, handler http.HandlerFunc, opts ...Option) *Client {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	c, err := NewClient(server.URL+"/base/", append([]Option{WithoutCredentialCheck()}, opts...)...)
	require.NoError(t, err)
	return c
}

// reply makes a handler that always gives the same response.
func reply(status int, contentType, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header()["Content-Type"] = []string{contentType}
		if contentType == "" {
			w.Header()["Content-Type"] = nil
		}
		w.WriteHeader(status)
		io.WriteString(w, body)
	}
}

func goodParams(t *testing.T) *SendParcelParams {
	p := &SendParcelParams{ProjectID: "p 1/ä", Name: "n", XTenant: "acme", Cursor: "a b+c&d=é", Limit: new(int32(5)), Grade: []Grade{"good", "bad"}, IDs: []string{"1,2", "3"}}
	require.NoError(t, p.Body.UnmarshalJSON([]byte(goodParcel)))
	return p
}

func TestNewClient(t *testing.T) {
	for _, base := range []string{"", "example.com", "/path", "http://", "http://h?q=1", "http://h?", "http://h#f", "http://h/%zz", "http:opaque", "://x"} {
		_, err := NewClient(base)
		assert.Error(t, err, base)
	}
	for _, base := range []string{"http://h", "https://h/", "http://h:80/a/b//", "http://[::1]:8080/a%2Fb"} {
		_, err := NewClient(base, nil, WithHTTPClient(nil), WithMiddleware(nil))
		assert.NoError(t, err, base)
	}
}

func TestRequest(t *testing.T) {
	var got *http.Request
	var body []byte
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		got = r
		body, _ = io.ReadAll(r.Body)
		w.WriteHeader(201)
	}, WithHeader("X-Tenant", "lower"), WithHeader("x-other", "o"), WithHeader("Host", "other.example"))
	p := goodParams(t)
	require.NoError(t, c.SendParcel(t.Context(), p))
	assert.Equal(t, "/base/v2/p%201%2F%C3%A4/parcels/n?cursor=a%20b%2Bc%26d%3D%C3%A9&limit=5&grade=good&grade=bad&ids=1%2C2,3", got.RequestURI)
	assert.Equal(t, "POST", got.Method)
	assert.Equal(t, []string{"acme"}, got.Header["X-Tenant"], "a parameter wins over an option")
	assert.Equal(t, "o", got.Header.Get("X-Other"))
	assert.Equal(t, "other.example", got.Host)
	assert.Equal(t, "application/json", got.Header.Get("Content-Type"))
	assert.Equal(t, "application/json", got.Header.Get("Accept"))
	want, err := p.Body.MarshalJSON()
	require.NoError(t, err)
	assert.Equal(t, string(want), string(body))
	assert.Equal(t, int64(len(want)), got.ContentLength)

	_, err = c.ListTags(t.Context(), WithHeader("Accept", "text/x"))
	assert.Error(t, err)
	assert.Equal(t, "text/x", got.Header.Get("Accept"))
	assert.Equal(t, int64(0), got.ContentLength)

	err = c.SendParcel(t.Context(), p, WithHeader("X-Bad", "a\r\nX-Smuggled: 1"))
	assert.ErrorContains(t, err, "support: SendParcel: ")
	assert.Empty(t, got.Header.Get("X-Smuggled"))
}

func TestRequestValidation(t *testing.T) {
	var requests atomic.Int32
	c := serve(t, func(w http.ResponseWriter, r *http.Request) { requests.Add(1) })
	err := c.SendParcel(t.Context(), nil)
	invalid, ok := errors.AsType[*InvalidError](err)
	require.True(t, ok)
	assert.Equal(t, "path", invalid.Violations[0].In)
	assert.Contains(t, err.Error(), "support: SendParcel: invalid SendParcelParams, ")
	assert.Contains(t, err.Error(), "\n\theader /X-Tenant: required\n\tbody /id: minLength 1, got \"\"\n")
	assert.Equal(t, int32(0), requests.Load())
	require.NoError(t, c.SendParcel(t.Context(), nil, WithoutRequestValidation()))
	assert.Equal(t, int32(1), requests.Load())

	p := goodParams(t)
	p.ProjectID = ""
	assert.Error(t, c.SendParcel(t.Context(), p))
	assert.NoError(t, c.SendParcel(t.Context(), p, WithProjectID("p")))
	assert.Error(t, c.SendParcel(t.Context(), p), "the option of a call does not stay")
	both := serve(t, func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.URL.Path) }, WithProjectID("client"))
	for _, test := range []struct {
		opts []Option
		want string
	}{{nil, "client"}, {[]Option{WithProjectID("call")}, "call"}, {nil, "client"}} {
		var resp *http.Response
		require.NoError(t, both.SendParcel(t.Context(), p, append(test.opts, WithResponseInto(&resp))...))
		assert.Contains(t, resp.Request.URL.Path, "/v2/"+test.want+"/")
	}
	p.Body.Event = (*OrderCreated)(nil)
	assert.NoError(t, c.SendParcel(t.Context(), p, WithoutRequestValidation(), WithProjectID("p")), "written as null")
	p.Body.Event, p.Body.Payload = &OrderCreated{}, []byte("{")
	assert.ErrorContains(t, c.SendParcel(t.Context(), p, WithProjectID("p")), "support: SendParcel: a json.RawMessage is not JSON")
}

func TestCredentials(t *testing.T) {
	var got *http.Request
	handler := func(w http.ResponseWriter, r *http.Request) { got = r }
	c := serve(t, handler)
	sent := func(opts ...Option) string {
		require.NoError(t, c.SendParcel(t.Context(), goodParams(t), opts...))
		key, session := got.URL.Query().Get("api_key"), got.Header.Get("Cookie")
		return fmt.Sprintf("%s|%s|%s|%s", got.Header.Get("X-Auth-Token"), key, session, got.Header.Get("Authorization"))
	}
	sign := WithAkSk(func(req *http.Request, body []byte) error {
		assert.Equal(t, "acme", req.Header.Get("X-Tenant"), "the request is final")
		assert.Contains(t, string(body), `"id":"a1"`)
		req.Header.Set("Authorization", "signed")
		return nil
	})
	assert.Equal(t, "|||", sent())
	assert.Equal(t, "t|||", sent(WithUserToken("t")))
	assert.Equal(t, "t|||", sent(sign, WithQueryKey("k"), WithSession("s"), WithUserToken("t")), "the order of the document counts")
	assert.Equal(t, "|k&|sid=s|", sent(sign, WithQueryKey("k&"), WithSession("s")), "all schemes of an alternative")
	assert.Equal(t, "|||signed", sent(sign, WithQueryKey("k")), "an alternative needs all its schemes")
	assert.Equal(t, "|||", sent(WithAkSk(nil)))

	c = serve(t, handler, WithUserToken("client"))
	assert.Equal(t, "client|||", sent())
	assert.Equal(t, "call|||", sent(WithUserToken("call")))
	assert.Equal(t, "client|||", sent())

	refused := errors.New("no key")
	c = serve(t, handler)
	_, err := c.GetParcel(t.Context(), WithAkSk(func(*http.Request, []byte) error { return refused }))
	assert.ErrorIs(t, err, refused)
	assert.EqualError(t, err, "support: GetParcel: WithAkSk: no key")
}

func TestMiddleware(t *testing.T) {
	var order []string
	log := func(name string) Option {
		return WithMiddleware(func(req *http.Request, next func(*http.Request) (*http.Response, error)) (*http.Response, error) {
			order = append(order, name+req.Header.Get("X-Auth-Token"))
			req.Header.Set("X-"+name, "1")
			resp, err := next(req)
			order = append(order, "/"+name)
			return resp, err
		})
	}
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		assert.Equal(t, "1", r.Header.Get("X-A"))
		if len(order) < 5 {
			w.WriteHeader(503)
			return
		}
		w.WriteHeader(204)
	}, log("a"), WithUserToken("t"))
	x, err := c.GetParcel(t.Context(), log("b"))
	assert.NoError(t, err)
	assert.Nil(t, x)
	assert.Equal(t, []string{"a", "b", "/b", "/a", "a", "b", "/b", "/a"}, order, "per attempt, before the request is signed")

	_, err = c.GetParcel(t.Context(), WithMiddleware(func(*http.Request, func(*http.Request) (*http.Response, error)) (*http.Response, error) {
		return nil, nil
	}))
	assert.ErrorContains(t, err, "support: GetParcel: a middleware gave neither response nor error")
}

func TestResults(t *testing.T) {
	tests := []struct {
		name, contentType, body string
		status                  int
		err                     string
	}{
		{"good", "application/json", goodParcel, 200, ""},
		{"another success", "application/problem+json; charset=utf-8", goodParcel, 299, ""},
		{"no content type", "", goodParcel, 200, ""},
		{"tolerated", "application/json", `{"id":"","grade":"new","event":{"type":"new"},"extra":1}`, 200, ""},
		{"wrong content type", "text/html", goodParcel, 200, `support: GetParcel: HTTP 200 OK: the content type is "text/html", not JSON`},
		{"empty", "application/json", "", 200, "support: GetParcel: HTTP 200 OK: the body is empty"},
		{"empty with a status of the document", "", "", 204, ""},
		{"not JSON", "application/json", "{", 200, "support: GetParcel: HTTP 200 OK: invalid response of GetParcel: syntax error, expected a name in quotes at byte 1"},
		{"two documents", "application/json", goodParcel + "{}", 200, "syntax error, expected the end of the text"},
		{"not JSON behind a wrong type", "application/json", `{"id":5,`, 200, "invalid response of GetParcel, 2 violations:\n\t/id: type string, got number\n\tsyntax error"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := serve(t, reply(test.status, test.contentType, test.body))
			x, err := c.GetParcel(t.Context())
			if test.err == "" {
				require.NoError(t, err)
				assert.Equal(t, test.status == 204, x == nil)
				return
			}
			require.ErrorContains(t, err, test.err)
			assert.Nil(t, x)
			e, ok := errors.AsType[*APIError](err)
			require.True(t, ok)
			assert.Equal(t, test.body, string(e.RawBody))
			assert.Equal(t, test.status, e.StatusCode)
			assert.NotNil(t, e.Header)
			assert.Error(t, e.Err)
		})
	}
}

// TestDecodeError: what cannot be read is left out, the rest is there, and nothing is sent again.
func TestDecodeError(t *testing.T) {
	sent := 0
	body := strings.Replace(goodParcel, `"a1"`, `5`, 1)
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		sent++
		w.Header().Set("ETag", "e")
		reply(200, "application/json", body)(w, r)
	})
	good := new(Parcel)
	require.NoError(t, good.UnmarshalJSON([]byte(goodParcel)))
	good.ID = ""
	x, err := c.GetParcel(t.Context(), WithRetries(5))
	assert.Equal(t, good, x)
	assert.EqualError(t, err, "support: GetParcel: HTTP 200 OK: invalid response of GetParcel: /id: type string, got number")
	assert.Equal(t, 1, sent)
	_, ok := errors.AsType[*DecodeError](fmt.Errorf("wrapped: %w", err))
	assert.True(t, ok)
	e, ok := errors.AsType[*APIError](err)
	require.True(t, ok)
	assert.Equal(t, body, string(e.RawBody))
	assert.Equal(t, 200, e.StatusCode)
	assert.Equal(t, "e", e.Header.Get("ETag"))
	assert.Equal(t, []string{"/id type string number"}, violations(t, err))

	x, err = c.GetParcel(t.Context(), WithResponseValidation())
	assert.Nil(t, x)
	_, ok = errors.AsType[*DecodeError](err)
	assert.False(t, ok, "a strict reader gives all or nothing")
	assert.Error(t, err)

	c = serve(t, reply(200, "application/json", `["a",5,"b",null]`))
	tags, err := c.ListTags(t.Context())
	assert.Equal(t, []string{"a", "", "b", ""}, tags)
	assert.Equal(t, []string{"/1 type string number"}, violations(t, err))

	c = serve(t, reply(200, "application/json", `[5`+strings.Repeat(",5", 2*maxViolations)+`,"z"]`))
	tags, err = c.ListTags(t.Context())
	require.Len(t, tags, 2*maxViolations+2)
	assert.Equal(t, "z", tags[2*maxViolations+1])
	assert.Len(t, violations(t, err), maxViolations)

	c = serve(t, reply(200, "application/json", ` null `))
	x, err = c.GetParcel(t.Context())
	assert.Equal(t, new(Parcel), x)
	assert.Equal(t, []string{" type object null"}, violations(t, err))
	_, ok = errors.AsType[*DecodeError](err)
	assert.True(t, ok)
}

// TestLeftOut: a member that cannot be read is as one that is not there, whatever was read before it, also beyond the violations of an error.
func TestLeftOut(t *testing.T) {
	text := []byte(`{"a": {"id": "a1", "shards": "x", "enabled": true, "created_at": "2024", "owner": 5, "latency_ms": [], "description": "d"}}`)
	var x *Record
	partly, err := (&call{op: "X"}).decodeJSON(text, true, func(r *jsonReader) {
		for o := r.members(); o.next(r, 1); {
			x = new(Record)
			x.decode(r)
		}
	})
	assert.True(t, partly)
	assert.Equal(t, []string{"/a/shards type integer \"x\"", "/a/created_at format date-time \"2024\"", "/a/owner type object 5", "/a/latency_ms type number […]"}, violations(t, err))
	assert.Equal(t, &Record{ID: "a1", Enabled: new(true), Description: NewNullable("d")}, x)

	many := strings.Repeat(`{"shards":"x","enabled":true},`, 2*maxViolations) + `{"shards":1}`
	var list []Record
	_, err = (&call{op: "X"}).decodeJSON([]byte("["+many+"]"), true, func(r *jsonReader) {
		list = nil
		for a := r.array(); a.next(r); {
			var v Record
			v.decode(r)
			list = append(list, v)
		}
	})
	require.Error(t, err)
	for _, v := range list[:2*maxViolations] {
		require.Equal(t, Record{Enabled: new(true)}, v)
	}
	assert.Equal(t, Record{Shards: new(int32(1))}, list[2*maxViolations])
}

func TestResponseValidation(t *testing.T) {
	c := serve(t, reply(200, "application/json", `{"type":"created","at":{"t":-1,"v":2}}`))
	x, err := c.PutEvent(t.Context(), &OrderCreated{})
	require.NoError(t, err)
	assert.Equal(t, &OrderCreated{At: Point{T: -1, V: 2}}, x)
	_, err = c.PutEvent(t.Context(), nil, WithResponseValidation())
	assert.EqualError(t, err, "support: PutEvent: HTTP 200 OK: invalid Event: /at/t: minimum 0, got -1")
	c = serve(t, reply(200, "application/json", `["a",null]`), WithResponseValidation())
	_, err = c.ListTags(t.Context())
	assert.EqualError(t, err, "support: ListTags: HTTP 200 OK: invalid response of ListTags: /1: type string, got null")
	c = serve(t, reply(200, "application/json", strings.Replace(goodParcel, `"a1"`, `"A1"`, 1)), WithResponseValidation())
	_, err = c.GetParcel(t.Context())
	assert.ErrorContains(t, err, `support: GetParcel: HTTP 200 OK: invalid response of GetParcel: /id: pattern ^[a-z]+[0-9]*$, got "A1"`)
}

func TestErrorBodies(t *testing.T) {
	tests := []struct {
		status            int
		contentType, body string
		want              any
	}{
		{422, "application/json", `{"t":1}`, &Point{T: 1}},
		{404, "application/problem+json", `["a"]`, &Names{"a"}},
		{500, "application/json", `{"user_id":7,"role":"new","x":1}`, &Owner{UserID: 7, Role: "new"}},
		{500, "application/json", `{"user_id":"x","role":"member"}`, &Owner{Role: "member"}},
		{500, "application/json", `["x"]`, nil},
		{500, "application/json", `{"role":"member"`, nil},
		{500, "text/plain", `{"user_id":7}`, nil},
		{400, "application/json", ``, nil},
		{302, "application/json", `{"user_id":7}`, &Owner{UserID: 7}},
	}
	for _, test := range tests {
		c := serve(t, reply(test.status, test.contentType, test.body))
		err := c.SendParcel(t.Context(), goodParams(t))
		e, ok := errors.AsType[*APIError](err)
		require.True(t, ok, "%v", err)
		assert.Equal(t, test.want, e.Body, "%+v", test)
		assert.Equal(t, test.body, string(e.RawBody))
		assert.Equal(t, "SendParcel", e.Operation)
		assert.NoError(t, e.Err)
	}
	c := serve(t, reply(422, "application/json", `{"t":1}`))
	err := c.SendParcel(t.Context(), goodParams(t))
	point, ok := ErrorBody[*Point](fmt.Errorf("wrapped: %w", err))
	assert.True(t, ok)
	assert.Equal(t, &Point{T: 1}, point)
	_, ok = ErrorBody[*Owner](err)
	assert.False(t, ok)
	_, ok = ErrorBody[*Owner](context.Canceled)
	assert.False(t, ok)
	assert.EqualError(t, err, `support: SendParcel: HTTP 422 Unprocessable Entity: {"t":1}`)

	c = serve(t, reply(500, "text/plain", "line\r\nbreak"), WithRetries(0))
	_, err = c.GetParcel(t.Context())
	assert.EqualError(t, err, `support: GetParcel: HTTP 500 Internal Server Error: "line\r\nbreak"`)

	c = serve(t, reply(400, "application/json", strings.Repeat("x", maxErrorBody+5)))
	_, err = c.GetParcel(t.Context())
	e, ok := errors.AsType[*APIError](err)
	require.True(t, ok)
	assert.Len(t, e.RawBody, maxErrorBody)
	assert.Error(t, e.Err)
	assert.Less(t, len(err.Error()), 500)
}

func TestMaxResponse(t *testing.T) {
	body := `["` + strings.Repeat("x", 2*maxErrorBody) + `"]`
	c := serve(t, reply(200, "application/json", body))
	tags, err := c.ListTags(t.Context(), WithMaxResponse(int64(len(body))))
	require.NoError(t, err)
	assert.Len(t, tags[0], 2*maxErrorBody)
	for _, n := range []int64{int64(len(body)) - 1, 5, 0, -5} {
		_, err = c.ListTags(t.Context(), WithMaxResponse(n))
		e, ok := errors.AsType[*APIError](err)
		require.True(t, ok)
		assert.ErrorContains(t, e.Err, fmt.Sprintf("the body has more than %d bytes", max(n, 0)))
		assert.Len(t, e.RawBody, int(min(max(n, 0), maxErrorBody)))
	}
	_, err = c.ListTags(t.Context(), WithMaxResponse(1<<63-1))
	assert.NoError(t, err)
	assert.NoError(t, c.SendParcel(t.Context(), goodParams(t)), "a body that nobody asked for is not too large")
}

func TestResponseInto(t *testing.T) {
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", "e")
		reply(200, "application/json", `["a"]`)(w, r)
	})
	var resp *http.Response
	_, err := c.ListTags(t.Context(), WithResponseInto(&resp))
	require.NoError(t, err)
	assert.Equal(t, "e", resp.Header.Get("ETag"))
	body, err := io.ReadAll(resp.Body)
	require.NoError(t, err)
	assert.Equal(t, `["a"]`, string(body))
	c = serve(t, reply(404, "text/plain", "gone"))
	_, err = c.ListTags(t.Context(), WithResponseInto(&resp), WithResponseInto(nil))
	assert.Error(t, err)
	assert.Equal(t, 200, resp.StatusCode)
	_, err = c.ListTags(t.Context(), WithResponseInto(&resp))
	assert.Error(t, err)
	assert.Equal(t, 404, resp.StatusCode)
}

func TestRedirects(t *testing.T) {
	var hits []string
	other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { hits = append(hits, "other") }))
	defer other.Close()
	target, status := "", 302
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		hits = append(hits, r.Method+" "+r.URL.Path)
		if strings.HasSuffix(r.URL.Path, "/final") {
			reply(200, "application/json", goodParcel)(w, r)
			return
		}
		http.Redirect(w, r, target, status)
	}, WithUserToken("t"))
	expect := func(err error, want ...string) {
		t.Helper()
		assert.Equal(t, want, hits)
		hits = nil
		if err != nil {
			e, ok := errors.AsType[*APIError](err)
			if assert.True(t, ok, "%v", err) {
				assert.Equal(t, status, e.StatusCode)
			}
		}
	}
	for _, status = range []int{301, 302, 303, 307, 308} {
		target = "/base/final"
		_, err := c.GetParcel(t.Context())
		assert.NoError(t, err)
		expect(err, "GET /base/parcel", "GET /base/final")
		err = c.SendParcel(t.Context(), goodParams(t))
		if status < 307 {
			assert.Error(t, err)
			expect(err, "POST /base/v2/p 1/ä/parcels/n")
		} else { // these keep method and body
			assert.NoError(t, err)
			expect(err, "POST /base/v2/p 1/ä/parcels/n", "POST /base/final")
		}
		target = other.URL + "/final"
		_, err = c.GetParcel(t.Context())
		assert.Error(t, err)
		expect(err, "GET /base/parcel")
	}
	target = "/base/parcel" // for ever
	_, err := c.GetParcel(t.Context())
	assert.Error(t, err)
	assert.Len(t, hits, maxRedirects)
	hits, target = nil, other.URL
	own := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return nil }}
	_, err = c.GetParcel(t.Context(), WithHTTPClient(own))
	assert.Error(t, err, "empty body")
	assert.Equal(t, []string{"GET /base/parcel", "other"}, hits, "the policy of the user wins")
}

// TestKeepAlive checks that bodies are read and closed, so that a connection is used again.
func TestKeepAlive(t *testing.T) {
	connections := map[string]bool{}
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		connections[r.RemoteAddr] = true
		switch len(connections) {
		case 1:
			reply(503, "text/plain", strings.Repeat("x", 100000))(w, r)
		default:
			reply(200, "application/json", goodParcel)(w, r)
		}
	}, WithRetries(0), WithHTTPClient(&http.Client{Transport: &http.Transport{}}))
	for range 5 {
		_, err := c.GetParcel(t.Context())
		assert.Error(t, err)
	}
	assert.Len(t, connections, 1)
}

func TestNoResponse(t *testing.T) {
	c, err := NewClient("http://127.0.0.1:1", WithRetries(0), WithQueryKey("secret"), WithSession("s"), WithoutCredentialCheck())
	require.NoError(t, err)
	err = c.SendParcel(t.Context(), goodParams(t))
	_, ok := errors.AsType[*APIError](err)
	assert.False(t, ok)
	assert.ErrorContains(t, err, "support: SendParcel: Post \"http://127.0.0.1:1/v2/")
	assert.NotContains(t, err.Error(), "secret", "the query may hold a credential")

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = c.GetParcel(ctx)
	assert.ErrorIs(t, err, context.Canceled)
	var none context.Context
	_, err = c.GetParcel(none)
	assert.EqualError(t, err, "support: GetParcel: the context is nil")
	_, err = c.GetParcel(none, WithTimeout(time.Second), WithRetries(5))
	assert.Error(t, err)
}

// TestManyCalls uses one client from many goroutines.
func TestManyCalls(t *testing.T) {
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		reply(200, "application/json", `["`+r.Header.Get("X-N")+r.Header.Get("X-Auth-Token")+`"]`)(w, r)
	}, WithHeader("X-N", "none"), WithUserToken("t"), WithMiddleware(func(req *http.Request, next func(*http.Request) (*http.Response, error)) (*http.Response, error) {
		return next(req)
	}))
	done := make(chan string)
	for i := range 20 {
		go func() {
			n := fmt.Sprint(i)
			tags, err := c.ListTags(t.Context(), WithHeader("X-N", n), WithUserToken(n), WithProjectID(n), WithMiddleware(
				func(req *http.Request, next func(*http.Request) (*http.Response, error)) (*http.Response, error) {
					assert.Equal(t, n, req.Header.Get("X-N"))
					return next(req)
				}))
			if !assert.NoError(t, err) || !assert.Equal(t, []string{n}, tags) {
				n = "failed"
			}
			done <- n
		}()
	}
	for range 20 {
		assert.NotEqual(t, "failed", <-done)
	}
	tags, err := c.ListTags(t.Context())
	require.NoError(t, err)
	assert.Equal(t, []string{"none"}, tags, "options of calls do not stay")
}

// cutOff sends less than it promises.
func cutOff(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Length", "1000")
	w.Write([]byte(goodParcel[:20]))
	w.(http.Flusher).Flush()
	panic(http.ErrAbortHandler)
}

func TestCutOff(t *testing.T) {
	var attempts atomic.Int32
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if attempts.Add(1) == 1 {
			cutOff(w, r)
		}
		reply(200, "application/json", goodParcel)(w, r)
	})
	_, err := c.GetParcel(t.Context())
	assert.NoError(t, err, "what is idempotent is sent again")
	attempts.Store(0)
	_, err = c.ListTags(t.Context())
	e, ok := errors.AsType[*APIError](err)
	require.True(t, ok, "%v", err)
	assert.ErrorIs(t, e, io.ErrUnexpectedEOF)
	assert.Equal(t, 200, e.StatusCode)
	assert.Equal(t, goodParcel[:20], string(e.RawBody))
	assert.Equal(t, int32(1), attempts.Load())
}

func TestBodyIsSentAgain(t *testing.T) {
	var bodies [][]byte
	var signatures []string
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		bodies, signatures = append(bodies, body), append(signatures, strings.Join(r.Header.Values("Authorization"), ","))
		if len(bodies) < 3 {
			w.Header().Set("Retry-After", "0")
			w.WriteHeader(429)
		}
	})
	n := 0
	err := c.SendParcel(t.Context(), goodParams(t), WithAkSk(func(req *http.Request, body []byte) error {
		n++
		req.Header.Add("Authorization", fmt.Sprint(n, " ", len(body) > 0))
		return nil
	}))
	require.NoError(t, err)
	require.Len(t, bodies, 3)
	assert.NotEmpty(t, bodies[0])
	assert.True(t, bytes.Equal(bodies[0], bodies[1]) && bytes.Equal(bodies[1], bodies[2]))
	assert.Equal(t, []string{"1 true", "2 true", "3 true"}, signatures, "signed anew, nothing is left of the attempt before")
}
