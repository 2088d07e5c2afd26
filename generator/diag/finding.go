package diag

import (
	"cmp"
	"fmt"
	"hash/maphash"
	"slices"
)

// A Severity says what a finding means for the result.
type Severity uint8

// The severities, mildest first.
const (
	Info    Severity = iota // worth knowing: a rename
	Warning                 // the output is less than the document asks for, or the document contradicts itself harmlessly
	Error                   // the document cannot be used as it is
)

var severityNames = [...]string{"info", "warning", "error"}

// String returns the word that findings show.
func (s Severity) String() string { return severityNames[s] }

// A Finding is one statement about a document.
type Finding struct {
	Pos      Pos
	Severity Severity
	Rule     Rule
	Message  string    // without position and rule; starts with a lower-case letter, no full stop
	Hint     string    // what to do about it, "" for none
	Related  []Related // other places that matter, such as the first of two equal keys
	Also     []Pos     // more places of the same finding: see [Causes]
	Forgiven bool      // an error of a document of which the best is made
	Loses    bool      // something that the document has, or means, is not in the output: a call, a member, a constraint
}

// Lenient returns what a finding of a reader is where the best is to be made of a document: an error is a warning that says what counts.
func (f Finding) Lenient() Finding {
	if f.Severity < Error {
		return f
	}
	if f.Severity, f.Forgiven = Warning, true; f.Rule == RuleDuplicateKey {
		f.Message += "; only the first one counts"
	}
	return f
}

// A Related is a second place of a finding.
type Related struct {
	Pos     Pos
	Message string
}

// A List collects findings, each once. The zero List is empty and ready.
type List struct {
	findings []Finding
	known    map[findingKey]int // the index of a finding
	seed     maphash.Seed       // of the pointers in known
	of       map[Rule]int       // how many each rule has
}

// A findingKey is what makes two findings the same. The pointer is a hash: as a text it can be long.
type findingKey struct {
	file         string
	line, column uint32
	pointer      uint64
	severity     Severity
	rule         Rule
	message      string
}

// maxOfRule is how many findings a rule may have: nobody reads more, and they take more memory than what they are about.
const maxOfRule = 10_000

// Add appends a finding.
func (l *List) Add(f Finding) { l.findings = append(l.findings, f) }

// Error adds a finding of severity error and returns it, so that a hint or a related place can be set.
func (l *List) Error(pos Pos, rule Rule, format string, args ...any) *Finding {
	return l.report(pos, Error, rule, format, args)
}

// Warn adds a finding of severity warning.
func (l *List) Warn(pos Pos, rule Rule, format string, args ...any) *Finding {
	return l.report(pos, Warning, rule, format, args)
}

// Info adds a finding of severity info.
func (l *List) Info(pos Pos, rule Rule, format string, args ...any) *Finding {
	return l.report(pos, Info, rule, format, args)
}

func (l *List) report(pos Pos, severity Severity, rule Rule, format string, args []any) *Finding {
	if l.of[rule] > maxOfRule {
		return &Finding{}
	}
	message := fmt.Sprintf(format, args...)
	if l.known == nil {
		l.known, l.of, l.seed = map[findingKey]int{}, map[Rule]int{}, maphash.MakeSeed()
	}
	key := findingKey{pos.fileName(), pos.Line, pos.Column, pos.Path.Original().sum(l.seed), severity, rule, message}
	if i, known := l.known[key]; known {
		return &l.findings[i]
	}
	if l.of[rule]++; l.of[rule] > maxOfRule {
		message = fmt.Sprintf("there are more than %d findings like this; the others are not listed: %s", maxOfRule, message)
	}
	l.known[key] = len(l.findings)
	l.Add(Finding{Pos: pos, Severity: severity, Rule: rule, Message: message, Loses: l.of[rule] > maxOfRule})
	return &l.findings[len(l.findings)-1]
}

// All returns the findings in the order of the document: by file, line and column, then as they were found. Their paths are those
// of the files.
func (l *List) All() []Finding {
	sorted := slices.Clone(l.findings)
	for i := range sorted {
		f := &sorted[i]
		f.Pos.Path = f.Pos.Path.Original()
		f.Related = slices.Clone(f.Related)
		for j := range f.Related {
			f.Related[j].Pos.Path = f.Related[j].Pos.Path.Original()
		}
	}
	slices.SortStableFunc(sorted, func(a, b Finding) int { return comparePos(a.Pos, b.Pos) })
	return sorted
}

// Causes returns findings of one cause as one, which stands at the first place and has the others in Also: those that say the same, with
// the same rule and severity. A finding with related places stays as it is.
func Causes(findings []Finding) (causes []Finding) {
	type cause struct {
		rule          Rule
		severity      Severity
		message, hint string
	}
	known := map[cause]int{}
	for _, f := range findings {
		c := cause{f.Rule, f.Severity, f.Message, f.Hint}
		i, is := known[c]
		switch {
		case len(f.Related) > 0:
		case is:
			causes[i].Also = append(causes[i].Also, f.Pos)
			continue
		default:
			known[c] = len(causes)
		}
		causes = append(causes, f)
	}
	return causes
}

// Places returns where a finding is.
func (f *Finding) Places() []Pos { return append([]Pos{f.Pos}, f.Also...) }

// Count returns how many findings have the severity s.
func (l *List) Count(s Severity) (n int) {
	for i := range l.findings {
		if l.findings[i].Severity == s {
			n++
		}
	}
	return n
}

func comparePos(a, b Pos) int {
	return cmp.Or(cmp.Compare(a.fileName(), b.fileName()), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
}

func (p Pos) fileName() string {
	if p.File == nil {
		return ""
	}
	return p.File.Name
}
