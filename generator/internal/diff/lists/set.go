package lists

import "slices"

// A Set has names, each once, in the order in which they came.
type Set struct {
	Names []string
	index map[string]int // nil for a few names, which are found as fast without it
}

// few is the number of names that need no index.
const few = 16

// Add adds a name unless the set has it.
func (s *Set) Add(name string) {
	if s.Find(name) >= 0 {
		return
	}
	if s.index != nil {
		s.index[name] = len(s.Names)
	}
	s.Names = append(s.Names, name)
	if s.index == nil && len(s.Names) > few {
		s.index = make(map[string]int, 2*len(s.Names))
		for i, name := range s.Names {
			s.index[name] = i
		}
	}
}

// Find returns the position of a name, -1 if the set does not have it.
func (s *Set) Find(name string) int {
	if s.index == nil {
		return slices.Index(s.Names, name)
	}
	if i, ok := s.index[name]; ok {
		return i
	}
	return -1
}
