package support

import (
	"context"
	"encoding/base64"
	"net/http"
)

// basicSecret gives what is sent of a user and a password (RFC 7617, section 2), nothing if there is neither.
func basicSecret(user, password string) string {
	if user+password == "" {
		return ""
	}
	return base64.StdEncoding.EncodeToString([]byte(user + ":" + password))
}

// basicSource makes a source of such texts.
func basicSource(source func(context.Context) (user, password string, err error)) func(context.Context) (string, error) {
	if source == nil {
		return nil
	}
	return func(ctx context.Context) (string, error) {
		user, password, err := source(ctx)
		return basicSecret(user, password), err
	}
}

// putBasic sends a user and a password.
func putBasic(req *http.Request, _, secret string) error {
	req.Header.Set("Authorization", "Basic "+secret)
	return nil
}
