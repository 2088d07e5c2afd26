package support

import (
	"context"
	"errors"
	"io"
	"net/http"
	"slices"
)

// A resultCase reads the body of one status. One of its functions is set.
type resultCase struct {
	status string // 200, 2XX or default
	media  string // the media type of text or bytes
	json   func(*jsonReader) any
	text   func(string) any
	body   func(io.ReadCloser) any
}

// receiveOne sends a call whose response depends on its status. It gives nil for a success that has no content.
func (c *Client) receiveOne(ctx context.Context, cfg *config, k *call, cases ...resultCase) (x any, err error) {
	k.open = true
	a, err := c.send(ctx, cfg, k, maxErrorBody)
	if err != nil {
		return nil, err
	}
	wanted := k.findCase(cases, a.Response)
	if wanted.json == nil && cfg.checkResponse {
		err = k.unwanted(a.Response, wanted.media)
	}
	if wanted.body != nil && err == nil {
		return wanted.body(a.Body), nil
	}
	a.read(a.Response, cfg.maxResponse)
	a.Body.Close()
	switch {
	case slices.Contains(k.empty, a.StatusCode) || wanted.status == "" && len(a.data) == 0 && k.empty != nil:
		return nil, nil
	case err != nil: // another media type
	case wanted.text != nil:
		err, x = a.err, wanted.text(string(a.data))
	case wanted.json != nil:
		partly := false
		if partly, err = k.decode(a, !cfg.checkResponse, func(r *jsonReader) { x = wanted.json(r) }); partly {
			return x, &DecodeError{k.failed(a, err)}
		}
	case len(a.data) == 0:
		err = ErrNoBody
	default:
		err = errors.New("the document does not describe this status")
	}
	if v, ok := x.(jsonChecker); ok && err == nil && cfg.checkResponse {
		err = validate(k.subject(), v)
	}
	if err != nil {
		return nil, k.failed(a, err)
	}
	return x, nil
}

// findCase finds what the document says about a status. One that it lacks is the first whose media type came.
func (k *call) findCase(cases []resultCase, resp *http.Response) resultCase {
	for _, wanted := range statuses(resp.StatusCode) {
		for _, c := range cases {
			if c.status == wanted {
				return c
			}
		}
	}
	for _, c := range cases {
		if own := resp.Header.Get("Content-Type"); own != "" && (c.json != nil && isJSONType(own) || c.json == nil && isOfType(own, c.media)) {
			return c
		}
	}
	return resultCase{}
}
