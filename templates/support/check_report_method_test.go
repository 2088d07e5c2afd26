package support

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestByMethod(t *testing.T) {
	var c checker
	c.byMethod(nil)
	assert.NoError(t, c.result("Span"))
	c.byMethod(errors.New("it ends before it begins"))
	c.prefix(0, "span")
	assert.EqualError(t, c.result("Order"), "invalid Order: /span: check it ends before it begins")
}
