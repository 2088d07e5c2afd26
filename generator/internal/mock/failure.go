package mock

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/messages"
	"github.com/oas2go/oas2go/generator/internal/diff/verify"
	"github.com/oas2go/oas2go/generator/internal/diff/verify/wire"
)

// A failure is why a request does not succeed.
type failure struct {
	status     int
	detail     string
	header     http.Header
	violations []violation
}

// A violation is what the document does not allow, at one place of a request.
type violation struct {
	Detail  string `json:"detail"`
	In      string `json:"in"`      // query, path, header, cookie, querystring, body, media type
	Pointer string `json:"pointer"` // JSON pointer inside of that; of a parameter it begins with its name
	Rule    string `json:"rule"`    // the keyword: required, maximum
}

// A problem is a body of application/problem+json (RFC 9457), with the members that generated servers have.
type problem struct {
	Type       string      `json:"type,omitempty"`
	Title      string      `json:"title"`
	Status     int         `json:"status"`
	Detail     string      `json:"detail,omitempty"`
	Violations []violation `json:"errors,omitempty"`
}

const problemType = "application/problem+json"

// nowhere answers a request without an operation.
func (x *exchange) nowhere(allow []string) {
	if len(allow) == 0 {
		x.fail(&failure{status: http.StatusNotFound, detail: "the document has no path for this URL"})
		return
	}
	x.fail(&failure{status: http.StatusMethodNotAllowed, detail: "the path has " + strings.Join(allow, ", "),
		header: http.Header{"Allow": {strings.Join(allow, ", ")}}})
}

// fail sends a failure: as the document has it for the status, if its body can be a problem, else as a problem.
func (x *exchange) fail(f *failure) {
	if f.violations == nil { // which have notes
		x.notes = append(x.notes, f.detail)
	}
	r := &reply{status: f.status, header: f.header.Clone()}
	if r.header == nil {
		r.header = http.Header{}
	}
	p := problem{Type: "about:blank", Title: http.StatusText(f.status), Status: f.status, Detail: f.detail, Violations: f.violations}
	mediaType, text := problemType, p.text()
	if x.op != nil {
		if response, ok := verify.ResponseFor(x.op.api, f.status); ok && response != nil {
			x.mu.Lock()
			x.engine.addHeaders(r, response)
			if documented, as := x.engine.problemLike(response, p); documented != "" {
				mediaType, text = documented, as
			}
			x.mu.Unlock()
		}
	}
	r.header.Set("Content-Type", mediaType)
	r.parts = [][]byte{text}
	x.send(r)
}

func (p problem) text() []byte {
	text, err := json.Marshal(p)
	if err != nil {
		return []byte("{}") // cannot happen: texts and a number
	}
	return append(text, '\n')
}

// problemLike returns a media type of a documented failure that takes a problem, and the problem: without violations if nothing else fits.
func (e *engine) problemLike(response *api.Response, p problem) (mediaType string, text []byte) {
	short := p
	short.Violations = nil
	bare := short
	bare.Type = "" // about:blank is what no type means
	for _, candidate := range []problem{p, short, bare} {
		for _, entry := range response.Content {
			media := entry.Value.Value
			if name := messages.Concrete(entry.Name); media != nil && wire.IsJSON(name) && e.judge.Value(media.Schema, change.Response, candidate.text()).Valid {
				return name, candidate.text()
			}
		}
	}
	return "", nil
}

// challenges returns the values of WWW-Authenticate for all schemes that an operation takes, each once. API keys have no registered
// scheme, but a 401 must have one (RFC 9110, section 11.6.1).
func challenges(s *api.Security) (list []string) {
	for _, alternative := range s.Alternatives {
		for _, use := range alternative.Schemes {
			if text := challenge(use); text != "" && !slices.Contains(list, text) {
				list = append(list, text)
			}
		}
	}
	return list
}

func challenge(use api.SchemeUse) string {
	if use.Target == nil {
		return ""
	}
	switch kind := use.Target.Kind.(type) {
	case api.APIKey:
		return fmt.Sprintf("ApiKey in=%s, name=%s", quoted(string(kind.In)), quoted(kind.Name))
	case api.HTTPAuth:
		switch strings.ToLower(kind.Scheme) {
		case "basic":
			return `Basic realm="api"`
		case "bearer":
			return "Bearer"
		}
		return kind.Scheme
	case api.OAuth2, api.OpenIDConnect:
		if len(use.Scopes) > 0 {
			return "Bearer scope=" + quoted(strings.Join(use.Scopes, " "))
		}
		return "Bearer"
	}
	return ""
}

// quoted writes a quoted string of a header (RFC 9110, section 5.6.4).
func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(strings.Trim(strconv.QuoteToASCII(text), `"`)) + `"`
}
