package verify

import (
	"net/http"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/verify/wire"
)

// Response judges a response to an operation.
func (j *Judge) Response(op *api.Operation, m Message) Result {
	return j.response(op, m, change.Response)
}

// Receiver judges what a receiver, of a webhook or a callback, responds: it is sent by whom the other responses are received by.
func (j *Judge) Receiver(op *api.Operation, m Message) Result {
	return j.response(op, m, change.Request)
}

func (j *Judge) response(op *api.Operation, m Message, way change.Direction) Result {
	var f findings
	response, ok := ResponseFor(op, m.Status)
	switch {
	case !ok:
		f.add("status", "", "", "%d is not one of the document", m.Status)
		return f.result(op)
	case response == nil:
		f.problem("the response %d is not known", m.Status)
		return f.result(op)
	}
	for _, h := range response.Headers {
		if strings.EqualFold(h.Name, "Content-Type") { // OAS: Response Object, headers
			continue
		}
		if h.Value.Value == nil {
			f.problem("the header %s is not known", h.Name)
			continue
		}
		j.header(&f, h.Name, h.Value.Value, m, way)
	}
	j.responseBody(&f, op, response, m, way)
	return f.result(op)
}

// ResponseFor returns the response of a status: that of the code, of its range, or the default. OAS: Responses Object.
func ResponseFor(op *api.Operation, status int) (r *api.Response, ok bool) {
	for _, want := range []api.Status{api.Status(status), api.Status(status / 100), api.DefaultStatus} {
		for _, entry := range op.Responses {
			if entry.Status == want {
				return entry.Use.Value, true
			}
		}
	}
	return nil, false
}

// responseBody judges the body. What the document does not describe may be anything; a response to HEAD has none.
func (j *Judge) responseBody(f *findings, op *api.Operation, r *api.Response, m Message, way change.Direction) {
	isEmptyStatus := m.Status == http.StatusNoContent || m.Status == http.StatusResetContent || m.Status == http.StatusNotModified || m.Status/100 == 1
	switch {
	case len(r.Content) == 0 || op.Method == http.MethodHead:
	case isWithoutBody(m) && isEmptyStatus:
	case isWithoutBody(m):
		f.add("body", "", "required", "missing")
	default:
		j.body(f, r.Content, m, way)
	}
}

// header judges a header. OAS: Header Object.
func (j *Judge) header(f *findings, name string, h *api.Header, m Message, way change.Direction) {
	pointer := "/" + escapeToken(name)
	texts := headerText(m, name)
	switch {
	case len(texts) == 0 && h.Required:
		f.add("header", pointer, "required", "missing")
	case len(texts) == 0:
	case len(h.Content) > 0 && h.Content[0].Value.Value != nil:
		f.include("header", pointer, j.text(h.Content[0].Value.Value.Schema, h.Content[0].Name, []byte(texts[0]), way))
	case strings.EqualFold(name, "Set-Cookie"):
		f.problem("the header Set-Cookie is not judged")
	default:
		if readings, ok := headerReadings(name, texts[0], h.Serial, wire.OutlineOf(h.Schema)); ok {
			f.include("header", pointer, j.readings(h.Schema, way, readings))
		}
	}
}
