package support

import "strings"

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
