package support

import (
	"context"
	"io"
	"strings"
)

// bytes gives an example that is no JSON.
func (s exampleSet) bytes(ctx context.Context) (io.ReadCloser, error) {
	list, err := s.choose(ctx)
	if err != nil || list[0].body == "" {
		return nil, err
	}
	return exampleBytes(list[0].body), nil
}

// exampleBytes gives a body that can seek, so that clients can ask for a part.
func exampleBytes(body string) io.ReadCloser {
	return struct {
		*strings.Reader
		io.Closer
	}{strings.NewReader(body), io.NopCloser(nil)}
}
