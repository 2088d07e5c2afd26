package support

import (
	"net/http"
	"strconv"
)

// neededHeaders reports the headers that a response of a status must have and has not. Each list begins with its status: 200, 2XX or
// default; the one that says most about the code counts.
func neededHeaders(code int, header http.Header, lists ...[]string) error {
	c := checker{in: "header"}
	for _, wanted := range statuses(code) {
		for _, list := range lists {
			if list[0] != wanted {
				continue
			}
			for _, name := range list[1:] {
				c.present(name, len(header.Values(name)) > 0)
			}
			return c.result("headers of status " + strconv.Itoa(code))
		}
	}
	return nil
}
