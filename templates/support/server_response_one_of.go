package support

import (
	"cmp"
	"context"
	"errors"
	"io"
	"slices"
)

// A sentBody is the body of a success whose type depends on its status. One of its fields is set, or it is a text.
type sentBody struct {
	write func(*jsonWriter)
	check jsonChecker
	body  io.ReadCloser
	text  string
}

// encoded is a body of JSON that its type writes.
func encoded(x jsonEncoder) sentBody {
	check, _ := x.(jsonChecker)
	return sentBody{write: x.encode, check: check}
}

// written is a body of JSON that a function writes.
func written(write func(*jsonWriter)) sentBody { return sentBody{write: write} }

// streamed is a body that is sent as it is read, and closed.
func streamed(body io.ReadCloser) sentBody { return sentBody{body: body} }

// textual is a body that is a text.
func textual(text string) sentBody { return sentBody{text: text} }

// A sentCase is a success of a method with more than one kind of result.
type sentCase struct {
	status, mediaType string
	body              func(any) (sentBody, bool) // false: the result is of another type
}

// caseOf is the case of results that are a V.
func caseOf[V any](status, mediaType string, body func(V) sentBody) sentCase {
	return sentCase{status, mediaType, func(x any) (sentBody, bool) {
		v, ok := x.(V)
		if !ok {
			return sentBody{}, false
		}
		return body(v), true
	}}
}

// sendsOneOf serves a method whose result has the type of one of the cases.
func sendsOneOf[T, R any, P paramsOf[T]](method func(context.Context, P) (R, error), cases ...sentCase) sender {
	return answering(method, func(x *exchange, v R) error {
		if any(v) == nil {
			return x.sendNil()
		}
		c, body, err := x.findSent(v, cases)
		if err != nil {
			return err
		}
		x.mediaType = cmp.Or(c.mediaType, x.mediaType)
		of := []string{c.status}
		switch {
		case body.body != nil:
			defer body.body.Close()
			return x.sendBytes(of, body.body)
		case body.write == nil:
			return x.sendWhole(of, "text/plain; charset=utf-8", []byte(body.text))
		case body.check == nil:
			return x.sendJSON(of, body.write, nil)
		}
		return x.sendJSON(of, body.write, func() error { return x.checked(body.check) })
	})
}

// findSent finds the case of a result: of several the one whose status the method chose, else the first.
func (x *exchange) findSent(v any, cases []sentCase) (chosen sentCase, body sentBody, err error) {
	var wanted []string
	if x.status != 0 {
		wanted = statuses(x.status)
	}
	err = errors.New("the document does not have the result of the method")
	best := len(wanted)
	for _, c := range cases {
		b, ok := c.body(v)
		if !ok {
			continue
		}
		near := slices.Index(wanted, c.status)
		if err != nil || near >= 0 && near < best {
			chosen, body, err = c, b, nil
		}
		if near >= 0 {
			best = near
		}
	}
	return chosen, body, err
}
