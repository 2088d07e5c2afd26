package support

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestPartsOfEmittedCode has what only emitted code calls.
func TestPartsOfEmittedCode(t *testing.T) {
	assert.EqualError(t, errNoService, "support: NewHandler: the service is nil")
	assert.Equal(t, "1,2", headerText(func(w *jsonWriter) { w.list(2, func(i int) { w.int64(int64(i + 1)) }) }))
	assert.Equal(t, "a", headerText(func(w *jsonWriter) { w.string("a") }))
	assert.True(t, isTrue(NewNullable(true)))
	assert.False(t, isTrue(NewNullable(false)))
	assert.False(t, isTrue(NewNull[bool]()))
	assert.False(t, isTrue(Nullable[bool]{}))
}
