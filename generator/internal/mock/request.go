package mock

import (
	"bytes"
	"errors"
	"io"
	"mime"
	"net/http"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/messages"
	"github.com/oas2go/oas2go/generator/internal/diff/verify"
	"github.com/oas2go/oas2go/generator/internal/diff/verify/wire"
)

// authorized asks for the credentials of one alternative. Any that are not empty will do, with all scopes; nobody can show a certificate
// here, so it counts as shown.
func (x *exchange) authorized() *failure {
	x.judgable = verify.Message{Method: x.r.Method, URL: "?" + x.r.URL.RawQuery, Header: x.r.Header, Grants: verify.Grants{Certificate: true}}
	x.mu.Lock()
	defer x.mu.Unlock()
	security := x.engine.judge.SecurityOf(x.op.api)
	if security == nil {
		return nil
	}
	for _, alternative := range security.Alternatives {
		for _, use := range alternative.Schemes {
			x.judgable.Grants.Scopes = append(x.judgable.Grants.Scopes, use.Scopes...)
		}
	}
	result := x.engine.judge.Credentials(x.op.api, x.judgable)
	if len(result.Errors) == 0 {
		x.unjudged(result)
		return nil
	}
	return &failure{status: http.StatusUnauthorized, detail: "the request has no good credential: " + result.Errors[0].Message,
		header: http.Header{"Www-Authenticate": challenges(security)}}
}

// unjudged notes what nobody can say about a request.
func (x *exchange) unjudged(r verify.Result) {
	if r.Problem != nil {
		x.notes = append(x.notes, "not judged: "+r.Problem.Error())
	}
}

// acceptable asks whether the usual response, or the preferred one, has a media type that the client takes. Failures are sent in any case.
func (x *exchange) acceptable() *failure {
	status, response := x.op.choose(x.prefer.code)
	if response == nil || status >= http.StatusBadRequest || !hasBody(status) || len(response.Content) == 0 {
		return nil
	}
	accept := x.r.Header.Values("Accept")
	if _, entry := negotiate(response.Content, accept); entry >= 0 {
		return nil
	}
	return &failure{status: http.StatusNotAcceptable, detail: "the response is " + strings.Join(mediaNames(response.Content), " or ")}
}

// supported asks whether the body has a media type of the document. One that names none is taken as what the document has first.
func (x *exchange) supported() *failure {
	if coding := x.r.Header.Get("Content-Encoding"); coding != "" && !strings.EqualFold(coding, "identity") {
		return &failure{status: http.StatusUnsupportedMediaType, detail: "bodies with a Content-Encoding are not read"}
	}
	use := x.op.api.RequestBody
	if use == nil || use.Value == nil || len(use.Value.Content) == 0 {
		return nil
	}
	content, actual := use.Value.Content, x.r.Header.Get("Content-Type")
	if actual == "" {
		return nil
	}
	if _, _, err := mime.ParseMediaType(actual); err == nil && wire.MatchMedia(content, actual) != nil {
		return nil
	}
	names := mediaNames(content)
	return &failure{status: http.StatusUnsupportedMediaType, detail: "the body must be " + strings.Join(names, " or "),
		header: http.Header{"Accept": {strings.Join(names, ", ")}}}
}

func mediaNames(content []api.Named[api.Use[api.MediaType]]) (names []string) {
	for _, entry := range content {
		names = append(names, entry.Name)
	}
	return names
}

// read reads the body.
func (x *exchange) read() *failure {
	body, err := io.ReadAll(http.MaxBytesReader(x.w, x.r.Body, maxBody))
	if _, tooLarge := errors.AsType[*http.MaxBytesError](err); tooLarge {
		return &failure{status: http.StatusRequestEntityTooLarge, detail: "bodies have at most 8 MiB"}
	}
	if err != nil {
		return &failure{status: http.StatusBadRequest, detail: "the body cannot be read: " + err.Error()}
	}
	if what := tooMany(x.r, body); what != "" {
		return &failure{status: http.StatusRequestEntityTooLarge, detail: what}
	}
	x.judgable.Body = body
	use := x.op.api.RequestBody
	if len(body) > 0 && x.r.Header.Get("Content-Type") == "" && use != nil && use.Value != nil && len(use.Value.Content) > 0 {
		x.judgable.Header = x.r.Header.Clone()
		x.judgable.Header.Set("Content-Type", messages.Concrete(use.Value.Content[0].Name))
	}
	return nil
}

// tooMany says what a request has too many of: judging them takes time that grows faster than they do.
func tooMany(r *http.Request, body []byte) string {
	contentType := r.Header.Get("Content-Type")
	_, params, _ := mime.ParseMediaType(contentType) // without a boundary there is nothing to count
	switch base := wire.BaseType(contentType); {
	case strings.Count(r.URL.RawQuery, "&") >= maxFields:
		return "a query has at most 1,000 parameters"
	case base == wire.FormType && bytes.Count(body, []byte("&")) >= maxFields,
		params["boundary"] != "" && bytes.Count(body, []byte("--"+params["boundary"])) > maxFields:
		return "a form has at most 1,000 fields"
	case wire.IsXML(contentType) && bytes.Count(body, []byte("<")) > maxElements:
		return "XML has at most 1,000 elements"
	}
	return ""
}

// valid judges parameters and body.
func (x *exchange) valid() *failure {
	x.mu.Lock()
	defer x.mu.Unlock()
	result := x.engine.judge.Routed(x.op.item, x.op.api, x.judgable, x.params)
	if len(result.Errors) == 0 {
		x.unjudged(result)
		return nil
	}
	f := &failure{status: http.StatusBadRequest, detail: "the request is not valid"}
	for _, e := range result.Errors {
		f.violations = append(f.violations, violation{In: e.Part, Pointer: e.Pointer, Rule: e.Keyword, Detail: e.String()})
		x.notes = append(x.notes, e.String())
	}
	return f
}
