package main

import (
	"fmt"
	"math"

	"github.com/oas2go/oas2go/golden/bench/result"
	"github.com/oas2go/oas2go/golden/bench/workload"
)

// A bar is what a figure of oas2go must not exceed: the time of another contender times a factor, or a number of allocations.
type bar struct {
	workload, direction string
	contender           string
	than                string // "" for allocations
	limit               float64
	stretch             float64 // what would be better still, 0 for nothing
}

// bars are all that we want.
func bars() []bar {
	const read, write, own = result.Read, result.Write, result.Own
	return []bar{
		{"w1", read, own, result.Scan, 1.2, 0},
		{"w2", read, own, result.Scan, 1.15, 0.95},
		{"w2", read, own, result.Standard, 0.25, 0},
		{"w2", read, own, result.Goccy, 1, 0},
		{"w2", read, own, result.Sonic, 1, 0},
		{"w2", read, own, "", 8200, 0},
		{"unions", read, own, result.Scan, 1.5, 0},
		{"feed", read, own, result.Scan, 1.1, 0},
		{"deep", read, own, result.Scan, 1.7, 0},
		{"tags40", read, own, result.Scan, 1.5, 0},
		{"open40", read, own, result.Scan, 1.5, 0},
		{"feed", read, own, result.Ogen, 1, 0},
		{"deep", read, own, result.Ogen, 1, 0},
		{"tags40", read, own, result.Ogen, 1, 0},
		{"open40", read, own, result.Ogen, 1, 0},
		{"feed", write, result.OwnReused, result.Standard, 0.35, 0},
		{"texts", read, own, result.Scan, 0.85, 0},
		{"w1", write, own, result.Standard, 0.6, 0},
		{"w2", write, own, result.Standard, 0.5, 0},
		{workload.Call, result.Call, own, result.Handwritten, 1, 0},
		{workload.Call, result.Call, own, "", 22, 0}, // one less than by hand
		{"served w1", result.Serve, own, result.Strict, 0.45, 0},
		{"served w1", result.Serve, own, result.Ogen, 0.8, 0},
		{"served page", result.Serve, own, result.Strict, 0.2, 0},
		{"served page", result.Serve, own, result.Ogen, 0.8, 0},
		{"served w2", result.Serve, own, result.Strict, 0.2, 0},
		{"served w2", result.Serve, own, result.Ogen, 0.8, 0},
		{generateWorkload, result.Elapsed, result.Generator, result.PeerGenerator, 1, 0},
		{generateWorkload, result.Busy, result.Generator, result.PeerGenerator, 1, 0},
	}
}

// row is the line of a bar in the report, nil if its figures were not taken.
func (b bar) row(r *result.Report) []string {
	f := r.Find(b.workload, b.direction, b.contender)
	if f == nil {
		return nil
	}
	got := math.Round(f.Allocs) // the runtime itself allocates a little, now and then
	figure := fmt.Sprint(got)
	limit := fmt.Sprintf("<= %v allocations", b.limit)
	if b.than != "" {
		other := r.Find(b.workload, b.direction, b.than)
		if other == nil {
			return nil
		}
		ratio := f.Ratio(other)
		got, figure = ratio.Median, ratio.String()
		limit = fmt.Sprintf("<= %v x %s", b.limit, b.than)
	}
	verdict := "**not met**"
	switch {
	case b.stretch > 0 && got <= b.stretch:
		verdict = fmt.Sprintf("met, and %v too", b.stretch)
	case got <= b.limit && b.stretch > 0:
		verdict = fmt.Sprintf("met, %v is not", b.stretch)
	case got <= b.limit:
		verdict = "met"
	}
	direction := b.direction
	if b.contender == result.OwnReused {
		direction += ", buffer reused"
	}
	return []string{b.workload, direction, limit, figure, verdict}
}
