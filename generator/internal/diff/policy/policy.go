// Package policy applies what a configuration says about findings and changes: how severe a rule is, and which changes are approved.
// It decides nothing about the changes themselves: a breaking change that is approved stays breaking.
package policy

import (
	"slices"
	"time"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// A Config is the part of a configuration that this package knows. The zero Config changes nothing.
type Config struct {
	Rules   map[string]Level // by the id of the rule, of findings or of changes
	Ignores []Ignore
}

// A Level is what the configuration makes of a rule.
type Level string

// The levels.
const (
	Off     Level = "off" // findings are dropped, changes are ignored
	Info    Level = "info"
	Warning Level = "warning"
	Error   Level = "error"
)

// Levels returns all levels, mildest first.
func Levels() []Level { return []Level{Off, Info, Warning, Error} }

// An Ignore approves one change.
type Ignore struct {
	Pos         diag.Pos // in the configuration
	Fingerprint string   // of the change
	Reason      string
	Expires     time.Time // the last day that it holds, the zero time for ever
	Shared      bool      // by several documents: this one need not have the change
}

// dateForm is how dates are written.
const dateForm = time.DateOnly

// ParseDate reads a date.
func ParseDate(text string) (time.Time, error) { return time.Parse(dateForm, text) }

// Findings returns findings with the severities that the configuration wants. Errors stay errors: they say that a document cannot be
// used, and no wish changes that.
func (c Config) Findings(list []diag.Finding) []diag.Finding {
	if len(c.Rules) == 0 {
		return list
	}
	kept := make([]diag.Finding, 0, len(list))
	for _, f := range list {
		if level, ok := c.Rules[string(f.Rule)]; ok && f.Severity < diag.Error {
			if level == Off {
				continue
			}
			f.Severity = level.severity()
		}
		kept = append(kept, f)
	}
	return kept
}

func (l Level) severity() diag.Severity {
	switch l {
	case Error:
		return diag.Error
	case Warning:
		return diag.Warning
	}
	return diag.Info
}

// Apply sets aside the changes that the configuration approves or whose rule is off, and notes the level of the others. Ignores that
// have expired on the day of today, or that no change needs, are findings.
func Apply(changes []change.Change, c Config, today time.Time) (kept, ignored []change.Change, findings []diag.Finding) {
	var found diag.List
	approved := map[string]change.Approval{}
	for _, i := range c.Ignores {
		used := slices.ContainsFunc(changes, func(x change.Change) bool { return x.Fingerprint == i.Fingerprint })
		switch {
		case i.expired(today):
			found.Warn(i.Pos, diag.RuleIgnoreExpired, "the ignore of %s expired on %s: %s", i.Fingerprint, i.Expires.Format(dateForm), i.Reason).
				Hint = "remove it, or give it a later date"
		case used:
			approved[i.Fingerprint] = i.approval()
		case !i.Shared:
			found.Warn(i.Pos, diag.RuleIgnoreUnused, "no change has the fingerprint %s: %s", i.Fingerprint, i.Reason).
				Hint = "remove it"
		}
	}
	for _, x := range changes {
		level := c.Rules[x.Rule]
		approval, ok := approved[x.Fingerprint]
		if !ok && level == Off {
			approval, ok = change.Approval{Reason: "The rule is off."}, true
		}
		if ok {
			x.Approval = approval
			ignored = append(ignored, x)
			continue
		}
		x.Level = change.Level(level)
		kept = append(kept, x)
	}
	return kept, ignored, c.Findings(found.All())
}

// approval is what reports say about the change.
func (i Ignore) approval() change.Approval {
	a := change.Approval{Reason: i.Reason}
	if !i.Expires.IsZero() {
		a.Expires = i.Expires.Format(dateForm)
	}
	return a
}

// expired reports whether the last day is over, on the calendar of the caller.
func (i Ignore) expired(today time.Time) bool {
	if i.Expires.IsZero() {
		return false
	}
	return today.Format(dateForm) > i.Expires.Format(dateForm)
}
