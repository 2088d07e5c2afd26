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

// acceptIs asks for a client that likes one of some media types best; of those that it likes alike, the one that it names first.
func acceptIs(types ...string) mark {
	return func(r *http.Request) bool {
		best, liked := 0.0, ""
		for text := range strings.SplitSeq(strings.Join(r.Header.Values("Accept"), ","), ",") {
			if q := weight(text); q > best {
				best, liked = q, baseType(text)
			}
		}
		return slices.Contains(types, liked)
	}
}
