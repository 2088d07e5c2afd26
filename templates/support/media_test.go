package support

import (
	"bufio"
	"context"
	"crypto/tls"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"testing/iotest"
	"time"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func serving(t *testing.T, status int, contentType, body string, opts ...Option) *Client {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := io.Copy(io.Discard, r.Body)
		assert.NoError(t, err)
		w.Header().Set("Content-Type", contentType)
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}))
	t.Cleanup(server.Close)
	c, err := NewClient(server.URL, append(opts, WithRetries(0))...)
	require.NoError(t, err)
	return c
}

func TestFormBody(t *testing.T) {
	var k call
	k.formBody(func(w *jsonWriter) { w.raw([]byte(`{"a":"x y","b":[1,2],"c":{"d":[3]},"e":[4,5],"f":"q","g":null}`)) },
		partStyle{name: "e", style: style{name: "form"}}, partStyle{name: "f", mediaType: "application/json"})
	require.NoError(t, k.err)
	assert.Equal(t, "a=x%20y&b=1&b=2&c=%7B%22d%22%3A%5B3%5D%7D&e=4,5&f=%22q%22", string(k.body))
	k.formBody(func(w *jsonWriter) { w.fail("no JSON") })
	assert.Error(t, k.err)
}

func TestMultipartBody(t *testing.T) {
	var k call
	k.multipartBody("multipart/form-data", func(w *formWriter) {
		w.file(partStyle{name: "f", mediaType: "image/*"}, &FormFile{Name: "n", Content: strings.NewReader("x")})
		w.value(partStyle{name: "v", style: style{name: "deepObject"}}, func(w *jsonWriter) { w.raw([]byte(`{"a":1}`)) })
		w.value(partStyle{name: "l"}, func(w *jsonWriter) { w.raw([]byte(`[{"a":1},2]`)) })
	})
	data, err := io.ReadAll(sent(t, &k))
	require.NoError(t, err)
	for _, want := range []string{"application/octet-stream\r\n\r\nx\r\n", "name=\"v[a]\"\r\n\r\n1\r\n", "application/json\r\n\r\n{\"a\":1}\r\n", "name=\"l\"\r\n\r\n2\r\n"} {
		assert.Contains(t, string(data), want)
	}
	k.multipartBody("multipart/form-data", func(w *formWriter) { w.file(partStyle{name: "f"}, &FormFile{}) })
	assert.ErrorContains(t, k.err, "has no content")
	assert.NoError(t, (&FormFile{Content: strings.NewReader("")}).check())
}

// TestPartOfNothing: a style writes nothing for empty lists and objects, and so no part, nor one without a name.
func TestPartOfNothing(t *testing.T) {
	for _, value := range []string{`null`, `[]`, `{}`, `{"a":null}`, `{"a":{}}`, `{"a":[{}],"b":{"c":[]}}`, `[{}]`} {
		var k call
		k.multipartBody("multipart/form-data", func(w *formWriter) {
			w.value(partStyle{name: "v", style: style{name: "deepObject"}}, func(w *jsonWriter) { w.raw([]byte(value)) })
		})
		require.NoError(t, k.err)
		assert.NotContains(t, string(k.body), "Content-Disposition", value)
	}
}

// check is what a generated form does with a file that it requires.
func (f *FormFile) check() error {
	var c checker
	c.present("f", f.Content != nil)
	c.bodies(true, true, false)
	return c.result("form")
}

func TestBodiesOfACall(t *testing.T) {
	for _, given := range [][]bool{{true, true}, {false, false}} {
		var c checker
		c.bodies(true, given...)
		assert.Error(t, c.result("x"))
	}
	var k call
	k.textBody("text/plain", "t")
	assert.Equal(t, "t", string(k.body))
	k.streamBody("x/y", strings.NewReader("abc"))
	assert.Equal(t, int64(3), k.source.(*upload).length)
	k.streamBody("x/y", bufio.NewReader(strings.NewReader("abc")))
	assert.Equal(t, int64(-1), k.source.(*upload).length)
	r, w, err := os.Pipe()
	require.NoError(t, err)
	defer r.Close()
	defer w.Close()
	start, _ := bytesLeft(r)
	assert.Equal(t, int64(-1), start, "a pipe cannot seek")
}

func TestXML(t *testing.T) {
	type thing struct {
		A string `xml:"a"`
	}
	var k call
	k.xmlBody("application/xml", xmlRoot{name: "thing"}, &thing{"x"})
	assert.Equal(t, xml.Header+"<thing><a>x</a></thing>", string(k.body))
	k.xmlBody("application/xml", xmlRoot{name: "thing"}, func() {})
	assert.Error(t, k.err)

	var x thing
	ok, err := serving(t, 200, "application/xml", "<thing><a>y</a></thing>", WithResponseValidation()).
		receiveXML(context.Background(), serveConfig(t), &call{op: "X", method: "GET"}, xmlRoot{name: "thing"}, &x, nil)
	assert.Error(t, err, "no server is there")
	assert.False(t, ok)
	c := serving(t, 200, "application/xml", "<thing><a>y</a></thing>")
	ok, err = c.receiveXML(context.Background(), c.with(nil), &call{op: "X", method: "GET"}, xmlRoot{name: "thing"}, &x, func() error { return errors.New("not asked for") })
	require.NoError(t, err)
	assert.True(t, ok)
	assert.Equal(t, "y", x.A)
	c = serving(t, 200, "application/xml", "<thing>")
	_, err = c.receiveXML(context.Background(), c.with(nil), &call{op: "X", method: "GET"}, xmlRoot{name: "thing"}, &x, nil)
	_, isResponse := errors.AsType[*APIError](err)
	assert.True(t, isResponse)
}

// serveConfig is that of a client whose server has gone.
func serveConfig(t *testing.T) *config {
	t.Helper()
	c, err := NewClient("http://127.0.0.1:1", WithRetries(0))
	require.NoError(t, err)
	return c.with([]Option{WithBaseURL("http://127.0.0.1:1/")})
}

func TestPlainResponses(t *testing.T) {
	ctx := context.Background()
	c := serving(t, 200, "text/plain", " 7 ")
	var n int64
	ok, err := c.receivePlain(ctx, c.with(nil), &call{method: "GET"}, false, func(r *jsonReader) { n = r.int64() }, nil)
	require.NoError(t, err)
	assert.True(t, ok)
	assert.Equal(t, int64(7), n)
	var s string
	_, err = c.receivePlain(ctx, c.with(nil), &call{method: "GET"}, true, func(r *jsonReader) { s = r.string() }, nil)
	require.NoError(t, err)
	assert.Equal(t, "7", s)
	_, err = c.receiveText(ctx, c.with(nil), &call{method: "GET"}, &s, nil)
	require.NoError(t, err)
	assert.Equal(t, " 7 ", s)
	_, err = c.receiveText(ctx, c.with([]Option{WithMaxResponse(1)}), &call{method: "GET"}, &s, nil)
	assert.Error(t, err)
}

func TestOpenAndOneOf(t *testing.T) {
	ctx := context.Background()
	c := serving(t, 201, "application/json", "5")
	body, err := c.openResponse(ctx, c.with([]Option{WithTimeout(time.Minute)}), &call{method: "GET"})
	require.NoError(t, err)
	assert.NoError(t, body.Close())
	cases := []resultCase{
		{status: "200", text: func(s string) any { return s }},
		{status: "201", json: func(r *jsonReader) any { return r.int64() }},
		{status: "2XX", body: func(r io.ReadCloser) any { return r }},
	}
	x, err := c.receiveOne(ctx, c.with(nil), &call{method: "GET"}, cases...)
	require.NoError(t, err)
	assert.Equal(t, int64(5), x)
	c = serving(t, 206, "x/y", "5")
	x, err = c.receiveOne(ctx, c.with(nil), &call{method: "GET"}, cases...)
	require.NoError(t, err)
	assert.NoError(t, x.(io.Closer).Close())
	_, err = c.receiveOne(ctx, c.with(nil), &call{method: "GET"}, cases[0])
	assert.ErrorContains(t, err, "does not describe")
}

func TestSequences(t *testing.T) {
	ctx := context.Background()
	c := serving(t, 200, "application/jsonl", "1\n2")
	var got []string
	c.receiveLines(ctx, c.with(nil), &call{method: "GET"}, func(m *message, err error) bool {
		var n int64
		failed := m.decode(func(r *jsonReader) { n = r.int64() }, nil)
		got = append(got, fmt.Sprint(failed, n))
		return true
	})
	c = serving(t, 200, "text/event-stream", "id: 1\ndata: 3\n\ndata: 4\n\n")
	c.receiveEvents(ctx, c.with([]Option{WithLastEventID("0")}), &call{method: "POST"}, func(m *message, err error) bool {
		got = append(got, fmt.Sprint(m.id, " ", m.name, " ", string(m.data), " ", err))
		return true
	})
	assert.Equal(t, []string{"<nil> 1", "<nil> 2", "1 message 3 <nil>", "1 message 4 <nil>"}, got)
}

// TestSequencesOfAnotherType: a success that is no sequence is an error with the body, with and without options.
func TestSequencesOfAnotherType(t *testing.T) {
	type receiver = func(*Client, context.Context, *config, *call, func(*message, error) bool)
	event, line := "data: 1\n\n", "1\n"
	tests := []struct {
		receive receiver
		status  int
		types   []string
		body    string
		items   int
		want    string
	}{
		{(*Client).receiveEvents, 200, []string{"text/event-stream", "Text/Event-Stream; charset=utf-8", ""}, event, 1, ""},
		{(*Client).receiveEvents, 201, []string{"text/event-stream"}, event, 1, ""},
		{(*Client).receiveEvents, 200, []string{"application/json", "text/html; charset=utf-8", "text/event-stream2", "no type"}, event, 0, "not text/event-stream"},
		{(*Client).receiveEvents, 206, []string{"application/json"}, event, 0, "not text/event-stream"},
		{(*Client).receiveEvents, 200, []string{"application/json"}, "", 0, "not text/event-stream"},
		{(*Client).receiveEvents, 202, []string{"application/json"}, "", 0, ""},
		{(*Client).receiveEvents, 204, []string{"application/json"}, "", 0, ""},
		{(*Client).receiveLines, 200, []string{"application/jsonl", "application/x-ndjson; a=b", "application/geo+json-seq", "application/x+jsonl", ""}, line, 1, ""},
		{(*Client).receiveLines, 200, []string{"application/json", "text/html", "text/event-stream"}, line, 0, "not JSON lines"},
		{(*Client).receiveLines, 202, []string{"text/html"}, "", 0, ""},
	}
	for _, test := range tests {
		for _, contentType := range test.types {
			for _, opts := range [][]Option{{WithRetries(0)}, {WithRetries(0), WithResponseValidation(), WithTimeout(time.Minute), WithResponseInto(new(*http.Response))}} {
				for _, method := range []string{"GET", "POST"} {
					c := serve(t, reply(test.status, contentType, test.body), opts...)
					items, failed := 0, error(nil)
					test.receive(c, t.Context(), c.with(nil), &call{op: "Op", method: method}, func(m *message, err error) bool {
						if failed = err; err == nil {
							items++
						}
						return true
					})
					assert.Equal(t, test.items, items, "%d %s", test.status, contentType)
					if test.want == "" {
						assert.NoError(t, failed)
						continue
					}
					assert.EqualError(t, failed, fmt.Sprintf("support: Op: HTTP %d %s: the content type is %q, %s", test.status, http.StatusText(test.status), contentType, test.want))
					e, ok := errors.AsType[*APIError](failed)
					require.True(t, ok)
					assert.Equal(t, test.body, string(e.RawBody))
				}
			}
		}
	}
}

// TestSequenceOfAnotherTypeEnds: what is no sequence is closed, and what is kept of it has a limit and can be read again.
func TestSequenceOfAnotherTypeEnds(t *testing.T) {
	body := &closing{Reader: new(endlessFile)}
	c, err := NewClient("http://example.com", WithHTTPClient(&http.Client{Transport: roundTrip(func(req *http.Request) (*http.Response, error) {
		resp, err := status(200, "Content-Type", "video/mp4")(req)
		resp.Body, resp.ContentLength = body, -1
		return resp, err
	})}))
	require.NoError(t, err)
	var resp *http.Response
	var failed error
	c.receiveEvents(t.Context(), c.with([]Option{WithResponseInto(&resp)}), &call{op: "Op", method: "GET", path: "/"}, func(_ *message, err error) bool {
		failed = err
		return true
	})
	e, ok := errors.AsType[*APIError](failed)
	require.True(t, ok, "%v", failed)
	assert.ErrorContains(t, e, "video/mp4")
	assert.Len(t, e.RawBody, maxErrorBody)
	assert.True(t, body.closed)
	again, err := io.ReadAll(resp.Body)
	require.NoError(t, err)
	assert.Len(t, again, maxErrorBody)
}

type closing struct {
	io.Reader
	closed bool
}

func (c *closing) Close() error {
	c.closed = true
	return nil
}

func TestHeaderParser(t *testing.T) {
	p := headerParser{header: http.Header{"A": {"x", "y"}, "B": {"1, 2"}, "C": {"bad"}}}
	var list []string
	var numbers []int64
	p.parse("A", "texts", true, func(r *jsonReader) { list = scalars(r, (*jsonReader).string) })
	p.parse("B", "list", true, func(r *jsonReader) { numbers = scalars(r, (*jsonReader).int64) })
	require.NoError(t, p.result("Header"))
	assert.Equal(t, []string{"x", "y"}, list)
	assert.Equal(t, []int64{1, 2}, numbers)
	assert.False(t, p.parse("C", "plain", false, func(r *jsonReader) { r.int64() }))
	assert.False(t, p.parse("D", "text", true, nil))
	assert.False(t, p.parse("E", "text", false, nil))
	p.header.Set("F", `{"a/b":["x"]}`)
	assert.False(t, p.parse("F", "plain", false, func(r *jsonReader) {
		for o := r.members(); o.next(r, o.count); {
			scalars(r, (*jsonReader).int64)
		}
	}))
	bad, ok := errors.AsType[*InvalidError](p.result("Header"))
	require.True(t, ok)
	assert.Equal(t, "Header", bad.Subject)
	var lines []string
	for _, v := range bad.Violations {
		lines = append(lines, v.String())
	}
	assert.Equal(t, []string{"header /C: syntax error, expected a value at byte 0", "header /D: required", `header /F/a~1b/0: type integer, got "x"`}, lines)
}

func TestTokenAndCertificate(t *testing.T) {
	c, err := NewClient("http://x", withSource("s", nil, putBearer), withSource("o", func(context.Context) (string, error) { return "t", nil }, putBearer), withCertificate("m", tls.Certificate{Certificate: [][]byte{{1}}}))
	require.NoError(t, err)
	req := httptest.NewRequest("GET", "/", nil)
	require.NoError(t, c.config.authorize(req, "o & m", nil))
	assert.Equal(t, "Bearer t", req.Header.Get("Authorization"))
	assert.NotNil(t, c.config.transport)
	var k call
	k.onServer(c, "http://y", "http://z")
	assert.Nil(t, k.server)
	k.onServer(c, "http://y", "http://x")
	assert.Equal(t, "http://y", k.server.String())
	k.onServer(c, "http://\x7f", "http://x")
	assert.Error(t, k.err)
}

// TestNoCredential: an empty secret is none, so that another alternative is used; one of a call takes that of the client away.
func TestNoCredential(t *testing.T) {
	header := func(scheme, secret string) Option {
		return withSecret(scheme, secret, func(req *http.Request, scheme, secret string) error { req.Header.Set(scheme, secret); return nil })
	}
	c, err := NewClient("http://x", header("X-A", "a"), header("X-B", "b"))
	require.NoError(t, err)
	for _, test := range []struct {
		opt  Option
		want http.Header
	}{
		{nil, http.Header{"X-A": {"a"}}},
		{header("X-A", ""), http.Header{"X-B": {"b"}}},
		{withCredential("X-A", nil), http.Header{"X-B": {"b"}}},
		{withSource("X-A", nil, putBearer), http.Header{"X-B": {"b"}}},
		{withCertificate("X-A", tls.Certificate{}), http.Header{"X-B": {"b"}}},
	} {
		req := httptest.NewRequest("GET", "/", nil)
		require.NoError(t, c.with([]Option{test.opt}).authorize(req, "X-A | X-B", nil))
		assert.Equal(t, test.want, req.Header)
	}
	empty := withSource("o", func(context.Context) (string, error) { return "", nil }, putBearer)
	err = c.with([]Option{empty}).authorize(httptest.NewRequest("GET", "/", nil), "o", nil)
	assert.EqualError(t, err, "o: the token is empty")
}

// TestCookieKey: a key is sent as it is, or nothing is sent.
func TestCookieKey(t *testing.T) {
	for _, key := range []string{"a", "a=b==", "!#$%&'()*+-./:<=>?@[]^_`{|}~"} {
		req := httptest.NewRequest("GET", "/", nil)
		require.NoError(t, putCookie(req, "X cookie sid", key))
		require.NoError(t, putCookie(req, "X cookie b", "c"))
		assert.Equal(t, []string{"sid=" + key + "; b=c"}, req.Header["Cookie"])
	}
	for _, key := range []string{`a"b`, `"a"`, "a;b", "a,b", "a b", `a\b`, "é", "a\x00", "a\r\nX: y"} {
		req := httptest.NewRequest("GET", "/", nil)
		assert.ErrorContains(t, putCookie(req, "X cookie sid", key), "a cookie cannot hold the key")
		assert.Empty(t, req.Header)
	}
}

func TestServerValue(t *testing.T) {
	assert.Equal(t, "eu", serverValue("region", "", "eu", "us"))
	assert.Equal(t, "eu", serverValue("region", "eu", "eu", "us"))
	assert.Equal(t, "us", serverValue("region", "us", "eu", "us"))
	for _, url := range []string{"http://x/" + serverValue("region", "mars", "eu", "us"), "http://" + serverValue("region", "mars", "eu", "us")} {
		assert.False(t, strings.ContainsFunc(url, unicode.IsControl))
		_, err := NewClient(url)
		assert.EqualError(t, err, `support: NewClient: the base URL is wrong: region is "mars", not one of us`)
		c, err := NewClient("http://x")
		require.NoError(t, err)
		err = c.discard(t.Context(), c.with([]Option{WithBaseURL(url)}), &call{op: "Op", method: "GET"})
		assert.Error(t, err, "nothing is sent")
	}
}

// FuzzEvents: any stream ends, with events or an error.
func FuzzEvents(f *testing.F) {
	f.Add("id: 1\nevent: x\ndata: y\nretry: 5\n\n: z\n\ndata")
	f.Fuzz(func(t *testing.T, text string) {
		var r eventReader
		r.readFrom(iotest.OneByteReader(strings.NewReader(text)), 1<<10)
		for {
			e, err := r.next()
			if err != nil {
				return
			}
			require.NotNil(t, e.data)
			require.NotEmpty(t, e.name)
		}
	})
}

func TestMediaTypes(t *testing.T) {
	for list, types := range map[string]map[string]bool{
		"image/png":            {"image/png": true, "IMAGE/PNG; q=1": true, "image/jpeg": false, "": false, "png": false},
		"image/png, Image/GIF": {"image/png": true, "image/gif": true, "image/jpeg": false},
		"image/*;q=1":          {"image/png": true, "text/html": false, "images/png": false},
		"text/html, */*":       {"image/png": true, "not a type": false},
	} {
		for own, want := range types {
			assert.Equal(t, want, isOfType(own, list), "%q in %q", own, list)
		}
	}
	var c checker
	c.typedFile("none", nil, "image/png")
	c.typedFile("empty", &FormFile{}, "a/b, c/d")
	c.typedFile("default", &FormFile{Content: strings.NewReader("")}, "image/png")
	c.typedBody("image/png", "image/png")
	assert.Zero(t, c.count())
	c.typedFile("several", &FormFile{Content: strings.NewReader("")}, "a/b, c/d")
	c.typedBody("text/html", "image/png")
	assert.EqualError(t, c.result("X"), "invalid X, 2 violations:\n\t/several: contentType a/b, c/d, got \"\"\n\tcontentType image/png, got \"text/html\"")
}

func TestNoParams(t *testing.T) {
	err := noParams("GetX", "GetXParams", "path", "a/b", "body", "")
	assert.EqualError(t, err, "support: GetX: invalid GetXParams, 2 violations:\n\tpath /a~1b: required\n\tbody: required")
}
