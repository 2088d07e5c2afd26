package support

import (
	"bytes"
	"context"
	"iter"
	"net/http"
	"strings"
)

// LastEventID gives the id after which a client wants a stream to go on.
func LastEventID(ctx context.Context) string {
	if x := exchangeOf(ctx); x != nil {
		return x.r.Header.Get("Last-Event-ID")
	}
	return ""
}

// sendsEvents serves a method whose result is a stream of events.
func sendsEvents[T, U any, P paramsOf[T], R pointerTo[U]](method func(context.Context, P) iter.Seq2[StreamEvent[R], error]) sender {
	return sequencing(method, func(x *exchange, events iter.Seq2[StreamEvent[R], error]) error {
		return sendEvents(x, events, func(v R) ([]byte, error) {
			if v == nil {
				return []byte("null"), nil
			}
			return x.item(v.encode, func() error { return validate("event of "+x.op.name, v) })
		})
	})
}

// item gives the JSON of an item of a stream. check may be nil.
func (x *exchange) item(write func(*jsonWriter), check func() error) ([]byte, error) {
	if x.h.options.ValidateResponses && check != nil {
		if err := check(); err != nil {
			return nil, err
		}
	}
	var w jsonWriter
	write(&w)
	return w.buf, w.err
}

// sendEvents answers with a stream of events. Nothing is written before the first one, so that an error there is an ordinary
// failure; a later one is an event.
func sendEvents[D any](x *exchange, events iter.Seq2[StreamEvent[D], error], data func(D) ([]byte, error)) error {
	s := startStream(x, ":\n\n")
	defer s.end()
	for e, err := range events {
		if x.ctx.Err() != nil {
			return nil
		}
		var text []byte
		if err == nil {
			text, err = data(e.Data)
		}
		if err != nil {
			return s.failEvents(err)
		}
		if err := s.write(eventText(e.ID, e.Name, text)); err != nil {
			return s.over(err)
		}
	}
	return s.finishEvents()
}

// finishEvents ends a stream without an error. If there was nothing after the last event that a client has, 204 tells it not to come
// again (WHATWG HTML, section 9.2.3).
func (s *streamWriter) finishEvents() error {
	if LastEventID(s.x.ctx) == "" || s.stop() {
		return s.over(s.write(""))
	}
	s.x.began = true
	s.x.w.WriteHeader(http.StatusNoContent)
	return nil
}

// failEvents ends a stream with an error: a response of its own before the headers, an event after them.
func (s *streamWriter) failEvents(err error) error {
	if !s.stop() {
		return err
	}
	f := s.x.failure(err)
	if s.x.h.options.Failed != nil {
		s.x.h.options.Failed(s.x.r, f)
	}
	return s.over(s.write(eventText("", "error", s.x.failureBody(f))))
}

// oneLine drops what a field of an event cannot hold.
var oneLine = strings.NewReplacer("\r", "", "\n", "", "\x00", "")

// eventText gives an event as it is sent (WHATWG HTML, section 9.2.5).
func eventText(id, name string, data []byte) string {
	var b strings.Builder
	if id != "" {
		b.WriteString("id: " + oneLine.Replace(id) + "\n")
	}
	if name != "" && name != "message" {
		b.WriteString("event: " + oneLine.Replace(name) + "\n")
	}
	b.WriteString("data: ")
	b.Write(bytes.ReplaceAll(data, []byte("\n"), []byte("\ndata: ")))
	b.WriteString("\n\n")
	return b.String()
}
