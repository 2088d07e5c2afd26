package support

// A StreamEvent is one event of a text/event-stream response.
type StreamEvent[T any] struct {
	// ID is the last id that the server sent; a client gives it to
	// WithLastEventID to go on from here later.
	ID string
	// Name is the event name, "message" if the server gave none.
	Name string
	// Raw is the data as it came. It is there beside an error too. A server
	// leaves it empty.
	Raw []byte
	// Data is what came with the event.
	Data T
}
