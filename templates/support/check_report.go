package support

import "strings"

// A checker collects what is wrong with a value. A check that passes costs a comparison. Where a value is, is noted only for
// violations: a check adds the name of its property, and object and each add the names above it as they end.
type checker struct {
	in       string // where the value travels: path, query, header, body
	sending  bool   // the value is about to be sent
	zeros    bool   // times and UUIDs that nobody set are values: see given
	matching stopwatch
	findings []finding
}

// A stopwatch says how long the regular expressions that are matched by trying have taken in one validation.
type stopwatch struct {
	spent int64  // nanoseconds
	late  string // an expression for which there was not enough time, until a violation says so
}

// A finding is a violation whose pointer is not put together yet.
type finding struct {
	in                 string
	path               []string // names and indexes, the innermost first
	rule, limit, value string
	unknown            bool // the value is no variant of a union
	unset              bool // nobody set the value
}

// A jsonChecker is a generated type that can check itself.
type jsonChecker interface{ check(c *checker) }

// validate returns everything that is wrong with x as an *InvalidError, nil for nothing. The subject names x.
//
//go:noinline
func validate(subject string, x jsonChecker) error {
	var c checker
	x.check(&c)
	return c.result(subject)
}

func (c *checker) result(subject string) error {
	if c.findings == nil {
		return nil
	}
	total := 0
	violations := make([]Violation, 0, len(c.findings))
	for _, f := range c.findings {
		pointer := joinPath(f.path)
		if total += len(pointer); total > maxPointers && len(violations) > 0 {
			break
		}
		violations = append(violations, Violation{In: f.in, Pointer: pointer, Rule: f.rule, Limit: f.limit, Value: f.value})
	}
	return &InvalidError{Subject: subject, Violations: violations}
}

// joinPath gives a path as a JSON pointer.
func joinPath(path []string) string {
	var b strings.Builder
	for i := len(path) - 1; i >= 0; i-- {
		b.WriteString(step(path[i]))
	}
	return b.String()
}

// count returns how many violations there are. Those of a nested value are the ones from the count before on.
func (c *checker) count() int { return len(c.findings) }

// add reports a violation of the property name, or of the value itself if name is "".
//
//go:noinline
func (c *checker) add(name, rule, limit, value string) {
	if len(c.findings) >= maxViolations {
		return
	}
	f := finding{in: c.in, rule: rule, limit: limit, value: value}
	if name != "" {
		f.path = append(f.path, name)
	}
	c.findings = append(c.findings, f)
}

// prefix puts all violations from first on below the property name.
//
//go:noinline
func (c *checker) prefix(first int, name string) {
	for i := first; i < len(c.findings); i++ {
		c.findings[i].path = append(c.findings[i].path, name)
	}
}

// object checks the value in property name, or x itself if name is "".
func (c *checker) object(name string, x jsonChecker) {
	first := len(c.findings)
	x.check(c)
	if len(c.findings) > first && name != "" {
		c.prefix(first, name)
	}
}

// present reports a property that is nil and must not be, and whether it is there.
func (c *checker) present(name string, present bool) bool {
	if !present {
		c.add(name, "required", "", "")
	}
	return present
}

// outermost gives the last step that was added to the path.
func (f *finding) outermost() string {
	if len(f.path) == 0 {
		return ""
	}
	return f.path[len(f.path)-1]
}
