package mock_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// FuzzHandler: no request makes the handler panic, and of the statuses from 500 on it sends 501 only, and what the document has and the
// request prefers.
func FuzzHandler(f *testing.F) {
	f.Add("GET", "/v1/orders?limit=5&filter[state]=open", "Accept: text/*;q=0.5", "")
	f.Add("POST", "/v1/orders", "Content-Type: application/json\nX-Key: k\nAuthorization: Bearer t", `{"id":1}`)
	f.Add("POST", "/v1/orders", "Content-Type: multipart/form-data; boundary=b\nAuthorization: Basic dTpw", "--b\r\nContent-Disposition: form-data; name=id\r\n\r\n5\r\n--b--")
	f.Add("POST", "/v1/orders", "Content-Type: application/xml\nAuthorization: Basic dTpw", "<o><id>5</id></o>")
	f.Add("GET", "/v1/orders/%2F-.5", "Prefer: code=404, example=\"a\\\"b\"; x", "")
	f.Add("GET", "/v1/files", "Accept: image/png;q=2, image/*;q=x", "")
	f.Add("GET", "/v1/events", "Accept: application/jsonl\nLast-Event-ID: 5\nCookie: theme=\"dark", "")
	handler, _ := newShop(f, 0, nil)
	f.Fuzz(func(t *testing.T, method, target, head, body string) {
		u, err := url.ParseRequestURI(target)
		if err != nil || len(body) > 1<<16 {
			return
		}
		r := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(body))
		r.Method, r.URL, r.RequestURI = method, u, target
		for line := range strings.SplitSeq(head, "\n") {
			if name, value, ok := strings.Cut(line, ": "); ok && name != "" {
				r.Header.Add(name, value)
			}
		}
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		code := w.Code
		if strings.Contains(w.Header().Get("Preference-Applied"), "code=5") {
			return
		}
		assert.True(t, code < 500 || code == http.StatusNotImplemented, "%d: %s", code, w.Body)
	})
}
