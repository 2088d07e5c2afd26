// Package result is what the runner tells the program that started it.
package result

// The directions of a figure.
const (
	Read    = "read"
	Write   = "write"
	Elapsed = "elapsed" // of a whole process
	Busy    = "busy"    // processor time of a whole process
	Call    = "call"    // of an operation, against a transport that has the response
	Serve   = "serve"   // of a request, with a recorder for the response
)

// A Figure is what one contender took for a workload in one direction.
type Figure struct {
	Workload  string
	Direction string
	Contender string
	Times     []float64 // nanoseconds for one text, for each round
	Allocs    float64   // for one text
	Bytes     float64   // allocated for one text
}

// A Report is all that was measured.
type Report struct {
	Figures []Figure
	Native  bool // sonic runs code of its own; on a Go that it does not know it calls encoding/json
}

// Find returns a figure, nil if it was not measured.
func (r *Report) Find(workload, direction, contender string) *Figure {
	for i := range r.Figures {
		if f := &r.Figures[i]; f.Workload == workload && f.Direction == direction && f.Contender == contender {
			return f
		}
	}
	return nil
}
