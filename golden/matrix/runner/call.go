package runner

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"reflect"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/golden/matrix/task"
)

// A server notes a request and gives the response that it is told.
type server struct {
	seen     *http.Request
	body     []byte
	status   int
	media    string
	response string
	echo     bool
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.seen = r
	s.body, _ = io.ReadAll(r.Body)
	if s.media != "" {
		w.Header().Set("Content-Type", s.media)
	}
	w.WriteHeader(s.status)
	if s.echo {
		s.response = string(s.body)
	}
	_, _ = io.WriteString(w, s.response)
}

// call calls the method of a pair, with a value as its parameter or body.
func (r *runner) call(pair string, value []byte) ([]reflect.Value, error) {
	method := r.client.MethodByName(r.Methods[pair])
	if !method.IsValid() {
		return nil, fmt.Errorf("there is no method for it")
	}
	params := reflect.New(method.Type().In(1).Elem())
	if value != nil {
		var field reflect.Value
		for _, name := range []string{"Body", "Value", "XValue"} {
			if !field.IsValid() {
				field = params.Elem().FieldByName(name)
			}
		}
		if !field.IsValid() {
			return nil, fmt.Errorf("there is no field for it")
		}
		if err := r.set(field, value); err != nil {
			return nil, err
		}
		if r.edit(field); r.look(field) != nil {
			return nil, r.look(field)
		}
	}
	out := method.Call([]reflect.Value{reflect.ValueOf(context.Background()), params, reflect.ValueOf(r.Strict)})
	err, _ := out[len(out)-1].Interface().(error)
	return out[:len(out)-1], err
}

// send sends a value and returns what arrives; or what comes back, if the server echoes it.
func (r *runner) send(t task.Task) (got string, err error) {
	*r.server = server{status: http.StatusNoContent}
	if t.Do == "echo" {
		*r.server = server{status: t.Status, media: t.Media, echo: true}
	}
	out, err := r.call(t.Pair, []byte(t.Value))
	if t.Do == "echo" && err == nil {
		return r.text(out[0])
	}
	if err != nil {
		return "", err
	}
	got, err = r.arrived(t)
	if t.JSON && (t.Where == "query" || t.Where == "cookie") {
		got = strings.TrimPrefix(got, "value=")
	}
	return got, err
}

// arrived returns the part of the last request that holds the value, without escapes.
func (r *runner) arrived(t task.Task) (string, error) {
	seen := r.server.seen
	switch t.Where {
	case "path":
		path := seen.URL.EscapedPath()
		return url.PathUnescape(path[strings.LastIndexByte(path, '/')+1:])
	case "query", "querystring":
		return url.PathUnescape(seen.URL.RawQuery)
	case "header":
		return seen.Header.Get("X-Value"), nil
	case "cookie":
		return url.PathUnescape(seen.Header.Get("Cookie"))
	case "multipart":
		return r.parts()
	case "form":
		values, err := url.ParseQuery(string(r.server.body))
		if err != nil {
			return "", err
		}
		return fields(values["value"])
	}
	return string(r.server.body), nil
}

// fields lists the fields of a form. JSON is written as the matrix writes it.
func fields(list []string) (string, error) {
	data, err := json.Marshal(append([]string{}, list...))
	return string(data), err
}

// parts lists the parts of the body.
func (r *runner) parts() (string, error) {
	_, params, err := mime.ParseMediaType(r.server.seen.Header.Get("Content-Type"))
	if err != nil {
		return "", err
	}
	values := url.Values{}
	for reader := multipart.NewReader(bytes.NewReader(r.server.body), params["boundary"]); ; {
		p, err := reader.NextPart()
		if err == io.EOF {
			return fields(values["value"])
		} else if err != nil {
			return "", err
		}
		data, err := io.ReadAll(p)
		if err != nil {
			return "", err
		}
		values.Add(p.FormName(), string(data))
	}
}

// receive reads a value in a response.
func (r *runner) receive(t task.Task) (string, error) {
	*r.server = server{status: t.Status, media: t.Media, response: t.Value}
	if t.Where == "text" {
		r.server.response = bare([]byte(t.Value))
	}
	out, err := r.call(t.Pair, nil)
	if err != nil {
		return "", err
	}
	if len(out) == 0 {
		return "", fmt.Errorf("the method returns no value")
	}
	if _, ok := out[0].Interface().(io.Reader); ok && t.Where == "text" && strings.HasPrefix(t.Value, `"`) {
		got, err := r.text(out[0])
		return strconv.Quote(got), err
	}
	if out[0].Kind() == reflect.String && t.Where == "text" && t.Above && !strings.HasPrefix(t.Value, `"`) { // any text
		return out[0].String(), nil
	}
	return r.text(out[0])
}

// fail reads a value in a response that is no success.
func (r *runner) fail(t task.Task) (string, error) {
	*r.server = server{status: t.Status, media: t.Media, response: t.Value}
	_, err := r.call(t.Pair, nil)
	if err == nil {
		return "", fmt.Errorf("a failure is no error")
	}
	body := r.Body(err)
	if body == nil && t.Value != "null" {
		return "", fmt.Errorf("the error has no body: %w", err)
	}
	return r.text(reflect.ValueOf(&body))
}

// header reads the value of a header.
func (r *runner) header(t task.Task) (string, error) {
	f := reflect.ValueOf(r.Funcs["parse "+t.Pair])
	if !f.IsValid() {
		return "", fmt.Errorf("there is no function that reads the headers")
	}
	out := f.Call([]reflect.Value{reflect.ValueOf(http.Header{"X-Value": {t.Text}})})
	if err, _ := out[1].Interface().(error); err != nil {
		return "", err
	}
	return r.text(out[0].Elem().FieldByName("XValue"))
}

// webhook sends a value to the handler of a webhook or a callback.
func (r *runner) webhook(t task.Task) (got string, err error) {
	f := reflect.ValueOf(r.Funcs["handle "+t.Pair])
	if !f.IsValid() {
		return "", fmt.Errorf("there is no function that makes a handler")
	}
	handle := reflect.MakeFunc(f.Type().In(0), func(args []reflect.Value) []reflect.Value {
		got, err = r.text(args[len(args)-1])
		return []reflect.Value{reflect.Zero(reflect.TypeFor[error]())}
	})
	strict := reflect.ValueOf(r.Funcs["strict "+t.Pair]).Call(nil)[0] // what the document does not list is to be refused, too
	handler, ok := f.Call([]reflect.Value{handle, strict})[0].Interface().(http.Handler)
	if !ok {
		return "", fmt.Errorf("there is no handler")
	}
	request := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(t.Value))
	request.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, request)
	if w.Code >= 300 {
		return "", refusal{w.Body.String()}
	}
	return got, err
}

// A refusal is what a handler responds with.
type refusal struct{ text string }

func (r refusal) Error() string { return r.text }
