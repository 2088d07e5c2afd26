package support

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestInputs(t *testing.T) {
	half := func(n *int) *float64 { return new(float64(*n) / 2) }
	assert.Equal(t, []float64{0.5, 1}, inputList([]int{1, 2}, half))
	assert.Equal(t, map[string]float64{"a": 1.5}, inputMap(map[string]int{"a": 3}, half))
	assert.Nil(t, inputList(nil, half))
	assert.Nil(t, inputMap(nil, half))
	assert.NotNil(t, inputList([]int{}, half), "an empty list stays one")
	assert.NotNil(t, inputMap(map[string]int{}, half))
}
