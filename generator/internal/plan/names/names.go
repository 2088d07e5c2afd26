package names

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/ident"
)

// A Space is a set of names that must differ: those of the package, the methods of Client, the fields of a struct.
type Space struct {
	scope   ident.Scope
	quiet   bool
	waiting []*Claim // of the level that is being settled
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
	Fit    Fit
	Before []string // what stands before the name of the parent in each step of the ladder; nil: nothing
	Ladder []string // what stands behind it, best first
	Key    string   // the address in the document
	First  bool     // the name is spelled in the document as in Go
	Said   string   // the name in the document, "" if Go made it up
	Pos    diag.Pos
	name   string // once it is settled
	own    string // what the name adds to that of the parent; "" for the outermost claim
}

// A Fit says how a name is made shorter. The zero Fit leaves it as it is.
type Fit struct {
	Limit int  // of letters: longer names leave out what stands in the middle; 0: none does
	Value bool // it is a value of the parent, whose own word should stay in the name
}

// Name returns the name that the claim got; no claim, nil, has none.
func (c *Claim) Name() string {
	if c == nil {
		return ""
	}
	return c.name
}

// Wishes returns the ladder with the name of the parent in each step.
func (c *Claim) Wishes() []string {
	if c.Parent == nil && c.Before == nil {
		return c.Ladder
	}
	var first, second []string
	for i, behind := range c.Ladder {
		wishes := c.under(behind)
		first = append(first, c.before(i)+wishes[0])
		for _, w := range wishes[1:] {
			second = append(second, c.before(i)+w)
		}
	}
	return slices.Concat(first[:1], second, first[1:])
}

// under returns the names that a word gives behind the name of the parent, best first.
func (c *Claim) under(word string) []string {
	if c.Parent == nil {
		return []string{word}
	}
	name := c.Parent.name + word
	if c.Fit.Limit == 0 || utf8.RuneCountInString(name) <= c.Fit.Limit {
		return []string{name}
	}
	return ident.Shorten(c.Parent.steps(), word, c.Fit.Value, c.Fit.Limit)
}

func (c *Claim) before(i int) string {
	if c.Before == nil {
		return ""
	}
	return c.Before[i]
}

// steps returns what makes up the name: that of the outermost claim, and what the inner ones add, as many as a name can show.
func (c *Claim) steps() []string {
	var list []string
	for ; c.own != ""; c = c.Parent {
		if len(list) < ident.MaxSteps {
			list = append(list, c.own)
		}
	}
	list = append(list, c.name)
	slices.Reverse(list)
	return list
}

// settle gives the claim its name.
func (c *Claim) settle(name string) {
	c.name = name
	if c.Parent == nil || c.Before != nil {
		return
	}
	c.own = c.Ladder[0]
	for _, behind := range c.Ladder {
		if behind != "" && strings.HasSuffix(name, behind) {
			c.own = behind
			break
		}
	}
}

// Settle gives each claim a name. Names that are not the first of their ladder are findings, but for those of quiet spaces.
func Settle(claims []*Claim, findings *diag.List) {
	levels := map[int][]*Claim{}
	for _, c := range claims {
		levels[c.Level] = append(levels[c.Level], c)
	}
	for _, level := range slices.Sorted(maps.Keys(levels)) {
		settleLevel(levels[level], findings)
	}
}

// settleLevel settles the claims of a level together, in each space.
func settleLevel(level []*Claim, findings *diag.List) {
	var spaces []*Space
	for _, c := range level {
		if len(c.Space.waiting) == 0 {
			spaces = append(spaces, c.Space)
		}
		c.Space.waiting = append(c.Space.waiting, c)
	}
	for _, s := range spaces {
		claims := make([]ident.Claim, len(s.waiting))
		for i, c := range s.waiting {
			claims[i] = ident.Claim{Ladder: c.Wishes(), Key: c.Key, First: c.First}
		}
		for i, name := range s.scope.Assign(claims) {
			c := s.waiting[i]
			if c.settle(name); !s.quiet && name != claims[i].Ladder[0] {
				reportRenamed(c, &claims[i], findings)
			}
		}
		s.waiting = nil
	}
}

// reportRenamed reports a name that is not the expected one.
func reportRenamed(c *Claim, asked *ident.Claim, findings *diag.List) {
	said, name, wanted := c.Said, c.name, asked.Ladder[0]
	switch said {
	case "":
		said = wanted
	case name: // an x-go-name was not free
		findings.Info(c.Pos, diag.RuleRenamed, "%s keeps its name in Go, because %s is taken", said, wanted)
		return
	}
	if !slices.Contains(asked.Ladder, name) && name != asked.Spelled() {
		findings.Warn(c.Pos, diag.RuleRenamed, "%s is %s in Go with a hash, because all readable names are taken", said, name).Hint = "x-go-name gives it a name of its own"
		return
	}
	findings.Info(c.Pos, diag.RuleRenamed, "%s is %s in Go, because %s is taken", said, name, wanted)
}

// Own returns the name of x-go-name if Go can export it.
func Own(want, otherwise string, pos diag.Pos, findings *diag.List) string {
	if ident.Valid(want) && want[0] >= 'A' && want[0] <= 'Z' {
		return want
	}
	findings.Warn(pos, diag.RuleExtension, "x-go-name %q is not an exported Go identifier", want)
	return otherwise
}

// Reserve takes names that no claim may get.
func (s *Space) Reserve(names ...string) { s.scope.Reserve(names...) }
