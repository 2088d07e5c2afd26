package main

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/oas2go/oas2go/golden/conformance/random"
)

// A shrinker makes disagreements small. Each round tries many smaller schemas at once, since compiling takes most of the time.
type shrinker struct {
	dir   string
	round int
}

// maxTries is the number of smaller schemas that a round tries.
const maxTries = 160

// smallest returns the smallest disagreement of the same kind that steps lead to.
func (s *shrinker) smallest(ctx context.Context, d disagreement) (disagreement, error) {
	for range 40 {
		next, err := s.step(ctx, d)
		if err != nil || size(next) >= size(d) {
			return d, err
		}
		d = next
	}
	return d, nil
}

func size(d disagreement) int { return len(d.set.Text()) + len(d.value) }

// step returns the smallest disagreement that is one step away in the schema, the value or both.
func (s *shrinker) step(ctx context.Context, d disagreement) (disagreement, error) {
	values := []string{"0"} // for what is wrong with any value
	if d.value != "" {
		values = append([]string{d.value}, random.SmallerValues(d.value)...)
	}
	trials := []*trial{{set: d.set, values: values}}
	for _, set := range d.set.Smaller() {
		if len(trials) < maxTries {
			trials = append(trials, &trial{set: set, values: values})
		}
	}
	s.round++
	if err := try(ctx, filepath.Join(s.dir, fmt.Sprint("round", s.round)), trials, false); err != nil {
		return d, err
	}
	best := d
	for _, t := range trials {
		for _, other := range t.compare(&figures{}) {
			if other.kind == d.kind && size(other) < size(best) {
				best = other
			}
		}
	}
	return best, nil
}
