package support

import (
	random "crypto/rand"
	"fmt"
)

// addKey sets the header with the idempotency key of a call, by which the server knows a request that it had before: it may arrive
// twice.
func (k *call) addKey(name, key string) {
	k.addHeader(name, key)
	k.key = key
}

// newKey makes an idempotency key: a random UUID (RFC 9562, section 5.4).
func newKey() (id [16]byte) {
	random.Read(id[:])
	id[6], id[8] = id[6]&0x0f|0x40, id[8]&0x3f|0x80
	return id
}

// newKeyText is newKey for a header that is a string.
func newKeyText() string {
	id := newKey()
	return fmt.Sprintf("%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:])
}
