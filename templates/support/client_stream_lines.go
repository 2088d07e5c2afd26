package support

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"
)

// A message is one item of an answer that is a sequence.
type message struct {
	id, name string // of an event
	data     []byte
	answer   *answer
	k        *call
	cfg      *config
}

// openSequence leaves the answer to read if it has a wanted type. As with JSON, one without a type claims nothing; and a status other
// than 200 may say that there is nothing.
func (k *call) openSequence(wanted string, isWanted func(mediaType string) bool) {
	k.open = true
	k.foreign = func(resp *http.Response) error {
		t := resp.Header.Get("Content-Type")
		if t == "" || isWanted(t) || resp.StatusCode != http.StatusOK && resp.ContentLength == 0 {
			return nil
		}
		return fmt.Errorf("the content type is %q, not %s", t, wanted)
	}
}

// decode reads the JSON of a message. check may be nil.
func (m *message) decode(read func(*jsonReader), check func() error) error {
	partly, err := m.k.decodeJSON(m.data, !m.cfg.checkResponse, read)
	if err == nil && m.cfg.checkResponse && check != nil {
		err = check()
	}
	if err == nil {
		return nil
	}
	failed := m.k.failed(&answer{Response: m.answer.Response, data: m.data}, err)
	if partly {
		return &DecodeError{failed}
	}
	return failed
}

// receiveLines sends a call and hands over each JSON text of the answer, until each returns false. An error comes last, without a message.
// The texts end with a line (JSON Lines) or begin with a record separator (RFC 7464).
func (c *Client) receiveLines(ctx context.Context, cfg *config, k *call, each func(*message, error) bool) {
	k.openSequence("JSON lines", isLines)
	a, err := c.send(ctx, cfg, k, maxErrorBody)
	if err != nil {
		each(nil, err)
		return
	}
	defer a.Body.Close()
	in := lineReader{bufio.NewReader(a.Body), cfg.maxResponse}
	for {
		line, err := in.next()
		data := bytes.TrimSpace(bytes.TrimLeft(line, "\x1e"))
		if len(data) > 0 && !each(&message{data: data, answer: a, k: k, cfg: cfg}, nil) {
			return
		}
		if err != nil {
			if err != io.EOF {
				each(nil, k.failed(a, err))
			}
			return
		}
	}
}

// isLines reports whether a media type is a sequence of JSON texts (OAS 3.2, Sequential Media Types), by any of its names.
func isLines(mediaType string) bool {
	t, _, _ := mime.ParseMediaType(mediaType)
	switch t {
	case "application/jsonl", "application/x-ndjson", "application/ndjson", "application/json-seq", "application/jsonlines", "application/x-jsonlines",
		"application/json-lines", "application/x-json-stream", "application/stream+json":
		return true
	}
	return strings.HasSuffix(t, "+json-seq") || strings.HasSuffix(t, "+jsonl")
}

// A lineReader reads lines of at most limit bytes.
type lineReader struct {
	*bufio.Reader
	limit int64
}

// next gives a line with its end. With an error it gives what came before.
func (r *lineReader) next() (line []byte, err error) {
	for {
		part, err := r.ReadSlice('\n')
		line = append(line, part...)
		switch {
		case err != bufio.ErrBufferFull:
			return line, err
		case int64(len(line)) > r.limit:
			return nil, permanentError{errors.New("a line is longer than the limit of an answer")}
		}
	}
}
