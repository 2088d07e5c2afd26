package support

import (
	"net/http"
	"strings"
)

// addQuery appends name=value.
func (k *call) addQuery(name, value string) {
	k.query = append(k.query, queryEscape(name)+"="+queryEscape(value))
}

// addQueryList appends name=a,b.
func (k *call) addQueryList(name string, values []string) {
	escaped := make([]string, len(values))
	for i, v := range values {
		escaped[i] = queryEscape(v)
	}
	k.query = append(k.query, queryEscape(name)+"="+strings.Join(escaped, ","))
}

// addQuery appends name=value to a request that is built: for a credential that
// travels in the query.
func addQuery(req *http.Request, name, value string) {
	if req.URL.RawQuery != "" {
		req.URL.RawQuery += "&"
	}
	req.URL.RawQuery += queryEscape(name) + "=" + queryEscape(value)
}
