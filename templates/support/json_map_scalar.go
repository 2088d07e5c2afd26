package support

import (
	"maps"
	"slices"
)

// scalarMap reads an object as a map of built-in values, each with read. Of duplicates, which a tolerant reader takes, the last one
// counts, as in package json.
func scalarMap[T any](r *jsonReader, read func(*jsonReader) T) map[string]T {
	m := map[string]T{}
	for o := r.members(); o.next(r, len(m)); {
		m[o.name] = read(r)
	}
	return m
}

// putMap writes an object of built-in values.
func putMap[T any](w *jsonWriter, m map[string]T, write func(*jsonWriter, T)) {
	start := w.beginObject()
	putExtra(w, m, write)
	w.endObject(start)
}

// putExtra writes members of built-in values into an object that is open, in the order of their names: equal maps give equal
// bytes.
func putExtra[T any](w *jsonWriter, m map[string]T, write func(*jsonWriter, T)) {
	if len(m) == 0 { // nearly always, and to sort nothing costs an allocation
		return
	}
	for _, name := range slices.Sorted(maps.Keys(m)) {
		write(w.member(name), m[name])
	}
}
