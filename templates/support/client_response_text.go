package support

import (
	"context"
	"net/http"
	"slices"
)

// receiveText sends a call and gives the text of the response. It returns false without an error for a success that has no content,
// where the document allows that.
func (c *Client) receiveText(ctx context.Context, cfg *config, k *call, x *string, check func() error) (ok bool, err error) {
	a, err := c.send(ctx, cfg, k, cfg.maxResponse)
	switch {
	case err != nil:
		return false, err
	case a.err != nil:
		return false, k.failed(a, a.err)
	case slices.Contains(k.empty, a.StatusCode):
		return false, nil
	case a.StatusCode == http.StatusNoContent:
		return false, k.failed(a, ErrNoBody)
	}
	if cfg.checkResponse {
		if err := k.unwanted(a.Response, k.media); err != nil {
			return false, k.failed(a, err)
		}
	}
	if *x = string(a.data); cfg.checkResponse && check != nil {
		err = check()
	}
	if err != nil {
		return false, k.failed(a, err)
	}
	return true, nil
}
