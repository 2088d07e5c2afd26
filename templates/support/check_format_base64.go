package support

import (
	"encoding/base64"
	"strings"
)

// validBase64 is the format byte: the standard alphabet with padding (RFC 4648, section 4).
func validBase64(s string) bool {
	if strings.ContainsAny(s, "\r\n") { // the decoder passes over them
		return false
	}
	_, err := base64.StdEncoding.Strict().DecodeString(s)
	return err == nil
}
