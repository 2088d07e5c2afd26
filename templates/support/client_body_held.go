package support

import (
	"context"
	"io"
	"net/http"
	"sync"
)

// A heldBody is a body of the caller as one attempt reads it. Between them is a pipe: a reader that makes others wait cannot hold up
// the end of a call, and a transport that still has the request finds nothing to read.
type heldBody struct {
	*io.PipeReader
	write  *io.PipeWriter
	source io.Reader
	start  sync.Once
	stop   func() bool
}

// hold makes source the body of an attempt. It must be closed when the attempt is over, which does not close source.
func hold(ctx context.Context, source io.Reader) io.ReadCloser {
	b := &heldBody{source: source}
	b.PipeReader, b.write = io.Pipe()
	b.stop = context.AfterFunc(ctx, func() { b.end(context.Cause(ctx)) }) // package http waits for a Read
	return b
}

// Read implements [io.Reader]. The first one starts the reading of the source, so that a request that is never sent leaves nothing
// behind.
func (b *heldBody) Read(data []byte) (int, error) {
	b.start.Do(func() {
		go func() {
			_, err := io.Copy(b.write, b.source)
			b.write.CloseWithError(err)
		}()
	})
	return b.PipeReader.Read(data)
}

// Close implements [io.Closer].
func (b *heldBody) Close() error {
	b.stop()
	b.end(http.ErrBodyReadAfterClose)
	return nil
}

// end makes err the rest of the body. What waits in the pipe gives up.
func (b *heldBody) end(err error) {
	b.start.Do(func() {}) // nor does it start later
	b.write.CloseWithError(err)
}
