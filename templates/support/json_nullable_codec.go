package support

// nullable reads null, or a built-in value with read.
//
//go:noinline
func nullable[T any](r *jsonReader, read func(*jsonReader) T) Nullable[T] {
	if r.null() {
		return NewNull[T]()
	}
	return NewNullable(read(r))
}

// putNullable writes a member of a built-in type that may be absent or null.
//
//go:noinline
func putNullable[T any](w *jsonWriter, key string, n Nullable[T], write func(*jsonWriter, T)) {
	switch n.state {
	case stateNull:
		w.key(key).null()
	case stateValue:
		write(w.key(key), n.value)
	}
}
