package names

import (
	"cmp"
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/ident"
)

// A Space is a set of names that must differ: those of the package, the methods of Client, the fields of a struct.
type Space struct {
	scope ident.Scope
	quiet bool
}

// NewSpace returns a space in which some names are taken.
func NewSpace(reserved ...string) *Space {
	s := &Space{}
	s.scope.Reserve(reserved...)
	return s
}

// Quiet returns s after making it a space whose names may step aside without a finding.
func (s *Space) Quiet() *Space {
	s.quiet = true
	return s
}

// A Claim asks for a name. Names depend on the claims alone, never on their order (docs/adr/0005).
type Claim struct {
	Space  *Space
	Level  int    // claims are settled level by level: a component never makes way for something inline
	Parent *Claim // whose name is part of this one, nil for none; it is of a lower level
	Clip   bool   // the name of the parent comes first, and may be shortened
	Ladder []Step // best first
	Key    string // the address in the document
	First  bool   // the name is spelled in the document as in Go
	Said   string // the name in the document, "" if Go made it up
	Pos    diag.Pos
}

// A Step is what stands before and behind the name of the parent.
type Step struct{ Before, Behind string }

// Steps makes a ladder of words that stand behind the name of the parent.
func Steps(words ...string) (ladder []Step) {
	for _, word := range words {
		ladder = append(ladder, Step{Behind: word})
	}
	return ladder
}

// Names has the name of each claim.
type Names struct{ of map[*Claim]string }

// Of returns the name of a claim.
func (n Names) Of(c *Claim) string { return n.of[c] }

// Wishes returns the ladder of a claim with the name of its parent in each step.
func (n Names) Wishes(c *Claim) (ladder []string) {
	parent := ""
	if c.Parent != nil {
		parent = n.of[c.Parent]
	}
	if c.Clip {
		parent = ident.Clip(parent)
	}
	for _, step := range c.Ladder {
		ladder = append(ladder, step.Before+parent+step.Behind)
	}
	return ladder
}

// Settle gives each claim a name. Names that are not the first of their ladder are findings, but for those of quiet spaces.
func Settle(claims []*Claim, findings *diag.List) Names {
	n := Names{of: make(map[*Claim]string, len(claims))}
	claims = slices.Clone(claims)
	slices.SortStableFunc(claims, func(a, b *Claim) int { return cmp.Compare(a.Level, b.Level) })
	for len(claims) > 0 {
		end := slices.IndexFunc(claims, func(c *Claim) bool { return c.Level != claims[0].Level })
		if end < 0 {
			end = len(claims)
		}
		n.settleLevel(claims[:end], findings)
		claims = claims[end:]
	}
	return n
}

// settleLevel settles the claims of a level together, in each space.
func (n Names) settleLevel(level []*Claim, findings *diag.List) {
	var spaces []*Space
	inside := map[*Space][]*Claim{}
	for _, c := range level {
		if inside[c.Space] == nil {
			spaces = append(spaces, c.Space)
		}
		inside[c.Space] = append(inside[c.Space], c)
	}
	for _, s := range spaces {
		claims := make([]ident.Claim, len(inside[s]))
		for i, c := range inside[s] {
			claims[i] = ident.Claim{Ladder: n.Wishes(c), Key: c.Key, First: c.First}
		}
		for i, name := range s.scope.Assign(claims) {
			c := inside[s][i]
			if n.of[c] = name; !s.quiet && name != claims[i].Ladder[0] {
				reportRenamed(c, name, claims[i].Ladder[0], findings)
			}
		}
	}
}

// reportRenamed reports a name that is not the expected one.
func reportRenamed(c *Claim, name, wanted string, findings *diag.List) {
	said := c.Said
	switch said {
	case "":
		said = wanted
	case name: // an x-go-name was not free
		findings.Info(c.Pos, diag.RuleRenamed, "%s keeps its name in Go, because %s is taken", said, wanted)
		return
	}
	findings.Info(c.Pos, diag.RuleRenamed, "%s is %s in Go, because %s is taken", said, name, wanted)
}

// Own returns the name of x-go-name if Go can export it.
func Own(want, otherwise string, pos diag.Pos, findings *diag.List) string {
	if ident.Valid(want) && want[0] >= 'A' && want[0] <= 'Z' {
		return want
	}
	findings.Warn(pos, diag.RuleExtension, "x-go-name %q is no exported Go identifier", want)
	return otherwise
}

// Reserve takes names that no claim may get.
func (s *Space) Reserve(names ...string) { s.scope.Reserve(names...) }
