package effective

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
)

const (
	maxAddresses = 500  // of one server; more are compared as the template
	anyText      = "{}" // of a variable without an enum
)

// undeclared are variables that a server does not declare: they may be anything.
var undeclared = regexp.MustCompile(`\{[^{}]+\}`)

// Servers returns the servers of an operation and where they stand.
func (o *Operation) Servers() (list []*api.Server, pos diag.Pos) {
	doc := o.side.API
	switch {
	case len(o.API.Servers) > 0:
		return o.API.Servers, Member(o.API.Pos, "servers")
	case len(o.Item.Servers) > 0:
		return o.Item.Servers, Member(o.Item.Pos, "servers")
	case len(doc.Servers) > 0:
		return doc.Servers, Member(doc.Pos, "servers")
	}
	return nil, Member(doc.Pos, "servers")
}

// Addresses returns the base URLs of servers without a slash at the end, each once. A variable that may be anything is {}.
func Addresses(servers []*api.Server) (list []string) {
	if len(servers) == 0 {
		return []string{""}
	}
	for _, s := range servers {
		for _, a := range expanded(s) {
			if a = normalAddress(a); !slices.Contains(list, a) {
				list = append(list, a)
			}
		}
	}
	return list
}

// expanded returns the URLs that the variables of a server give.
func expanded(s *api.Server) []string {
	list := []string{s.URL}
	for _, v := range s.Variables {
		values := v.Value.Enum
		if len(values) == 0 {
			values = []string{anyText}
		}
		if len(list)*len(values) > maxAddresses {
			return []string{s.URL}
		}
		var next []string
		for _, text := range list {
			for _, value := range values {
				next = append(next, strings.ReplaceAll(text, "{"+v.Name+"}", value))
			}
		}
		list = next
	}
	for i := range list {
		list[i] = undeclared.ReplaceAllString(list[i], anyText)
	}
	return list
}

// normalAddress: RFC 3986, section 6.2.2.1, and OAS, Server Object: a path is appended to the URL.
func normalAddress(a string) string {
	a = strings.TrimRight(a, "/")
	scheme, rest, ok := strings.Cut(a, "://")
	if !ok {
		return a
	}
	host, path, slash := strings.Cut(rest, "/")
	a = strings.ToLower(scheme) + "://" + strings.ToLower(host)
	if slash {
		a += "/" + path
	}
	return a
}

// Missing returns the addresses of a that none of b covers.
func Missing(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(one string) bool {
		return slices.ContainsFunc(b, func(other string) bool { return one == other || coversAddress(other, one) })
	})
}

// coversAddress reports whether an address with free variables takes another one.
func coversAddress(template, a string) bool {
	first, rest, free := strings.Cut(template, anyText)
	if !free || !strings.HasPrefix(a, first) {
		return template == a
	}
	for end := len(first); end <= len(a); end++ {
		if coversAddress(rest, a[end:]) {
			return true
		}
		if end < len(a) && a[end] == '/' {
			return false
		}
	}
	return false
}

// An Address is a URL without what is not compared.
type Address struct{ Host, Path string }

// SplitAddress reads one of Addresses. A relative one has no host.
func SplitAddress(a string) Address {
	u, err := url.Parse(Filled(a))
	if err != nil {
		return Address{Path: a}
	}
	path := strings.TrimRight(u.Path, "/")
	if u.Host == "" { // relative to a place that nobody knows: to its root
		if path = strings.TrimPrefix(path, "."); path != "" && !strings.HasPrefix(path, "/") {
			path = "/" + path
		}
	}
	return Address{u.Host, path}
}

// Filled is an address with a text for each variable that may be anything.
func Filled(a string) string { return strings.ReplaceAll(a, anyText, "x") }
