package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strconv"
	"time"

	_ "github.com/oapi-codegen/nethttp-middleware" // testdata/servers.go and what ogen generates need these
	_ "go.opentelemetry.io/otel"

	"github.com/oas2go/oas2go/golden/bench/result"
	"github.com/oas2go/oas2go/golden/bench/workload"
)

// A server is one contender that serves the operation of a workload.
type server struct {
	name    string
	handler http.Handler
	got     func() any // the value that its method got last; nil: it is not compared with others
	judges  bool       // it validates requests
	coarse  bool       // it loses fractions of seconds, and the last digit of some numbers
}

// floor is what a handler costs that only reads the body.
func floor() server {
	return server{name: result.Floor, handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := io.Copy(io.Discard, r.Body); err == nil {
			w.WriteHeader(http.StatusCreated)
		}
	})}
}

// post sends a request to a handler, with a credential that all take.
func post(h http.Handler, path string, text []byte) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, path, bytes.NewReader(text))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("X-Auth-Token", callToken)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// serves makes the contender of a server. It has been seen to do what all others do.
func (s server) serves(w workload.Served) (contender, error) {
	text := w.Text()
	if s.got != nil {
		if err := s.agrees(w, text); err != nil {
			return contender{}, fmt.Errorf("%s, %s: %w", w.Name, s.name, err)
		}
	}
	return contender{name: s.name, call: func() error {
		if got := post(s.handler, w.Path, text); got.Code != http.StatusCreated {
			return fmt.Errorf("status %d: %s", got.Code, got.Body)
		}
		return nil
	}}, nil
}

// agrees fails if a server gets or answers something else than others, or takes a request that breaks the document.
func (s server) agrees(w workload.Served, text []byte) error {
	answer := post(s.handler, w.Path, text)
	if answer.Code != http.StatusCreated {
		return fmt.Errorf("status %d: %s", answer.Code, answer.Body)
	}
	data, err := json.Marshal(s.got())
	if err != nil {
		return err
	}
	if err := s.isValue(data, text); err != nil {
		return fmt.Errorf("the method gets another value: %w", err)
	}
	if w.Echoes {
		err = s.isValue(answer.Body.Bytes(), text)
	} else if answer.Body.Len() > 0 {
		err = errors.New("it has a body")
	}
	if err != nil {
		return fmt.Errorf("the response is wrong: %w", err)
	}
	if refused := post(s.handler, w.Path, w.Wrong()); s.judges && refused.Code != http.StatusBadRequest {
		return fmt.Errorf("a request that breaks the document has status %d: %s", refused.Code, refused.Body)
	}
	return nil
}

// isValue fails if a text is another value than the one that was sent.
func (s server) isValue(got, sent []byte) error {
	want, err := canonical(sent)
	if err != nil {
		return err
	}
	value, err := canonical(got)
	if err != nil {
		return err
	}
	if s.coarse {
		value, want = coarse(value), coarse(want)
	}
	if !reflect.DeepEqual(value, want) {
		return errors.New("it is not what was sent")
	}
	return nil
}

// coarse leaves out fractions of seconds and what a number has after 14 digits.
func coarse(value any) any {
	switch value := value.(type) {
	case map[string]any:
		for name, member := range value {
			value[name] = coarse(member)
		}
	case []any:
		for i := range value {
			value[i] = coarse(value[i])
		}
	case float64:
		return strconv.FormatFloat(value, 'e', 13, 64)
	case string:
		if at, err := time.Parse(time.RFC3339, value); err == nil {
			return at.Unix()
		}
	}
	return value
}

// serving measures the servers of all workloads.
func (o options) serving() (figures []result.Figure, err error) {
	made, err := servers()
	if err != nil {
		return nil, err
	}
	for _, w := range workload.AllServed() {
		var all []contender
		for _, s := range append(made[w.Package], floor()) {
			c, err := s.serves(w)
			if err != nil {
				return nil, err
			}
			all = append(all, c)
		}
		measured, err := o.calling(w.Name, result.Serve, all)
		if err != nil {
			return nil, err
		}
		figures = append(figures, measured...)
	}
	return figures, nil
}
