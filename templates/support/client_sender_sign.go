package support

import (
	"bytes"
	"errors"
	"io"
	"net/http"
)

// webhookSigner stands for the signer of webhooks among credentials.
const webhookSigner = "WithWebhookSigner"

// WithWebhookSigner signs webhooks and callbacks: sign sets a header, such as a
// signature of the body as it is sent, which [WithWebhookVerifier] of the
// receiver looks at. It runs for each attempt, when the rest of the request is
// final. A body that is read while it is sent, such as a file, is read into
// memory before, at most 64 MiB. Calls of a [Client] are not signed.
func WithWebhookSigner(sign func(header http.Header, body []byte) error) Option {
	if sign == nil {
		return withCredential(webhookSigner, nil)
	}
	return withCredential(webhookSigner, func(req *http.Request, body []byte) error {
		body, err := wholeBody(req, body)
		if err != nil {
			return err
		}
		return sign(req.Header, body)
	})
}

// wholeBody gives the body of a request, which is read if it is not in memory.
func wholeBody(req *http.Request, body []byte) ([]byte, error) {
	if body != nil || req.Body == nil || req.Body == http.NoBody {
		return body, nil
	}
	data, err := io.ReadAll(io.LimitReader(req.Body, maxWebhook+1))
	req.Body.Close()
	switch {
	case err != nil:
		return nil, err
	case len(data) > maxWebhook:
		return nil, errors.New("the body has more than 64 MiB, which is too much to be signed")
	}
	req.Body, req.ContentLength = io.NopCloser(bytes.NewReader(data)), int64(len(data))
	if len(data) == 0 {
		req.Body = http.NoBody
	}
	return data, nil
}
