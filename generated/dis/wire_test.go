package dis_test

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generated/dis"
)

// What goes over the wire equals what was recorded of the official SDK:
// method, path, JSON, content type and the headers of both credentials.
func TestWireEqualsCapture(t *testing.T) {
	s := serve(t, created)
	require.NoError(t, s.call(t, dis.WithAkSk(dis.NewSigner("TESTAK", "TESTSK")), dis.WithHeader("X-Sdk-Date", "20260101T000000Z"),
		dis.WithHeader("X-Project-Id", project), dis.WithHeader("User-Agent", "test")))
	require.NoError(t, s.call(t, dis.WithUserToken("token")))

	got := s.requests()
	require.Len(t, got, 2)
	for _, r := range got {
		assert.Equal(t, "POST", r.method)
		assert.Equal(t, "/v2/"+project+"/streams/mystream/transfer-tasks", r.uri)
		assert.JSONEq(t, captured, r.body)
		assert.Equal(t, []string{"application/json"}, r.header.Values("Content-Type"))
	}
	signed, token := got[0].header, got[1].header
	assert.Equal(t, "20260101T000000Z", signed.Get("X-Sdk-Date"))
	assert.Equal(t, project, signed.Get("X-Project-Id"))
	assert.Regexp(t, `^SDK-HMAC-SHA256 Access=TESTAK, SignedHeaders=[a-z;-]*user-agent;x-project-id;x-sdk-date, Signature=[0-9a-f]{64}$`, signed.Get("Authorization"))
	assert.Empty(t, signed.Values("X-Auth-Token"))
	assert.Equal(t, []string{"token"}, token.Values("X-Auth-Token"))
	assert.Empty(t, token.Values("Authorization"))
	assert.Empty(t, token.Values("X-Sdk-Date"))
}

// An optional field that is absent is not sent, and a number stays a number.
func TestWireSmallestRequest(t *testing.T) {
	s := serve(t, created)
	p := pageParams()
	d := p.Body.MRSDestinationDescriptor
	d.ConsumerStrategy, d.FilePrefix, d.HdfsPrefixFolder, d.RetryDuration = nil, nil, nil, dis.RetryDurationInt32(0)
	require.NoError(t, s.client(t).CreateMRSTransferTask(t.Context(), p))
	p.Body.MRSDestinationDescriptor = nil
	require.NoError(t, s.client(t).CreateMRSTransferTask(t.Context(), p))
	got := s.requests()
	assert.JSONEq(t, `{"destination_type":"MRS","mrs_destination_descriptor":{"task_name":"mrstask","agency_name":"dis_admin_agency",
		"deliver_time_interval":30,"mrs_cluster_name":"mrscluster","mrs_cluster_id":"f8123fa6-99f1-4ed9-83f4-c827c7277d41",
		"mrs_hdfs_path":"/user","obs_bucket_path":"obsbucket","retry_duration":0}}`, got[0].body)
	assert.JSONEq(t, `{"destination_type":"MRS"}`, got[1].body)
}

// A name that needs escaping stays one path segment.
func TestWireEscapesNames(t *testing.T) {
	s := serve(t, created)
	names := []struct{ name, escaped string }{
		{"mystream", "mystream"},
		{"my stream", "my%20stream"},
		{"a/b", "a%2Fb"},
		{"a%2Fb", "a%252Fb"},
		{"ü", "%C3%BC"},
		{"a?b", "a%3Fb"},
		{"a#b", "a%23b"},
		{"{project_id}", "%7Bproject_id%7D"},
		{"a;b", "a%3Bb"},
		{"a,b", "a%2Cb"},
		{"a+b", "a+b"},
		{"a:b@c$d&e=f", "a:b@c$d&e=f"},
		{"a!b*c'(d)", "a%21b%2Ac%27%28d%29"},
		{"...", "..."},
		{"../x", "..%2Fx"},
		{`a\b`, "a%5Cb"},
		{"a_b-c.d~e", "a_b-c.d~e"},
	}
	for i, n := range names {
		require.NoError(t, s.send(t, t.Context(), n.name), n.name)
		assert.Equal(t, "/v2/"+project+"/streams/"+n.escaped+"/transfer-tasks", s.requests()[i].uri, n.name)
	}
}

// What is not valid is not sent.
func TestWireRefuses(t *testing.T) {
	s := serve(t, created)
	for _, name := range []string{"", ".", "..", strings.Repeat("s", 61)} {
		err := s.send(t, t.Context(), name)
		require.Len(t, violations(err), 1, "%q: %v", name, err)
		assert.True(t, strings.HasPrefix(violations(err)[0], "/stream_name "), "%q: %v", name, err)
	}
	p := pageParams()
	p.Body.MRSDestinationDescriptor.DeliverTimeInterval = 901
	assert.Error(t, s.client(t).CreateMRSTransferTask(t.Context(), p))
	for _, id := range []string{".", ".."} {
		p := pageParams()
		p.ProjectID = id
		assert.Error(t, s.client(t).CreateMRSTransferTask(t.Context(), p), id)
	}
	bare, err := dis.NewClient(s.URL)
	require.NoError(t, err)
	assert.Error(t, bare.CreateMRSTransferTask(t.Context(), pageParams()), "no project id")
	assert.Error(t, bare.CreateMRSTransferTask(t.Context(), nil))
	assert.Empty(t, s.requests())
}

func TestWireProjectID(t *testing.T) {
	s := serve(t, created)
	c := s.client(t)
	require.NoError(t, c.CreateMRSTransferTask(t.Context(), pageParams()))
	require.NoError(t, c.CreateMRSTransferTask(t.Context(), pageParams(), dis.WithProjectID("ofTheCall")))
	p := pageParams()
	p.ProjectID = "ofTheParams"
	require.NoError(t, c.CreateMRSTransferTask(t.Context(), p, dis.WithProjectID("ofTheCall")))
	require.NoError(t, c.CreateMRSTransferTask(t.Context(), pageParams()))
	var ids []string
	for _, r := range s.requests() {
		ids = append(ids, strings.Split(r.uri, "/")[2])
	}
	assert.Equal(t, []string{project, "ofTheCall", "ofTheParams", project}, ids)
}

// The first alternative of the document for which there is a credential is
// used; an option of the call beats one of the client.
func TestWireCredentials(t *testing.T) {
	s := serve(t, created)
	sign := func(ak string) dis.Option { return dis.WithAkSk(dis.NewSigner(ak, "SK")) }
	for _, c := range []struct {
		name         string
		client, call []dis.Option
		token, key   string
	}{
		{"none", nil, nil, "", ""},
		{"token", []dis.Option{dis.WithUserToken("T")}, nil, "T", ""},
		{"signature", []dis.Option{sign("A")}, nil, "", "A"},
		{"token before signature", []dis.Option{sign("A"), dis.WithUserToken("T")}, nil, "T", ""},
		{"token of the call", []dis.Option{dis.WithUserToken("T")}, []dis.Option{dis.WithUserToken("U")}, "U", ""},
		{"signature of the call", []dis.Option{sign("A")}, []dis.Option{sign("B")}, "", "B"},
		{"header of the call", []dis.Option{dis.WithHeader("X-Other", "1"), sign("A")}, []dis.Option{dis.WithHeader("X-Other", "2")}, "", "A"},
	} {
		require.NoError(t, s.client(t, c.client...).CreateMRSTransferTask(t.Context(), pageParams(), c.call...), c.name)
		all := s.requests()
		h := all[len(all)-1].header
		assert.Equal(t, c.token, h.Get("X-Auth-Token"), c.name)
		if c.key == "" {
			assert.Empty(t, h.Values("Authorization"), c.name)
		} else {
			assert.Contains(t, h.Get("Authorization"), " Access="+c.key+",", c.name)
		}
	}
	all := s.requests()
	assert.Equal(t, []string{"2"}, all[len(all)-1].header.Values("X-Other"))
}

// A signer that fails stops the call.
func TestWireSignerFails(t *testing.T) {
	s := serve(t, created)
	assert.ErrorContains(t, s.call(t, dis.WithAkSk(dis.NewSigner("", ""))), "key is empty")
	assert.Empty(t, s.requests())
}

func TestServerURL(t *testing.T) {
	assert.Equal(t, "https://dis.cn-north-4.myhuaweicloud.com", dis.ServerURL(""))
	assert.Equal(t, "https://dis.ap-southeast-1.myhuaweicloud.com", dis.ServerURL("ap-southeast-1"))
	for _, u := range []string{"", "dis.example.com", "/v2", "://x"} {
		_, err := dis.NewClient(u)
		assert.Error(t, err, u)
	}
}

// The base URL may have a path and a slash at its end.
func TestWireBasePath(t *testing.T) {
	var paths []string
	c, err := dis.NewClient("https://gateway.example.com/dis/", dis.WithProjectID("p"), dis.WithMiddleware(
		func(r *http.Request, _ func(*http.Request) (*http.Response, error)) (*http.Response, error) {
			paths = append(paths, r.URL.String())
			return &http.Response{StatusCode: 201, Header: http.Header{}, Body: http.NoBody, Request: r}, nil
		}))
	require.NoError(t, err)
	require.NoError(t, c.CreateMRSTransferTask(context.Background(), pageParams()))
	assert.Equal(t, []string{"https://gateway.example.com/dis/v2/p/streams/mystream/transfer-tasks"}, paths)
}
