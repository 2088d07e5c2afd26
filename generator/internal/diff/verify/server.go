package verify

import (
	"net/url"
	"regexp"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// A base is what URLs of a server begin with.
type base struct {
	origin *regexp.Regexp // of https://example.com; nil: any, for a URL that is relative to the place of the document
	path   *regexp.Regexp // of /v1, without a slash at the end
}

// maxBases is how many combinations of the values of variables are looked at.
const maxBases = 4096

// free stands for a variable that may have any value.
const free = "\x00"

// basesOf returns what URLs of a server may begin with: one for each combination of the values of its variables. OAS: Server Object.
func (j *Judge) basesOf(s *api.Server) []base {
	if list, ok := j.servers[s]; ok {
		return list
	}
	texts := []string{s.URL}
	for _, v := range s.Variables {
		values := v.Value.Enum
		if len(values) == 0 {
			values = []string{free}
		}
		var next []string
		for _, text := range texts {
			for _, value := range values {
				next = append(next, strings.ReplaceAll(text, "{"+v.Name+"}", value))
			}
		}
		if texts = next; len(texts) > maxBases {
			texts = texts[:maxBases]
		}
	}
	list := make([]base, len(texts))
	for i, text := range texts {
		list[i] = newBase(regexp.MustCompile(`\{[^{}]*\}`).ReplaceAllString(text, free))
	}
	j.servers[s] = list
	return list
}

func newBase(text string) base {
	text, _, _ = strings.Cut(text, "#")
	text, _, _ = strings.Cut(text, "?")
	if strings.HasPrefix(text, "//") {
		text = free + ":" + text
	}
	scheme, rest, absolute := strings.Cut(text, "://")
	if !absolute {
		return base{path: templateExpression(asBasePath(text), `[^?#]*`)}
	}
	host, path, _ := strings.Cut(rest, "/")
	where := origin(&url.URL{Scheme: scheme, Host: host})
	return base{origin: templateExpression(where, `[^/?#]*`), path: templateExpression(asBasePath("/"+path), `[^?#]*`)}
}

// asBasePath makes a path begin with a slash and end without one. A variable at its begin may be a whole URL.
func asBasePath(text string) string {
	text = strings.TrimSuffix(strings.TrimPrefix(text, "."), "/")
	if text != "" && !strings.HasPrefix(text, "/") && !strings.HasPrefix(text, free) {
		text = "/" + text
	}
	return text
}

// templateExpression matches a text in which variables may have any value of some characters.
func templateExpression(text, characters string) *regexp.Regexp {
	parts := strings.Split(text, free)
	for i, part := range parts {
		parts[i] = regexp.QuoteMeta(part)
	}
	return regexp.MustCompile(`^` + strings.Join(parts, characters) + `$`)
}

// origin returns scheme and host in lower case without the usual port (RFC 3986, section 6.2).
func origin(u *url.URL) string {
	scheme, host := strings.ToLower(u.Scheme), strings.ToLower(u.Host)
	switch scheme {
	case "http":
		host = strings.TrimSuffix(host, ":80")
	case "https":
		host = strings.TrimSuffix(host, ":443")
	}
	return scheme + "://" + host
}

// serversOf returns the servers of an operation: its own, those of the path, those of the document. OAS: Operation Object.
func (j *Judge) serversOf(item *api.PathItem, op *api.Operation) []*api.Server {
	switch {
	case op != nil && len(op.Servers) > 0:
		return op.Servers
	case len(item.Servers) > 0:
		return item.Servers
	}
	return j.doc.Servers
}

// rests returns what may follow the base URL of a server in the path of a request. Without a server, the base is / (OAS: OpenAPI
// Object, servers). The host counts if the URL has one.
func (j *Judge) rests(u *url.URL, servers []*api.Server) (list []string) {
	path := u.EscapedPath()
	if path == "" {
		path = "/"
	}
	if len(servers) == 0 {
		return []string{path}
	}
	for i := range path {
		if path[i] != '/' {
			continue
		}
		for _, s := range servers {
			if j.begins(u, path[:i], s) {
				list = append(list, path[i:])
				break
			}
		}
	}
	return list
}

func (j *Judge) begins(u *url.URL, path string, s *api.Server) bool {
	for _, b := range j.basesOf(s) {
		if (b.origin == nil || u.Host == "" || b.origin.MatchString(origin(u))) && b.path.MatchString(path) {
			return true
		}
	}
	return false
}
