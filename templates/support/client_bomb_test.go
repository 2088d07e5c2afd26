package support

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// zeroBody is a body without end.
type zeroBody struct{}

func (zeroBody) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

// TestBombs: a body without end, and one that is small as it is sent, take no more than twice the limit.
func TestBombs(t *testing.T) {
	const limit = 32 << 20
	var packed bytes.Buffer
	zip := gzip.NewWriter(&packed)
	_, err := io.CopyN(zip, zeroBody{}, 20*limit)
	require.NoError(t, err)
	require.NoError(t, zip.Close())
	require.Less(t, packed.Len(), limit/40)
	bomb, err := gzip.NewReader(&packed)
	require.NoError(t, err)
	for name, body := range map[string]io.Reader{"endless": zeroBody{}, "gzip": bomb} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		var a response
		a.read(&http.Response{Body: io.NopCloser(body), ContentLength: -1}, limit)
		runtime.ReadMemStats(&after)
		assert.ErrorContains(t, a.err, "the body has more than", name)
		assert.Len(t, a.data, limit)
		assert.LessOrEqual(t, after.TotalAlloc-before.TotalAlloc, uint64(2*limit+limit/8), "%s: all that was ever allocated", name)
	}
}
