package support

import (
	"cmp"
	"fmt"
	"net/http"
)

// unwanted reports that text or bytes claim to be of another type than those of media, else than those that were asked for. A body that
// claims nothing is right.
func (k *call) unwanted(resp *http.Response, media string) error {
	own, list := resp.Header.Get("Content-Type"), cmp.Or(media, k.accept)
	if own == "" || list == "" || isOfType(own, list) {
		return nil
	}
	return fmt.Errorf("the content type is %q, not %s", own, list)
}
