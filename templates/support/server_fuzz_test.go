package support

import (
	"context"
	"io"
	"iter"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// FuzzRequests asks that whatever comes in, no response says that it was the fault of the server.
func FuzzRequests(f *testing.F) {
	form, formType := parts("multipart/form-data", "title=T", "plan@p=data", `point={"t":1,"v":2}`)
	for _, seed := range [][5]string{
		{"POST", "/v1/owners/5", "tags=a&tags=b&limit=7", goodOwner, "application/json"},
		{"POST", "/v1/owners/5", "limit=1e2;x&=&%zz", `{"user_id":1e9,"role":"x"}`, "application/json"},
		{"PUT", "/v1/bodies", "", "<page><title>x</title></page>", "application/xml"},
		{"PUT", "/v1/bodies", "", "n=1&tags=2&tags[]=3", "application/x-www-form-urlencoded"},
		{"PUT", "/v1/bodies", "", "text", "text/plain;charset=x"},
		{"PUT", "/v1/bodies", "", "data", "image/png"},
		{"POST", "/v1/plans", "", form, formType},
		{"POST", "/v1/plans", "", form[:len(form)/2], formType},
		{"GET", "/v1/whole", "%22a%22", "", ""},
		{"PUT", "/v1/x", "mode=a&p[a]=1&p[b][c]=2", `{"t":1,"v":2}`, ""},
		{"GET", "/v1/events", "", "", ""}, {"HEAD", "/v1/events", "", "", ""}, {"DELETE", "/v1/%2F-%2e", "", "", ""},
	} {
		f.Add(seed[0], seed[1], seed[2], seed[3], seed[4])
	}
	var (
		o *ownerParams
		b *bodiesParams
	)
	put := bodies(&b)
	put.path = "/bodies"
	readAll := func(_ context.Context, p *uploadParams) error {
		_, err := io.Copy(io.Discard, p.Plan.Content)
		return err
	}
	h, err := newHandler(HandlerOptions{StrictQuery: true, MaxBody: 1 << 20, MaxUpload: 1 << 20, Logger: slog.New(slog.DiscardHandler)}, "/v1", nil,
		makeOwner(keep(&o, owner())), put, uploading(readAll),
		get("/whole", "", sendsNothing(func(context.Context, *wholeParams) error { return nil })),
		operation{name: "Put", route: route{method: "PUT", path: "/x?mode=a"}, success: []string{"204"}, contents: []sentContent{{"", sendsNothing(func(context.Context, *closedParams) error { return nil })}}},
		get("/events", streamType, sendsEventTexts(func(context.Context, *emptyParams) iter.Seq2[StreamEvent[string], error] {
			return func(yield func(StreamEvent[string], error) bool) { yield(StreamEvent[string]{Data: "x"}, nil) }
		})))
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, method, path, query, body, contentType string) {
		u, err := url.ParseRequestURI(path)
		if err != nil || u.Host != "" {
			return
		}
		u.RawQuery = query
		for _, length := range []int64{int64(len(body)), -1} {
			r := &http.Request{Method: method, URL: u, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(body)), ContentLength: length}
			if contentType != "" {
				r.Header.Set("Content-Type", contentType)
			}
			w := httptest.NewRecorder()
			if h.ServeHTTP(w, r); w.Code >= 500 {
				t.Errorf("%s %s?%s: %d %s", method, path, query, w.Code, w.Body)
			}
		}
	})
}
