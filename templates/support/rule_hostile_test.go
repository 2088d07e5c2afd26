package support

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestHostileValues: large values take time that grows with their size, and an error does not grow without end. With a quadratic
// step this test would run for minutes.
func TestHostileValues(t *testing.T) {
	const many = 100_000
	objects, names := make([]string, many), make([]string, many)
	for i := range many {
		objects[i] = `{"a":` + strconv.Itoa(i) + `,"b":[]}`
		names[i] = `"n` + strconv.Itoa(i) + `":""`
	}
	list, object := "["+strings.Join(objects, ",")+"]", "{"+strings.Join(names, ",")+"}"
	wide := make([]member, 300)
	for i := range wide {
		wide[i] = member{"p" + strconv.Itoa(i), rule{kindString}}
	}
	p := program{
		rule{uniqueItems{}},
		rule{&items{rest: rule{anyOf{rule{required{"c"}}, rule{required{"d"}}}}}},
		rule{&properties{named: wide, rest: rule{maxLength(0)}}, propertyNames{maxLength(6)}, minProperties(many)},
	}
	assert.Empty(t, p.findings(0, []byte(list)))
	assert.Len(t, p.findings(0, []byte(strings.Replace(list, `{"a":7,"b":[]}`, `{"b":[],"a":70}`, 1))), 1)
	assert.Len(t, p.findings(1, []byte(list)), maxViolations)
	assert.Empty(t, p.findings(2, []byte(object)))
}

// findings returns what is wrong with text, by rule i.
func (p program) findings(i ref, text []byte) []finding {
	return (&evaluation{program: p}).judge(i, text)
}
