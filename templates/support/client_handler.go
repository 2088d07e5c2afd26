package support

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"sync"
)

// WithHandler sends every request to h, in this program and without a network,
// such as a fake of the server in a test. It takes the place of
// [WithHTTPClient]. The response is what a server with h would send; a panic of
// h is an error of the call.
func WithHandler(h http.Handler) Option {
	return WithHTTPClient(&http.Client{Transport: handlerTransport{h}})
}

// A handlerTransport lets a handler answer.
type handlerTransport struct{ handler http.Handler }

// RoundTrip implements [http.RoundTripper].
func (t handlerTransport) RoundTrip(req *http.Request) (*http.Response, error) {
	body := req.Body
	if body == nil {
		body = http.NoBody
	}
	if err := req.Context().Err(); err != nil {
		body.Close()
		return nil, err
	}
	ctx, cancel := context.WithCancel(context.Background()) // values are not sent
	served, err := servedRequest(ctx, req, &handlerBody{body: body})
	if err != nil {
		cancel()
		body.Close()
		return nil, err
	}
	reader, writer := io.Pipe()
	w := newHandlerWriter(req.Method, writer)
	stop := context.AfterFunc(req.Context(), func() {
		w.pipe.CloseWithError(context.Cause(req.Context())) // before the handler can end the body
		cancel()
	})
	go func() {
		defer stop()
		defer cancel()
		defer served.Body.Close()
		t.serve(w, served)
	}()
	select {
	case <-w.started:
	case <-req.Context().Done():
		cancel()
		reader.Close()
		return nil, context.Cause(req.Context())
	}
	if w.failed != nil {
		return nil, w.failed
	}
	unzips := req.Header.Get("Accept-Encoding") == "" && served.Header.Get("Accept-Encoding") != ""
	return handlerResponse(req, w, &handlerReader{reader, cancel}, unzips), nil
}

// serve runs the handler, and tells what became of it.
func (t handlerTransport) serve(w *handlerWriter, req *http.Request) {
	returned := false
	defer func() {
		switch v := recover(); {
		case v == http.ErrAbortHandler:
			w.end(io.ErrUnexpectedEOF)
		case v != nil:
			w.end(permanentError{fmt.Errorf("the handler panicked: %v", v)})
		case !returned: // by runtime.Goexit, as a test does that fails
			w.end(permanentError{errors.New("the handler did not return")})
		default:
			w.end(nil)
		}
	}()
	t.handler.ServeHTTP(w, req)
	returned = true
}

// servedRequest makes the request that a server gets.
func servedRequest(ctx context.Context, req *http.Request, body *handlerBody) (*http.Request, error) {
	uri := req.URL.RequestURI()
	target, err := url.ParseRequestURI(uri)
	if err != nil {
		return nil, err
	}
	r := (&http.Request{
		Method: req.Method, URL: target, RequestURI: uri, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Header: req.Header.Clone(),
		Host: req.Host, RemoteAddr: "192.0.2.1:1234", Body: body, ContentLength: req.ContentLength,
	}).WithContext(ctx)
	if r.Method == "" {
		r.Method = http.MethodGet
	}
	if r.Header == nil {
		r.Header = http.Header{}
	}
	if r.Host == "" {
		r.Host = req.URL.Host
	}
	if req.URL.Scheme == "https" {
		r.TLS = &tls.ConnectionState{Version: tls.VersionTLS13, HandshakeComplete: true, ServerName: req.URL.Hostname()}
	}
	switch {
	case body.body == http.NoBody:
		r.Body, r.ContentLength = http.NoBody, 0
		if r.Method == http.MethodPost || r.Method == http.MethodPut || r.Method == http.MethodPatch {
			r.Header.Set("Content-Length", "0")
		}
	case r.ContentLength > 0:
		r.Header.Set("Content-Length", strconv.FormatInt(r.ContentLength, 10))
	default:
		r.ContentLength, r.TransferEncoding = -1, []string{"chunked"}
	}
	if r.Header.Get("Accept-Encoding") == "" && r.Header.Get("Range") == "" && r.Method != http.MethodHead {
		r.Header.Set("Accept-Encoding", "gzip")
	}
	return r, nil
}

// A handlerBody is the body of a request, which a handler may keep too long.
type handlerBody struct {
	body   io.ReadCloser
	mu     sync.Mutex
	closed bool
}

// Read implements [io.Reader].
func (b *handlerBody) Read(p []byte) (int, error) {
	b.mu.Lock()
	closed := b.closed
	b.mu.Unlock()
	if closed {
		return 0, http.ErrBodyReadAfterClose
	}
	return b.body.Read(p)
}

// Close implements [io.Closer].
func (b *handlerBody) Close() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed {
		return nil
	}
	b.closed = true
	return b.body.Close()
}

// A handlerReader is the body of a response. Closing it ends the handler.
type handlerReader struct {
	*io.PipeReader
	cancel func()
}

// Close implements [io.Closer].
func (r *handlerReader) Close() error {
	r.cancel()
	return r.CloseWithError(net.ErrClosed)
}
