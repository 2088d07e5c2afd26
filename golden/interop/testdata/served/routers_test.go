package served

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/labstack/echo/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	client "github.com/oas2go/oas2go/generated/dis"

	"served.test/dis"
	"served.test/iam"
)

// A mount puts a handler below a prefix of a router.
type mount struct {
	name   string
	router func(prefix string, h http.Handler) http.Handler
}

// mounts are the routers that people use. A handler has the whole path, so the prefix is taken off: it is no path of the document.
func mounts() []mount {
	gin.SetMode(gin.ReleaseMode)
	return []mount{
		{"http.ServeMux", func(prefix string, h http.Handler) http.Handler {
			mux := http.NewServeMux()
			mux.Handle(prefix+"/", http.StripPrefix(prefix, h))
			return mux
		}},
		{"chi", func(prefix string, h http.Handler) http.Handler {
			r := chi.NewRouter()
			if prefix == "" {
				r.Mount("/", h)
			} else {
				r.Mount(prefix, http.StripPrefix(prefix, h))
			}
			return r
		}},
		{"echo", func(prefix string, h http.Handler) http.Handler {
			e := echo.New()
			e.Any(prefix+"/*", echo.WrapHandler(http.StripPrefix(prefix, h)))
			return e
		}},
		{"gin", func(prefix string, h http.Handler) http.Handler {
			g := gin.New()
			g.Any(prefix+"/*path", gin.WrapH(http.StripPrefix(prefix, h)))
			return g
		}},
	}
}

// A watched service notes the names in paths, as its methods get them.
type watched struct {
	service
	stream, task string
}

func (w *watched) ShowTransferTask(_ context.Context, p *dis.ShowTransferTaskParams) (*dis.ShowTransferTaskResponse, error) {
	w.stream, w.task = p.StreamName, p.TaskName
	return &dis.ShowTransferTaskResponse{StreamName: &p.StreamName}, nil
}

// send sends a request that the service lets in.
func send(t *testing.T, method, url string) (*http.Response, string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, url, nil)
	require.NoError(t, err)
	req.Header.Set("X-Auth-Token", token)
	resp, err := http.DefaultTransport.RoundTrip(req) // without redirects
	require.NoError(t, err)
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	require.NoError(t, err)
	return resp, string(body)
}

func TestRouters(t *testing.T) {
	for _, m := range mounts() {
		for _, prefix := range []string{"", "/api/dis"} {
			t.Run(m.name+prefix, func(t *testing.T) { testRouter(t, m, prefix) })
		}
	}
}

func testRouter(t *testing.T, m mount, prefix string) {
	var w watched
	var pattern, operation string
	see := func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			pattern, operation = r.Pattern, dis.OperationFrom(r.Context())
			assert.Equal(t, project, r.PathValue("project_id"))
			next.ServeHTTP(w, r)
		})
	}
	h, err := dis.NewHandler(&w, dis.HandlerConfig{UserToken: userToken, AkSk: akSk, HandlerOptions: dis.HandlerOptions{
		Middleware: []func(http.Handler) http.Handler{see},
	}})
	require.NoError(t, err)
	url := listen(t, m.router(prefix, h)) + prefix
	streams := url + "/v2/" + project + "/streams/"
	const tasks = "/transfer-tasks"

	for escaped, want := range map[string]string{
		"mystream": "mystream", "a%2Fb": "a/b", "a%2fb%2F": "a/b/", "a%20b": "a b", "%C3%BC": "ü", "a+b": "a+b", "a%2525": "a%25", "a,b;c": "a,b;c", "%7Ea:b@": "~a:b@",
	} {
		resp, body := send(t, "GET", streams+escaped+tasks+"/x%2Fy%3F")
		require.Equal(t, 200, resp.StatusCode, "%s: %s", escaped, body)
		assert.Equal(t, want, w.stream)
		assert.Equal(t, "x/y?", w.task)
		assert.Equal(t, "GET /v2/{project_id}/streams/{stream_name}/transfer-tasks/{task_name}", pattern)
		assert.Equal(t, "ShowTransferTask", operation)
	}
	for _, path := range []string{"/v2", "/v2/" + project + "/streams/a/transfer-tasks/", "/v2/" + project + "/streams/a/transfer-tasks/b/c", "/v2/" + project + "/streams/a%2Ftransfer-tasks"} {
		resp, body := send(t, "GET", url+path)
		assert.Equal(t, 404, resp.StatusCode, path)
		assert.Equal(t, "application/problem+json", resp.Header.Get("Content-Type"), body)
	}
	resp, _ := send(t, "PUT", streams+"a"+tasks+"/b")
	assert.Equal(t, 405, resp.StatusCode)
	assert.Equal(t, "DELETE, GET, HEAD", resp.Header.Get("Allow"))
	resp, _ = send(t, "GET", streams+"a"+tasks+"/action") // the concrete path is another resource
	assert.Equal(t, 405, resp.StatusCode)
	assert.Equal(t, "POST", resp.Header.Get("Allow"))
	resp, body := send(t, "HEAD", streams+"a"+tasks+"/b")
	assert.Equal(t, 200, resp.StatusCode)
	assert.Empty(t, body)
}

// A client signs the whole path, also that part which a router takes off. (The SDK takes the host of an endpoint only.)
func TestSignatureBelowAPrefix(t *testing.T) {
	for _, m := range mounts() {
		url := listen(t, m.router("/api", newHandler(t, dis.HandlerOptions{})))
		c, err := client.NewClient(url+"/api", client.WithAkSk(client.NewSigner(accessKey, secretKey)))
		require.NoError(t, err)
		_, err = c.ListTransferTasks(t.Context(), &client.ListTransferTasksParams{ProjectID: project, StreamName: "my stream"})
		assert.NoError(t, err, m.name)
	}
}

// An account is the service of another document.
type account struct{ iam.UnimplementedService }

func (account) ListAuthProjects(context.Context, *iam.ListAuthProjectsParams) (*iam.ListProjectsResponse, error) {
	return nil, iam.Fail(http.StatusForbidden, nil)
}

// Two documents are served side by side: by their paths, or each below a prefix of its own.
func TestTwoDocuments(t *testing.T) {
	first := newHandler(t, dis.HandlerOptions{})
	other, err := iam.NewHandler(account{}, iam.HandlerConfig{
		Token: userToken, AkSk: akSk, HandlerOptions: iam.HandlerOptions{Path: "/account"},
	})
	require.NoError(t, err)
	byPath := http.NewServeMux()
	byPath.Handle("/v2/", first)
	byPath.Handle("/account/", other)
	byPrefix := http.NewServeMux()
	byPrefix.Handle("/dis/", http.StripPrefix("/dis", first))
	byPrefix.Handle("/account/", other)
	for prefix, mux := range map[string]http.Handler{"": byPath, "/dis": byPrefix} {
		s := httptest.NewServer(mux)
		resp, body := send(t, "GET", s.URL+prefix+"/v2/"+project+"/streams/a/transfer-tasks")
		assert.Equal(t, 200, resp.StatusCode)
		assert.JSONEq(t, `{"total_number":0,"quota":5}`, body)
		resp, _ = send(t, "GET", s.URL+"/account/v3/auth/projects")
		assert.Equal(t, 403, resp.StatusCode)
		resp, _ = send(t, "GET", s.URL+"/account/v3.0/OS-AGENCY/agencies?domain_id=x")
		assert.Equal(t, 501, resp.StatusCode)
		resp, _ = send(t, "GET", s.URL+prefix+"/v2/auth/projects")
		assert.Equal(t, 404, resp.StatusCode)
		resp, _ = send(t, "GET", s.URL+"/v3/auth/projects")
		assert.Equal(t, 404, resp.StatusCode)
		s.Close()
	}
}
