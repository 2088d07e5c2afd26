package parse

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// A resource is what a base URI identifies: a file, or a schema with $id. Core 4.3.5 and 8.2.1.
type resource struct {
	uri     *url.URL
	file    *file
	root    place
	anchors map[string]place // $anchor and $dynamicAnchor
	swagger *swagger         // nil unless the file is Swagger 2.0
}

// located is where a reference leads, or why it leads nowhere.
type located struct {
	place
	rule          diag.Rule
	problem, hint string
	broken        bool // the text of the file is, which has been reported
	remote        bool // no file: a resource that is read later may have that URI
	through       bool // the pointer goes on behind another reference
}

func (l located) failed() bool { return l.problem != "" || l.broken }

type locateKey struct {
	from *resource
	text string
}

// locate finds what a URI reference leads to; by is its position.
func (p *parser) locate(from *resource, text string, by diag.Pos) located {
	key := locateKey{from, text}
	found, ok := p.located[key]
	if !ok {
		if found = p.find(from, text, by); found.rule == "" {
			found.rule = diag.RuleRef
		}
		if !found.remote {
			p.located[key] = found
		}
	}
	return found
}

func (p *parser) find(from *resource, text string, by diag.Pos) located {
	file, fragment, _ := strings.Cut(text, "#")
	res, failure := p.resourceOf(from, file, by)
	if res == nil {
		if hint := p.component(text); hint != "" {
			failure.hint = hint
		}
		return failure
	}
	if unescaped, err := url.PathUnescape(fragment); err == nil {
		fragment = unescaped
	}
	switch {
	case fragment == "":
		return located{place: res.root}
	case fragment[0] == '/' && res.swagger != nil:
		return res.swagger.walk(res, fragment)
	case fragment[0] == '/':
		return p.walk(res, file, fragment)
	}
	if at, ok := res.anchors[fragment]; ok {
		return located{place: at}
	}
	if file != "" {
		return located{problem: "there is no anchor " + strconv.Quote(fragment) + " in " + strconv.Quote(file)}
	}
	return located{problem: "there is no anchor " + strconv.Quote(fragment), hint: p.component(fragment)}
}

// resourceOf returns the resource that the part of a reference before # means, nil with the reason if there is none.
func (p *parser) resourceOf(from *resource, file string, by diag.Pos) (res *resource, failure located) {
	if file == "" {
		return from, failure
	}
	ref, err := url.Parse(file)
	if err != nil {
		return nil, located{problem: strconv.Quote(file) + " is no URI reference"}
	}
	uri, res := p.known(from, ref)
	if res != nil {
		return res, failure
	}
	switch f := p.fileAt(uri, from.file, by); {
	case f.refusal != nil:
		failure = located{rule: f.refusal.Rule, problem: strconv.Quote(file) + " " + f.refusal.Problem, hint: f.refusal.Hint, remote: isWeb(uri)}
		if f.refusal.Missing && failure.hint == "" && from.file != p.entry {
			failure.hint = "a reference is relative to the file in which it stands"
		}
		return nil, failure
	case f.root == nil:
		return nil, located{broken: true}
	default:
		return f.root, failure
	}
}

// known returns the resource that a reference leads to, nil if it was not read, and the URI to read it from.
func (p *parser) known(from *resource, ref *url.URL) (*url.URL, *resource) {
	uri := from.uri.ResolveReference(ref)
	res := p.resources[uriKey(uri)]
	if res == nil && isWeb(uri) && !ref.IsAbs() && ref.Host == "" { // the base is a name: $self or $id. The files lie side by side.
		uri = from.file.at.ResolveReference(ref)
		res = p.resources[uriKey(uri)]
	}
	return uri, res
}

// isWeb reports whether a URI is none of a file.
func isWeb(uri *url.URL) bool { return uri.Scheme != "" && uri.Scheme != "file" }

// component returns a hint if a name is used where a reference is wanted.
func (p *parser) component(name string) string {
	if _, ok := api.Find(p.doc.Components.Schemas, name); ok {
		if p.entry.root.swagger != nil {
			return "did you mean \"#/definitions/" + name + "\"?"
		}
		return "did you mean \"#/components/schemas/" + name + "\"?"
	}
	return ""
}

var pointerUnescaper = strings.NewReplacer("~1", "/", "~0", "~")

// walk follows a JSON pointer (RFC 6901) from the root of a resource, which a reference calls file.
func (p *parser) walk(res *resource, file, pointer string) located {
	at, through := res.root, false
	for token := range strings.SplitSeq(pointer[1:], "/") {
		token = pointerUnescaper.Replace(token)
		next := p.step(at.node, token)
		if next == nil {
			behind, ok := p.behind(at)
			if next = p.step(behind.node, token); !ok || next == nil {
				return p.deadEnd(res, at, file, token)
			}
			at, through = behind, true
		}
		at = p.enter(at.child(token, next))
	}
	return located{place: at, through: through}
}

// behind returns what the reference at a place leads to, for pointers that go on as if it stood there.
func (p *parser) behind(at place) (place, bool) {
	const longest = 30
	ref := at.node.Get("$ref")
	if ref == nil || ref.Kind != source.String || p.following >= longest {
		return at, false
	}
	p.following++
	defer func() { p.following-- }()
	found := p.locate(at.resource, ref.Text, p.pos(at))
	if found.failed() {
		return at, false
	}
	return found.place, true
}

// enter returns a place as a part of the resource that begins there, if one does.
func (p *parser) enter(at place) place {
	if res := p.embedded[at.node]; res != nil {
		at.resource = res
	}
	return at
}

func (p *parser) deadEnd(res *resource, at place, file, token string) located {
	found := located{problem: "there is no " + strconv.Quote(token) + " in " + strconv.Quote(file+"#"+at.path.Pointer())}
	switch {
	case at.path == nil && file != "":
		found.problem = "there is no " + strconv.Quote(token) + " in " + strconv.Quote(file)
	case at.path == nil:
		found.problem = "there is no " + strconv.Quote(token) + " in the document"
	}
	found.hint = p.Suggest(token, len(at.node.Members), func() (names []string) {
		for _, m := range at.node.Members {
			names = append(names, m.Name)
		}
		return names
	})
	if found.hint == "" && res != res.file.root {
		found.hint = "the reference begins at the schema with \"$id\" around it"
	}
	return found
}

// step returns a member or an element. Large objects get an index: documents refer to thousands of components.
func (p *parser) step(n *source.Node, token string) *source.Node {
	if n.Kind == source.Array {
		i, err := strconv.Atoi(token)
		if err != nil || i < 0 || i >= len(n.Items) || token != strconv.Itoa(i) {
			return nil
		}
		return n.Items[i]
	}
	if len(n.Members) < 32 {
		return n.Get(token)
	}
	byName := p.index[n]
	if byName == nil {
		byName = make(map[string]*source.Node, len(n.Members))
		for _, m := range n.Members {
			byName[m.Name] = m.Value
		}
		p.index[n] = byName
	}
	return byName[token]
}
