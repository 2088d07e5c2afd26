package codec

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A finding is a violation as generated code reports it.
type finding struct {
	in                 string
	path               []string // names and indexes, the innermost first
	rule, limit, value string
}

// A checker collects what generated code would report. It gives up where it cannot follow.
type checker struct {
	*Package
	in       string
	sending  bool // the value is what a client sends
	findings []finding
	unknown  bool
}

func (c *checker) add(name, rule, limit, value string) {
	f := finding{in: c.in, rule: rule, limit: limit, value: value}
	if name != "" {
		f.path = []string{name}
	}
	c.findings = append(c.findings, f)
}

// prefix puts all findings from first on below a name.
func (c *checker) prefix(first int, name string) {
	if name == "" {
		return
	}
	for i := first; i < len(c.findings); i++ {
		c.findings[i].path = append(c.findings[i].path, name)
	}
}

// sort puts the findings of the members of a map in the order of their names.
func (c *checker) sort(first int) {
	slices.SortStableFunc(c.findings[first:], func(a, b finding) int { return cmp.Compare(a.outermost(), b.outermost()) })
}

// conceal hides the values of what was found last, as long as it is in a member.
func (c *checker) conceal(name string) {
	for i := len(c.findings) - 1; i >= 0 && c.findings[i].outermost() == name; i-- {
		c.findings[i].value = ""
	}
}

func (f finding) outermost() string {
	if len(f.path) == 0 {
		return ""
	}
	return f.path[len(f.path)-1]
}

// String gives the finding on one line.
func (f finding) String() string {
	var b strings.Builder
	b.WriteString(f.in)
	if len(f.path) > 0 {
		pointer := ""
		for _, step := range slices.Backward(f.path) {
			pointer += "/" + strings.NewReplacer("~", "~0", "/", "~1").Replace(step)
		}
		quoted := strconv.Quote(pointer)
		b.WriteString(" " + quoted[1:len(quoted)-1])
	}
	b.WriteString(": " + f.rule)
	if f.limit != "" {
		b.WriteString(" " + f.limit)
	}
	if f.value != "" {
		b.WriteString(", got " + f.value)
	}
	return b.String()
}

// maxLines is how many violations an error shows.
const maxLines = 20

// message gives the error for some findings, "" for none.
func message(subject string, findings []finding) string {
	switch len(findings) {
	case 0:
		return ""
	case 1:
		return "invalid " + subject + ": " + findings[0].String()
	}
	var b strings.Builder
	fmt.Fprintf(&b, "invalid %s, %d violations:", subject, len(findings))
	for i, f := range findings {
		if i == maxLines {
			fmt.Fprintf(&b, "\n\t... and %d more", len(findings)-i)
			break
		}
		b.WriteString("\n\t" + f.String())
	}
	return b.String()
}

// shortText quotes a string for a message.
func shortText(s string) string {
	const most = 40
	n := utf8.RuneCountInString(s)
	if n <= most {
		return strconv.Quote(s)
	}
	return fmt.Sprintf("%s (%d characters)", strconv.Quote(string([]rune(s)[:most])+"…"), n)
}

// formatFloat gives a number as text.
func formatFloat(v float64) string {
	format, a := byte('f'), max(v, -v)
	if a != 0 && (a < 1e-6 || a >= 1e21) {
		format = 'e'
	}
	return strconv.FormatFloat(v, format, -1, 64)
}
