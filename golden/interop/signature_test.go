package interop

import (
	"net/http"
	"net/url"
	"reflect"
	"strings"
	"testing"

	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/auth/signer"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/request"
	disv2 "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/dis/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generated/dis"
)

// sdkAuthorization signs with the SDK's signer. It knows unescaped paths only
// and takes one value per header.
func sdkAuthorization(t *testing.T, method, path string, header map[string]string, body string) string {
	t.Helper()
	b := request.NewHttpRequestBuilder().WithEndpoint("https://dis.example.com").WithMethod(method).WithPath(path)
	for name, value := range header {
		b.AddHeaderParam(name, value)
	}
	got, err := signer.Sign(b.WithBody("", body).Build(), accessKey, secretKey)
	require.NoError(t, err)
	return got["Authorization"]
}

// first gives the headers without the signature itself.
func first(h http.Header) map[string]string {
	m := map[string]string{}
	for name := range h {
		if name != "Authorization" {
			m[name] = h.Get(name)
		}
	}
	return m
}

// A recorder keeps what our client hands to net/http.
type recorder struct{ header http.Header }

func (r *recorder) RoundTrip(req *http.Request) (*http.Response, error) {
	r.header = req.Header.Clone()
	return http.DefaultTransport.RoundTrip(req)
}

func params(stream, task string) *dis.CreateMRSTransferTaskParams {
	d := dis.NewMRSDestinationDescriptorRequest()
	d.TaskName, d.AgencyName, d.MRSClusterName, d.MRSClusterID, d.MRSHdfsPath, d.OBSBucketPath = task, "agency", "cluster", "id", "/a<b&c>/ü", "bucket"
	return &dis.CreateMRSTransferTaskParams{
		ProjectID: project, StreamName: stream,
		Body: dis.CreateMRSTransferTaskRequest{DestinationType: dis.DestinationTypeMRS, MRSDestinationDescriptor: &d},
	}
}

// For requests that our client built, our Authorization is that of the SDK's
// signer over the same headers and body. Names with a slash are left out: the
// SDK does not escape it.
func TestOurSignatureIsTheSDKs(t *testing.T) {
	for _, c := range []struct {
		stream, task string
		opts         []dis.Option
	}{
		{"mystream", "a", nil},
		{"mystream", "b", nil},
		{"my stream", "a", nil},
		{"ü-name", "a", nil},
		{"a!b*c'(d)", "a", nil},
		{"a+b", "a", nil},
		{"a:b@c$d&e=f;g,h", "a", nil},
		{"a%2Fb?c#d", "a", nil},
		{"a_b-c.d~e", "a", nil},
		{"mystream", "a", []dis.Option{dis.WithHeader("X-Project-Id", project)}},
		{"mystream", "a", []dis.Option{dis.WithHeader("User-Agent", "mine/1.0"), dis.WithHeader("X-Other", "  spaces ")}},
		{"mystream", "a", []dis.Option{dis.WithHeader("X-Sdk-Date", "20260101T000000Z")}},
	} {
		s := serve(t)
		var sent recorder
		client, err := dis.NewClient(s.URL, dis.WithAkSk(dis.NewSigner(accessKey, secretKey)), dis.WithHTTPClient(&http.Client{Transport: &sent}))
		require.NoError(t, err)
		require.NoError(t, client.CreateMRSTransferTask(t.Context(), params(c.stream, c.task), c.opts...), c.stream)
		got := s.last(t)
		require.NoError(t, got.err)
		path := "/v2/" + project + "/streams/" + c.stream + "/transfer-tasks"
		assert.Equal(t, sdkAuthorization(t, "POST", path, first(sent.header), string(got.body)), got.Header.Get("Authorization"), c.stream)

		// A server has only what came over the wire.
		received := map[string]string{}
		for _, name := range signedNames(t, got.Header) {
			require.NotEmpty(t, got.Header.Values(name), name)
			received[name] = got.Header.Get(name)
		}
		received["X-Sdk-Date"] = got.Header.Get("X-Sdk-Date") // under this name the SDK looks for it
		delete(received, "x-sdk-date")
		assert.Equal(t, got.Header.Get("Authorization"), sdkAuthorization(t, got.Method, got.URL.Path, received, string(got.body)), c.stream)
	}
}

// The other way round: our signer comes to the signature of a request that the
// SDK sent, with temporary keys too.
func TestSDKSignatureIsOurs(t *testing.T) {
	for _, c := range []struct{ stream, token string }{{"mystream", ""}, {"my stream", ""}, {"ü", ""}, {"mystream", "temporary"}} {
		s := serve(t)
		_, err := sdkClient(t, s.URL, c.token).Sync(&sdkRequest{c.stream, &sdkBody{"MRS", sdkDescriptor()}}, disv2.GenReqDefForCreateObsTransferTask())
		require.NoError(t, err)
		got := s.last(t)
		again, err := http.NewRequest(got.Method, s.URL+got.URL.EscapedPath(), nil)
		require.NoError(t, err)
		for _, name := range signedNames(t, got.Header) {
			again.Header.Set(name, got.Header.Get(name))
		}
		sign := dis.NewSigner(accessKey, secretKey)
		if c.token != "" {
			again.Header.Del("X-Security-Token")
			sign = dis.NewTemporarySigner(accessKey, secretKey, c.token)
		}
		require.NoError(t, sign(again, got.body))
		assert.Equal(t, got.Header.Get("Authorization"), again.Header.Get("Authorization"), c.stream)
	}
}

// Queries are not part of this call, but the signer is made for any request.
func TestQuerySignature(t *testing.T) {
	for _, query := range []string{"limit=10", "b=2&a=1", "a=x y", "a=ü&b=!*'()", "name=a+b", "empty="} {
		values, err := url.ParseQuery(strings.ReplaceAll(query, "+", "%2B"))
		require.NoError(t, err)
		req, err := http.NewRequest("GET", "https://dis.example.com/v2/p/streams?"+values.Encode(), nil)
		require.NoError(t, err)
		req.Header.Set("X-Sdk-Date", "20260101T000000Z")
		require.NoError(t, dis.NewSigner(accessKey, secretKey)(req, nil))

		b := request.NewHttpRequestBuilder().WithEndpoint("https://dis.example.com").WithMethod("GET").WithPath("/v2/p/streams").
			AddHeaderParam("X-Sdk-Date", "20260101T000000Z")
		for name := range values {
			b.AddQueryParam(name, reflect.ValueOf(values.Get(name)))
		}
		want, err := signer.Sign(b.Build(), accessKey, secretKey)
		require.NoError(t, err)
		assert.Equal(t, want["Authorization"], req.Header.Get("Authorization"), query)
	}
}
