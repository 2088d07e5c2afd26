package analysis

import (
	"math"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// Size returns a length as int. One beyond any Go value is as good as none for a maximum, and unreachable for a minimum.
func Size(n *api.Number, absent int) int {
	if n == nil {
		return absent
	}
	if i, ok := n.Int64(); ok && i <= math.MaxInt32 {
		return int(i)
	}
	if absent < 0 {
		return -1
	}
	return math.MaxInt32
}
