package support

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestNewKeys: a key is a random UUID (RFC 9562, section 5.4), another one each time.
func TestNewKeys(t *testing.T) {
	form := `^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`
	seen := map[string]bool{}
	for range 100 {
		id := newKey()
		assert.Equal(t, byte(4), id[6]>>4)
		seen[newKeyText()] = true
	}
	assert.Len(t, seen, 100)
	for text := range seen {
		assert.Regexp(t, form, text)
	}
}
