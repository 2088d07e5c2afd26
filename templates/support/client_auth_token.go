package support

import (
	"context"
	"errors"
	"net/http"
)

// withToken makes the option for a security scheme with access tokens, which token gives for each attempt.
func withToken(scheme string, token func(context.Context) (string, error)) Option {
	if token == nil {
		return withCredential(scheme, nil)
	}
	return withCredential(scheme, func(req *http.Request, _ []byte) error {
		text, err := token(req.Context())
		if err == nil && text == "" {
			err = errors.New("the token is empty")
		}
		if err == nil {
			req.Header.Set("Authorization", "Bearer "+text)
		}
		return err
	})
}
