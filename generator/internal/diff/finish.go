package diff

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/rules"
)

// result classifies the changes and brings them into the order of reports: by the first operation that they reach, operations before
// components, then as they stand.
func (c *comparison) result() *Result {
	list := slices.DeleteFunc(c.changes, func(x ranked) bool { return x.quiet })
	list = foldDefaults(toldOnce(list))
	for i := range list {
		refine(&list[i].Old, c.old.Trees)
		refine(&list[i].New, c.new.Trees)
	}
	slices.SortStableFunc(list, func(a, b ranked) int {
		switch {
		case a.rank != b.rank:
			return a.rank - b.rank
		case inComponents(a) != inComponents(b):
			if inComponents(a) {
				return 1
			}
			return -1
		}
		return before(a.Place(), b.Place())
	})
	r := &Result{Operations: c.operations.Operations}
	for _, x := range list {
		x.Class = classOf(x.Change)
		x.Fingerprint = Fingerprint(x.Change)
		c.advise(&x.Change)
		r.Changes = append(r.Changes, x.Change)
	}
	belongTogether(r.Changes)
	r.Lead = c.lead()
	return r
}

// toldOnce leaves out the default of a parameter that its schema has told.
func toldOnce(list []ranked) []ranked {
	told := map[string]bool{}
	for _, x := range list {
		if x.Rule == "default-changed" && x.Advice.Why != "" {
			told[x.Old.Pos.String()+" "+x.New.Pos.String()] = true
		}
	}
	return slices.DeleteFunc(list, func(x ranked) bool {
		return x.Rule == "default-changed" && x.Advice.Why == "" && told[x.Old.Pos.String()+" "+x.New.Pos.String()]
	})
}

// foldDefaults leaves out a default that is told with the member that became optional by it.
func foldDefaults(list []ranked) []ranked {
	told := map[string]bool{}
	for _, x := range list {
		if x.Rule == "member-optional" && x.Facts.Sample != "" {
			told[x.Subject+"\n"+x.Facts.Sample] = true
		}
	}
	return slices.DeleteFunc(list, func(x ranked) bool {
		return x.Rule == "default-changed" && x.Go.Names == nil && told[x.Subject+"\n"+x.Facts.New]
	})
}

func inComponents(x ranked) bool {
	return strings.HasPrefix(x.Pointer, "/components/") || !strings.HasPrefix(x.Pointer, "/")
}

// before orders positions.
func before(a, b change.Side) int {
	if a.Pos.File != b.Pos.File && a.Pos.File != nil && b.Pos.File != nil && a.Pos.Relative() != b.Pos.Relative() {
		return strings.Compare(a.Pos.Relative(), b.Pos.Relative())
	}
	if a.Pos.Line != b.Pos.Line {
		return int(a.Pos.Line) - int(b.Pos.Line)
	}
	return int(a.Pos.Column) - int(b.Pos.Column)
}

// classOf returns the first class that fits.
func classOf(x change.Change) change.Class {
	unknown := slices.ContainsFunc(x.Wire, func(e change.Effect) bool { return e.Verdict == change.Unknown })
	switch {
	case x.Go.FailsWhenRunning:
		return change.Running
	case x.Go.StopsCompiling:
		return change.Compiling
	case x.Breaks():
		return change.Wire
	case unknown:
		return change.Unproved
	case rules.IsDocs(x.Rule):
		return change.Docs
	}
	return change.Harmless
}

// Fingerprint identifies a change by its rule, its place and both sides, so that it survives another wording and other lines.
func Fingerprint(x change.Change) string {
	parts := slices.Concat([]string{x.Rule, x.Pointer, x.Facts.Name, x.Old.Value, x.New.Value}, x.Facts.Gone, x.Facts.Came)
	sum := sha256.Sum256([]byte(strings.Join(parts, "\n")))
	return hex.EncodeToString(sum[:6])
}

// belongTogether notes, at each component that has another name, the changes inside of it.
func belongTogether(list []change.Change) {
	for i := range list {
		if list[i].Rule != "schema-renamed" || strings.HasSuffix(list[i].Sentence, "same shape") {
			continue
		}
		for _, other := range list {
			if other.Rule != "schema-renamed" && other.Class != change.Docs && strings.HasPrefix(other.Subject, list[i].Facts.New+".") {
				list[i].See = append(list[i].See, other.Fingerprint)
			}
		}
	}
}
