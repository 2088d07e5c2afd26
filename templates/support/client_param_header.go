package support

import "net/http"

// addHeader appends a header of the request.
func (k *call) addHeader(name, value string) {
	if k.header == nil {
		k.header = http.Header{}
	}
	k.header.Add(name, value)
}
