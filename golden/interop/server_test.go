package interop

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generated/dis"
)

const (
	accessKey = "TESTAK"
	secretKey = "TESTSK"
	project   = "0123456789abcdef0123456789abcdef"
)

// A seen is one request as it came over the wire, with what package dis makes
// of it.
type seen struct {
	*http.Request
	body   []byte
	params dis.CreateMRSTransferTaskParams
	err    error // of decoding or validation
}

// A service decodes and validates requests with package dis, and responses 201
// to valid ones.
type service struct {
	*httptest.Server
	mu   sync.Mutex
	list []seen
}

func serve(t *testing.T) *service {
	t.Helper()
	s := &service{}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v2/{project_id}/streams/{stream_name}/transfer-tasks", func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		assert.NoError(t, err)
		x := seen{Request: r, body: body}
		x.params.ProjectID, x.params.StreamName = r.PathValue("project_id"), r.PathValue("stream_name")
		if x.err = json.Unmarshal(body, &x.params.Body); x.err == nil {
			x.err = x.params.Validate()
		}
		s.mu.Lock()
		s.list = append(s.list, x)
		s.mu.Unlock()
		if x.err != nil {
			w.Header().Set("Content-Type", "application/json")
			w.WriteHeader(http.StatusBadRequest)
			_, _ = io.WriteString(w, `{"error_code":"DIS.4300","error_msg":"Request error."}`)
			return
		}
		w.WriteHeader(http.StatusCreated)
	})
	s.Server = httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s
}

// last gives the newest request.
func (s *service) last(t *testing.T) seen {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	require.NotEmpty(t, s.list, "nothing was sent")
	return s.list[len(s.list)-1]
}

// signedNames gives the header names that a request says it has signed.
func signedNames(t *testing.T, h http.Header) []string {
	t.Helper()
	_, list, found := strings.Cut(h.Get("Authorization"), "SignedHeaders=")
	require.True(t, found, h.Get("Authorization"))
	list, _, _ = strings.Cut(list, ",")
	return strings.Split(list, ";")
}
