package support

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// A call is one operation with its parameters filled in.
type call struct {
	op, method  string   // the name of the Go method, the HTTP method
	id, pattern string   // operationId, method and path template
	path        string   // escaped, starts with "/"
	server      *url.URL // of the operation, nil: that of the client
	query       []string
	header      http.Header
	body        []byte
	source      content // a body that is read while it is sent
	contentType string
	accept      string
	security    string                       // alternatives in the order of the document, each the schemes that it needs: key & basic | token
	errors      []errorBody                  // what the document says about responses that are no success
	texts       []string                     // statuses of such responses that are text
	anyType     []string                     // statuses whose JSON may be labelled as anything
	media       string                       // the media types of a success that is text or bytes; "": accept
	err         error                        // why it cannot be sent
	open        bool                         // the body of a success is left to read
	unneeded    bool                         // nobody asks for the body of a success
	location    bool                         // the document has no success but redirects, which are not followed
	elsewhere   follower                     // follows redirects to another server; nil: they are the response
	foreign     func(*http.Response) error   // tells that it is not what is wanted; nil: everything is
	empty       []int                        // statuses of successes without content, where others have content
	headers     func(http.Header) error      // checks those of a success; nil: the document has none
	needed      func(int, http.Header) error // finds those that a status needs; nil: all need the same
	tolerate    looseness                    // wrong types in responses that the configuration tolerates
	misread     error                        // a *DecodeError, or nil
	secrets     []string                     // parameters that stay out of errors
	guarded     func(*call) []string         // gives what a response may repeat of a request with secrets in it; nil: it has none

	checker   checker
	start     time.Time
	last      *sending // the last attempt
	attempts  int
	key       string // for idempotency
	renewer   renewer
	unrenewed error // why there is no other credential
	retryable bool  // it may go well later
	unsent    bool  // the last attempt had no connection
}

// A follower goes on with a response that may be a redirect. An error beside a response says why it goes no further.
type follower func(ctx context.Context, cfg *config, resp *http.Response) (*http.Response, error)

// A renewer asks for other credentials than those that the server has refused. It reports whether there are any.
type renewer interface {
	renew(ctx context.Context, k *call) (bool, error)
}

// A content is a body that is read while it is sent.
type content interface {
	attach(req *http.Request) error // makes it the body of a request
	replays() bool                  // it can be sent again
	release()                       // an attempt is over
	close()                         // the call is over
}

// sendsAgain reports whether there is no body, or one that can be sent again.
func (k *call) sendsAgain() bool {
	if k.source != nil {
		return k.source.replays()
	}
	return true
}

// close gives back what the caller gave to be sent.
func (k *call) close() {
	if k.source != nil {
		k.source.close()
	}
}

// An errorBody reads the body of a status ("422"), of a range ("4XX") or of
// "default".
type errorBody struct {
	status string
	read   func(*jsonReader) any
}

// decoded reads x and gives it back, as the body of a failure.
func decoded(r *jsonReader, x jsonDecoder) any {
	x.decode(r)
	return x
}

// wrap makes a *CallError of an error without a response.
func (k *call) wrap(err error) error {
	return &CallError{Operation: k.op, Err: err, SentRequest: k.told()}
}

// checked validates the parameters of a call, as they are to be sent: what is required was given, and a variant that the document does not
// describe goes back as it came.
func (c *config) checked(k *call, subject string, params jsonChecker) error {
	if c.noCheck {
		return nil
	}
	check := &k.checker
	*check = checker{sending: true, zeros: c.zeroValues}
	params.check(check)
	unknown := slices.ContainsFunc(check.findings, finding.unknownValue)
	if c.unknownValues {
		check.findings = slices.DeleteFunc(check.findings, finding.unknownValue)
	}
	if check.count() == 0 {
		return nil
	}
	k.close()
	err := check.result(subject)
	if unknown && !c.unknownValues {
		line := " "
		if check.count() > 1 { // it is about one of them
			line = "\n\t"
		}
		err = fmt.Errorf("%w%s(WithUnknownValues sends values that an enum does not list)", err, line)
	}
	return k.wrap(err)
}

// unknownValue reports whether an enum does not list a value, and it is not that nobody has set one.
func (f finding) unknownValue() bool { return f.rule == "enum" && f.value != `""` }

// noParams is the error of a call without parameters. required are those that the document requires: a place and a name each.
func noParams(op, subject string, required ...string) error {
	bad := &InvalidError{Subject: subject}
	for pair := range slices.Chunk(required, 2) {
		v := Violation{In: pair[0], Rule: "required"}
		if pair[1] != "" {
			v.Pointer = step(pair[1])
		}
		bad.Violations = append(bad.Violations, v)
	}
	k := call{op: op}
	return k.wrap(bad)
}

// jsonBody makes v the body of the request.
func (k *call) jsonBody(contentType string, v jsonEncoder) {
	data, err := marshalJSON(v)
	if err != nil {
		k.fail(err)
		return
	}
	k.body, k.contentType = data, contentType
}

// fail notes why a call cannot be sent. The first reason stays.
func (k *call) fail(err error) {
	if k.err == nil {
		k.err = err
	}
}

// pathSegment escapes a path parameter.
func pathSegment(s string) string { return url.PathEscape(s) }

// queryEscape escapes a name or a value of a query. A space is %20, which every
// server reads; + is not.
func queryEscape(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }
