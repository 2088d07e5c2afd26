package support

import (
	"bytes"
	"context"
	"io"
	"mime"
	"strings"
)

// receiveLines sends a call and hands over each JSON text of the response, until each returns false. An error of the stream comes last,
// without a message. The texts end with a line (JSON Lines) or begin with a record separator (RFC 7464).
func (c *Client) receiveLines(ctx context.Context, cfg *config, k *call, each func(*message, error) bool) {
	k.openSequence("JSON lines", isLines)
	cfg = cfg.clone()
	cfg.watchIdle()
	a, err := c.send(ctx, cfg, k, maxErrorBody)
	if err != nil {
		each(nil, err)
		return
	}
	defer a.Body.Close()
	in := jsonTexts{in: newStreamText(a.Body), limit: cfg.maxResponse}
	for {
		data, cut, err := in.next()
		m := &message{data: data, response: a, k: k, cfg: cfg}
		switch {
		case err != nil && err != io.EOF && ctx.Err() != nil:
			each(nil, k.wrap(ctx.Err()))
			return
		case cut && (!each(nil, m.failed(cutShort(err))) || err != nil):
			return
		case !cut && len(data) > 0 && !each(m, nil):
			return
		case err == io.EOF:
			return
		case err != nil:
			each(nil, k.failed(a, err))
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

// recordStart is the byte that begins a record of a sequence (RFC 7464, section 2.2).
const recordStart = 0x1e

// jsonTexts reads the texts of a sequence.
type jsonTexts struct {
	in      streamText
	limit   int64
	records bool // of RFC 7464, which may have line breaks
	buf     []byte
	inside  nesting
}

// next gives a text, which is empty between two line breaks. cut says that it is not whole. With an error it gives what came before.
func (t *jsonTexts) next() (data []byte, cut bool, err error) {
	t.buf, t.inside = nil, nesting{}
	for {
		part, end, err := t.in.piece("\n\x1e")
		if err != nil {
			return t.remainder(err)
		}
		t.buf = append(t.buf, part...)
		if int64(len(t.buf)) > t.limit {
			return nil, false, tooLong("a JSON text", t.limit)
		}
		if t.records {
			t.inside.follow(part)
		}
		switch {
		case end == recordStart:
			t.records = true
			return t.remainder(nil)
		case end == '\n' && (!t.records || t.inside.depth <= 0 && !t.inside.inText):
			return bytes.TrimSpace(t.buf), false, nil
		case end == '\n':
			t.buf = append(t.buf, end)
		}
	}
}

// remainder gives what has no line break behind it. A number of a sequence may have lost digits then (RFC 7464, section 2.4).
func (t *jsonTexts) remainder(err error) ([]byte, bool, error) {
	data := bytes.TrimSpace(t.buf)
	if len(data) == 0 {
		return nil, false, err
	}
	whole := isJSONText(data) && (err == nil || err == io.EOF)
	if last := t.buf[len(t.buf)-1:]; t.records && !bytes.ContainsAny(last, "}]\" \t\r\n") {
		whole = false
	}
	return data, !whole, err
}

// A nesting tells where a JSON text ends that comes in pieces.
type nesting struct {
	depth           int
	inText, escaped bool
}

func (n *nesting) follow(part []byte) {
	for _, c := range part {
		switch {
		case n.escaped:
			n.escaped = false
		case n.inText:
			n.escaped, n.inText = c == '\\', c != '"'
		case c == '"':
			n.inText = true
		case c == '{' || c == '[':
			n.depth++
		case c == '}' || c == ']':
			n.depth--
		}
	}
}
