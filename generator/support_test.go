package generator

import (
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/render"
	"github.com/oas2go/oas2go/templates"
)

// readSupport reads the support code once for all tests, because that takes longer than to plan a small document.
var readSupport = sync.OnceValues(func() (*render.Support, error) { return render.ReadSupport(templates.Support()) })

// reserved returns the names of support code that a document must not take.
func reserved(t testing.TB) []string { return sharedSupport(t).Reserved() }

// sharedSupport is for runs that print nothing.
func sharedSupport(t testing.TB) *render.Support {
	t.Helper()
	support, err := readSupport()
	require.NoError(t, err)
	return support
}
