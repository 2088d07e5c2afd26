package support

import "iter"

// failedStream is a sequence that is nothing but an error.
func failedStream[T any](err error) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		yield(none, err)
	}
}
