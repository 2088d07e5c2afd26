package exchange

import (
	"fmt"
	"net/http"
	"slices"

	"github.com/oas2go/oas2go/golden/conformance/caller"
)

// Outcomes says what differs between two outcomes of a call, "" for nothing: status, headers with some names, result, failure, error.
func Outcomes(a, b *caller.Outcome, headers []string) string {
	if a.Status != b.Status {
		return fmt.Sprintf("status: %d, %d", a.Status, b.Status)
	}
	for _, name := range headers {
		if name = http.CanonicalHeaderKey(name); !slices.Equal(a.Header[name], b.Header[name]) {
			return fmt.Sprintf("response header %s: %q, %q", name, a.Header[name], b.Header[name])
		}
	}
	if !sameText(a.Result, b.Result) {
		return fmt.Sprintf("result: %.300s, %.300s", a.Result, b.Result)
	}
	if !sameText(a.Body, b.Body) {
		return fmt.Sprintf("body of the failure: %.300s, %.300s", a.Body, b.Body)
	}
	if (a.Error == "") != (b.Error == "") {
		return fmt.Sprintf("error: %.300q, %.300q", a.Error, b.Error)
	}
	return ""
}

func sameText(a, b []byte) bool { return string(a) == string(b) || sameJSON(a, b) }
