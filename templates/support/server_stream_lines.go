package support

import (
	"bytes"
	"context"
	"iter"
	"strings"
)

// sendsLines serves a method whose result is a sequence of JSON texts.
func sendsLines[T, U any, P paramsOf[T], R pointerTo[U]](method func(context.Context, P) iter.Seq2[R, error]) sender {
	return sequencing(method, func(x *exchange, items iter.Seq2[R, error]) error {
		return sendLines(x, items, func(v R) ([]byte, error) {
			if v == nil {
				return []byte("null"), nil
			}
			return x.item(v.encode, func() error { return validate("item of "+x.op.name, v) })
		})
	})
}

// sendLines answers with JSON texts: one on each line, or a record each (RFC 7464). Nothing is written before the first one, so that an
// error there is an ordinary failure; a later one aborts the connection. A heart beat is white space.
func sendLines[D any](x *exchange, items iter.Seq2[D, error], data func(D) ([]byte, error)) error {
	mark := ""
	if strings.HasSuffix(baseType(x.mediaType), "json-seq") {
		mark = "\x1e"
	}
	s := startStream(x, "\n")
	defer s.end()
	for v, err := range items {
		if x.ctx.Err() != nil {
			return nil
		}
		var text []byte
		if err == nil {
			text, err = data(v)
		}
		if err != nil {
			s.stop()
			return err
		}
		line := mark + string(bytes.ReplaceAll(text, []byte("\n"), []byte(" "))) + "\n" // a line break is white space in JSON
		if err := s.write(line); err != nil {
			return s.over(err)
		}
	}
	return s.over(s.write(""))
}
