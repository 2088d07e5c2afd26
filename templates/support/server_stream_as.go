package support

import (
	"context"
	"iter"
)

// sendsEventsAs serves a method whose result is a stream of events with data that functions write.
func sendsEventsAs[T, D any, P paramsOf[T]](method func(context.Context, P) iter.Seq2[StreamEvent[D], error], as resultAs[D]) sender {
	return sequencing(method, func(x *exchange, events iter.Seq2[StreamEvent[D], error]) error {
		return sendEvents(x, events, func(v D) ([]byte, error) { return as.item(x, v) })
	})
}

// sendsLinesAs serves a method whose result is a sequence of JSON texts that functions write.
func sendsLinesAs[T, D any, P paramsOf[T]](method func(context.Context, P) iter.Seq2[D, error], as resultAs[D]) sender {
	return sequencing(method, func(x *exchange, items iter.Seq2[D, error]) error {
		return sendLines(x, items, func(v D) ([]byte, error) { return as.item(x, v) })
	})
}

// item gives the JSON of an item of a stream.
func (as resultAs[R]) item(x *exchange, v R) ([]byte, error) {
	if as.none != nil && as.none(v) {
		return []byte("null"), nil
	}
	return x.item(func(w *jsonWriter) { as.write(w, v) }, func() error { return as.checked(v) })
}
