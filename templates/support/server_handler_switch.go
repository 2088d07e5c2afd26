package support

// switchedBy reads parameters before the content is chosen, and asks them whether the client wants a stream.
func switchedBy[T any, P paramsOf[T]](asks func(P) bool) func(*exchange) (bool, error) {
	return func(x *exchange) (bool, error) {
		p, err := paramsFor[T, P](x)
		return err == nil && asks(p), err
	}
}

// ofKind gives the contents that are sequences, or those that are none. If there are no such, it gives all.
func ofKind(contents []sentContent, asked bool) (some []sentContent) {
	for _, c := range contents {
		if c.sender.isStream == asked {
			some = append(some, c)
		}
	}
	if some == nil {
		return contents
	}
	return some
}
