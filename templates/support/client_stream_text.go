package support

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// A streamText is the text of a stream, without the mark that it may begin with.
type streamText struct {
	*bufio.Reader
	begun bool
}

func newStreamText(in io.Reader) streamText { return streamText{Reader: bufio.NewReader(in)} }

// piece reads up to one of the ends, or what is there without one: then end is 0. The piece is valid until the next.
func (t *streamText) piece(ends string) (part []byte, end byte, err error) {
	if err := t.await(); err != nil {
		return nil, 0, err
	}
	part, _ = t.Peek(t.Buffered())
	n := len(part)
	if i := bytes.IndexAny(part, ends); i >= 0 {
		part, end, n = part[:i], part[i], i+1
	}
	_, _ = t.Discard(n)
	return part, end, nil
}

// await waits for the next byte. At the start it skips a byte order mark.
func (t *streamText) await() error {
	first, err := t.Peek(1)
	if err != nil || t.begun {
		return err
	}
	t.begun = true
	const mark = "\ufeff"
	if first[0] != mark[0] {
		return nil
	}
	if start, _ := t.Peek(len(mark)); string(start) == mark {
		_, _ = t.Discard(len(mark))
		_, err = t.Peek(1)
	}
	return err
}

// cutShort is the error of something that the end of the stream, or what broke it, cut off.
func cutShort(err error) error {
	_, permanent := err.(permanentError)
	switch {
	case err == nil || err == io.EOF:
		return io.ErrUnexpectedEOF
	case permanent || errors.Is(err, io.ErrUnexpectedEOF):
		return err
	}
	return fmt.Errorf("%w: %w", io.ErrUnexpectedEOF, err)
}

// tooLong is the error for what is longer than the limit of a response.
func tooLong(what string, limit int64) error {
	return permanentError{fmt.Errorf("%s has more than %d bytes", what, limit)}
}
