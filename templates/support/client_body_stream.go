package support

import "io"

// streamBody makes what body reads the body of the request. It is sent as it is read.
func (k *call) streamBody(contentType string, body io.Reader) {
	k.source, k.contentType = newUpload(body), contentType
}
