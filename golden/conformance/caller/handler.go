package caller

import (
	"bufio"
	"bytes"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"reflect"
	"strings"
	"sync"
)

// Accept fills the functions of a configuration: each gives zero values, so that every credential is good.
func Accept(config any) {
	v := reflect.ValueOf(config).Elem()
	for i := range v.NumField() {
		f := v.Field(i)
		if f.Kind() != reflect.Func {
			continue
		}
		t := f.Type()
		f.Set(reflect.MakeFunc(t, func([]reflect.Value) (results []reflect.Value) {
			for i := range t.NumOut() {
				results = append(results, reflect.Zero(t.Out(i)))
			}
			return results
		}))
	}
}

// WithCertificate lets a handler see a certificate of the client.
func WithCertificate(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.TLS = &tls.ConnectionState{PeerCertificates: []*x509.Certificate{{}}}
		h.ServeHTTP(w, r)
	})
}

// A Log keeps what a handler logs.
type Log struct {
	mutex sync.Mutex
	text  strings.Builder
}

// Logger writes to the log.
func (l *Log) Logger() *slog.Logger { return slog.New(slog.NewTextHandler(l, nil)) }

// Write implements [io.Writer].
func (l *Log) Write(p []byte) (int, error) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.text.Write(p)
}

// Text gives what was logged.
func (l *Log) Text() string {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.text.String()
}

// A Request is one that a handler is asked.
type Request struct {
	Method, Target string // the target is escaped
	Header         http.Header
	Body           []byte
}

// A Verdict is the response of the handler. A status of 0 says that the connection was aborted.
type Verdict struct {
	Status int
	Body   string
}

// Judge reads requests and writes a verdict for each, in their order.
func Judge(h http.Handler) {
	in := json.NewDecoder(bufio.NewReader(os.Stdin))
	out := json.NewEncoder(os.Stdout)
	for {
		var r Request
		err := in.Decode(&r)
		if err == io.EOF {
			return
		}
		if err == nil {
			err = out.Encode(r.ask(h))
		}
		if err != nil {
			panic(err)
		}
	}
}

// HTTP gives the request as a server gets it.
func (q *Request) HTTP() (*http.Request, error) {
	target, err := url.ParseRequestURI(q.Target)
	if err != nil {
		return nil, err
	}
	r, err := http.NewRequest(q.Method, "http://localhost/", bytes.NewReader(q.Body))
	if err != nil {
		return nil, err
	}
	r.URL, r.RequestURI, r.Header = target, q.Target, q.Header.Clone()
	return r, nil
}

func (q *Request) ask(h http.Handler) (v Verdict) {
	defer func() {
		if p := recover(); p != nil && p != http.ErrAbortHandler {
			panic(p)
		}
	}()
	r, err := q.HTTP()
	if err != nil {
		panic(err)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return Verdict{w.Code, w.Body.String()}
}
