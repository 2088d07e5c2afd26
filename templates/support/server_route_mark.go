package support

import (
	"net/http"
	"slices"
	"strings"
)

// headerIs asks for a value of a header.
func headerIs(name, value string) mark {
	return func(r *http.Request) bool { return r.Header.Get(name) == value }
}

// queryIs asks for a value of a query parameter.
func queryIs(name, value string) mark {
	return func(r *http.Request) bool { return r.URL.Query().Get(name) == value }
}

// bodyIs asks for one of some media types, "" for no body.
func bodyIs(types ...string) mark {
	return func(r *http.Request) bool { return slices.Contains(types, baseType(r.Header.Get("Content-Type"))) }
}

// acceptIs asks for a client that names one of some media types before others.
func acceptIs(types ...string) mark {
	return func(r *http.Request) bool {
		first, _, _ := strings.Cut(r.Header.Get("Accept"), ",")
		return slices.Contains(types, baseType(first))
	}
}
