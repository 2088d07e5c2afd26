package support

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A closable counts how often it is closed. It hides that its content can seek.
type closable struct {
	io.Reader
	closed atomic.Int32
}

func (c *closable) Close() error { c.closed.Add(1); return nil }

// A closableSeeker can seek.
type closableSeeker struct {
	*strings.Reader
	closable
}

func (c *closableSeeker) Read(data []byte) (int, error) { return c.Reader.Read(data) }

// TestUploadAgain: what can seek has a length, and is sent again from where it stood, by retries and by redirects that keep the method.
func TestUploadAgain(t *testing.T) {
	file, err := os.Open(writeTemp(t, "..abc"))
	require.NoError(t, err)
	_, err = file.Seek(2, io.SeekStart)
	require.NoError(t, err)
	text := strings.NewReader("..abc")
	_, err = text.Seek(2, io.SeekStart)
	require.NoError(t, err)
	contents := map[string]func() io.Reader{
		"file":   func() io.Reader { return file },
		"text":   func() io.Reader { return text },
		"bytes":  func() io.Reader { return bytes.NewReader([]byte("abc")) },
		"buffer": func() io.Reader { return bytes.NewBufferString("abc") },
		"stream": func() io.Reader { return bufio.NewReader(strings.NewReader("abc")) },
	}
	for name, content := range contents {
		for _, first := range []int{503, 307, 308} {
			for how, upload := range uploads {
				t.Run(name+" "+how+" "+strconv.Itoa(first), func(t *testing.T) {
					if _, isFile := content().(*os.File); isFile { // the call before has closed it
						file, err = os.Open(file.Name())
						require.NoError(t, err)
						_, err = file.Seek(2, io.SeekStart)
						require.NoError(t, err)
					} else if _, isText := content().(*strings.Reader); isText {
						_, err = text.Seek(2, io.SeekStart)
						require.NoError(t, err)
					}
					var bodies []string
					var lengths []int64
					c := serve(t, func(w http.ResponseWriter, r *http.Request) {
						bodies, lengths = append(bodies, uploaded(t, r)), append(lengths, r.ContentLength)
						if len(bodies) == 1 {
							w.Header().Set("Location", "/other")
							w.WriteHeader(first)
							return
						}
						assert.Equal(t, "PUT", r.Method)
						w.WriteHeader(204)
					})
					k := call{op: "Op", method: "PUT", path: "/"}
					upload(&k, content())
					err := c.discard(t.Context(), c.with(nil), &k)
					if name == "stream" {
						assert.Error(t, err)
						assert.Equal(t, []string{"abc"}, bodies)
						assert.Equal(t, []int64{-1}, lengths)
						return
					}
					require.NoError(t, err)
					assert.Equal(t, []string{"abc", "abc"}, bodies)
					assert.Positive(t, lengths[0])
					assert.Equal(t, lengths[0], lengths[1])
				})
			}
		}
	}
}

func writeTemp(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
	return name
}

// uploaded returns the content that a server gets, in a form or as it is.
func uploaded(t *testing.T, r *http.Request) string {
	t.Helper()
	body := io.Reader(r.Body)
	if strings.HasPrefix(r.Header.Get("Content-Type"), "multipart/") {
		file, header, err := r.FormFile("f")
		require.NoError(t, err)
		assert.Equal(t, "f", header.Filename, "a file without a name has that of the part")
		body = file
	}
	data, err := io.ReadAll(body)
	require.NoError(t, err)
	return string(data)
}

// TestUploadOfAForm: without files a form is bytes, which are sent again.
func TestUploadOfAForm(t *testing.T) {
	requests := 0
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		assert.Equal(t, "x", r.FormValue("v"))
		assert.Positive(t, r.ContentLength)
		if requests++; requests == 1 {
			w.WriteHeader(503)
		}
	})
	k := call{op: "Op", method: "PUT", path: "/"}
	k.multipartBody("multipart/form-data", func(w *formWriter) { w.value(partStyle{name: "v"}, func(w *jsonWriter) { w.string("x") }) })
	require.NoError(t, c.discard(t.Context(), c.with(nil), &k))
	assert.Equal(t, 2, requests)
}

// TestUploadIsClosed: content is closed once, when the call is over, whatever came of it.
func TestUploadIsClosed(t *testing.T) {
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	tests := map[string]struct {
		ctx  context.Context
		code []int // of the responses
		opts []Option
	}{
		"success":          {t.Context(), []int{204}, nil},
		"failure":          {t.Context(), []int{404}, nil},
		"sent again":       {t.Context(), []int{503, 204}, nil},
		"cancelled":        {ended, []int{204}, nil},
		"no context":       {nil, []int{204}, nil},
		"no credential":    {t.Context(), []int{204}, []Option{withCredential("s", func(*http.Request, []byte) error { return errBroken })}},
		"refused by check": {t.Context(), nil, nil},
	}
	for name, test := range tests {
		for how, upload := range uploads {
			for _, seeks := range []bool{true, false} {
				t.Run(name+" "+how+" "+strconv.FormatBool(seeks), func(t *testing.T) {
					n := 0
					c := serve(t, func(w http.ResponseWriter, r *http.Request) {
						_, _ = io.Copy(io.Discard, r.Body)
						w.WriteHeader(test.code[min(n, len(test.code)-1)])
						n++
					}, test.opts...)
					content := &closable{Reader: strings.NewReader("abc")}
					reader := io.Reader(content)
					if seeks {
						both := &closableSeeker{Reader: strings.NewReader("abc")}
						content, reader = &both.closable, both
					}
					k := call{op: "Op", method: "PUT", path: "/", security: "s"}
					upload(&k, reader)
					if test.code == nil {
						require.Error(t, c.with(nil).checked(&k, "x", &SendParcelParams{}))
					} else {
						_ = c.discard(test.ctx, c.with(nil), &k)
					}
					assert.Equal(t, int32(1), content.closed.Load())
				})
			}
		}
	}
	content := &closable{Reader: strings.NewReader("abc")}
	k := call{op: "Op", method: "PUT", path: "/"}
	k.multipartBody("multipart/form-data", func(w *formWriter) {
		w.file(partStyle{name: "f"}, &FormFile{})
		w.file(partStyle{name: "f"}, &FormFile{Content: content})
	})
	c, err := NewClient("http://example.com")
	require.NoError(t, err)
	require.ErrorContains(t, c.discard(t.Context(), c.with(nil), &k), "has no content")
	assert.Equal(t, int32(1), content.closed.Load(), "of a part behind one that is wrong")
}

// TestUploadThatHangs: a Read that never returns is the one exception. It outlives the call, which does not wait for it; and one that
// Close ends does not.
func TestUploadThatHangs(t *testing.T) {
	for _, ends := range []bool{true, false} {
		before := runtime.NumGoroutine()
		hung := &hungReader{begun: make(chan struct{})}
		c := serve(t, func(w http.ResponseWriter, r *http.Request) {
			<-hung.begun
			w.Header().Set("Connection", "close")
			w.WriteHeader(413)
		}, WithHTTPClient(&http.Client{Transport: &http.Transport{DisableKeepAlives: true}}))
		var writer *io.PipeWriter
		hung.PipeReader, writer = io.Pipe()
		content := io.Reader(hung)
		if !ends {
			content = struct{ io.Reader }{hung}
		}
		start := time.Now()
		k := call{op: "Op", method: "POST", path: "/"}
		k.streamBody("x/y", content)
		err := c.discard(t.Context(), c.with(nil), &k)
		_, isAPIError := errors.AsType[*APIError](err)
		assert.True(t, isAPIError, "%v", err)
		assert.Less(t, time.Since(start), 5*time.Second)
		buf := make([]byte, 1<<20)
		busy := strings.Contains(string(buf[:runtime.Stack(buf, true)]), "heldBody).Read.func1.1(")
		assert.Equal(t, !ends, busy)
		writer.Close()
		assert.Eventually(t, func() bool { return runtime.NumGoroutine() <= before+3 }, 5*time.Second, time.Millisecond) // those of the server
	}
}

// A hungReader tells when its first Read begins, which waits.
type hungReader struct {
	*io.PipeReader
	once  sync.Once
	begun chan struct{}
}

func (r *hungReader) Read(p []byte) (int, error) {
	r.once.Do(func() { close(r.begun) })
	return r.PipeReader.Read(p)
}

// TestRelated: a body of multipart/related says what its root is, and its parts have no names (RFC 2387).
func TestRelated(t *testing.T) {
	write := func(w *formWriter) {
		w.value(partStyle{name: "meta"}, func(w *jsonWriter) { w.raw([]byte(`{"t":"x"}`)) })
		w.value(partStyle{name: "note"}, func(w *jsonWriter) { w.string("n") })
		w.file(partStyle{name: "plain"}, &FormFile{Content: strings.NewReader("1")})
		w.file(partStyle{name: "named"}, &FormFile{Name: "a.png", ContentType: "image/png", Content: strings.NewReader("2")})
		w.file(partStyle{name: "own"}, &FormFile{Name: "b", Header: http.Header{"Content-Disposition": {"inline"}, "Content-Id": {"<b>"}}, Content: strings.NewReader("3")})
	}
	for given, root := range map[string]string{"multipart/related": "application/json", "multipart/related; type=\"x/y\"": "x/y"} {
		var k call
		k.multipartBody(given, write)
		require.NoError(t, k.err)
		mediaType, params, err := mime.ParseMediaType(k.contentType)
		require.NoError(t, err)
		assert.Equal(t, "multipart/related", mediaType)
		assert.Equal(t, root, params["type"])
		r := multipart.NewReader(sent(t, &k), params["boundary"])
		for _, want := range []http.Header{
			{"Content-Type": {"application/json"}},
			{},
			{"Content-Type": {"application/octet-stream"}},
			{"Content-Type": {"image/png"}, "Content-Disposition": {"attachment; filename=a.png"}},
			{"Content-Type": {"application/octet-stream"}, "Content-Disposition": {"inline"}, "Content-Id": {"<b>"}},
		} {
			part, err := r.NextPart()
			require.NoError(t, err)
			assert.Equal(t, want, http.Header(part.Header))
		}
	}
}
