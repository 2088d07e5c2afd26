package iam_test

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generated/iam"
)

// TestCodes reads the code and the text of failures in each form in which they come.
func TestCodes(t *testing.T) {
	for _, c := range []struct{ body, code, message string }{
		{`{"error":{"code":401,"message":"wrong password","title":"Unauthorized"}}`, "401", "wrong password"},
		{`{"error":{"code":"IAM.0001","message":"m"}}`, "IAM.0001", "m"},
		{`{"error_code":"IAM.0002","error_msg":"n"}`, "IAM.0002", "n"},
		{`{"code":"APIGW.0301","message":"o"}`, "APIGW.0301", "o"},
		{`{}`, "", ""},
		{`"down"`, "", ""},
	} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			w.WriteHeader(http.StatusUnauthorized)
			io.WriteString(w, c.body)
		}))
		client, err := iam.NewClient(server.URL)
		require.NoError(t, err)
		_, err = iam.NewTokenSource(client, iam.Login{Account: "a", User: "u", Password: "p", Project: "r"}).Token(t.Context())
		failure, ok := errors.AsType[*iam.APIError](err)
		if assert.True(t, ok, "%v", err) {
			assert.Equal(t, []string{c.code, c.message}, []string{failure.Code(), failure.Message()}, c.body)
		}
		server.Close()
	}
}
