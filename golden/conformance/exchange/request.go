// Package exchange compares what two ways of one call send, and what they get back.
package exchange

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"maps"
	"mime"
	"mime/multipart"
	"net/http"
	"reflect"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/golden/conformance/jsontext"
)

// A Request is one that a server got.
type Request struct {
	Method, Target string // the target is escaped
	Header         http.Header
	Body           []byte
}

// Record reads a request.
func Record(r *http.Request) (Request, error) {
	body, err := io.ReadAll(r.Body)
	return Request{r.Method, r.URL.RequestURI(), r.Header.Clone(), body}, err
}

// Requests says what differs between two requests, "" for nothing. Headers that only say how bytes travel are left out, and those that
// ignored names.
func Requests(a, b Request, ignored ...string) string {
	if a.Method != b.Method {
		return fmt.Sprintf("method: %s, %s", a.Method, b.Method)
	}
	if a.Target != b.Target {
		return fmt.Sprintf("target: %s, %s", a.Target, b.Target)
	}
	without := append([]string{"Content-Type", "Content-Length", "Accept-Encoding"}, ignored...)
	names := maps.Clone(a.Header)
	maps.Copy(names, b.Header)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		if name == "Accept" && accepts(a.Header.Get(name), b.Header.Get(name)) {
			continue
		}
		if !slices.Contains(without, name) && !slices.Equal(a.Header[name], b.Header[name]) {
			return fmt.Sprintf("header %s: %q, %q", name, a.Header[name], b.Header[name])
		}
	}
	return Bodies(a.Header.Get("Content-Type"), a.Body, b.Header.Get("Content-Type"), b.Body)
}

// accepts reports whether all media types of a second header Accept are in the first one: a handler may choose among those.
func accepts(first, second string) bool {
	known := strings.Split(first, ", ")
	for t := range strings.SplitSeq(second, ", ") {
		if !slices.Contains(known, t) {
			return false
		}
	}
	return true
}

// Bodies says what differs between two bodies and their media types: JSON is compared as JSON, multipart by its parts, all else by bytes.
func Bodies(typeA string, a []byte, typeB string, b []byte) string {
	baseA, paramsA, _ := mime.ParseMediaType(typeA)
	baseB, paramsB, _ := mime.ParseMediaType(typeB)
	if strings.HasPrefix(baseA, "multipart/") && baseA == baseB {
		return multiparts(a, paramsA["boundary"], b, paramsB["boundary"])
	}
	if typeA != typeB {
		return fmt.Sprintf("media type: %q, %q", typeA, typeB)
	}
	if bytes.Equal(a, b) || strings.HasSuffix(baseA, "json") && sameJSON(a, b) {
		return ""
	}
	return fmt.Sprintf("body: %.300q, %.300q", a, b)
}

// sameJSON compares values: the order of members does not count.
func sameJSON(a, b []byte) bool {
	x, errA := jsontext.Decode(a)
	y, errB := jsontext.Decode(b)
	return errA == nil && errB == nil && reflect.DeepEqual(x, y)
}

// multiparts compares the parts of two bodies in the order of their names.
func multiparts(a []byte, boundaryA string, b []byte, boundaryB string) string {
	listA, errA := partsOf(a, boundaryA)
	listB, errB := partsOf(b, boundaryB)
	if err := cmp.Or(errA, errB); err != nil {
		return err.Error()
	}
	if len(listA) != len(listB) {
		return fmt.Sprintf("parts: %d, %d", len(listA), len(listB))
	}
	for i := range listA {
		x, y := listA[i], listB[i]
		if x.disposition != y.disposition {
			return fmt.Sprintf("part: %s, %s", x.disposition, y.disposition)
		}
		if text := Bodies(x.mediaType, x.data, y.mediaType, y.data); text != "" {
			return "part " + x.disposition + ": " + text
		}
	}
	return ""
}

type part struct {
	disposition, mediaType string
	data                   []byte
}

func partsOf(body []byte, boundary string) (list []part, err error) {
	for reader := multipart.NewReader(bytes.NewReader(body), boundary); ; {
		p, err := reader.NextRawPart()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		data, err := io.ReadAll(p)
		if err != nil {
			return nil, err
		}
		list = append(list, part{p.Header.Get("Content-Disposition"), p.Header.Get("Content-Type"), data})
	}
	slices.SortStableFunc(list, func(a, b part) int { return strings.Compare(a.disposition, b.disposition) })
	return list, nil
}
