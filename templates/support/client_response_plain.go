package support

import (
	"bytes"
	"context"
	"strings"
)

// receivePlain is receiveFunc for a response that is the plain text of a scalar, which JSON puts into quotes or not.
func (c *Client) receivePlain(ctx context.Context, cfg *config, k *call, quoted bool, read func(*jsonReader), check func() error) (ok bool, err error) {
	a, err := c.send(ctx, cfg, k, cfg.maxResponse)
	if err != nil {
		return false, err
	}
	a.plain = true
	if a.data = bytes.TrimSpace(a.data); quoted && len(a.data) > 0 {
		var w jsonWriter
		w.string(strings.ToValidUTF8(string(a.data), "\uFFFD"))
		a.data = w.buf
	}
	return k.take(a, cfg, read, check)
}
