package gomodel

// An InputForm is the method ToInput of a struct: what it is as it can be sent, without the members that only responses have.
type InputForm struct {
	Type  Ident // of what is sent
	Moves []Move
}

// A Move gives a field of what is sent its value.
type Move struct {
	To, From string // Go names
	How      MoveKind
	Elem     Ident // the struct whose ToInput makes it; of an element for a list or a map
}

// A MoveKind is how a value gets there.
type MoveKind uint8

// The kinds.
const (
	MoveSame    MoveKind = iota // both have the same type
	MoveStruct                  // a struct
	MovePointer                 // a pointer to one, which may be nil
	MoveList                    // a slice of structs
	MoveMap                     // a map of structs
)
