package exchange

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"reflect"
	"slices"

	"github.com/oas2go/oas2go/golden/conformance/caller"
	"github.com/oas2go/oas2go/golden/conformance/jsontext"
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
	if !sameResult(a.Result, b.Result) {
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

// sameResult compares results. An event has its bytes beside its data; where they are JSON, the data counts: a writer may fill in a tag.
func sameResult(a, b []byte) bool {
	if string(a) == string(b) {
		return true
	}
	x, errA := jsontext.Decode(a)
	y, errB := jsontext.Decode(b)
	return errA == nil && errB == nil && reflect.DeepEqual(withoutBytes(x), withoutBytes(y))
}

// withoutBytes drops the bytes of events that have them as data too.
func withoutBytes(v any) any {
	list, _ := v.([]any)
	for _, item := range list {
		event, _ := item.(map[string]any)
		raw, _ := event["Raw"].(string)
		data, err := base64.StdEncoding.DecodeString(raw)
		if err == nil && event["Name"] != nil && event["Data"] != nil && json.Valid(data) {
			delete(event, "Raw")
		}
	}
	return v
}
