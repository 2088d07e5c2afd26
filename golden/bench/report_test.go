package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/golden/bench/result"
	"github.com/oas2go/oas2go/golden/bench/workload"
)

// w2 is a report with a time and a number of allocations for reading w2, where json.Valid takes 100.
func w2(time, allocs float64) *result.Report {
	return &result.Report{Figures: []result.Figure{
		{Workload: "w2", Direction: result.Read, Contender: result.Scan, Times: []float64{100, 200}},
		{Workload: "w2", Direction: result.Read, Contender: result.Own, Times: []float64{time, 2 * time}, Allocs: allocs},
	}}
}

func TestBar(t *testing.T) {
	b := bar{"w2", result.Read, result.Own, result.Scan, 1.2, 0.9}
	assert.Equal(t, []string{"w2", "read", "<= 1.2 x json.Valid", "1.21 (1.21..1.21)", "**not met**"}, b.row(w2(121, 0)))
	assert.Equal(t, "met, 0.9 is not", b.row(w2(120, 0))[4])
	assert.Equal(t, "met, and 0.9 too", b.row(w2(90, 0))[4])
	b.stretch = 0
	assert.Equal(t, "met", b.row(w2(90, 0))[4])
	b.than = result.Sonic
	assert.Nil(t, b.row(w2(90, 0)), "sonic was not measured")
	b = bar{"w2", result.Read, result.Own, "", 8200, 0}
	assert.Equal(t, []string{"w2", "read", "<= 8200 allocations", "8200", "met"}, b.row(w2(90, 8200.2)))
	assert.Equal(t, "**not met**", b.row(w2(90, 8201))[4])
}

// TestBars finds bars that nothing is measured for.
func TestBars(t *testing.T) {
	names := []string{generateWorkload, workload.Call}
	for _, w := range workload.All() {
		names = append(names, w.Name)
	}
	for _, w := range workload.AllServed() {
		names = append(names, w.Name)
	}
	for _, b := range bars() {
		assert.Contains(t, names, b.workload)
	}
}

func TestTable(t *testing.T) {
	var b strings.Builder
	printTable(&b, [][]string{{"a", "µs"}, {"long", "1"}})
	assert.Equal(t, "| a    | µs |\n|--|--|\n| long | 1  |\n", b.String())
}

func TestNumbers(t *testing.T) {
	for ns, want := range map[float64]string{3: "3.00 ns", 999.4: "999 ns", 1234: "1.23 µs", 56_780: "56.8 µs", 999_600: "1.00 ms", 123_456_789: "123 ms"} {
		assert.Equal(t, want, duration(ns))
	}
	for x, want := range map[float64]string{0.4: "0", 999: "999", 8200: "8,200", 1_234_567: "1,234,567"} {
		assert.Equal(t, want, count(x))
	}
}
