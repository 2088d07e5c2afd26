package support

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// That no secret shows in any place is for the case secrets-everywhere; here is what does show.
func TestWithoutSecrets(t *testing.T) {
	k := &call{path: "/pins/12%2034"}
	k.hide("12 34")
	for text, want := range map[string]string{
		"https://u:p@a.test/base/pins/12%2034?key=x": "https://a.test/pins/***",
		"https://a.test/other?key=x":                 "https://a.test",
		"https://a.test:x":                           "***",
	} {
		err := k.withoutSecrets(&url.Error{Op: "Get", URL: text, Err: errBroken})
		assert.EqualError(t, err, `Get "`+want+`": connection reset`)
		assert.ErrorIs(t, err, errBroken)
	}
	err := k.withoutSecrets(&url.Error{Op: "Get", URL: "https://a.test", Err: errors.New("failed to parse Location header \"x\": y")})
	assert.EqualError(t, err, `Get "https://a.test": the Location header cannot be parsed`)
	assert.Equal(t, errBroken, k.withoutSecrets(errBroken))
}

func TestEchoed(t *testing.T) {
	req := httptest.NewRequest("GET", "http://user:password@a.test/?known=value&key=a%2Fbc", nil)
	req.Header.Set("Authorization", "Bearer token")
	req.Header.Set("Accept", "text/html")
	req.Header.Set("X-Given", "parameter")
	k := &call{query: []string{"known=value"}, header: map[string][]string{"X-Given": {"parameter"}}}
	e := &APIError{Operation: "Op", StatusCode: 403, RawBody: []byte("a/bc a%2Fbc user password token value text/html parameter"), secrets: k.echoed(req)}
	assert.EqualError(t, e, "support: Op: HTTP 403 Forbidden: *** *** *** *** *** value text/html parameter")
	assert.Equal(t, e.Error(), fmt.Sprintf("%+v", e))
	assert.Equal(t, e.Error(), fmt.Sprintf("%#v", e))
	assert.Equal(t, fmt.Sprintf("%q", e.Error()), fmt.Sprintf("%q", e))
	data, err := json.Marshal(e)
	require.NoError(t, err)
	assert.Contains(t, string(data), "403 Forbidden")
	e.RawBody = []byte(strings.Repeat("x", 195) + "password")
	assert.NotContains(t, e.Error(), "pass", "no secret is cut in two")
	e.StatusCode = 302
	assert.EqualError(t, e, "support: Op: HTTP 302 Found")
	assert.Empty(t, (&call{}).echoed(nil))
}

func TestClientPrint(t *testing.T) {
	assert.Equal(t, "Client()", fmt.Sprint(Client{}))
	c, err := NewClient("http://u:p@a.test/base")
	require.NoError(t, err)
	assert.Equal(t, "Client(http://a.test)", fmt.Sprintf("%#v", c))
	c1 := checker{}
	c1.add("a", "r", "", "shown")
	c1.add("b", "r", "", "hidden")
	c1.concealFrom(1)
	assert.Equal(t, []string{"shown", ""}, []string{c1.findings[0].value, c1.findings[1].value})
	for n, want := range map[Nullable[int]]string{NewNullable(5): "5", NewNull[int](): "null", {}: "absent"} {
		assert.Equal(t, want, fmt.Sprint(n))
	}
}

// TestGuard: of a request with secrets in its body no value is repeated in an error.
func TestGuard(t *testing.T) {
	names := map[string]bool{}
	leavesIn([]byte(`{"methods":["password"],"password":{"user":"user"}}`), names)
	assert.True(t, names["password"] && names["user"], "words of the API")
	for _, body := range []string{
		`{"a":[{"b":"S3CRET"}],"n":98765432,"c":"S3\"\\CRET"}`, "a=S3CRET&b=S3%2FCRET", "S3CRET", "<a b=\"c\">S3CRET</a>", "--x\r\n\r\n{\"a\":\"S3CRET\"}\r\n--x",
	} {
		c := serve(t, func(w http.ResponseWriter, r *http.Request) {
			data, _ := io.ReadAll(r.Body)
			text := strings.NewReplacer("%2F", "/").Replace(string(data))
			w.WriteHeader(400)
			fmt.Fprintf(w, "%s %s %s", text, strings.Trim(text, "{}"), r.URL.RawQuery)
		})
		for _, guarded := range []bool{true, false} {
			k := &call{op: "Op", method: "POST", path: "/", body: []byte(body), query: []string{"list=S3CRET,S3CRETS"}}
			if guarded {
				k.guarded = (*call).guard
			}
			err := c.discard(t.Context(), c.with(nil), k)
			e, ok := errors.AsType[*APIError](err)
			require.True(t, ok)
			for _, text := range []string{err.Error(), e.Dump()} {
				assert.Equal(t, !guarded, strings.Contains(text, "CRET"), text)
			}
			assert.Contains(t, string(e.RawBody), "CRET", "what came is there")
		}
	}
}
