package support

import "context"

// sendsText serves a method whose result is sent as a text.
func sendsText[T, R any, P paramsOf[T]](method func(context.Context, P) (R, error), text func(R) string) sender {
	return answering(method, func(x *exchange, v R) error {
		return x.sendWhole(x.op.bodied(), "text/plain; charset=utf-8", []byte(text(v)))
	})
}
