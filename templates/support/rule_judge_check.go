package support

import (
	"cmp"
	"encoding/json"
	"errors"
	"slices"
	"strings"
)

// judge judges x, as it is encoded, by a rule. Its name is that of no field or method of other support code, which would need this
// file then.
func (c *checker) judge(x jsonEncoder, p program, i ref) { c.judgeEncoded(x, p, i, explanations{}) }

// judgeEncoded is judge after some explanations: as if it had given them already.
func (c *checker) judgeEncoded(x jsonEncoder, p program, i ref, given explanations) {
	var w jsonWriter
	var wrong []wrongTag
	w.tags = func(compare func(c *checker)) {
		own := checker{in: c.in}
		if compare(&own); own.count() > 0 {
			wrong = append(wrong, wrongTag{int32(len(w.buf)), own.findings[0]})
		}
	}
	if x.encode(&w); w.err != nil {
		c.add("", "encoding", w.err.Error(), "")
		return
	}
	e := evaluation{program: p, explanations: given, matching: &c.matching}
	if c.sending {
		e.unknowns = w.unknowns
	}
	c.addFindings(e.judge(i, w.buf))
	c.addWrongTags(&e, wrong)
}

// A wrongTag is what is wrong with the tag of the variant that begins at start of the text: the Go type is another one.
type wrongTag struct {
	start   int32
	finding finding
}

// addWrongTags adds those that were not found otherwise.
func (c *checker) addWrongTags(e *evaluation, wrong []wrongTag) {
	find := finder{tape: &e.tape}
	for _, w := range wrong {
		v, found := slices.BinarySearchFunc(e.elements, w.start, func(x element, at int32) int { return cmp.Compare(x.start, at) })
		if !found {
			continue
		}
		f := w.finding
		f.path = append(f.path, find.path(node(v))...)
		if !slices.ContainsFunc(c.findings, func(known finding) bool { return slices.Equal(known.path, f.path) }) {
			c.addFindings([]finding{f})
		}
	}
}

// judgeRaw judges the JSON text in property name, or the value itself if name is "", by a rule. Nil is not a text, and not judged.
func (c *checker) judgeRaw(name string, text json.RawMessage, p program, i ref) {
	if text == nil {
		return
	}
	first := len(c.findings)
	c.addFindings((&evaluation{program: p, matching: &c.matching}).judge(i, text))
	if len(c.findings) > first && name != "" {
		c.prefix(first, name)
	}
}

func (c *checker) addFindings(findings []finding) {
	for _, f := range findings[:min(len(findings), max(0, maxViolations-len(c.findings)))] {
		f.in = c.in
		c.findings = append(c.findings, f)
	}
}

// judge returns what is wrong with text, by rule i. What is no JSON is not judged any further.
func (e *evaluation) judge(i ref, text []byte) []finding {
	r := jsonReader{data: text}
	e.readTape(&r)
	if err := r.finish(""); err != nil {
		return unreadable(err)
	}
	i.holds(e, 0, nil)
	late := ""
	if e.matching != nil {
		late, e.matching.late = e.matching.late, ""
	}
	if e.failures == nil && late != "" { // not, oneOf and the like cannot tell either
		return []finding{{rule: "pattern time", limit: late}}
	}
	if e.failures == nil {
		return nil
	}
	return e.findings()
}

// unreadable converts the violations that a reader found.
func unreadable(err error) (findings []finding) {
	invalid, ok := errors.AsType[*InvalidError](err)
	if !ok {
		return []finding{{rule: "syntax", limit: err.Error()}}
	}
	for _, v := range invalid.Violations {
		f := finding{rule: v.Rule, limit: v.Limit, value: v.Value}
		for _, step := range slices.Backward(strings.Split(v.Pointer, "/")[1:]) {
			f.path = append(f.path, pointerUnescaper.Replace(step))
		}
		findings = append(findings, f)
	}
	return findings
}

var pointerUnescaper = strings.NewReplacer("~1", "/", "~0", "~")

// findings converts the failures, in the order of the text. Two branches of one schema may say the same, which is said once.
func (e *evaluation) findings() []finding {
	slices.SortStableFunc(e.failures, func(a, b failure) int { return cmp.Compare(a.node, b.node) })
	find := finder{tape: &e.tape}
	var findings []finding
	first := 0 // of the failures of one value
	for i, f := range e.failures {
		if f.node != e.failures[first].node {
			first = i
		}
		if slices.Contains(e.failures[first:i], f) {
			continue
		}
		path := find.path(f.node)
		if f.missing {
			path = append([]string{f.name}, path...)
		}
		findings = append(findings, finding{path: path, rule: f.rule, limit: f.limit, value: e.shown(f)})
	}
	return findings
}

// shown gives the value of a violation for a message.
func (e *evaluation) shown(f failure) string {
	if f.hidden || f.value != "" {
		return f.value
	}
	return excerpt(e.data, int(e.elements[f.node].start))
}
