package support

// putPointer writes a member of a built-in type that may be absent.
//
//go:noinline
func putPointer[T any](w *jsonWriter, key string, p *T, write func(*jsonWriter, T)) {
	if p != nil {
		write(w.key(key), *p)
	}
}
