package main

import (
	"fmt"
	"io"
)

// A secondOpinion counts what kin-openapi says of the same pairs.
type secondOpinion struct {
	same, differ, silent int
	examples             []string
}

func (s *secondOpinion) count(t *trial) {
	for i := range t.group.cases {
		c := &t.group.cases[i]
		accepts, said := c.peers[kinPeer]
		switch {
		case !said:
			s.silent++
		case accepts == c.valid:
			s.same++
		default:
			s.differ++
			s.examples = append(s.examples, fmt.Sprintf("%s %s\n\t%s: it says %s, the first judge %s", t.version(), t.set.Text(), c.data,
				word(accepts), word(c.valid)))
		}
	}
}

func (s *secondOpinion) print(w io.Writer, verbose bool) error {
	_, err := fmt.Fprintf(w, "kin-openapi says the same of %d pairs and something else of %d; it has no verdict on %d\n",
		s.same, s.differ, s.silent)
	if verbose {
		for _, example := range s.examples {
			fmt.Fprintln(w, example)
		}
	}
	return err
}
