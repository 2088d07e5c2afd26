package support

import (
	"context"
	"io"
	"net/http"
	"slices"
)

// openResponse sends a call and gives the body of the response, which the caller reads from the network and closes. It is nil for a
// success that has no content, where the document allows that.
func (c *Client) openResponse(ctx context.Context, cfg *config, k *call) (io.ReadCloser, error) {
	k.open, k.elsewhere = true, followElsewhere
	a, err := c.send(ctx, cfg, k, maxErrorBody)
	if err != nil {
		return nil, err
	}
	if slices.Contains(k.empty, a.StatusCode) {
		return nil, a.Body.Close()
	}
	err = nil
	if a.StatusCode == http.StatusNoContent {
		err = ErrNoBody
	} else if cfg.checkResponse {
		err = k.unwanted(a.Response, k.media)
	}
	if err != nil {
		defer a.Body.Close()
		a.read(a.Response, maxErrorBody)
		return nil, k.failed(a, err)
	}
	return a.Body, nil
}
