package support

import (
	"cmp"
	"compress/gzip"
	"fmt"
	"io"
	"maps"
	"net/http"
	"strconv"
	"sync"
	"time"
)

// handlerBuffer is how much a handler writes before the response begins, unless it flushes: as much as in package http.
const handlerBuffer = 2048

// A handlerWriter is what a handler writes to. What fits the buffer goes out when the handler
// returns or flushes, so that its length is known and its type can be.
type handlerWriter struct {
	method  string
	pipe    *io.PipeWriter
	started chan struct{} // is closed when the response begins

	mu      sync.Mutex // handlers may write from several goroutines
	header  http.Header
	code    int         // 0: none yet
	sent    http.Header // as it was when the handler gave the status
	length  int64       // that the handler has promised, -1 for none
	written int64
	began   bool
	failed  error  // why there is no response
	buffer  []byte // of a response that did not begin
}

func newHandlerWriter(method string, pipe *io.PipeWriter) *handlerWriter {
	return &handlerWriter{method: method, pipe: pipe, started: make(chan struct{}), header: http.Header{}, length: -1}
}

// Header implements [http.ResponseWriter].
func (w *handlerWriter) Header() http.Header { return w.header }

// WriteHeader implements [http.ResponseWriter]. Informational responses are left out.
func (w *handlerWriter) WriteHeader(code int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.writeHeader(code)
}

func (w *handlerWriter) writeHeader(code int) {
	if code < 100 || code > 999 {
		panic(fmt.Sprintf("invalid WriteHeader code %v", code))
	}
	if w.code != 0 || code < 200 && code != http.StatusSwitchingProtocols {
		return
	}
	w.code, w.sent = code, w.header.Clone()
	if text := w.sent.Get("Content-Length"); text != "" {
		n, err := strconv.ParseInt(text, 10, 64)
		if err != nil || n < 0 {
			w.sent.Del("Content-Length")
			return
		}
		w.length = n
	}
}

// Write implements [http.ResponseWriter].
func (w *handlerWriter) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.code == 0 {
		w.writeHeader(http.StatusOK)
	}
	if len(p) == 0 {
		return 0, nil
	}
	if !w.hasBody() {
		return 0, http.ErrBodyNotAllowed
	}
	if w.length >= 0 && w.written+int64(len(p)) > w.length {
		return 0, http.ErrContentLength
	}
	w.written += int64(len(p))
	if !w.began && len(w.buffer)+len(p) <= handlerBuffer {
		w.buffer = append(w.buffer, p...)
		return len(p), nil
	}
	if !w.began {
		if err := w.begin(append(w.buffer, p...), false); err != nil {
			return 0, err
		}
		return len(p), nil
	}
	return w.send(p)
}

// send writes a part of the body. The response to HEAD has none.
func (w *handlerWriter) send(p []byte) (int, error) {
	if len(p) == 0 || w.method == http.MethodHead {
		return len(p), nil
	}
	return w.pipe.Write(p)
}

// hasBody reports whether the status allows a body (RFC 9110, section 6.4.1).
func (w *handlerWriter) hasBody() bool {
	return w.code >= 200 && w.code != http.StatusNoContent && w.code != http.StatusNotModified
}

// Flush implements [http.Flusher].
func (w *handlerWriter) Flush() { _ = w.FlushError() }

// FlushError sends what was written, for [http.ResponseController].
func (w *handlerWriter) FlushError() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.began {
		return nil
	}
	if w.code == 0 {
		w.writeHeader(http.StatusOK)
	}
	return w.begin(w.buffer, false)
}

// EnableFullDuplex says that a handler may read and write in turns, for [http.ResponseController].
func (w *handlerWriter) EnableFullDuplex() error { return nil }

// begin gives the response to the client, with the first bytes of its body; whole says that there are no more.
func (w *handlerWriter) begin(first []byte, whole bool) error {
	if whole && w.hasBody() && w.length < 0 && (w.method != http.MethodHead || len(first) > 0) {
		w.length = int64(len(first))
		w.sent.Set("Content-Length", strconv.Itoa(len(first)))
	}
	_, typed := w.sent["Content-Type"]
	if w.hasBody() && !typed && w.sent.Get("Content-Encoding") == "" && len(first) > 0 {
		w.sent.Set("Content-Type", http.DetectContentType(first))
	}
	if _, dated := w.sent["Date"]; !dated {
		w.sent.Set("Date", time.Now().UTC().Format(http.TimeFormat))
	}
	maps.DeleteFunc(w.sent, func(_ string, values []string) bool { return len(values) == 0 })
	w.began, w.buffer = true, nil
	close(w.started)
	_, err := w.send(first)
	return err
}

// end ends the response, as it should or with an error.
func (w *handlerWriter) end(err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch {
	case err != nil && !w.began:
		w.began, w.failed = true, err
		close(w.started)
	case err == nil:
		if w.code == 0 {
			w.writeHeader(http.StatusOK)
		}
		if !w.began {
			err = w.begin(w.buffer, true)
		}
		if err == nil && w.method != http.MethodHead && w.hasBody() && w.written < w.length {
			err = io.ErrUnexpectedEOF
		}
	}
	w.pipe.CloseWithError(err) // without one it is the end
}

// handlerResponse makes the response that a client gets.
func handlerResponse(req *http.Request, w *handlerWriter, body io.ReadCloser, unzips bool) *http.Response {
	text := cmp.Or(http.StatusText(w.code), "status code "+strconv.Itoa(w.code))
	resp := &http.Response{
		Status: strconv.Itoa(w.code) + " " + text, StatusCode: w.code, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: w.sent, Body: body, ContentLength: w.length, Request: req,
	}
	switch {
	case !w.hasBody():
		resp.ContentLength = 0
	case w.method == http.MethodHead:
	case unzips && w.sent.Get("Content-Encoding") == "gzip":
		resp.Header.Del("Content-Encoding")
		resp.Header.Del("Content-Length")
		resp.ContentLength, resp.Uncompressed = -1, true
		resp.Body = &handlerUnzip{ReadCloser: body}
	case w.length < 0:
		resp.TransferEncoding = []string{"chunked"}
	}
	return resp
}

// A handlerUnzip is a body that the client has asked to be compressed, and its user has not.
type handlerUnzip struct {
	io.ReadCloser
	zip *gzip.Reader
	err error
}

// Read implements [io.Reader].
func (z *handlerUnzip) Read(p []byte) (int, error) {
	if z.zip == nil && z.err == nil {
		z.zip, z.err = gzip.NewReader(z.ReadCloser)
	}
	if z.err != nil {
		return 0, z.err
	}
	return z.zip.Read(p)
}
