package support

// scalars reads an array of built-in values, each with read.
//
// Generic functions are for the built-in types only: with a generated type as argument the compiler would make one copy per
// type, which costs more build time and object code than all the rest.
func scalars[T any](r *jsonReader, read func(*jsonReader) T) []T {
	a := r.array()
	if !a.next(r) {
		return []T{}
	}
	slab := slabOf[T](r)
	s := slab.take()
	for more := true; more; more = a.next(r) {
		if len(s) == cap(s) {
			s = slab.grow(s, a.capacity(r, len(s)))
		}
		s = append(s, read(r))
	}
	return slab.keep(s)
}

// A slab hands out small slices of one type from larger blocks, so that many short arrays cost few allocations.
// The price: a slice that is kept alive keeps its block alive, at most slabLength elements or three times its own size.
type slab[T any] struct {
	free []T // unused rest of the block, zeroed, length 0
	next int // elements of the next block
}

const (
	slabLength = 512 // elements of a block
	slabTypes  = 16
)

// slabOf returns the slab for elements of type T. There are few types, so a scan is faster than a map.
func slabOf[T any](r *jsonReader) *slab[T] {
	for _, s := range r.slabs {
		if s, ok := s.(*slab[T]); ok {
			return s
		}
	}
	s := new(slab[T])
	if len(r.slabs) < slabTypes {
		r.slabs = append(r.slabs, s)
	}
	return s
}

// take returns the free room as an empty slice. The slab is empty until keep, so an inner array of the same type takes another
// block.
func (b *slab[T]) take() []T {
	s := b.free
	b.free = nil
	return s
}

// grow moves s, which is full, to a block with room for at least n elements. Blocks double up to slabLength.
func (b *slab[T]) grow(s []T, n int) []T {
	n = max(n, b.next)
	b.next = min(2*n, slabLength)
	return append(make([]T, 0, n), s...)
}

// keep ends the use of s, a slice that take and grow gave, and takes back the room behind it.
func (b *slab[T]) keep(s []T) []T {
	if rest := s[len(s):]; cap(rest) > cap(b.free) {
		b.free = rest
	}
	return s[:len(s):len(s)]
}
