package support

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// This file is for tests of the client, here and of golden cases, which get a copy of it.

// A leakWatch notes what calls hold: connections, bodies of responses, reads of what is sent. What is still held when the test is over, or
// when none is called, is a leak, as is a goroutine of a client.
type leakWatch struct {
	t          testing.TB
	goroutines map[string]bool // that were there before
	transport  *http.Transport
	conns      atomic.Int64 // that are open
	bodies     atomic.Int64 // of responses, that are not closed
	reads      atomic.Int64 // that have begun and have not ended
}

// watchLeaks looks for leaks until the end of the test, behind all that the test cleans up after this call.
func watchLeaks(t testing.TB) *leakWatch {
	t.Helper()
	w := &leakWatch{t: t, goroutines: map[string]bool{}}
	for id := range clientGoroutines() {
		w.goroutines[id] = true
	}
	w.transport = &http.Transport{DialContext: (&countedDialer{w: w}).dial, MaxIdleConnsPerHost: 100}
	t.Cleanup(w.none)
	return w
}

// client gives an HTTP client whose connections and bodies are counted.
func (w *leakWatch) client() *http.Client { return &http.Client{Transport: countedTransport{w}} }

// none fails if something is held. Idle connections are closed first: they are no leak.
func (w *leakWatch) none() {
	w.t.Helper()
	w.transport.CloseIdleConnections()
	var left string
	for deadline := time.Now().Add(5 * time.Second); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		if left = w.held(); left == "" {
			return
		}
		w.transport.CloseIdleConnections() // of those that became idle since
	}
	w.t.Error(left)
}

// held tells what is held, "" for nothing.
func (w *leakWatch) held() string {
	var b strings.Builder
	for what, n := range map[string]int64{
		"connections are open": w.conns.Load(), "bodies of responses are not closed": w.bodies.Load(), "readers are being read": w.reads.Load(),
	} {
		if n != 0 {
			fmt.Fprintf(&b, "%d %s\n", n, what)
		}
	}
	for id, stack := range clientGoroutines() {
		if !w.goroutines[id] {
			fmt.Fprintf(&b, "a goroutine is left:\n%s\n", stack)
		}
	}
	return b.String()
}

// clientGoroutines returns the stacks of all goroutines that a client may have started: of package http, of a pipe, or of the code that is
// tested, but of no test and no server.
func clientGoroutines() map[string]string {
	buf := make([]byte, 1<<20)
	for {
		if n := runtime.Stack(buf, true); n < len(buf) {
			buf = buf[:n]
			break
		}
		buf = make([]byte, 2*len(buf))
	}
	found := map[string]string{}
	for stack := range strings.SplitSeq(string(buf), "\n\n") {
		id, _, _ := strings.Cut(stack, " [")
		client := strings.Contains(stack, "net/http.(*persistConn)") || strings.Contains(stack, "net/http.(*Transport)") || strings.Contains(stack, "io.(*pipe)") ||
			strings.Contains(stack, "_gen.go") || strings.Contains(stack, "support.(*") && strings.Contains(stack, "created by")
		if client && !strings.Contains(stack, "testing.tRunner(") && !strings.Contains(stack, "net/http.(*conn).serve(") {
			found[id] = stack
		}
	}
	return found
}

// content gives what is sent. Reads of it are counted, and each takes as long as wait, if that is not nil.
func (w *leakWatch) content(r io.Reader, wait <-chan struct{}) io.ReadCloser {
	return &countedReader{w: w, r: r, wait: wait}
}

type countedReader struct {
	w      *leakWatch
	r      io.Reader
	wait   <-chan struct{}
	closed atomic.Bool
}

func (c *countedReader) Read(data []byte) (int, error) {
	if c.closed.Load() {
		return 0, io.ErrClosedPipe
	}
	c.w.reads.Add(1)
	defer c.w.reads.Add(-1)
	if c.wait != nil {
		<-c.wait
	}
	return c.r.Read(data)
}

func (c *countedReader) Close() error {
	c.closed.Store(true)
	return nil
}

type countedDialer struct {
	net.Dialer
	w *leakWatch
}

func (d *countedDialer) dial(ctx context.Context, network, address string) (net.Conn, error) {
	conn, err := d.DialContext(ctx, network, address)
	if err != nil {
		return nil, err
	}
	d.w.conns.Add(1)
	return &countedConn{Conn: conn, w: d.w}, nil
}

type countedConn struct {
	net.Conn
	w    *leakWatch
	once sync.Once
}

func (c *countedConn) Close() error {
	c.once.Do(func() { c.w.conns.Add(-1) })
	return c.Conn.Close()
}

type countedTransport struct{ w *leakWatch }

func (t countedTransport) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.w.transport.RoundTrip(req)
	if err == nil {
		t.w.bodies.Add(1)
		resp.Body = &countedBody{ReadCloser: resp.Body, w: t.w}
	}
	return resp, err
}

type countedBody struct {
	io.ReadCloser
	w    *leakWatch
	once sync.Once
}

func (b *countedBody) Close() error {
	b.once.Do(func() { b.w.bodies.Add(-1) })
	return b.ReadCloser.Close()
}
