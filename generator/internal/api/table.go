package api

// A Table has something about each schema, at first the zero T. For the schemas of a list by ID it is a slice. Those that were made
// later carry the ID of what they stand for: what is known about them is in a map.
type Table[T any] struct {
	schemas []*Schema // by ID
	rows    []T
	others  map[*Schema]*T
}

// NewTable returns a table for schemas by ID, such as those of a document.
func NewTable[T any](schemas []*Schema) Table[T] {
	return Table[T]{schemas: schemas, rows: make([]T, len(schemas)), others: map[*Schema]*T{}}
}

// At returns the place for what is known about s. It stays where it is.
func (t *Table[T]) At(s *Schema) *T {
	if t.has(s) {
		return &t.rows[s.ID]
	}
	row, ok := t.others[s]
	if !ok {
		row = new(T)
		t.others[s] = row
	}
	return row
}

// Get returns what is known about s, which may be nil.
func (t *Table[T]) Get(s *Schema) (known T) {
	if t.has(s) {
		return t.rows[s.ID]
	}
	if row := t.others[s]; row != nil {
		return *row
	}
	return known
}

func (t *Table[T]) has(s *Schema) bool {
	return s != nil && int(s.ID) < len(t.schemas) && t.schemas[s.ID] == s
}
