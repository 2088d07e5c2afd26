package support

import (
	"errors"
	"io"
	"net/http"
	"strconv"
)

// maxHook is how much of a request that the API sends is read.
const maxHook = 64 << 20

// HookStatus is an error by which the function behind a handler chooses the
// status of the answer: 410 Gone, or another success than the first of the
// document.
type HookStatus int

// Error gives the status and its text.
func (s HookStatus) Error() string { return strconv.Itoa(int(s)) + " " + http.StatusText(int(s)) }

// A hookHandler serves requests that the API sends.
type hookHandler struct {
	method string
	status int // of a request that is fine
	serve  func(r *http.Request) error
}

// ServeHTTP implements [http.Handler].
func (h hookHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != h.method {
		w.Header().Set("Allow", h.method)
		http.Error(w, http.StatusText(http.StatusMethodNotAllowed), http.StatusMethodNotAllowed)
		return
	}
	err := h.serve(r)
	if e, ok := errors.AsType[hookError](err); ok {
		http.Error(w, e.Error(), e.status)
	} else if s, ok := errors.AsType[HookStatus](err); ok && s >= 200 && s <= 599 {
		w.WriteHeader(int(s))
	} else if err != nil {
		http.Error(w, http.StatusText(http.StatusInternalServerError), http.StatusInternalServerError)
	} else {
		w.WriteHeader(h.status)
	}
}

// A hookError is what is wrong with a request.
type hookError struct {
	error
	status int
}

// badRequest answers with status 400.
func badRequest(err error) error { return hookError{err, http.StatusBadRequest} }

// receiveHook reads and checks the body of a request. check may be nil.
func receiveHook(r *http.Request, subject string, read func(*jsonReader), check func() error) error {
	data, err := io.ReadAll(io.LimitReader(r.Body, maxHook+1))
	switch {
	case err != nil:
		return badRequest(err)
	case len(data) > maxHook:
		return hookError{errors.New(http.StatusText(http.StatusRequestEntityTooLarge)), http.StatusRequestEntityTooLarge}
	}
	j := jsonReader{data: data}
	read(&j)
	if err = j.finish(subject); err == nil && check != nil {
		err = check()
	}
	if err != nil {
		return badRequest(err)
	}
	return nil
}
