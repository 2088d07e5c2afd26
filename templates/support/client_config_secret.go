package support

import (
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"
)

// Format prints the server of a client. Of the rest, all may be a secret.
func (c Client) Format(f fmt.State, _ rune) {
	server := ""
	if c.config != nil && c.config.own != nil {
		server = serverOf(c.config.own)
	}
	io.WriteString(f, "Client("+server+")")
}

// parseBase reads a base URL. Its errors have nothing of it that may be a secret.
func parseBase(text string) (*url.URL, error) {
	u, err := url.Parse(text)
	switch {
	case err != nil:
		return nil, badBase(text, err)
	case u.Scheme == "" || u.Host == "":
		return nil, errors.New("the base URL is not absolute: it must begin with a scheme and a host")
	case u.RawQuery != "" || u.ForceQuery || u.Fragment != "":
		return nil, fmt.Errorf("the base URL of %s has a query or a fragment", serverOf(u))
	}
	return u, nil
}

// badBase says why a base URL cannot be parsed. Of the reason, what stands in quotes is of the URL, and may be of a password. What stands
// behind %! says what is wrong with the value of a variable, see serverValue.
func badBase(text string, err error) error {
	if _, unlisted, ok := strings.Cut(text, "%!"); ok {
		unlisted, _, _ = strings.Cut(unlisted, "!%")
		return errors.New("the base URL is wrong: " + unlisted)
	}
	reason := "it cannot be parsed"
	if e, ok := errors.AsType[*url.Error](err); ok {
		if reason = e.Err.Error(); strings.Contains(reason, `"`) {
			reason = strings.TrimSpace(reason[:strings.Index(reason, `"`)]) + reason[strings.LastIndex(reason, `"`)+1:]
		}
	}
	return errors.New("the base URL is wrong: " + reason)
}
