package interop

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"

	"github.com/oas2go/oas2go/generated/dis"
)

// OpenTelemetry needs nothing of the package but its http.Client: a span for each attempt, called after the pattern of the operation, and
// a header that the signature does not cover.
func TestOpenTelemetry(t *testing.T) {
	spans := tracetest.NewSpanRecorder()
	provider := trace.NewTracerProvider(trace.WithSpanProcessor(spans))
	var operations []string
	transport := otelhttp.NewTransport(http.DefaultTransport, otelhttp.WithTracerProvider(provider), otelhttp.WithPropagators(propagation.TraceContext{}),
		otelhttp.WithSpanNameFormatter(func(_ string, r *http.Request) string {
			op, ok := dis.OperationOf(r.Context())
			assert.True(t, ok)
			operations = append(operations, op.ID)
			return r.Pattern
		}))
	busy := 1
	s := serve(t)
	next := s.Config.Handler
	s.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if busy--; busy >= 0 {
			w.Header().Set("Retry-After-Ms", "1")
			w.WriteHeader(http.StatusTooManyRequests)
			return
		}
		next.ServeHTTP(w, r)
	})
	client, err := dis.NewClient(s.URL, dis.WithAkSk(dis.NewSigner(accessKey, secretKey)), dis.WithHTTPClient(&http.Client{Transport: transport}))
	require.NoError(t, err)
	require.NoError(t, client.CreateMRSTransferTask(t.Context(), params("mystream", "a")))

	ended := spans.Ended()
	require.Len(t, ended, 2, "one for each attempt")
	for _, span := range ended {
		assert.Equal(t, "POST /v2/{project_id}/streams/{stream_name}/transfer-tasks", span.Name())
	}
	assert.Equal(t, []string{"createMrsTransferTask", "createMrsTransferTask"}, operations)
	got := s.last(t)
	assert.Contains(t, got.Header.Get("Traceparent"), ended[1].SpanContext().TraceID().String())
	assert.NotContains(t, signedNames(t, got.Header), "traceparent")
}
