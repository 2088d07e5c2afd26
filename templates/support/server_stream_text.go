package support

import (
	"context"
	"iter"
	"strings"
)

// sendsEventTexts serves a method whose result is a stream of events with texts.
func sendsEventTexts[T any, D ~string, P paramsOf[T]](method func(context.Context, P) iter.Seq2[StreamEvent[D], error]) sender {
	return sequencing(method, func(x *exchange, events iter.Seq2[StreamEvent[D], error]) error {
		return sendEvents(x, events, func(v D) ([]byte, error) {
			return []byte(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(v))), nil
		})
	})
}
