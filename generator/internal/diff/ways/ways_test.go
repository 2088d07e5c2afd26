package ways_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/internal/diff/ways"
)

// TestDistances goes through a graph with a circle and a node that leads nowhere.
func TestDistances(t *testing.T) {
	g := ways.New([][]int{{1, 2}, {2}, {3, 0}, {}, {4}})
	assert.Equal(t, []int{2, 2, 1, 0, -1}, g.Distances(3))
	assert.Equal(t, []int{2, 2, 1, 0, -1}, g.Distances(3), "asked again")
	assert.Equal(t, []int{0, 2, 1, -1, -1}, g.Distances(0))
	assert.Equal(t, []int{1, 0, 1, 0, -1}, g.Nearest([]int{1, 3}))
	assert.Equal(t, []int{2, 2, 1, 0, -1}, g.Distances(3), "after another question")
	assert.Equal(t, []int{-1, -1, -1, -1, -1}, g.Nearest(nil))
}
