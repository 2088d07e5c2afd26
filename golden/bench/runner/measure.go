package main

import (
	"fmt"
	"runtime"
	"time"

	"github.com/oas2go/oas2go/golden/bench/result"
)

// A track is one contender and what it has taken so far.
type track struct {
	contender
	figure     result.Figure
	operations int // in a slot
	mallocs    uint64
	bytes      uint64
}

// newTrack finds out how often a contender must run to fill a slot.
func newTrack(c contender, figure result.Figure, slot time.Duration) (*track, error) {
	figure.Contender = c.name
	t := &track{contender: c, figure: figure, operations: 1}
	for {
		took, err := t.repeat()
		if err != nil {
			return nil, fmt.Errorf("%s, %s, %s: %w", figure.Workload, figure.Direction, c.name, err)
		}
		if took >= slot/2 || took > 0 && t.operations > 1<<24 {
			t.operations = max(1, int(float64(t.operations)*float64(slot)/float64(took)))
			return t, nil
		}
		t.operations *= 2
	}
}

// repeat fills a slot.
func (t *track) repeat() (time.Duration, error) {
	start := clock()
	for range t.operations {
		if err := t.once(); err != nil {
			return 0, err
		}
	}
	return clock() - start, nil
}

// slot measures one slot. The garbage of others is collected before, and the first of two runs does not count.
func (t *track) slot() error {
	var before, after runtime.MemStats
	runtime.GC()
	if _, err := t.repeat(); err != nil { // once to grow the heap again
		return err
	}
	runtime.ReadMemStats(&before)
	took, err := t.repeat()
	runtime.ReadMemStats(&after)
	t.figure.Times = append(t.figure.Times, float64(took.Nanoseconds())/float64(t.operations))
	t.mallocs += after.Mallocs - before.Mallocs
	t.bytes += after.TotalAlloc - before.TotalAlloc
	return err
}

// done returns the figure.
func (t *track) done() result.Figure {
	operations := float64(t.operations * len(t.figure.Times))
	t.figure.Allocs, t.figure.Bytes = float64(t.mallocs)/operations, float64(t.bytes)/operations
	return t.figure
}

// race lets all contenders run in turn, a slot each, for some rounds. Each round begins with another one, so that none always follows
// the same one.
func race(tracks []*track, rounds int) error {
	for round := range rounds {
		for i := range tracks {
			if err := tracks[(i+round)%len(tracks)].slot(); err != nil {
				return err
			}
		}
	}
	return nil
}
