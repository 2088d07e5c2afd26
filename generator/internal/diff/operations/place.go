package operations

import (
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/edits"
	"github.com/oas2go/oas2go/generator/internal/diff/effective"
	"github.com/oas2go/oas2go/generator/internal/diff/messages"
)

// A Place is a place of messages that both documents describe by a schema. The schemas are those of the documents, not the forms that
// they have in the direction.
type Place struct {
	Old, New  *api.Schema // nil: any value
	Direction change.Direction
	Operation string
	Kind      Kind
	Name      string       // of a parameter, a header or the property that an encoding is about
	In        api.Location // of a parameter
	Status    string       // 404, 4XX or default; "" for requests
	MediaType string       // of a body, in the new document
	Subject   string       // listOrders, query limit; of a body "" because its schema has a name
	Shared    string       // as Subject, for changes that reach several operations; "" if that is the same
	Pointer   string       // of the schema in the new document
	Around    Around
}

// A Kind says what a place is.
type Kind string

// The kinds.
const (
	Body           Kind = "body"
	Item           Kind = "item" // of a sequence: itemSchema
	Parameter      Kind = "parameter"
	Header         Kind = "header"
	EncodingHeader Kind = "encoding header"
)

// Around is what a message has besides the value of a place, and where the documents have the schema.
type Around struct {
	OldSide, NewSide change.Side
	write            func(json string) *messages.Message
}

// Message returns the smallest message that has a value at the place: one that the old document allows if it is sent, else one that the
// new document allows. It is nil if the value cannot be written there.
func (p *Place) Message(json string) *messages.Message {
	if p.Around.write == nil {
		return nil
	}
	return p.Around.write(json)
}

// place adds a pair of schemas.
func (c *comparer) place(p *effective.Pair, at Place) {
	if at.Old == nil && at.New == nil {
		return
	}
	at.Operation = p.Name
	if at.New != nil {
		at.Pointer = c.new.Pointers.Of(at.New.Pos)
	} else {
		at.Pointer = c.new.Pointers.Of(at.Around.NewSide.Pos)
	}
	c.result.Places = append(c.result.Places, at)
}

// schemaSide is what a side has at a place, in the object that holds it.
func schemaSide(s *api.Schema, holder change.Side) change.Side {
	if s == nil {
		return edits.Absent(holder.Pos)
	}
	return edits.Present(s.Pos, "")
}
