package support

// jsonBodyFunc is jsonBody for a value that a function writes: a union, which may be nil.
func (k *call) jsonBodyFunc(contentType string, write func(w *jsonWriter)) {
	k.jsonBody(contentType, encoderFunc(write))
}

type encoderFunc func(w *jsonWriter)

func (f encoderFunc) encode(w *jsonWriter) { f(w) }
