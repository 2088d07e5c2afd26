package support

import (
	"context"
	"errors"
	"iter"
	"net/http"
	"sync"
	"time"
)

// A streamWriter writes a sequence. The method and the heart beat share it.
type streamWriter struct {
	x      *exchange
	ping   string // what a heart beat writes
	status int    // and headers of the method when it began its sequence: what a heart beat sends
	header http.Header
	mu     sync.Mutex
	timer  *time.Timer
	open   bool  // the headers are out
	err    error // why nothing more can be written
}

// sequencing makes the sender of a method whose result is a sequence.
func sequencing[T, I any, P paramsOf[T]](method func(context.Context, P) iter.Seq2[I, error], send func(*exchange, iter.Seq2[I, error]) error) sender {
	return sender{isStream: true, serve: func(x *exchange) error {
		p, err := paramsFor[T, P](x)
		if err != nil {
			return err
		}
		if x.r.Method == http.MethodHead {
			x.began = true
			x.w.Header().Set("Content-Type", x.mediaType)
			return nil
		}
		return send(x, method(x.ctx, p))
	}}
}

func startStream(x *exchange, ping string) *streamWriter {
	s := &streamWriter{x: x, ping: ping, status: x.status, header: x.header.Clone()}
	s.mu.Lock() // the heart beat needs the timer
	defer s.mu.Unlock()
	s.timer = time.AfterFunc(x.h.options.StreamHeaders, s.beat)
	return s
}

// end stops the heart beat: after it, nothing else writes.
func (s *streamWriter) end() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.timer.Stop()
	s.err = context.Canceled
	if s.open {
		_ = http.NewResponseController(s.x.w).SetWriteDeadline(time.Time{}) // the connection may have more requests
	}
}

// beat writes the headers, then pings, where nothing else is written.
func (s *streamWriter) beat() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err != nil {
		return
	}
	text := s.ping
	if !s.open {
		text = ""
		if s.begin(s.status, s.header) != nil {
			return // the first item says it
		}
	}
	_ = s.put(text)
}

// write writes an item.
func (s *streamWriter) write(text string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.open && s.err == nil {
		if s.err = s.begin(s.x.status, s.x.header); s.err != nil {
			return s.err
		}
	}
	return s.put(text)
}

// put writes and flushes a text, in the time that a slow client has. The lock is held.
func (s *streamWriter) put(text string) error {
	if s.err != nil {
		return s.err
	}
	out := http.NewResponseController(s.x.w)
	_ = out.SetWriteDeadline(time.Now().Add(s.x.h.options.StreamWrite)) // not every writer has one
	_, s.err = s.x.w.Write([]byte(text))
	if s.err == nil {
		if err := out.Flush(); !errors.Is(err, http.ErrNotSupported) { // a writer that cannot flush sends all at its end
			s.err = err
		}
	}
	s.timer.Reset(s.x.h.options.Heartbeat)
	return s.err
}

// begin sends the headers. The lock is held.
func (s *streamWriter) begin(status int, header http.Header) error {
	code, err := s.x.begin(status, header, s.x.op.bodied(), http.StatusOK)
	if err != nil {
		return err
	}
	own := s.x.w.Header()
	own.Set("Content-Type", s.x.mediaType)
	if own.Get("Cache-Control") == "" {
		own.Set("Cache-Control", "no-store")
	}
	s.open, s.x.began = true, true
	s.x.w.WriteHeader(code)
	return nil
}

// over ends a stream that cannot be written. Before its headers that is a failure, later nobody reads it.
func (s *streamWriter) over(err error) error {
	if s.open {
		return nil
	}
	return err
}

// stop stops the heart beat before a failure. It reports whether the headers are out.
func (s *streamWriter) stop() (open bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.timer.Stop()
	if !s.open {
		s.err = context.Canceled // the heart beat must not write now
	}
	return s.open
}
