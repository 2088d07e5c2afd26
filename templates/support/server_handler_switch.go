package support

// switchedBy reads parameters before the content is chosen, and asks them whether the client wants a stream.
func switchedBy[T any, P paramsOf[T]](asks func(P) bool) func(*exchange) (bool, error) {
	return func(x *exchange) (bool, error) {
		p, err := paramsFor[T, P](x)
		return err == nil && asks(p), err
	}
}

// switched chooses a content that is a sequence, or one that is none. The parameters count more than what the header Accept likes best:
// clients that ask for a stream in the body often say application/json there.
func (x *exchange) switched(liked *sentContent) (*sentContent, error) {
	asked, err := x.op.stream(x)
	if err != nil || liked.sender.isStream == asked {
		return liked, err
	}
	for i := range x.op.contents {
		if c := &x.op.contents[i]; c.sender.isStream == asked {
			return c, nil
		}
	}
	return liked, nil
}

// isTrue reports whether a boolean is there and true.
func isTrue[T ~bool](x Nullable[T]) bool {
	v, ok := x.Get()
	return ok && bool(v)
}
