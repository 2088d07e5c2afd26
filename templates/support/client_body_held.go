package support

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"sync"
	"time"
)

// patience is how long the end of a call waits for a Read of the caller that has begun.
const patience = 100 * time.Millisecond

// An upload is content of the caller, which is read while it is sent.
type upload struct {
	parts  []uploadPart // one behind the other
	length int64        // of all, -1 if nobody knows
	opened bool
	held   *heldBody // what the last attempt reads, nil if it is over
}

// An uploadPart is a reader, and where it stood: -1 if it cannot seek.
type uploadPart struct {
	io.Reader
	start int64
}

// newUpload puts readers one behind the other. Those that can seek are sent again from where they stand now, and have a length.
func newUpload(readers ...io.Reader) *upload {
	u := new(upload)
	for _, r := range readers {
		if b, ok := r.(*bytes.Buffer); ok {
			r = bytes.NewReader(b.Bytes())
		}
		start, length := bytesLeft(r)
		u.parts = append(u.parts, uploadPart{r, start})
		if u.length += length; start < 0 {
			u.length = -1 << 62 // whatever else is added
		}
	}
	u.length = max(u.length, -1)
	return u
}

// bytesLeft returns where r stands and how many bytes are left in it, -1 if it cannot tell.
func bytesLeft(r io.Reader) (start, length int64) {
	s, ok := r.(io.Seeker)
	if !ok {
		return -1, 0
	}
	here, err := s.Seek(0, io.SeekCurrent)
	if err != nil {
		return -1, 0
	}
	end, err := s.Seek(0, io.SeekEnd)
	if err != nil {
		return -1, 0
	}
	if _, err = s.Seek(here, io.SeekStart); err != nil {
		return -1, 0
	}
	return here, max(end-here, 0)
}

// attach makes it the body of a request.
func (u *upload) attach(req *http.Request) error {
	body, err := u.open(req.Context())
	if err != nil {
		return err
	}
	if req.Body, req.ContentLength = body, u.length; u.length == 0 {
		req.Body = http.NoBody
	}
	if u.replays() {
		req.GetBody = func() (io.ReadCloser, error) { return u.open(req.Context()) }
	}
	return nil
}

// open begins to read, or begins again.
func (u *upload) open(ctx context.Context) (io.ReadCloser, error) {
	if u.release(); u.held != nil {
		return nil, permanentError{errors.New("a Read of the content has not returned: it cannot be sent again")}
	}
	var readers []io.Reader
	for _, p := range u.parts {
		if u.opened {
			if _, err := p.Reader.(io.Seeker).Seek(p.start, io.SeekStart); err != nil {
				return nil, permanentError{err}
			}
		}
		readers = append(readers, p.Reader)
	}
	u.opened, u.held = true, hold(ctx, io.MultiReader(readers...))
	return u.held, nil
}

// replays reports whether it can be sent again.
func (u *upload) replays() bool {
	for _, p := range u.parts {
		if p.start < 0 {
			return false
		}
	}
	return true
}

// small gives the parts of it that are short and in memory: what is no file.
func (u *upload) small() (list [][]byte) {
	for _, p := range u.parts {
		if r, ok := p.Reader.(*bytes.Reader); ok && r.Size() <= 64<<10 {
			data := make([]byte, r.Size())
			_, _ = r.ReadAt(data, 0)
			list = append(list, data)
		}
	}
	return list
}

// release ends the reading of an attempt, which may have ended before all was read.
func (u *upload) release() {
	if u.held != nil && u.held.finish() {
		u.held = nil
	}
}

// close ends the reading, and closes what can be closed. Close of a reader that is busy may wait for its Read, which may never return:
// then the call returns all the same.
func (u *upload) close() {
	u.release()
	parts := u.parts
	u.parts = nil
	closeAll := func() {
		for _, p := range parts {
			if c, ok := p.Reader.(io.Closer); ok {
				_ = c.Close()
			}
		}
	}
	if u.held == nil {
		closeAll()
		return
	}
	go closeAll()
	u.release()
}

// A heldBody is content as one attempt reads it. Between them is a pipe: a reader that makes others wait cannot hold up the end of a
// call, and a transport that still has the request finds nothing to read.
type heldBody struct {
	*io.PipeReader
	write  *io.PipeWriter
	source io.Reader
	start  sync.Once
	done   chan struct{} // closed when nothing reads source any more
	stop   func() bool
}

// hold makes source the body of an attempt, until finish is called.
func hold(ctx context.Context, source io.Reader) *heldBody {
	b := &heldBody{source: source, done: make(chan struct{})}
	b.PipeReader, b.write = io.Pipe()
	b.stop = context.AfterFunc(ctx, func() { b.end(context.Cause(ctx)) }) // package http waits for a Read
	return b
}

// Read implements [io.Reader]. The first one starts the reading of the source, so that a request that is never sent leaves nothing
// behind.
func (b *heldBody) Read(data []byte) (int, error) {
	b.start.Do(func() {
		source := b.source
		b.source = nil
		go func() {
			_, err := io.Copy(b.write, source)
			b.write.CloseWithError(err)
			close(b.done)
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
	b.start.Do(func() { // nor does it start later
		b.source = nil
		close(b.done)
	})
	b.write.CloseWithError(err)
}

// finish ends the body and reports whether nothing reads the source any more.
func (b *heldBody) finish() bool {
	b.Close()
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case <-b.done:
		return true
	case <-timer.C:
		return false
	}
}
