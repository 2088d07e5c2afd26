package support

import (
	"bytes"
	"hash/maphash"
)

// uniqueItems is uniqueItems: true.
type uniqueItems struct{}

// holds finds equal items by their hashes, so that neither a long array nor arrays in arrays cost a square.
func (uniqueItems) holds(e *evaluation, v node, _ marks) bool {
	if !e.is(v, kindArray) || e.count(v) < 2 {
		return true
	}
	known := make(map[uint64]node, e.count(v))
	item, ok := v+1, true
	for range e.count(v) {
		hash := e.hash(item)
		first, again := known[hash]
		for again && !e.same(first, item) {
			hash++ // another value that happens to have the same hash
			first, again = known[hash]
		}
		if !again {
			known[hash] = item
		} else if ok = e.fail(item, "uniqueItems", ""); e.quiet > 0 {
			return false
		}
		item = e.elements[item].next
	}
	return ok
}

// same reports whether a and b are equal.
func (e *evaluation) same(a, b node) bool {
	e.canon = e.appendCanonical(e.canon[:0], a)
	n := len(e.canon)
	e.canon = e.appendCanonical(e.canon, b)
	return bytes.Equal(e.canon[:n], e.canon[n:])
}

// hashSeed keeps hostile input from knowing what has the same hash.
var hashSeed = maphash.MakeSeed()

// hash gives the same number for equal values. It remembers that of each value, so that arrays in arrays are not read again.
func (e *evaluation) hash(v node) uint64 {
	if e.hashes == nil {
		e.hashes = make([]uint64, len(e.elements))
	}
	if e.hashes[v] == 0 {
		e.hashes[v] = e.newHash(v) | 1 // 0 is unknown
	}
	return e.hashes[v]
}

func (e *evaluation) newHash(v node) uint64 {
	switch e.elements[v].kind {
	case kindArray:
		sum, item := uint64(0), v+1
		for range e.count(v) {
			sum = maphash.Comparable(hashSeed, [2]uint64{sum, e.hash(item)})
			item = e.elements[item].next
		}
		return sum
	case kindObject:
		sum, key := uint64(0), v+1
		for range e.count(v) {
			sum += maphash.Comparable(hashSeed, [2]uint64{e.hash(key), e.hash(key + 1)}) // in any order
			key = e.elements[key+1].next
		}
		return ^sum
	}
	e.canon = e.appendCanonical(e.canon[:0], v)
	return maphash.Bytes(hashSeed, e.canon)
}
