package support

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"strconv"
)

// maxWebhook is how much of a request that the API sends is read.
const maxWebhook = 64 << 20

// WebhookStatus is an error by which the function behind a handler chooses the
// status of the response: 410 Gone, or another success than the first of the
// document.
type WebhookStatus int

// Error gives the status and its text.
func (s WebhookStatus) Error() string {
	return strconv.Itoa(int(s)) + " " + http.StatusText(int(s))
}

// A WebhookOption changes how the handler of a webhook or a callback reads
// requests.
type WebhookOption func(*webhook)

// StrictWebhook refuses what the document does not list: values of an enum,
// members of a closed object, kinds of events. Without it they reach the
// function, because senders grow and give up on receivers that refuse.
func StrictWebhook() WebhookOption { return func(w *webhook) { w.strict = true } }

// WithWebhookVerifier finds out who sends, such as by the signature in a header
// of the body as it came. It runs before anything is decoded. If it fails, the
// response has status 401, or the [WebhookStatus] that is its error, and does
// not say why.
func WithWebhookVerifier(verify func(header http.Header, body []byte) error) WebhookOption {
	return func(w *webhook) { w.verify = verify }
}

// WithWebhookErrorHandler tells report of each request that is not a success,
// before the response is sent: its status, and what the verifier, the document
// or the function found. The body of r can be read again.
func WithWebhookErrorHandler(report func(r *http.Request, status int, err error)) WebhookOption {
	return func(w *webhook) { w.report = report }
}

// A webhook serves requests that the API sends.
type webhook struct {
	method string
	status int // of a request that is fine
	strict bool
	verify func(http.Header, []byte) error
	report func(*http.Request, int, error)
	serve  func(*webhook, *http.Request) error
}

// newWebhook makes the handler of requests with one method. status is that of a request that serve finds nothing wrong with.
func newWebhook(method string, status int, opts []WebhookOption, serve func(*webhook, *http.Request) error) http.Handler {
	w := &webhook{method: method, status: status, serve: serve}
	for _, o := range opts {
		if o != nil {
			o(w)
		}
	}
	return w
}

// ServeHTTP implements [http.Handler].
func (h *webhook) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	status, text := h.status, ""
	err := h.handle(r)
	if e, ok := errors.AsType[webhookError](err); ok {
		status, text = e.status, e.told
	} else if s, ok := errors.AsType[WebhookStatus](err); ok && s >= 200 && s <= 599 {
		status = int(s)
	} else if err != nil {
		status, text = http.StatusInternalServerError, http.StatusText(http.StatusInternalServerError)
	}
	if h.report != nil && (err != nil && status/100 != 2) {
		if e, ok := errors.AsType[webhookError](err); ok {
			err = e.error
		}
		if b, ok := r.Body.(*webhookBody); ok {
			r.Body = newWebhookBody(b.data)
		}
		h.report(r, status, err)
	}
	if status == http.StatusMethodNotAllowed {
		w.Header().Set("Allow", h.method)
	}
	if text != "" {
		http.Error(w, text, status)
		return
	}
	w.WriteHeader(status)
}

// handle gives a request to the verifier and then to the function behind the handler.
func (h *webhook) handle(r *http.Request) error {
	if r.Method != h.method {
		return refusedWith(http.StatusMethodNotAllowed, errors.New("the method is "+r.Method+", not "+h.method))
	}
	if h.verify != nil {
		data, err := rawWebhook(r)
		if err != nil {
			return err
		}
		if err = h.verify(r.Header, data); err != nil {
			status := http.StatusUnauthorized
			if s, ok := errors.AsType[WebhookStatus](err); ok && s >= 300 && s <= 599 {
				status = int(s)
			}
			return refusedWith(status, err)
		}
	}
	return h.serve(h, r)
}

// A webhookError is why a request is refused, and what its sender is told.
type webhookError struct {
	error
	status int
	told   string
}

// Unwrap gives the cause.
func (e webhookError) Unwrap() error { return e.error }

// refusedWith refuses a request without telling the sender more than the status.
func refusedWith(status int, err error) error {
	return webhookError{err, status, http.StatusText(status)}
}

// refused makes status 400 of what is wrong with a request, nil if a newer sender may have it, or it breaks rules that are known about.
func (h *webhook) refused(err error, known ...string) error {
	if err == nil || !h.strict && isNewer(err, known...) {
		return nil
	}
	return webhookError{err, http.StatusBadRequest, err.Error()}
}

// A webhookBody is a body that was read. The function behind the handler can read it again.
type webhookBody struct {
	*bytes.Reader
	data []byte
}

func newWebhookBody(data []byte) *webhookBody { return &webhookBody{bytes.NewReader(data), data} }

// Close implements [io.Closer]. The server closes the body that it gave.
func (b *webhookBody) Close() error { return nil }

// rawWebhook gives the body of a request, as it came.
func rawWebhook(r *http.Request) ([]byte, error) {
	if b, ok := r.Body.(*webhookBody); ok {
		return b.data, nil
	}
	if r.Body == nil {
		r.Body = http.NoBody // of a request that no server made
	}
	data, err := io.ReadAll(io.LimitReader(r.Body, maxWebhook+1))
	if _, ok := errors.AsType[*http.MaxBytesError](err); ok || len(data) > maxWebhook {
		return nil, refusedWith(http.StatusRequestEntityTooLarge, errors.New("the body is too large"))
	}
	if err != nil {
		return nil, refusedWith(http.StatusBadRequest, err)
	}
	r.Body = newWebhookBody(data)
	return data, nil
}

// receive reads and checks the body of a request. check may be nil. Where a newer sender has what the document does not list, the body is read
// again, as a client reads a response.
func (h *webhook) receive(r *http.Request, subject string, read func(*jsonReader), check func() error) error {
	data, err := rawWebhook(r)
	if err != nil {
		return err
	}
	j := jsonReader{data: data}
	read(&j)
	if err = j.finish(subject); err != nil {
		if err := h.refused(err); err != nil {
			return err
		}
		j = jsonReader{data: data, tolerant: true}
		read(&j)
		if err = j.finish(subject); err != nil {
			return h.refused(err)
		}
	}
	if check == nil {
		return nil
	}
	return h.refused(check(), "discriminator") // of an unknown kind of event, which the reader found to be one
}
