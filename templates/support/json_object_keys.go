package support

import "sync/atomic"

// A keyTable describes the properties of one struct. Generated code holds one per type; it needs no initialization.
type keyTable struct {
	names    []string // in document order; the index is the case in the generated switch
	required []uint64 // bit i%64 of word i/64: property i must be there
	nullable []uint64 // the same: property i may be null
	closed   bool     // additionalProperties: false
	extra    bool     // unknown members are read by generated code
	escaped  bool     // a name holds a character that JSON escapes, so that names are not what stands in the input

	index *nameIndex // of more than 24 names; fewer are compared one by one
}

// A nameIndex finds one of many names. It is made when the first one is looked up.
type nameIndex struct {
	of atomic.Pointer[map[string]int]
}

// nextNames is how many of many names are compared: those that follow the last one.
const nextNames = 3

// find returns the index of name, -1 if it is unknown.
func (k *keyTable) find(name []byte) int {
	if k.index != nil {
		return k.indexed(name)
	}
	for i, known := range k.names {
		if string(name) == known {
			return i
		}
	}
	return -1
}

// indexed is find for many names.
func (k *keyTable) indexed(name []byte) int {
	index := k.index.of.Load()
	if index == nil {
		index = k.makeIndex()
	}
	if i, ok := (*index)[string(name)]; ok {
		return i
	}
	return -1
}

// makeIndex may run several times at once, with the same result.
func (k *keyTable) makeIndex() *map[string]int {
	index := make(map[string]int, len(k.names))
	for i, name := range k.names {
		index[name] = i
	}
	k.index.of.Store(&index)
	return &index
}

// mayBeNull reports whether property i may be null.
func (k *keyTable) mayBeNull(i int) bool {
	return k.nullable != nil && i/64 < len(k.nullable) && k.nullable[i/64]>>(i%64)&1 != 0
}
