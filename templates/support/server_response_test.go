package support

import (
	"bytes"
	"context"
	"encoding/xml"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func method[R any](result R, err error) func(context.Context, *emptyParams) (R, error) {
	return func(context.Context, *emptyParams) (R, error) { return result, err }
}

func TestResponsesByFunctions(t *testing.T) {
	as := resultAs[[]string]{
		write: func(w *jsonWriter, x []string) { w.list(len(x), func(i int) { w.string(x[i]) }) },
		check: func(x []string) error {
			if len(x) > 2 {
				return errUpset
			}
			return nil
		},
		none: func(x []string) bool { return x == nil },
	}
	for _, test := range []struct {
		result []string
		status int
		body   string
	}{{[]string{"a"}, 200, `["a"]`}, {[]string{}, 200, `[]`}, {nil, 204, ``}, {[]string{"1", "2", "3"}, 500, ""}} {
		op := get("/x", "application/json", sendsAs(method(test.result, nil), as))
		op.success, op.empty = []string{"200", "204"}, []string{"204"}
		r := handle(t, HandlerOptions{ValidateResponses: true}, nil, op).send("GET", "/v1/x", "")
		assert.Equal(t, test.status, r.StatusCode)
		if test.status < 300 {
			assert.Equal(t, test.body, r.body)
		}
	}
	r := handle(t, HandlerOptions{ValidateResponses: true}, nil, get("/x", "application/*", sendsAs(method(5, nil), resultAs[int]{write: func(w *jsonWriter, x int) { w.int64(int64(x)) }}))).send("GET", "/v1/x", "")
	assert.Equal(t, "5", r.body)
	assert.Equal(t, "application/json", r.Header.Get("Content-Type"), "one of the range")
}

func TestTextsAndXML(t *testing.T) {
	text := func(s string) string { return s }
	r := handle(t, HandlerOptions{}, nil, get("/x", "text/csv", sendsText(method("a,b", nil), text))).send("GET", "/v1/x", "")
	assert.Equal(t, "a,b", r.body)
	assert.Equal(t, "text/csv", r.Header.Get("Content-Type"))
	assert.Equal(t, "3", r.Header.Get("Content-Length"))
	handle(t, HandlerOptions{}, nil, get("/x", "text/csv", sendsText(method("", errUpset), text))).send("GET", "/v1/x", "").problem(500)

	root := xmlRoot{name: "page", space: "urn:p", prefix: "p"}
	s := handle(t, HandlerOptions{ValidateResponses: true}, nil, get("/x", "application/xml", sendsXML(method(&page{Title: "T"}, nil), xmlRoot{name: "page"})), get("/long", "application/xml", sendsXML(method(&page{Title: "too long"}, nil), root)),
		get("/nil", "application/xml", sendsXML(method[*page](nil, nil), root)), get("/bad", "application/xml", sendsXML(method(&struct{ C func() }{}, nil), root)))
	var x page
	k := call{op: "Get", method: "GET", path: "/x"}
	ok, err := s.client().receiveXML(t.Context(), s.client().config, &k, xmlRoot{name: "page"}, &x, nil)
	require.NoError(t, err)
	assert.True(t, ok)
	assert.Equal(t, page{XMLName: xml.Name{Local: "page"}, Title: "T"}, x)
	for _, path := range []string{"/v1/long", "/v1/nil", "/v1/bad"} {
		s.send("GET", path, "").problem(500)
	}
}

// A noted body says whether it was closed.
type noted struct {
	io.Reader
	closed int
}

func (n *noted) Close() error { n.closed++; return nil }

// A notedFile can seek.
type notedFile struct {
	io.ReadSeeker
	closed int
}

func (n *notedFile) Close() error { n.closed++; return nil }

func TestBytesInParts(t *testing.T) {
	body := &notedFile{ReadSeeker: strings.NewReader("0123456789")}
	changed := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	s := handle(t, HandlerOptions{}, nil, get("/x", "application/pdf", sendsBytes(func(ctx context.Context, _ *emptyParams) (io.ReadCloser, error) {
		HeaderFrom(ctx).Set("ETag", `"1"`)
		HeaderFrom(ctx).Set("Last-Modified", changed.Format(http.TimeFormat))
		return body, nil
	})))
	for i, test := range []struct {
		method, name, value string
		status              int
		want                string
	}{
		{"GET", "X", "1", 200, "0123456789"}, {"HEAD", "X", "1", 200, ""}, {"GET", "Range", "bytes=2-4", 206, "234"}, {"GET", "Range", "bytes=-3", 206, "789"},
		{"GET", "Range", "bytes=20-", 416, ""}, {"GET", "If-None-Match", `"1"`, 304, ""}, {"GET", "If-Modified-Since", changed.Format(http.TimeFormat), 304, ""},
	} {
		r := s.send(test.method, "/v1/x", "", test.name, test.value)
		assert.Equal(t, test.status, r.StatusCode, "%+v", test)
		if test.status < 300 {
			assert.Equal(t, test.want, r.body, "%+v", test)
			assert.Equal(t, "application/pdf", r.Header.Get("Content-Type"))
		}
		assert.Equal(t, i+1, body.closed)
	}
	assert.Equal(t, "10", s.send("HEAD", "/v1/x", "").Header.Get("Content-Length"))
}

func TestBytesThatCannotSeek(t *testing.T) {
	for _, test := range []struct {
		name, mediaType, set string
		content              io.Reader
		status               int
		wantType, want       string
	}{
		{"copied", "application/pdf", "", strings.NewReader("data"), 200, "application/pdf", "data"},
		{"type of the method", "image/*", "image/webp", strings.NewReader("data"), 200, "image/webp", "data"},
		{"type that it looks like", "image/*", "", strings.NewReader("\x89PNG\x0D\x0A\x1A\x0A" + strings.Repeat("x", 600)), 200, "image/png", "\x89PNG\x0D\x0A\x1A\x0A" + strings.Repeat("x", 600)},
		{"another type", "image/*", "text/plain", strings.NewReader("data"), 500, "", ""},
		{"it looks like another type", "image/*", "", strings.NewReader("data"), 500, "", ""},
		{"any type", "*/*", "", strings.NewReader("data"), 200, "text/plain; charset=utf-8", "data"},
		{"broken at once", "*/*", "", iotest.ErrReader(errUpset), 500, "", ""},
		{"nothing", "*/*", "", strings.NewReader(""), 200, "text/plain; charset=utf-8", ""},
	} {
		body := &noted{Reader: test.content}
		s := handle(t, HandlerOptions{}, nil, get("/x", test.mediaType, sendsBytes(func(ctx context.Context, _ *emptyParams) (io.ReadCloser, error) {
			if test.set != "" {
				HeaderFrom(ctx).Set("Content-Type", test.set)
			}
			return body, nil
		})))
		r := s.send("GET", "/v1/x", "", "Accept", "text/html, image/png, */*;q=0.1")
		assert.Equal(t, test.status, r.StatusCode, "%s: %s", test.name, r.body)
		assert.Equal(t, 1, body.closed)
		if test.status == 200 {
			assert.Equal(t, test.wantType, r.Header.Get("Content-Type"), test.name)
			assert.Equal(t, test.want, r.body)
			assert.Empty(t, s.send("HEAD", "/v1/x", "").body)
		}
	}
}

func TestBytesOfFilesPipesAndErrors(t *testing.T) {
	path := filepath.Join(t.TempDir(), "f")
	require.NoError(t, os.WriteFile(path, []byte("\x89PNG\x0D\x0A\x1A\x0Axyz"), 0o600))
	var open func() (io.ReadCloser, error)
	op := get("/x", "image/*", sendsBytes(func(ctx context.Context, _ *emptyParams) (io.ReadCloser, error) { return open() }))
	op.success, op.empty = []string{"200", "201", "204"}, []string{"204"}
	s := handle(t, HandlerOptions{}, nil, op)
	open = func() (io.ReadCloser, error) { return os.Open(path) }
	r := s.send("GET", "/v1/x", "", "Range", "bytes=1-3")
	assert.Equal(t, 206, r.StatusCode)
	assert.Equal(t, "PNG", r.body)
	assert.Equal(t, "image/png", r.Header.Get("Content-Type"))

	in, out, err := os.Pipe()
	require.NoError(t, err)
	_, _ = out.WriteString("\x89PNG\x0D\x0A\x1A\x0A")
	out.Close()
	open = func() (io.ReadCloser, error) { return in, nil }
	assert.Equal(t, "\x89PNG\x0D\x0A\x1A\x0A", s.send("GET", "/v1/x", "").body, "it has Seek, but cannot")

	open = func() (io.ReadCloser, error) { return nil, nil }
	assert.Equal(t, 204, s.send("GET", "/v1/x", "").StatusCode)
	failed := &noted{Reader: strings.NewReader("x")}
	open = func() (io.ReadCloser, error) { return failed, Fail(500, nil) }
	s.send("GET", "/v1/x", "").problem(500)
	assert.Equal(t, 1, failed.closed)

	open = func() (io.ReadCloser, error) { // fails in the middle
		return io.NopCloser(io.MultiReader(strings.NewReader("\x89PNG\x0D\x0A\x1A\x0A"+strings.Repeat("x", 5000)), iotest.ErrReader(errUpset))), nil
	}
	s.log.take()
	resp, err := http.Get(s.url + "/v1/x")
	require.NoError(t, err)
	_, err = io.ReadAll(resp.Body)
	assert.Error(t, err, "the connection is aborted")
	assert.Eventually(t, func() bool { return strings.Contains(s.log.take(), "disk full") }, eventually, tick)
}

func TestBytesAsTheyCome(t *testing.T) {
	in, out := io.Pipe()
	s := handle(t, HandlerOptions{StreamWrite: 50 * time.Millisecond}, nil, get("/x", "text/plain", sendsBytes(func(context.Context, *emptyParams) (io.ReadCloser, error) { return in, nil })),
		get("/y", "text/plain", sendsText(method("y", nil), func(s string) string { return s })))
	go func() { _, _ = out.Write([]byte("first")) }()
	var client http.Client
	resp, err := client.Get(s.url + "/v1/x")
	require.NoError(t, err)
	first := make([]byte, 5)
	_, err = io.ReadFull(resp.Body, first)
	require.NoError(t, err)
	assert.Equal(t, "first", string(first), "before the rest is there")
	out.Close()
	_, _ = io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
	time.Sleep(100 * time.Millisecond)
	resp, err = client.Get(s.url + "/v1/y")
	require.NoError(t, err, "the deadline is gone")
	data, err := io.ReadAll(resp.Body)
	require.NoError(t, err)
	resp.Body.Close()
	assert.Equal(t, "y", string(data))
}

// A slow client does not hold the method for ever.
func TestASlowReader(t *testing.T) {
	ended := make(chan bool)
	body := &noted{Reader: endlessText{}}
	s := handle(t, HandlerOptions{StreamWrite: 30 * time.Millisecond, Middleware: []func(http.Handler) http.Handler{func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			defer close(ended)
			next.ServeHTTP(w, r)
		})
	}}}, nil, get("/x", "text/plain", sendsBytes(func(context.Context, *emptyParams) (io.ReadCloser, error) { return body, nil })))
	resp, err := http.Get(s.url + "/v1/x")
	require.NoError(t, err)
	defer resp.Body.Close()
	select {
	case <-ended:
	case <-time.After(eventually):
		t.Fatal("it waits for a client that does not read")
	}
	assert.Equal(t, 1, body.closed)
	assert.Empty(t, s.log.take())
}

type endlessText struct{}

func (endlessText) Read(b []byte) (int, error) {
	return copy(b, bytes.Repeat([]byte("x"), len(b))), nil
}

// A result of one of many kinds.
type anyResult interface{ isResult() }

type (
	textResult  string
	listResult  []string
	bytesResult struct{ Body io.ReadCloser }
	ownerResult struct{ Owner }
)

func (textResult) isResult()   {}
func (listResult) isResult()   {}
func (bytesResult) isResult()  {}
func (*ownerResult) isResult() {}

func TestOneOf(t *testing.T) {
	var result anyResult
	status := 0
	op := get("/x", "", sendsOneOf(func(ctx context.Context, _ *emptyParams) (anyResult, error) {
		SetStatus(ctx, status)
		return result, nil
	},
		caseOf("200", "application/json", func(x *ownerResult) sentBody { return encoded(&x.Owner) }),
		caseOf("2XX", "application/json", func(x *ownerResult) sentBody { return encoded(&x.Owner) }),
		caseOf("206", "image/*", func(x bytesResult) sentBody { return streamed(x.Body) }),
		caseOf("200", "text/plain", func(x textResult) sentBody { return textual(string(x)) }),
		caseOf("201", "application/json", func(x listResult) sentBody {
			return written(func(w *jsonWriter) { w.list(len(x), func(i int) { w.string(x[i]) }) })
		}),
	))
	op.success, op.empty = []string{"200", "201", "204", "206", "2XX"}, []string{"204"}
	s := handle(t, HandlerOptions{ValidateResponses: true}, nil, op)
	body := &noted{Reader: strings.NewReader("GIF89a")}
	for _, test := range []struct {
		name                  string
		result                anyResult
		chosen, status        int
		wantType, want, inLog string
	}{
		{"json", &ownerResult{*owner()}, 0, 200, "application/json", goodOwner, ""},
		{"range", &ownerResult{*owner()}, 202, 202, "application/json", goodOwner, ""},
		{"contradiction", &ownerResult{*owner()}, 201, 500, "", "", "the result of the method"},
		{"invalid", &ownerResult{}, 0, 500, "", "", "/role"},
		{"bytes", bytesResult{body}, 0, 206, "image/gif", "GIF89a", ""},
		{"text", textResult("t"), 0, 200, "text/plain", "t", ""},
		{"text of another status", textResult("t"), 201, 500, "", "", "the result of the method"},
		{"list", listResult{"a"}, 0, 201, "application/json", `["a"]`, ""},
		{"nothing", nil, 0, 204, "", "", ""},
		{"nothing, with a status that has something", nil, 200, 500, "", "", "the result of the method"},
	} {
		result, status = test.result, test.chosen
		r := s.send("GET", "/v1/x", "")
		log := s.log.take()
		assert.Equal(t, test.status, r.StatusCode, "%s: %s", test.name, log)
		if test.inLog != "" {
			assert.Contains(t, log, test.inLog, test.name)
			continue
		}
		assert.Equal(t, test.wantType, r.Header.Get("Content-Type"), test.name)
		assert.Equal(t, test.want, r.body, test.name)
	}
	assert.Equal(t, 1, body.closed)
}

func TestAcceptChooses(t *testing.T) {
	text := func(name string) sender { return sendsText(method(name, nil), func(s string) string { return s }) }
	op := get("/x", "", sender{})
	op.contents = []sentContent{{"application/json", text("json")}, {"text/csv; header=present", text("csv")}, {"image/*", text("image")}}
	s := handle(t, HandlerOptions{}, nil, op)
	for accept, want := range map[string]string{
		"": "json", "*/*": "json", "text/csv": "csv", "text/*": "csv", "TEXT/CSV;q=0.1": "csv", "application/json;q=0.1, text/csv": "csv", "application/json;q=0, */*": "csv",
		"image/png": "image", "image/*": "image", "image/png;q=0.5, text/csv;q=0.4": "image", "text/html": "", "text/csv;q=0": "", ";": "", "text/html, application/*;q=0.5": "json",
	} {
		r := s.send("GET", "/v1/x", "", "Accept", accept)
		if accept == "" {
			r = s.send("GET", "/v1/x", "")
		}
		if want == "" {
			assert.Contains(t, r.problem(406).Detail, "application/json or text/csv; header=present or image/*", accept)
			continue
		}
		assert.Equal(t, want, r.body, accept)
	}
}

func TestClientsReadOneOf(t *testing.T) {
	op := get("/x", "", sendsOneOf(method[anyResult](bytesResult{io.NopCloser(strings.NewReader("GIF89a"))}, nil), caseOf("206", "image/gif", func(x bytesResult) sentBody { return streamed(x.Body) })))
	op.success = []string{"206"}
	s := handle(t, HandlerOptions{}, nil, op)
	k := call{op: "Get", method: "GET", path: "/x"}
	x, err := s.client().receiveOne(t.Context(), s.client().config, &k, resultCase{status: "206", media: "image/gif", body: func(b io.ReadCloser) any { return b }})
	require.NoError(t, err)
	data, err := io.ReadAll(x.(io.Reader))
	require.NoError(t, err)
	assert.Equal(t, "GIF89a", string(data))
}
