package dis_test

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generated/dis"
)

// A seen is one request as it came over the wire.
type seen struct {
	method, uri string
	header      http.Header
	body        string
}

// A service is a test server that keeps what it saw and judges every request
// by the document.
type service struct {
	*httptest.Server
	mu   sync.Mutex
	list []seen
}

// serve starts a service. respond gets the number of the request, from 1.
func serve(t *testing.T, respond func(w http.ResponseWriter, r *http.Request, n int)) *service {
	t.Helper()
	c, err := theContract()
	require.NoError(t, err)
	s := &service{}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		assert.NoError(t, err)
		assert.NoError(t, c.check(r, body))
		s.mu.Lock()
		s.list = append(s.list, seen{r.Method, r.RequestURI, r.Header.Clone(), string(body)})
		n := len(s.list)
		s.mu.Unlock()
		respond(w, r, n)
	}))
	t.Cleanup(s.Close)
	return s
}

// responding is a service with one response.
func responding(t *testing.T, status int, contentType, body string) *service {
	return serve(t, func(w http.ResponseWriter, _ *http.Request, _ int) {
		if contentType != "" {
			w.Header().Set("Content-Type", contentType)
		}
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	})
}

func created(w http.ResponseWriter, _ *http.Request, _ int) { w.WriteHeader(http.StatusCreated) }

func (s *service) requests() []seen {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]seen(nil), s.list...)
}

func (s *service) client(t *testing.T, opts ...dis.Option) *dis.Client {
	t.Helper()
	c, err := dis.NewClient(s.URL, append([]dis.Option{dis.WithProjectID(project), dis.WithoutCredentialCheck()}, opts...)...)
	require.NoError(t, err)
	return c
}

// call makes the call of the page.
func (s *service) call(t *testing.T, opts ...dis.Option) error {
	t.Helper()
	return s.client(t).CreateMRSTransferTask(t.Context(), pageParams(), opts...)
}

func pageParams() *dis.CreateMRSTransferTaskParams {
	return &dis.CreateMRSTransferTaskParams{StreamName: stream, Body: pageValue()}
}

// send makes the call for another stream.
func (s *service) send(t *testing.T, ctx context.Context, streamName string) error {
	t.Helper()
	p := pageParams()
	p.StreamName = streamName
	return s.client(t).CreateMRSTransferTask(ctx, p)
}
