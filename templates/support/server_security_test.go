package support

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

type whoKey struct{}

// allSchemes know one credential each. The visitor of a token may only read.
func allSchemes() []scheme {
	know := func(name, want string) textCheck {
		return func(ctx context.Context, credential string, scopes []string) (context.Context, error) {
			switch {
			case credential == want:
				return context.WithValue(ctx, whoKey{}, name), nil
			case credential == "visitor" && len(scopes) > 0 && scopes[0] == "read":
				return nil, nil
			case credential == "visitor":
				return nil, ErrForbidden
			}
			return nil, errors.New("no such credential: " + credential)
		}
	}
	return []scheme{
		bearerScheme("login", know("login", "good")), headerKeyScheme("gate", "X-Gate-Key", know("gate", "key")), queryKeyScheme("q", "key", know("q", "k y")),
		cookieKeyScheme("c", "sid", know("c", "s d")),
		basicScheme("admin", func(ctx context.Context, user, password string, _ []string) (context.Context, error) {
			return know("admin", "u:p")(ctx, user+":"+password, nil)
		}),
		signerScheme("Sig", func(ctx context.Context, r *http.Request, body []byte) (context.Context, error) {
			return know("Sig", "Sig body")(ctx, r.Header.Get("Authorization"), nil)
		}),
		certScheme("cert", func(ctx context.Context, c *x509.Certificate) (context.Context, error) {
			return know("cert", "x")(ctx, string(c.Raw), nil)
		}),
	}
}

func TestSecurity(t *testing.T) {
	var who any
	op := func(path string, security ...alternative) operation {
		o := get(path, "", sendsNothing(func(ctx context.Context, _ *emptyParams) error { who = ctx.Value(whoKey{}); return nil }))
		o.security, o.success = security, []string{"204"}
		return o
	}
	read := need{"login", []string{"read"}}
	s := handle(t, HandlerOptions{}, allSchemes(), op("/open"), op("/read", alternative{read}, alternative{{"gate", nil}}), op("/write", alternative{{"login", []string{"write"}}}),
		op("/both", alternative{{"q", nil}, {"c", nil}}), op("/admin", alternative{{"admin", nil}}), op("/optional", alternative{{"gate", nil}}, alternative{}), op("/unknown", alternative{{"other", nil}}),
		op("/sig", alternative{{"Sig", nil}}), op("/cert", alternative{{"cert", nil}}), op("/many", alternative{read}, alternative{read, {"gate", nil}}))
	const bearer, gate = `Bearer scope="read"`, `ApiKey in="header", name="X-Gate-Key"`
	for _, test := range []struct {
		path, header string
		status       int
		want         string
	}{
		{"/open", "", 204, ""},
		{"/read", "", 401, gate + " + " + bearer},
		{"/read", "Authorization: Bearer bad", 401, gate + ` + Bearer error="invalid_token", scope="read"`},
		{"/read", "Authorization: Bearer good", 204, "login"},
		{"/read", "Authorization: bearer  good ", 204, "login"},
		{"/read", "Authorization: Bearer ", 401, gate + " + " + bearer},
		{"/read", "Authorization: Basic good", 401, gate + " + " + bearer},
		{"/read", "Authorization: Bearer visitor", 204, ""},
		{"/read", "Authorization: Bearer bad\nX-Gate-Key: key", 204, "gate"}, // the other alternative is good
		{"/read", "Authorization: Bearer bad\nX-Gate-Key: visitor", 403, gate + ` + Bearer error="insufficient_scope", scope="read"`},
		{"/write", "Authorization: Bearer visitor", 403, `Bearer error="insufficient_scope", scope="write"`},
		{"/write", "X-Gate-Key: key", 401, `Bearer scope="write"`},
		{"/both?key=k+y", "Cookie: sid=s%20d", 204, "c"},
		{"/both?key=k+y", "", 401, `ApiKey in="cookie", name="sid" + ApiKey in="query", name="key"`},
		{"/both", "Cookie: sid=s%20d", 401, `ApiKey in="cookie", name="sid" + ApiKey in="query", name="key"`},
		{"/admin", "Authorization: Basic dTpw", 204, "admin"},
		{"/admin", "Authorization: Basic !", 401, `Basic realm="admin", charset="UTF-8"`},
		{"/optional", "", 204, ""},
		{"/optional", "X-Gate-Key: key", 204, "gate"},
		{"/optional", "X-Gate-Key: bad", 401, gate}, // a bad one must not become nobody
		{"/unknown", "Authorization: Bearer good", 401, ""},
		{"/sig", "Authorization: Sig body", 204, "Sig"},
		{"/sig", "", 401, "Sig"},
		{"/cert", "", 401, ""},
		{"/many", "", 401, gate + " + " + bearer},
	} {
		who = nil
		var headers []string
		for line := range strings.Lines(test.header) {
			name, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
			headers = append(headers, name, value)
		}
		r := s.send("GET", "/v1"+test.path, "", headers...)
		assert.Equal(t, test.status, r.StatusCode, "%+v", test)
		if test.status < 300 {
			assert.Equal(t, test.want, strings.TrimPrefix(sprint(who), "<nil>"), "%+v", test)
			continue
		}
		assert.Equal(t, test.want, strings.Join(r.Header.Values("WWW-Authenticate"), " + "), "%+v", test)
		assert.NotContains(t, r.body, "no such credential")
		r.problem(test.status)
	}
	assert.Empty(t, s.log.take())

	w, r := httptest.NewRecorder(), httptest.NewRequest("GET", "/v1/cert", nil)
	r.TLS = &tls.ConnectionState{PeerCertificates: []*x509.Certificate{{Raw: []byte("x")}}}
	s.h.ServeHTTP(w, r)
	assert.Equal(t, 204, w.Code)
	assert.Equal(t, "cert", who)
}

func sprint(v any) string {
	s, _ := v.(string)
	return s
}

func TestASignerSeesTheBody(t *testing.T) {
	var signed string
	sign := signerScheme("Sig", func(ctx context.Context, r *http.Request, body []byte) (context.Context, error) {
		signed = string(body)
		return ctx, nil
	})
	var got *ownerParams
	op := makeOwner(keep(&got, owner()))
	op.security = []alternative{{{"Sig", nil}}}
	s := handle(t, HandlerOptions{MaxBody: 100}, []scheme{sign}, op)
	assert.Equal(t, 201, s.send("POST", "/v1/owners/1", goodOwner, "Authorization", "Sig x").StatusCode)
	assert.Equal(t, goodOwner, signed)
	assert.Equal(t, *owner(), got.Body, "the method has it too")
	s.send("POST", "/v1/owners/1", strings.Repeat("x", 200), "Authorization", "Sig x").problem(413)
}

func TestAStrangerLearnsNothingOfBodies(t *testing.T) {
	op := makeOwner(nil)
	op.security = []alternative{{{"gate", nil}}}
	s := handle(t, HandlerOptions{}, allSchemes(), op)
	s.send("POST", "/v1/owners/x", `{`, "Content-Type", "text/csv", "Accept", "text/csv").problem(401)
	s.send("POST", "/v1/owners/x", `{`, "Content-Type", "text/csv", "Accept", "text/csv", "X-Gate-Key", "key").problem(406)
	s.send("POST", "/v1/owners/x", `{`, "Content-Type", "text/csv", "X-Gate-Key", "key").problem(415)
	s.send("POST", "/v1/owners/x", `{`, "X-Gate-Key", "key").problem(400)
}
