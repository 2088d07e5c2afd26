package support

import "context"

// pointerTo is what a generated type has to be sent.
type pointerTo[T any] interface {
	*T
	jsonEncoder
	jsonChecker
}

// sendsJSON serves a method whose result is sent as JSON.
func sendsJSON[T, U any, P paramsOf[T], R pointerTo[U]](method func(context.Context, P) (R, error)) sender {
	return answering(method, func(x *exchange, v R) error {
		if v == nil {
			return x.sendNil()
		}
		return x.sendJSON(x.op.bodied(), v.encode, func() error { return x.checked(v) })
	})
}

// checked validates a result.
func (x *exchange) checked(v jsonChecker) error { return validate("response of "+x.op.name, v) }

// sendJSON answers with what a function writes, as one of some successes. check may be nil.
func (x *exchange) sendJSON(of []string, write func(*jsonWriter), check func() error) error {
	if x.h.options.ValidateResponses && check != nil {
		if err := check(); err != nil {
			return err
		}
	}
	w := writers.Get().(*jsonWriter)
	defer w.keep()
	w.buf, w.err, w.unknowns, w.tags = w.buf[:0], nil, nil, nil
	if write(w); w.err != nil {
		return w.err
	}
	return x.sendWhole(of, "application/json", w.buf)
}

// keep puts a writer back, unless its buffer is very large.
func (w *jsonWriter) keep() {
	if cap(w.buf) <= maxPooled {
		writers.Put(w)
	}
}
