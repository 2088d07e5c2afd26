package interop

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generated/dis"
)

// A redirect is another request: its signature is that of the SDK's signer over the path that it goes to, and the first one is not sent
// there.
func TestRedirectIsSignedAnew(t *testing.T) {
	s := serve(t)
	next := s.Config.Handler
	var first http.Header
	const path = "/v2/" + project + "/streams/moved/transfer-tasks"
	s.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if first == nil {
			first = r.Header
			http.Redirect(w, r, path, http.StatusTemporaryRedirect)
			return
		}
		next.ServeHTTP(w, r)
	})
	hc := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return nil }}
	client, err := dis.NewClient(s.URL, dis.WithAkSk(dis.NewSigner(accessKey, secretKey)), dis.WithHTTPClient(hc))
	require.NoError(t, err)
	require.NoError(t, client.CreateMRSTransferTask(t.Context(), params("mystream", "a")))
	got := s.last(t)
	require.NoError(t, got.err)
	require.Len(t, got.Header.Values("Authorization"), 1)
	assert.NotEqual(t, first.Get("Authorization"), got.Header.Get("Authorization"))
	received := map[string]string{}
	for _, name := range signedNames(t, got.Header) {
		received[name] = got.Header.Get(name)
	}
	received["X-Sdk-Date"] = got.Header.Get("X-Sdk-Date")
	delete(received, "x-sdk-date")
	assert.Equal(t, sdkAuthorization(t, "POST", path, received, string(got.body)), got.Header.Get("Authorization"))
}
