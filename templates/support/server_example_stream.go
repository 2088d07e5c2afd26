package support

import (
	"context"
	"iter"
)

// exampleItems gives the examples of a method as the items of a sequence, which then ends.
func exampleItems[T any](ctx context.Context, s exampleSet, read func(*jsonReader) T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		list, err := s.choose(ctx)
		if err != nil {
			var none T
			yield(none, err)
			return
		}
		for _, e := range list {
			if item, err := fromExample(e, read); !yield(item, err) {
				return
			}
		}
	}
}

// exampleEvents gives the examples of a method as the data of events. They have no ids, so that no client comes again for more.
func exampleEvents[D any](ctx context.Context, s exampleSet, read func(*jsonReader) D) iter.Seq2[StreamEvent[D], error] {
	return func(yield func(StreamEvent[D], error) bool) {
		for data, err := range exampleItems(ctx, s, read) {
			if !yield(StreamEvent[D]{Data: data}, err) {
				return
			}
		}
	}
}
