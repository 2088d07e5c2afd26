package operations

import (
	"net/url"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

const (
	maxAddresses = 500  // of one server; more are compared as the template
	anyText      = "{}" // of a variable without an enum
	noServers    = "/"  // OAS, OpenAPI Object: the default of servers
)

// servers returns the servers of an operation and where they stand.
func (o *operation) servers() (list []*api.Server, pos diag.Pos) {
	doc := o.side.doc
	switch {
	case len(o.api.Servers) > 0:
		return o.api.Servers, key(o.api.Pos, "servers")
	case len(o.item.Servers) > 0:
		return o.item.Servers, key(o.item.Pos, "servers")
	case len(doc.Servers) > 0:
		return doc.Servers, key(doc.Pos, "servers")
	}
	return nil, key(doc.Pos, "servers")
}

// addresses returns the base URLs of servers without a slash at the end, each once. A variable that may be anything is {}.
func addresses(servers []*api.Server) (list []string) {
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

// missing returns the addresses of a that none of b covers.
func missing(a, b []string) []string {
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

func (c *comparer) servers(p *pair) {
	if p.incoming() {
		return
	}
	o, oldPos := p.old.servers()
	n, newPos := p.new.servers()
	before, after := addresses(o), addresses(n)
	gone, came := missing(before, after), missing(after, before)
	e := edit{subject: p.name + ", servers", shared: "servers", old: present(oldPos, strings.Join(before, ", ")), new: present(newPos, strings.Join(after, ", ")),
		facts: change.Facts{Gone: gone, Came: came}}
	r := other
	switch {
	case len(gone) == 0 && len(came) == 0:
		c.serverTexts(o, n)
		return
	case len(gone) == 0:
		r, e.rule, e.sentence = wider, "server-added", addressList(came)+" new"
	case len(came) == 0:
		r, e.rule, e.sentence = narrower, "server-removed", addressList(gone)+" gone"
	default:
		e.rule, e.sentence = "server-changed", strings.Join(shownAddresses(gone), ", ")+" → "+strings.Join(shownAddresses(came), ", ")
	}
	e.judge(r, p.dir, func() *Message { return c.request(p, draft{server: gone[0], absolute: true}) })
	if r == other && samePaths(gone, came) {
		e.verdict, e.why = change.Unknown, "One of the two is relative, so where it leads hangs on where the document is."
	}
	c.add(p, p.dir, e)
}

func addressList(list []string) string {
	verb := " is"
	if len(list) > 1 {
		verb = " are"
	}
	return strings.Join(shownAddresses(list), ", ") + verb
}

func shownAddresses(list []string) []string {
	shown := slices.Clone(list)
	for i, a := range shown {
		if a == "" {
			shown[i] = noServers
		}
	}
	if len(shown) > 6 {
		shown = append(shown[:5], "…")
	}
	return shown
}

// samePaths reports whether addresses may be the same, because one of them has no host.
func samePaths(a, b []string) bool {
	for _, one := range a {
		if !slices.ContainsFunc(b, func(other string) bool {
			u, v := splitAddress(one), splitAddress(other)
			return u.path == v.path && (u.host == "" || v.host == "")
		}) {
			return false
		}
	}
	return true
}

type address struct{ host, path string }

func splitAddress(a string) address {
	u, err := url.Parse(strings.ReplaceAll(a, anyText, "x"))
	if err != nil {
		return address{path: a}
	}
	return address{u.Host, strings.TrimRight(u.Path, "/")}
}
