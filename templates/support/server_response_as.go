package support

import "context"

// A resultAs says how a result becomes JSON that has no methods for it.
type resultAs[R any] struct {
	write func(w *jsonWriter, x R)
	check func(x R) error // nil: there is nothing to check
	none  func(x R) bool  // whether there is no result; nil: never
}

// sendsAs serves a method whose result is sent as JSON by functions.
func sendsAs[T, R any, P paramsOf[T]](method func(context.Context, P) (R, error), as resultAs[R]) sender {
	return answering(method, func(x *exchange, v R) error {
		if as.none != nil && as.none(v) {
			return x.sendNil()
		}
		return x.sendJSON(x.op.bodied(), func(w *jsonWriter) { as.write(w, v) }, func() error { return as.checked(v) })
	})
}

func (as resultAs[R]) checked(v R) error {
	if as.check == nil {
		return nil
	}
	return as.check(v)
}
