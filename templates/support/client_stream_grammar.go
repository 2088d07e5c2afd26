package support

import (
	"bytes"
	"io"
	"strconv"
	"time"
)

// An eventReader reads the events of a connection (WHATWG HTML, section 9.2.6). What it knows of ids holds for the next one too.
type eventReader struct {
	in       streamText
	limit    int64 // of what is kept of an event
	line     []byte
	afterCR  bool   // a line feed belongs to the line before
	id       string // of the last whole event
	numbered bool   // the server has sent an id
	wait     time.Duration
}

// An event is what stands before an empty line.
type event struct {
	name    string
	data    []byte // nil: it is none
	id      string
	hasID   bool
	started bool
}

// readFrom makes a connection the source.
func (r *eventReader) readFrom(in io.Reader, limit int64) {
	r.in, r.limit, r.afterCR = newStreamText(in), limit, false
}

// next reads an event. With an error it gives the data of one that was cut off.
func (r *eventReader) next() (event, error) {
	e := event{name: "message"}
	for {
		if err := r.readLine(int64(len(e.data))); err != nil {
			if e.started || len(r.line) > 0 {
				err = cutShort(err)
			}
			if bytes.HasPrefix(r.line, []byte("data:")) {
				_ = r.field(&e)
			}
			return event{data: bytes.TrimSuffix(e.data, []byte("\n"))}, err
		}
		if len(r.line) > 0 {
			if err := r.field(&e); err != nil {
				return event{}, err
			}
			continue
		}
		if e.hasID {
			r.id, r.numbered = e.id, true
		}
		if e.data != nil {
			e.data = e.data[:len(e.data)-1]
			return e, nil
		}
		e = event{name: "message"}
	}
}

// field takes a line of an event.
func (r *eventReader) field(e *event) error {
	name, value, _ := bytes.Cut(r.line, []byte(":"))
	value = bytes.TrimPrefix(value, []byte(" "))
	switch string(name) {
	case "id":
		if bytes.IndexByte(value, 0) < 0 {
			e.id, e.hasID, e.started = string(value), true, true
		}
	case "event":
		e.name, e.started = string(value), true
		if e.name == "" {
			e.name = "message"
		}
	case "data":
		e.data, e.started = append(append(e.data, value...), '\n'), true
		if int64(len(e.data)-1) > r.limit {
			return tooLong("an event", r.limit)
		}
	case "retry":
		if ms, err := strconv.ParseUint(string(value), 10, 31); err == nil {
			r.wait = time.Duration(ms) * time.Millisecond
		}
	}
	return nil
}

// readLine reads the next line that is no comment. held is how much of its event is kept already.
func (r *eventReader) readLine(held int64) error {
	const frame = 64 // the names of fields do not count
	r.line = r.line[:0]
	comment := false
	for {
		part, end, err := r.in.piece("\r\n")
		if err != nil {
			return err
		}
		if r.afterCR && len(part) == 0 && end == '\n' {
			r.afterCR = false
			continue
		}
		r.afterCR = end == '\r'
		comment = comment || len(r.line) == 0 && bytes.HasPrefix(part, []byte(":"))
		switch {
		case !comment:
			r.line = append(r.line, part...)
			if int64(len(r.line))-frame > r.limit-held {
				return tooLong("an event", r.limit)
			}
			if end != 0 {
				return nil
			}
		case end != 0:
			comment = false
		}
	}
}
