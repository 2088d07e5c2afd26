package report

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// count counts each change once in its class, and its facets beside.
func count(changes []change.Change, ignored int) (n Counts, f Facets) {
	n = Counts{Total: len(changes), Ignored: ignored}
	for _, c := range changes {
		*n.of(c.Class)++
		f.WireBreaking += one(c.Breaks())
		f.StopsCompiling += one(c.Go.StopsCompiling)
		f.FailsWhenRunning += one(c.Go.FailsWhenRunning)
	}
	n.Breaking = n.Running + n.Compiling + n.Wire
	return n, f
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// of returns the counter of a class.
func (n *Counts) of(c change.Class) *int {
	switch c {
	case change.Running:
		return &n.Running
	case change.Compiling:
		return &n.Compiling
	case change.Wire:
		return &n.Wire
	case change.Unproved:
		return &n.Unknown
	case change.Harmless:
		return &n.Compatible
	default:
		return &n.Docs
	}
}

// Of returns how many changes a class has.
func (n Counts) Of(c change.Class) int { return *n.of(c) }

// worst returns the worst verdict on the messages of all changes.
func worst(changes []change.Change) change.Verdict {
	order := []change.Verdict{change.Equal, change.Compatible, change.Unknown, change.Breaking}
	at := 0
	for _, c := range changes {
		for _, e := range c.Wire {
			at = max(at, slices.Index(order, e.Verdict))
		}
	}
	return order[at]
}

// goVerdict says what happens to Go code at worst.
func goVerdict(f Facets) string {
	switch {
	case f.FailsWhenRunning > 0:
		return "running"
	case f.StopsCompiling > 0:
		return "compiling"
	}
	return "none"
}

// Fails reports whether a change alone makes the command fail: the configuration says so, or FailOn names it.
func (r *Report) Fails(c change.Change) bool {
	if c.Level != change.ByClass && r.FailOn != FailNone {
		return c.Level == change.AsError
	}
	breaks := c.Breaks() || c.Go.StopsCompiling || c.Go.FailsWhenRunning
	switch r.FailOn {
	case FailWire:
		return c.Breaks()
	case FailCompiling:
		return c.Go.StopsCompiling
	case FailRunning:
		return c.Go.FailsWhenRunning
	case FailBreaking:
		return breaks
	case FailUnknown:
		return breaks || c.Class == change.Unproved
	case FailAny:
		return c.Class != change.Docs
	}
	return false
}

// The words that begin the verdict line.
const (
	WordBreaking   = "BREAKING"
	WordUnknown    = "UNKNOWN"
	WordCompatible = "COMPATIBLE"
	WordDocs       = "DOCUMENTATION"
	WordIgnored    = "NOTHING NEW" // all changes are approved
	WordEqual      = "equal"
)

// Word returns the word that begins the verdict line.
func (r *Report) Word() string {
	n := r.Counts
	switch {
	case n.Breaking > 0:
		return WordBreaking
	case n.Unknown > 0:
		return WordUnknown
	case n.Compatible > 0:
		return WordCompatible
	case n.Docs > 0:
		return WordDocs
	case n.Ignored > 0:
		return WordIgnored
	}
	return WordEqual
}

// Phrases returns the count of each class that has changes, in words and in the order of classes: 3 fail when running.
func (n Counts) Phrases() []Phrase {
	var list []Phrase
	for _, c := range change.Classes() {
		if k := n.Of(c); k > 0 {
			list = append(list, Phrase{c, k, phrase(c, k)})
		}
	}
	return list
}

// A Phrase is the count of a class and the words behind the number.
type Phrase struct {
	Class change.Class
	Count int
	Words string
}

// String returns number and words.
func (p Phrase) String() string { return strconv.Itoa(p.Count) + " " + p.Words }

// Breaks reports whether callers break by a change of this class.
func (p Phrase) Breaks() bool { return breaking(p.Class) }

func breaking(c change.Class) bool {
	return c == change.Running || c == change.Compiling || c == change.Wire
}

// phrase returns what is said behind the count of a class.
func phrase(c change.Class, n int) string {
	texts := map[change.Class][2]string{
		change.Running:   {"fails when running", "fail when running"},
		change.Compiling: {"stops compiling", "stop compiling"},
		change.Wire:      {"breaks strict readers only", "break strict readers only"},
		change.Unproved:  {"not proved", "not proved"},
		change.Harmless:  {"compatible", "compatible"},
		change.Docs:      {"docs", "docs"},
	}[c]
	if n == 1 {
		return texts[0]
	}
	return texts[1]
}

// LineParts returns the verdict line in the parts between which it may break. All of them together are the line.
func (r *Report) LineParts() []string {
	word := r.Word()
	if word == WordEqual {
		return []string{fmt.Sprintf("equal: %s -> %s mean the same", r.Old.File, r.New.File)}
	}
	parts := []string{word + ": "}
	add := func(separator, text string) {
		if len(parts) == 1 && parts[0] == word+": " {
			parts[0] += text
			return
		}
		parts = append(parts, separator+text)
	}
	for _, p := range r.Counts.Phrases() {
		if p.Breaks() {
			add(", ", p.String())
			continue
		}
		add(" | ", p.String())
	}
	if r.Counts.Ignored > 0 {
		add(" | ", fmt.Sprintf("%d ignored", r.Counts.Ignored))
	}
	if r.Counts.Total > 0 {
		add(" | ", "suggests "+r.Suggests)
	}
	return parts
}

// Headline returns what a title says behind the word of the verdict: 7 of 14 changes break callers.
func (r *Report) Headline() string {
	n := r.Counts
	switch {
	case n.Breaking > 0:
		return fmt.Sprintf("%d of %s callers", n.Breaking, plural(n.Total, "change")+" "+verb(n.Breaking, "breaks", "break"))
	case n.Unknown > 0:
		return fmt.Sprintf("%d of %s may break callers", n.Unknown, plural(n.Total, "change"))
	case n.Total == 1:
		return "the change breaks no callers"
	case n.Total > 0:
		return fmt.Sprintf("none of %d changes breaks callers", n.Total)
	case n.Ignored > 0:
		return fmt.Sprintf("%s ignored", plural(n.Ignored, "change")+" "+verb(n.Ignored, "is", "are"))
	}
	return "nothing changes for callers"
}

func plural(n int, noun string) string { return fmt.Sprintf("%d %s", n, verb(n, noun, noun+"s")) }

// verb returns the form of a word that goes with n.
func verb(n int, singular, plural string) string {
	if n == 1 {
		return singular
	}
	return plural
}
