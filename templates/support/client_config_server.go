package support

import (
	"net/url"
	"slices"
	"strings"
)

// onServer says that an operation has a server of its own. A client with a base URL that is none of the document's stays with that.
func (k *call) onServer(c *Client, server string, document ...string) {
	if !slices.Contains(document, strings.TrimRight(c.config.own.String(), "/")) {
		return
	}
	u, err := url.Parse(server)
	if err != nil {
		k.fail(badBase(server, err))
		return
	}
	k.server = u
}
