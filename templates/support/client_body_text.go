package support

// textBody makes a text the body of the request.
func (k *call) textBody(contentType, text string) { k.body, k.contentType = []byte(text), contentType }
