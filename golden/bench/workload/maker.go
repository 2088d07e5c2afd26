package workload

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// A maker makes values. The same seed gives the same ones.
type maker struct{ *rand.Rand }

func newMaker(seed uint64) maker { return maker{rand.New(rand.NewPCG(seed, 26))} }

// chance is true with a probability.
func (m maker) chance(probability float64) bool { return m.Float64() < probability }

func (m maker) pick(from ...string) string { return from[m.IntN(len(from))] }

func (m maker) word() string {
	return m.pick("pump", "valve", "north", "meter", "reading", "spare", "filter", "the", "of", "checked", "pressure", "old", "hall", "basement",
		"replaced", "by", "vendor", "calibration", "drifts", "seal", "ok", "see", "report", "cabinet", "loose", "cable", "temperature", "and")
}

// words returns between low and high words.
func (m maker) words(low, high int) string {
	words := make([]string, low+m.IntN(high-low+1))
	for i := range words {
		words[i] = m.word()
	}
	return strings.Join(words, " ")
}

// time is a date-time of six years; half of them have fractions of a second.
func (m maker) time() string {
	at := time.Unix(1_609_459_200+m.Int64N(190_000_000), 0).UTC()
	if m.chance(0.5) {
		at = at.Add(time.Duration(m.IntN(1000)) * time.Millisecond)
	}
	return at.Format(time.RFC3339Nano)
}

// list makes a JSON list of between low and high items.
func (m maker) list(low, high int, item func() string) string {
	items := make([]string, low+m.IntN(high-low+1))
	for i := range items {
		items[i] = item()
	}
	return "[" + strings.Join(items, ",") + "]"
}

// An object is JSON that grows.
type object struct{ members []string }

// add adds a member; the format is that of its JSON.
func (o *object) add(name, format string, args ...any) {
	o.members = append(o.members, fmt.Sprintf("%q:", name)+fmt.Sprintf(format, args...))
}

func (o *object) String() string { return "{" + strings.Join(o.members, ",") + "}" }

// listOf is the text of an object with one member, a list of n items.
func listOf(name string, n int, item func() string) []byte {
	items := make([]string, n)
	for i := range items {
		items[i] = item()
	}
	return fmt.Appendf(nil, `{%q:[%s]}`, name, strings.Join(items, ","))
}
