package support

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"mime"
	"net/http"
	"strconv"
	"time"
)

// A StreamEvent is one event of a text/event-stream answer.
type StreamEvent[T any] struct {
	// ID is the last id that the server sent; give it to
	// [WithLastEventID] to go on from here later.
	ID string
	// Name is the event name, "message" if the server gave none.
	Name string
	// Data is what came with the event.
	Data T
}

// WithLastEventID starts a stream after the event with this ID.
func WithLastEventID(id string) Option { return WithHeader("Last-Event-ID", id) }

// receiveEvents sends a call and hands over each event of the answer, until each returns false. An error comes last, without a message.
// If the connection of a GET breaks, it is opened again, from the last whole event on. Data of [DONE], which is no JSON, ends the
// stream: many servers say so.
func (c *Client) receiveEvents(ctx context.Context, cfg *config, k *call, each func(*message, error) bool) {
	k.openSequence("text/event-stream", isEventStream)
	again := k.method == http.MethodGet && k.source == nil // a body that is read is sent once
	s := eventStream{id: cfg.header.Get("Last-Event-ID"), wait: time.Second}
	for failures := 0; ; failures++ {
		if s.id != "" {
			one := *cfg
			one.header = cfg.header.Clone()
			one.header.Set("Last-Event-ID", s.id)
			cfg = &one
		}
		a, err := c.send(ctx, cfg, k, maxErrorBody)
		if err != nil {
			each(nil, err)
			return
		}
		if a.StatusCode == http.StatusNoContent {
			a.Body.Close()
			return
		}
		before := s.count
		more := s.read(a, k, cfg, each)
		a.Body.Close()
		if s.count > before {
			failures = 0
		}
		ended := s.err == io.EOF && !again
		if !more || !again || ctx.Err() != nil || failures >= cfg.retries {
			s.last(ctx, k, more, ended, each)
			return
		}
		_ = pause(ctx, s.wait) // the next attempt tells that the context has ended
	}
}

func isEventStream(mediaType string) bool {
	t, _, _ := mime.ParseMediaType(mediaType)
	return t == "text/event-stream"
}

// An eventStream is what is known between two connections.
type eventStream struct {
	in      lineReader
	id      string // of the last whole event
	pending string // of the event that is being read
	wait    time.Duration
	count   int
	err     error // why the connection ended
}

// last hands over why a stream ended, if that is an error.
func (s *eventStream) last(ctx context.Context, k *call, more, ended bool, each func(*message, error) bool) {
	err := s.err
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	if more && !ended && err != io.EOF {
		each(nil, k.wrap(err))
	}
}

// read hands over the events of one connection. It returns false if no more are wanted.
func (s *eventStream) read(a *answer, k *call, cfg *config, each func(*message, error) bool) bool {
	s.in, s.pending = lineReader{bufio.NewReader(a.Body), cfg.maxResponse}, s.id
	for {
		name, data, ok := s.next()
		if !ok {
			return true
		}
		if string(data) == "[DONE]" {
			return false
		}
		s.count++
		if !each(&message{id: s.id, name: name, data: data, answer: a, k: k, cfg: cfg}, nil) {
			return false
		}
	}
}

// next reads an event (WHATWG HTML, section 9.2.6). An event without data is none.
func (s *eventStream) next() (name string, data []byte, ok bool) {
	name = "message"
	for {
		line, err := s.in.next()
		if err != nil {
			s.err = err // an event without its empty line is not whole
			return "", nil, false
		}
		line = bytes.TrimRight(line, "\r\n")
		if len(line) == 0 {
			s.id = s.pending
			if data != nil {
				return name, bytes.TrimSuffix(data, []byte("\n")), true
			}
			name = "message"
			continue
		}
		field, value, _ := bytes.Cut(line, []byte(":"))
		value = bytes.TrimPrefix(value, []byte(" "))
		switch string(field) {
		case "id":
			s.pending = string(value)
		case "event":
			name = string(value)
		case "data":
			data = append(append(data, value...), '\n')
		case "retry":
			if ms, err := strconv.ParseUint(string(value), 10, 31); err == nil {
				s.wait = time.Duration(ms) * time.Millisecond
			}
		}
	}
}
