package support

// putOrNull writes a member of a built-in type that is always there and may be null.
//
//go:noinline
func putOrNull[T any](w *jsonWriter, key string, p *T, write func(*jsonWriter, T)) {
	if p == nil {
		w.key(key).null()
		return
	}
	write(w.key(key), *p)
}
