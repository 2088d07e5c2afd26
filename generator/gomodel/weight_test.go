package gomodel_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	m "github.com/oas2go/oas2go/generator/gomodel"
)

// TestWeigh: what is printed weighs, and what was weighed weighs nothing more.
func TestWeigh(t *testing.T) {
	pattern := &m.Pattern{Source: strings.Repeat("a", 4000)}
	scale := m.NewScale()
	assert.InDelta(t, 3000, scale.Weigh(pattern), 100)
	assert.Zero(t, scale.Weigh(pattern))

	shared := &m.HeaderType{Head: m.Head{Name: strings.Repeat("a", 4000)}}
	setter := func() int {
		return scale.Weigh(&m.Served{Response: m.ServedResponse{Set: &m.HeaderSetter{Type: shared}}})
	}
	assert.Greater(t, setter(), 3000)
	assert.Less(t, setter(), 1000, "what declarations share is weighed once")
}
