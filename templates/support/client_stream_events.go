package support

import (
	"cmp"
	"context"
	"io"
	"mime"
	"net/http"
	"time"
)

const lastEventID = "Last-Event-ID"

// WithLastEventID starts a stream after the event with this ID.
func WithLastEventID(id string) Option { return WithHeader(lastEventID, id) }

// receiveEvents sends a call and hands over each event of the response, until each returns false. An error of the stream comes last,
// without a message. Data of [DONE], which is no JSON, ends the stream: many servers say so.
//
// A GET is sent again after the end of its connection if that repeats nothing: the server has said where to go on, or the connection
// broke before the first event. Each event that came gives the stream all its attempts again.
func (c *Client) receiveEvents(ctx context.Context, cfg *config, k *call, each func(*message, error) bool) {
	k.openSequence("text/event-stream", isEventStream)
	cfg = cfg.clone()
	cfg.watchIdle()
	s := eventStream{k: k, cfg: cfg, each: each}
	s.in.id, s.in.wait = cmp.Or(k.header.Get(lastEventID), cfg.header.Get(lastEventID)), time.Second
	for failures := 0; ; failures++ {
		before := s.count
		a, more := s.connect(ctx, c)
		if !more {
			return
		}
		if s.count > before {
			failures = 0
		}
		if ctx.Err() != nil || failures >= cfg.retries || !s.canGoOn() {
			s.last(ctx, a)
			return
		}
		s.goOn()
		_ = pause(ctx, s.in.wait) // the next attempt tells that the context has ended
	}
}

func isEventStream(mediaType string) bool {
	t, _, _ := mime.ParseMediaType(mediaType)
	return t == "text/event-stream"
}

// An eventStream is what is known of a stream of one or more connections.
type eventStream struct {
	k     *call
	cfg   *config
	each  func(*message, error) bool
	in    eventReader
	count int   // of events
	err   error // why the last connection ended
}

// connect sends the call and hands over the events of its connection. It returns false if no more are wanted, or there are none.
// Whatever ends it, a panic in the loop of the caller too, the connection is closed.
func (s *eventStream) connect(ctx context.Context, c *Client) (a *response, more bool) {
	a, err := c.send(ctx, s.cfg, s.k, maxErrorBody)
	if err != nil {
		s.each(nil, err)
		return nil, false
	}
	defer a.Body.Close()
	if a.StatusCode == http.StatusNoContent {
		return nil, false
	}
	s.in.readFrom(a.Body, s.cfg.maxResponse)
	for {
		e, err := s.in.next()
		if string(e.data) == "[DONE]" {
			return nil, false
		}
		if err != nil {
			s.err = err
			return a, true
		}
		s.count++
		if !s.each(&message{id: s.in.id, name: e.name, data: e.data, response: a, k: s.k, cfg: s.cfg}, nil) {
			return nil, false
		}
	}
}

// canGoOn reports whether a new connection brings what is missing and nothing twice.
func (s *eventStream) canGoOn() bool {
	_, tooLong := s.err.(permanentError)
	return !tooLong && s.k.method == http.MethodGet && s.k.source == nil && (s.in.numbered || s.count == 0 && s.err != io.EOF)
}

// goOn makes the call begin behind the last event.
func (s *eventStream) goOn() {
	s.cfg.header.Del(lastEventID)
	s.k.header.Del(lastEventID) // a parameter of the document
	if s.in.id != "" {
		s.cfg.header.Set(lastEventID, s.in.id)
	}
}

// last hands over why a stream ended, if that is an error.
func (s *eventStream) last(ctx context.Context, a *response) {
	switch {
	case s.err == io.EOF && (ctx.Err() == nil || !s.canGoOn()):
	case ctx.Err() != nil:
		s.each(nil, s.k.wrap(ctx.Err()))
	default:
		s.each(nil, s.k.failed(a, s.err))
	}
}
