package support

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNewHandlerNeedsFunctions(t *testing.T) {
	for _, s := range []scheme{
		bearerScheme("login", nil), headerKeyScheme("login", "X", nil), queryKeyScheme("login", "x", nil), cookieKeyScheme("login", "x", nil), basicScheme("login", nil),
		signerScheme("login", nil), certScheme("login", nil),
	} {
		_, err := newHandler(HandlerOptions{}, "", []scheme{s})
		assert.EqualError(t, err, "support: NewHandler: the function for security scheme login is missing")
	}
}

func TestCallsArrive(t *testing.T) {
	var got *ownerParams
	s := handle(t, HandlerOptions{}, nil, makeOwner(keep(&got, owner())))
	k := call{op: "MakeOwner", method: "POST", path: "/owners/5"}
	k.addStyled("query", "tags", formStyle, func(w *jsonWriter) { w.raw([]byte(`["a b","c,d&e"]`)) })
	k.addQuery("limit", "3")
	k.addHeader("X-Role", "x y")
	k.jsonBody("application/json", &Owner{UserID: 3, Role: RoleGuest})
	x := new(Owner)
	ok, err := s.client().receive(t.Context(), s.client().config, &k, x)
	require.NoError(t, err)
	assert.True(t, ok)
	assert.Equal(t, owner(), x)
	assert.Equal(t, &ownerParams{ID: 5, Limit: new(int64(3)), Tags: []string{"a b", "c,d&e"}, Role: "x y", Body: Owner{UserID: 3, Role: RoleGuest}}, got)

	assert.Equal(t, 201, s.send("POST", "/v1/owners/5", goodOwner).StatusCode)
	assert.Equal(t, int64(20), *got.Limit, "the default")
}

func TestAllViolationsAtOnce(t *testing.T) {
	var got *ownerParams
	s := handle(t, HandlerOptions{}, nil, makeOwner(keep(&got, owner())))
	for _, test := range []struct{ name, path, body, want string }{
		{"all places", "/v1/owners/0?limit=1000&tags=a", `{"user_id":"x","role":"boss","email":5}`, "body /user_id type\nbody /email type\npath /id minimum\nquery /limit maximum\nbody /role enum"},
		{"not an integer", "/v1/owners/1?limit=ten", goodOwner, "query /limit type"},
		{"no number", "/v1/owners/x", goodOwner, "path /id type"},
		{"two numbers", "/v1/owners/1?limit=1,2", goodOwner, "query /limit type"},
		{"missing members", "/v1/owners/1", `{}`, "body /user_id required\nbody /role required"},
		{"syntax", "/v1/owners/1", `{"user_id":}`, "body /user_id syntax"},
		{"garbage behind", "/v1/owners/1", goodOwner + "x", "body syntax"},
		{"no body", "/v1/owners/1", ``, "body required"},
		{"null", "/v1/owners/1", `null`, "body type"},
		{"twice", "/v1/owners/1", `{"user_id":7,"role":"admin","role":"admin"}`, "body /role duplicate"},
	} {
		assert.Equal(t, test.want, s.send("POST", test.path, test.body).problem(400).places(), test.name)
	}
	assert.Nil(t, got, "the method was called")
	assert.Equal(t, "required", s.send("POST", "/v1/owners/1", "", "Content-Type", "application/json").problem(400).Errors[0].Rule)
}

func TestTolerantAndStrict(t *testing.T) {
	var got *closedParams
	op := operation{name: "Put", route: route{method: "PUT", path: "/x?mode=a"}, success: []string{"204"}, security: []alternative{{{"q", nil}}},
		contents: []sentContent{{"", sendsNothing(func(_ context.Context, p *closedParams) error { got = p; return nil })}}}
	key := queryKeyScheme("q", "key", func(ctx context.Context, _ string, _ []string) (context.Context, error) { return ctx, nil })
	s := handle(t, HandlerOptions{Tolerant: true, StrictQuery: true}, []scheme{key}, op)
	assert.Equal(t, 204, s.send("PUT", "/v1/x?mode=a&key=k&p[a]=1", `{"t":1,"v":2,"color":"red"}`).StatusCode)
	assert.Equal(t, int64(1), got.Body.T)
	p := s.send("PUT", "/v1/x?mode=a&key=k&limit=1&p[a]=1&p[b", `{"t":1,"color":"red"}`).problem(400)
	assert.Equal(t, "body /v required\nquery /limit unknown\nquery /p[b unknown", p.places())
	s = handle(t, HandlerOptions{}, []scheme{key}, op)
	assert.Equal(t, "body /color additionalProperties", s.send("PUT", "/v1/x?mode=a&key=k&limit=1", `{"t":1,"v":2,"color":"red"}`).problem(400).places())
}

// closedParams have a closed object as body and an object in the query.
type closedParams struct {
	Query map[string]string
	Body  Point
}

func (p *closedParams) check(c *checker) { c.in = "body"; c.object("", &p.Body) }

func (p *closedParams) read(in *requestReader) {
	in.param("query", "p", style{name: "deepObject", explode: true}, shape{rest: &textShape}, func(r *jsonReader) { p.Query = scalarMap(r, (*jsonReader).string) })
	if in.body(true, "application/json") != "" {
		in.jsonFunc(func(r *jsonReader) {
			o := r.object(&keyTable{names: []string{"t", "v"}, required: []uint64{0b11}, closed: true})
			for o.next(r) {
				r.skip()
				p.Body.T = 1
			}
		})
	}
}

func TestRoutesOfAServer(t *testing.T) {
	text := func(text string) sender {
		return sendsText(func(context.Context, *emptyParams) (string, error) { return text, nil }, func(s string) string { return s })
	}
	there := get("/a/{x}", "text/plain", text("a"))
	there.base = "/other"
	s := handle(t, HandlerOptions{}, nil, get("/a", "text/plain", text("list")), get("/a/b", "text/plain", text("concrete")), get("/a/{x}", "text/plain", text("template")), there,
		operation{name: "Post", route: route{method: "POST", path: "/a"}, success: []string{"204"}, contents: []sentContent{{"", sendsNothing(func(context.Context, *emptyParams) error { return nil })}}})
	for _, test := range []struct {
		method, path string
		status       int
		want         string
	}{
		{"GET", "/v1/a", 200, "list"}, {"HEAD", "/v1/a", 200, ""}, {"POST", "/v1/a", 204, ""}, {"PATCH", "/v1/a", 405, "GET, HEAD, POST"}, {"OPTIONS", "/v1/a", 405, "GET, HEAD, POST"},
		{"GET", "/v1/a/b", 200, "concrete"}, {"GET", "/v1/a/c", 200, "template"}, {"GET", "/other/a/c", 200, "a"},
		{"GET", "/v1/a/", 404, ""}, {"GET", "/v1//a", 404, ""}, {"GET", "/a", 404, ""}, {"GET", "/other/a", 404, ""},
	} {
		r := s.send(test.method, test.path, "")
		assert.Equal(t, test.status, r.StatusCode, "%s %s", test.method, test.path)
		switch {
		case test.status < 300:
			assert.Equal(t, test.want, r.body)
		case test.method != "HEAD":
			r.problem(test.status)
			assert.Equal(t, test.want, r.Header.Get("Allow"))
		}
	}
	assert.Equal(t, "4", s.send("HEAD", "/v1/a", "").Header.Get("Content-Length"))
	recorder := httptest.NewRecorder()
	s.h.ServeHTTP(recorder, httptest.NewRequest("HEAD", "/v1/a", nil))
	assert.Empty(t, recorder.Body.String(), "through a recorder too")
	s = handle(t, HandlerOptions{Path: "/"}, nil, there)
	assert.Equal(t, 200, s.send("GET", "/a/c", "").StatusCode, "a path of the options stands before all")
}

func TestMiddlewareSeesTheOperation(t *testing.T) {
	var saw []string
	wrap := func(name string) func(http.Handler) http.Handler {
		return func(next http.Handler) http.Handler {
			return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				saw = append(saw, fmt.Sprint(name, " ", OperationFrom(r.Context()), " ", r.Pattern, " ", r.PathValue("id")))
				next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), exchangeKey{}, exchangeOf(r.Context()))))
			})
		}
	}
	var path string
	op := makeOwner(func(ctx context.Context, _ *ownerParams) (*Owner, error) {
		path = RequestFrom(ctx).URL.Path
		return owner(), nil
	})
	s := handle(t, HandlerOptions{Middleware: []func(http.Handler) http.Handler{wrap("outer"), wrap("inner")}}, nil, op)
	assert.Equal(t, 201, s.send("POST", "/v1/owners/5", goodOwner).StatusCode)
	assert.Equal(t, []string{"outer MakeOwner POST /v1/owners/{id} 5", "inner MakeOwner POST /v1/owners/{id} 5"}, saw)
	assert.Equal(t, "/v1/owners/5", path)
	assert.Nil(t, RequestFrom(t.Context()))
	assert.Empty(t, OperationFrom(t.Context()))
	assert.NotNil(t, HeaderFrom(t.Context()))
	SetStatus(t.Context(), 200)
}

func TestFailures(t *testing.T) {
	var seen *Failure
	var failure error
	op := makeOwner(func(context.Context, *ownerParams) (*Owner, error) { return nil, failure })
	s := handle(t, HandlerOptions{Failed: func(_ *http.Request, f *Failure) {
		seen = f
		if f.Header.Get("X-Change") != "" {
			f.Status, f.Body = 441, nil
		}
	}}, nil, op)
	create := func(err error) answer {
		failure = err
		return s.send("POST", "/v1/owners/1", goodOwner)
	}
	for _, test := range []struct {
		err             *APIError
		mediaType, body string
	}{
		{Fail(409, &Point{T: 1, V: 2}), "application/json", `{"t":1,"v":2}`},
		{Fail(500, "broken"), "text/plain", `broken`},
		{Fail(418, []string{"a"}), "application/json", `["a"]`},
	} {
		r := create(fmt.Errorf("wrapped: %w", test.err.WithHeader("Retry-After", "5")))
		assert.Equal(t, test.err.StatusCode, r.StatusCode)
		assert.Equal(t, test.mediaType, r.Header.Get("Content-Type"))
		assert.Equal(t, test.body, r.body)
		assert.Equal(t, "5", r.Header.Get("Retry-After"))
	}
	assert.Empty(t, s.log.take(), "what the document has is no fault")

	r := create(Fail(422, nil))
	assert.Equal(t, "application/vnd.problem+json", r.Header.Get("Content-Type"))
	assert.Contains(t, r.body, `"request_id":`)
	r = create(Fail(423, nil))
	assert.Equal(t, `{"type":"about:blank","title":"Locked","status":423}`, r.body)
	create(Fail(404, nil)).problem(404)
	create(Fail(409, &Point{}).WithHeader("X-Change", "1")).problem(441)
	assert.Empty(t, s.log.take())

	for _, err := range []error{Fail(409, nil), Fail(409, owner()), Fail(409, Point{}), Fail(200, nil), Fail(204, nil), Fail(404, "x"), Fail(410, "text"), Fail(503, nil), Fail(1, nil), Fail(5000, nil), errUpset} {
		failure = err
		r := s.send("POST", "/v1/owners/1", goodOwner)
		p := r.problem(500)
		assert.Empty(t, p.Detail, "%v", err)
		assert.Equal(t, 500, seen.Status)
		assert.Contains(t, s.log.take(), "operation=MakeOwner", "%v", err)
	}
}

// Where no operation was found, the document cannot say what the body is.
func TestBodyOfAnUnknownPath(t *testing.T) {
	var body any
	s := handle(t, HandlerOptions{Failed: func(_ *http.Request, f *Failure) { f.Body = body }}, nil, makeOwner(nil))
	for _, path := range []string{"/nothing", "/v1/owners/1"} {
		body = &Point{T: 1, V: 2}
		r := s.send("GET", path, "")
		assert.Equal(t, "application/json", r.Header.Get("Content-Type"), path)
		assert.Equal(t, `{"t":1,"v":2}`, r.body, path)
		body = "text" // not of the package
		assert.Contains(t, []int{404, 405}, s.send("GET", path, "").problem(r.StatusCode).Status, path)
	}
}

func TestPanics(t *testing.T) {
	var seen *Failure
	op := makeOwner(func(context.Context, *ownerParams) (*Owner, error) { panic("boom") })
	s := handle(t, HandlerOptions{Failed: func(_ *http.Request, f *Failure) { seen = f }}, nil, op)
	s.send("POST", "/v1/owners/1", goodOwner).problem(500)
	e, ok := errors.AsType[*PanicError](seen.Err)
	require.True(t, ok)
	assert.Equal(t, "panic: boom", e.Error())
	assert.Contains(t, string(e.Stack), "server_test.go")
	assert.Contains(t, s.log.take(), "boom")

	s = handle(t, HandlerOptions{}, nil, makeOwner(func(context.Context, *ownerParams) (*Owner, error) { return nil, Fail(409, (*Point)(nil)) }))
	s.send("POST", "/v1/owners/1", goodOwner).problem(500)

	s = handle(t, HandlerOptions{}, nil, makeOwner(func(context.Context, *ownerParams) (*Owner, error) { panic(http.ErrAbortHandler) }))
	_, err := http.Post(s.url+"/v1/owners/1", "application/json", strings.NewReader(goodOwner))
	assert.Error(t, err, "the connection is aborted")
}

func TestRequestIDs(t *testing.T) {
	s := handle(t, HandlerOptions{}, nil)
	for id, isKept := range map[string]bool{"abc-1": true, "a b": false, "ü": false, strings.Repeat("x", 129): false} {
		p := s.send("GET", "/nothing", "", "X-Request-Id", id).problem(404)
		assert.Equal(t, isKept, p.RequestID == id, id)
	}
}

func TestStatusAndHeaders(t *testing.T) {
	for _, test := range []struct {
		name   string
		method func(ctx context.Context) *Owner
		status int
		log    string
	}{
		{"fine", func(ctx context.Context) *Owner { HeaderFrom(ctx).Set("Location", "/x"); return owner() }, 201, ""},
		{"of a range", func(ctx context.Context) *Owner { SetStatus(ctx, 202); return owner() }, 202, ""},
		{"nothing", func(ctx context.Context) *Owner { return nil }, 204, ""},
		{"nothing, chosen", func(ctx context.Context) *Owner { SetStatus(ctx, 204); return nil }, 204, ""},
		{"contradiction", func(ctx context.Context) *Owner { SetStatus(ctx, 204); return owner() }, 500, "204"},
		{"other contradiction", func(ctx context.Context) *Owner { SetStatus(ctx, 202); return nil }, 500, "202"},
		{"undocumented status", func(ctx context.Context) *Owner { SetStatus(ctx, 302); return owner() }, 500, "302"},
		{"no success", func(ctx context.Context) *Owner { SetStatus(ctx, 404); return owner() }, 500, "404"},
		{"missing header", func(context.Context) *Owner { return owner() }, 500, "Location"},
		{"wrong header", func(ctx context.Context) *Owner {
			HeaderFrom(ctx).Set("Location", "/x")
			HeaderFrom(ctx).Set("X-Count", "many")
			return owner()
		}, 500, "X-Count"},
	} {
		op := makeOwner(func(ctx context.Context, _ *ownerParams) (*Owner, error) {
			HeaderFrom(ctx).Add("Set-Cookie", "a=b")
			return test.method(ctx), nil
		})
		op.needed = func(code int, h http.Header) error { return neededHeaders(code, h, []string{"201", "Location"}) }
		op.headers = headersOf(func(h http.Header) (n int64, err error) {
			p := headerParser{header: h}
			p.parse("X-Count", "plain", false, func(r *jsonReader) { n = r.int64() })
			return n, p.result("headers")
		})
		s := handle(t, HandlerOptions{}, nil, op)
		r := s.send("POST", "/v1/owners/1", goodOwner)
		log := s.log.take()
		assert.Equal(t, test.status, r.StatusCode, test.name)
		if test.log == "" {
			assert.Empty(t, log, test.name)
			assert.Equal(t, "a=b", r.Header.Get("Set-Cookie"))
		} else {
			assert.Contains(t, log, test.log, test.name)
			assert.Empty(t, r.Header.Get("Set-Cookie"), test.name)
		}
	}
}

func TestFirstStatus(t *testing.T) {
	for _, test := range []struct {
		success, empty []string
		isNil          bool
		want           int
	}{
		{[]string{"2XX"}, nil, false, 200}, {[]string{"default"}, nil, false, 200}, {[]string{"204", "200"}, []string{"204"}, false, 200},
		{[]string{"200", "2XX"}, []string{"2XX"}, true, 204}, {[]string{"default"}, []string{"default"}, true, 204}, {[]string{"200"}, nil, true, 500}, {[]string{"204"}, []string{"204"}, false, 500},
	} {
		x := owner()
		if test.isNil {
			x = nil
		}
		op := get("/x", "application/json", sendsJSON(func(context.Context, *emptyParams) (*Owner, error) { return x, nil }))
		op.success, op.empty = test.success, test.empty
		assert.Equal(t, test.want, handle(t, HandlerOptions{}, nil, op).send("GET", "/v1/x", "").StatusCode, "%+v", test)
	}
	op := get("/x", "", sendsNothing(func(context.Context, *emptyParams) error { return nil }))
	op.success = []string{"202"}
	assert.Equal(t, 202, handle(t, HandlerOptions{}, nil, op).send("GET", "/v1/x", "").StatusCode)
	op.contents = []sentContent{{"", sendsNothing(func(context.Context, *emptyParams) error { return errUnimplemented })}}
	handle(t, HandlerOptions{}, nil, op).send("GET", "/v1/x", "").problem(501)
}

func TestValidateResponses(t *testing.T) {
	op := makeOwner(func(context.Context, *ownerParams) (*Owner, error) { return &Owner{UserID: 1, Role: "boss"}, nil })
	assert.Equal(t, 201, handle(t, HandlerOptions{}, nil, op).send("POST", "/v1/owners/1", goodOwner).StatusCode)
	s := handle(t, HandlerOptions{ValidateResponses: true}, nil, op)
	assert.Nil(t, s.send("POST", "/v1/owners/1", goodOwner).problem(500).Errors, "they are none of the request")
	assert.Contains(t, s.log.take(), "/role")
}

func TestTimeout(t *testing.T) {
	op := makeOwner(func(ctx context.Context, _ *ownerParams) (*Owner, error) {
		<-ctx.Done()
		return nil, ctx.Err()
	})
	s := handle(t, HandlerOptions{Timeout: 10 * time.Millisecond}, nil, op)
	s.send("POST", "/v1/owners/1", goodOwner).problem(503)
}

// Only what ends because the client is gone is not logged: a method that is over has a context that is done too.
func TestErrorsInTimeAreLogged(t *testing.T) {
	for _, method := range []func() (*Owner, error){
		func() (*Owner, error) { return nil, errUpset },
		func() (*Owner, error) { return nil, Fail(410, 5) },
		func() (*Owner, error) { panic("boom") },
	} {
		for _, timeout := range []time.Duration{0, time.Minute} {
			op := makeOwner(func(context.Context, *ownerParams) (*Owner, error) { return method() })
			s := handle(t, HandlerOptions{Timeout: timeout}, nil, op)
			s.send("POST", "/v1/owners/1", goodOwner).problem(500)
			assert.Contains(t, s.log.take(), "request failed", timeout)
		}
	}
}

type userKey struct{}

// TestFailedKnowsTheRequest: its request has what methods and middleware get, whether there is middleware or not.
func TestFailedKnowsTheRequest(t *testing.T) {
	op := makeOwner(func(ctx context.Context, _ *ownerParams) (*Owner, error) {
		return nil, Fail(409, &Point{T: 1, V: float64(len(RequestIDFrom(ctx)))})
	})
	op.security = []alternative{{{"key", nil}}}
	schemes := []scheme{{name: "key", isThere: func(*http.Request) bool { return true }, check: func(_ *exchange, ctx context.Context, _ []string) (context.Context, error) {
		return context.WithValue(ctx, userKey{}, "ann"), nil
	}}}
	for _, middleware := range [][]func(http.Handler) http.Handler{nil, {func(next http.Handler) http.Handler { return next }}} {
		var told []any
		s := handle(t, HandlerOptions{Timeout: time.Minute, Middleware: middleware, Failed: func(r *http.Request, f *Failure) {
			ctx := r.Context()
			assert.NoError(t, ctx.Err())
			told = []any{OperationFrom(ctx), RequestIDFrom(ctx) == f.RequestID, RequestFrom(ctx) != nil, ctx.Value(userKey{})}
		}}, schemes, op)
		r := s.send("POST", "/v1/owners/1", goodOwner, "X-Request-Id", "abc")
		assert.Equal(t, []any{"MakeOwner", true, true, "ann"}, told)
		assert.Equal(t, "abc", r.Header.Get("X-Request-Id"))
		assert.Equal(t, `{"t":1,"v":3}`, r.body)
		s.send("GET", "/nothing", "")
		assert.Equal(t, []any{"", true, true, nil}, told)
	}
	assert.Empty(t, RequestIDFrom(t.Context()))
}

// TestBodiesOfOtherStatuses: where the document does not have a status, Failed may send any failure of the operation.
func TestBodiesOfOtherStatuses(t *testing.T) {
	var body any
	op := makeOwner(func(context.Context, *ownerParams) (*Owner, error) { return nil, errUnimplemented })
	s := handle(t, HandlerOptions{Failed: func(_ *http.Request, f *Failure) { f.Body = body }}, nil, op)
	body = &Point{T: 1, V: 2}
	r := s.send("POST", "/v1/owners/1", goodOwner)
	assert.Equal(t, 501, r.StatusCode)
	assert.Equal(t, `{"t":1,"v":2}`, r.body)
	assert.Empty(t, s.log.take())
	body = Point{}
	s.send("POST", "/v1/owners/1", goodOwner).problem(501)
	assert.Contains(t, s.log.take(), "the document has no support.Point for status 501")
}

func TestACancelledRequestIsNotLogged(t *testing.T) {
	ended := make(chan bool)
	op := makeOwner(func(ctx context.Context, _ *ownerParams) (*Owner, error) {
		defer close(ended)
		<-ctx.Done()
		return nil, ctx.Err()
	})
	s := handle(t, HandlerOptions{}, nil, op)
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(10*time.Millisecond, cancel)
	req, err := http.NewRequestWithContext(ctx, "POST", s.url+"/v1/owners/1", strings.NewReader(goodOwner))
	require.NoError(t, err)
	req.Header.Set("Content-Type", "application/json")
	_, err = http.DefaultTransport.RoundTrip(req)
	require.ErrorIs(t, err, context.Canceled)
	<-ended
	assert.Empty(t, s.log.take())
}

func TestParseParams(t *testing.T) {
	r := httptest.NewRequest("POST", "/whatever?limit=5", strings.NewReader(goodOwner))
	r.SetPathValue("id", "7")
	p, err := parseParams(r, "ownerParams", new(ownerParams))
	require.NoError(t, err)
	assert.Equal(t, &ownerParams{ID: 7, Limit: new(int64(5)), Body: *owner()}, p)
	r.SetPathValue("id", "seven")
	_, err = parseParams(r, "ownerParams", new(ownerParams))
	bad, ok := errors.AsType[*InvalidError](err)
	require.True(t, ok)
	assert.Len(t, bad.Violations, 2)
}

// TestFailuresOfAMethod: a failure that the document does not have, or that breaks it, is the fault of the server.
func TestFailuresOfAMethod(t *testing.T) {
	var failure error
	op := makeOwner(func(context.Context, *ownerParams) (*Owner, error) { return nil, failure })
	for _, test := range []struct {
		failure     error
		plain, with int // the status without and with ValidateResponses
		log         string
	}{
		{Fail(422, owner()), 422, 422, ""},
		{Fail(422, &Owner{UserID: 1, Role: "boss"}), 422, 500, "status 422 of MakeOwner: invalid failure: /role"},
		{Fail(422, *owner()), 500, 500, "the document of MakeOwner has status 422 with *support.Owner; the method gave support.Owner"},
		{Fail(404, "text"), 500, 500, "the document of MakeOwner has status 404 with no body; the method gave string"},
		{fmt.Errorf("wrapped: %w", Fail(410, 5)), 500, 500, "the document of MakeOwner has status 410 with []string; the method gave int"},
		{Fail(302, nil), 500, 500, "the document of MakeOwner has no failure with status 302, which the method gave with no body"},
		{&APIError{Operation: "Other", StatusCode: 422, Body: &Owner{UserID: 1, Role: "boss"}}, 422, 502, "status 422 of MakeOwner: invalid failure: /role"},
	} {
		failure = test.failure
		for validate, status := range map[bool]int{false: test.plain, true: test.with} {
			s := handle(t, HandlerOptions{ValidateResponses: validate}, nil, op)
			assert.Equal(t, status, s.send("POST", "/v1/owners/1", goodOwner).StatusCode, "%v", failure)
			if status >= 500 {
				assert.Contains(t, s.log.take(), test.log)
			}
		}
	}
}
