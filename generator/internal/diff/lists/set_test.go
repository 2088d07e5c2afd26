package lists

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestSet adds names twice, more than are found without an index.
func TestSet(t *testing.T) {
	var s Set
	for i := range 3 * few {
		name := strconv.Itoa(i)
		assert.Equal(t, -1, s.Find(name))
		s.Add(name)
		s.Add("0")
		s.Add(name)
		for before := range i + 1 {
			assert.Equal(t, before, s.Find(strconv.Itoa(before)))
		}
	}
	assert.Len(t, s.Names, 3*few)
	assert.Equal(t, -1, s.Find("other"))
}
