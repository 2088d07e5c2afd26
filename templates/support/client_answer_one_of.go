package support

import (
	"context"
	"errors"
	"io"
	"slices"
	"strconv"
)

// A resultCase reads the body of one status. One of its functions is set.
type resultCase struct {
	status string // 200, 2XX or default
	json   func(*jsonReader) any
	text   func(string) any
	body   func(io.ReadCloser) any
}

// receiveOne sends a call whose answer depends on its status. It gives nil for a success that has no content.
func (c *Client) receiveOne(ctx context.Context, cfg *config, k *call, cases ...resultCase) (x any, err error) {
	k.open = true
	a, err := c.send(ctx, cfg, k, maxErrorBody)
	if err != nil {
		return nil, err
	}
	wanted := findCase(cases, a.StatusCode)
	if wanted.body != nil {
		return wanted.body(a.Body), nil
	}
	a.read(a.Response, cfg.maxResponse)
	a.Body.Close()
	switch {
	case slices.Contains(k.empty, a.StatusCode) || wanted.status == "" && len(a.data) == 0:
		return nil, nil
	case wanted.text != nil:
		err, x = a.err, wanted.text(string(a.data))
	case wanted.json != nil:
		partly := false
		if partly, err = k.decode(a, !cfg.checkResponse, func(r *jsonReader) { x = wanted.json(r) }); partly {
			return x, &DecodeError{k.failed(a, err)}
		}
	default:
		err = errors.New("the document does not describe this status")
	}
	if v, ok := x.(jsonChecker); ok && err == nil && cfg.checkResponse {
		err = validate(k.answer(), v)
	}
	if err != nil {
		return nil, k.failed(a, err)
	}
	return x, nil
}

// findCase finds what the document says about a status: by itself, by its range, or for the rest.
func findCase(cases []resultCase, code int) resultCase {
	status := strconv.Itoa(code)
	for _, wanted := range []string{status, status[:1] + "XX", "default"} {
		for _, c := range cases {
			if c.status == wanted {
				return c
			}
		}
	}
	return resultCase{}
}
