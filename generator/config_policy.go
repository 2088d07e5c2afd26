package generator

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/policy"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// ignoreKeys are the keys of an entry of ignores.
func ignoreKeys() []string { return []string{"expires", "fingerprint", "reason"} }

// rules reads the levels of rules.
func (f *configFile) rules(n *source.Node, path *diag.Path) {
	f.members(n, path, "rules", policy.Known(), func(id string, n *source.Node, path *diag.Path) {
		level := policy.Level(n.Text)
		if n.Kind != source.String || !slices.Contains(policy.Levels(), level) {
			f.findings.Error(f.document.Pos(n, path), diag.RuleValue, "the level of a rule is off, info, warning or error")
			return
		}
		if f.config.Policy.Rules == nil {
			f.config.Policy.Rules = map[string]policy.Level{}
		}
		f.config.Policy.Rules[id] = level
	})
}

// ignores reads the changes that are approved.
func (f *configFile) ignores(n *source.Node, path *diag.Path) {
	if n.Kind != source.Array {
		f.findings.Error(f.document.Pos(n, path), diag.RuleType, "ignores is an array, not %s", n.Kind)
		return
	}
	seen := map[string]bool{}
	for i, item := range n.Items {
		at := path.Child(strconv.Itoa(i))
		entry := policy.Ignore{Pos: f.document.Pos(item, at), Shared: f.shared}
		f.members(item, at, "an ignore", ignoreKeys(), func(key string, n *source.Node, path *diag.Path) {
			f.ignoreMember(&entry, key, n, path)
		})
		switch {
		case item.Kind != source.Object:
		case item.Get("fingerprint") == nil:
			f.findings.Error(entry.Pos, diag.RuleMissing, "an ignore needs the fingerprint of the change")
		case item.Get("reason") == nil:
			f.findings.Error(entry.Pos, diag.RuleMissing, "an ignore needs a reason")
		case seen[entry.Fingerprint] && entry.Fingerprint != "":
			f.findings.Error(entry.Pos, diag.RuleValue, "the change %s is ignored twice", entry.Fingerprint)
		}
		seen[entry.Fingerprint] = true
		f.config.Policy.Ignores = append(f.config.Policy.Ignores, entry)
	}
}

// fingerprintForm fits what reports show.
var fingerprintForm = regexp.MustCompile(`^[0-9a-f]{12}$`)

func (f *configFile) ignoreMember(entry *policy.Ignore, key string, n *source.Node, path *diag.Path) {
	fail := func(want string) *diag.Finding {
		return f.findings.Error(f.document.Pos(n, path), diag.RuleValue, "%s", want)
	}
	isText := n.Kind == source.String
	switch key {
	case "fingerprint":
		if entry.Fingerprint = n.Text; !isText || !fingerprintForm.MatchString(n.Text) {
			x := fail("a fingerprint has 12 digits of 0 to 9 and a to f, as the report shows it")
			if n.Kind == source.Number {
				x.Hint = "put it in quotes: YAML takes it for a number"
			}
		}
	case "reason":
		if entry.Reason = n.Text; !isText || strings.TrimSpace(n.Text) == "" {
			fail("a reason is a text that says why the change is approved")
		}
	case "expires":
		date, err := policy.ParseDate(n.Text)
		if entry.Expires = date; !isText || err != nil {
			fail("expires is a date such as " + time.Date(2027, 1, 31, 0, 0, 0, 0, time.UTC).Format(time.DateOnly))
		}
	}
}
