package support

import "bytes"

// manyNames is how many names of an object are searched one by one. From there on a set finds them, so that an object with very
// many members costs linear time.
const manyNames = 64

// A nameSet holds the names of one object, to find duplicates. The first ones are on the stack of the reader, which all open
// objects share and which costs no allocation once it has grown.
type nameSet struct {
	count int // names on the stack
	many  map[string]bool
}

// again adds a name and reports whether it was there before. An escaped name is in the scratch buffer, so it is copied.
func (s *nameSet) again(r *jsonReader, name []byte, escaped bool) bool {
	if s.many != nil {
		if s.many[string(name)] {
			return true
		}
		s.many[string(name)] = true
		return false
	}
	for _, known := range r.names[len(r.names)-s.count:] {
		if string(known) == string(name) {
			return true
		}
	}
	if escaped {
		name = bytes.Clone(name)
	}
	r.names = append(r.names, name)
	if s.count++; s.count == manyNames {
		s.many = make(map[string]bool, 2*manyNames)
		for _, known := range r.names[len(r.names)-s.count:] {
			s.many[string(known)] = true
		}
	}
	return false
}

// drop takes the names from the stack. An object does so at its end.
func (s *nameSet) drop(r *jsonReader) {
	r.names = r.names[:len(r.names)-s.count]
}
