package locate

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// Located is where a reference leads, or why it leads nowhere.
type Located struct {
	tree.Place
	Rule          diag.Rule
	Problem, Hint string
	Name          string // of a component that may be meant, "" for none
	Broken        bool   // the text of the file is, which has been reported
	Remote        string // the URI, if it is none of a file: a resource that is read later may have it
	Through       bool   // the pointer goes on behind another reference
}

// Failed reports whether it leads nowhere.
func (l Located) Failed() bool { return l.Problem != "" || l.Broken }

// A query is what was looked for.
type query struct {
	from *tree.Resource
	text string
}

// Locate finds what a URI reference leads to; by is its position.
func (fs *Files) Locate(from *tree.Resource, text string, by diag.Pos) Located {
	key := query{from, text}
	found, ok := fs.located[key]
	if !ok {
		if found = fs.Find(from, text, by); found.Rule == "" {
			found.Rule = diag.RuleRef
		}
		if found.Remote == "" {
			fs.located[key] = found
		}
	}
	return found
}

// Find is [Files.Locate] without a memory.
func (fs *Files) Find(from *tree.Resource, text string, by diag.Pos) Located {
	file, fragment, _ := strings.Cut(text, "#")
	res, failure := fs.ResourceOf(from, file, by)
	if res == nil {
		failure.Name = text
		return failure
	}
	if unescaped, err := url.PathUnescape(fragment); err == nil {
		fragment = unescaped
	}
	switch {
	case fragment == "":
		return Located{Place: res.Root}
	case fragment[0] == '/' && res.IsSwagger():
		return fs.Dialect.Walk(res, fragment)
	case fragment[0] == '/':
		return fs.Walk(res, file, fragment)
	}
	if at, ok := res.Anchors[fragment]; ok {
		return Located{Place: at}
	}
	if file != "" {
		return Located{Problem: "there is no anchor " + strconv.Quote(fragment) + " in " + strconv.Quote(file)}
	}
	return Located{Problem: "there is no anchor " + strconv.Quote(fragment), Name: fragment}
}

// ResourceOf returns the resource that the part of a reference before # means, nil with the reason if there is none.
func (fs *Files) ResourceOf(from *tree.Resource, file string, by diag.Pos) (res *tree.Resource, failure Located) {
	if file == "" {
		return from, failure
	}
	ref, err := url.Parse(file)
	if err != nil {
		return nil, Located{Problem: strconv.Quote(file) + " is no URI reference"}
	}
	uri, res := fs.Known(from, ref)
	if res != nil {
		return res, failure
	}
	switch f := fs.fileAt(uri, from.File, by); {
	case f.refusal != nil:
		failure = Located{Rule: f.refusal.Rule, Problem: strconv.Quote(file) + " " + f.refusal.Problem, Hint: f.refusal.Hint}
		if isWeb(uri) {
			failure.Remote = uriKey(uri)
		}
		if f.refusal.Missing && failure.Hint == "" && from.File != fs.Entry {
			failure.Hint = "a reference is relative to the file in which it stands"
		}
		return nil, failure
	case f.File == nil:
		return nil, Located{Broken: true}
	default:
		return f.Root, failure
	}
}

// Known returns the resource that a reference leads to, nil if it was not read, and the URI to read it from.
func (fs *Files) Known(from *tree.Resource, ref *url.URL) (*url.URL, *tree.Resource) {
	uri := from.URI.ResolveReference(ref)
	res := fs.at(uri)
	if res == nil && isWeb(uri) && !fs.maps(uri) && !ref.IsAbs() && ref.Host == "" { // the base is a name: $self or $id. The files lie side by side.
		uri = from.File.At.ResolveReference(ref)
		res = fs.at(uri)
	}
	return uri, res
}

// maps reports whether a file is named that stands for a URI.
func (fs *Files) maps(uri *url.URL) bool { return fs.loader != nil && fs.loader.Maps(uri) }

// isWeb reports whether a URI is none of a file.
func isWeb(uri *url.URL) bool { return uri.Scheme != "" && uri.Scheme != "file" }

// SchemaResponse returns the response that a reference to a component schema means where one to a response is wanted: that schema is
// its body. inside says where a response has its schema.
func (fs *Files) SchemaResponse(at tree.Place, inside ...string) (tree.Place, bool) {
	ref := at.Node.Get("$ref")
	if ref == nil || ref.Kind != source.String {
		return at, false
	}
	_, fragment, _ := strings.Cut(ref.Text, "#")
	if !strings.HasPrefix(fragment, "/components/schemas/") && !strings.HasPrefix(fragment, "/definitions/") {
		return at, false
	}
	text := at.Child("$ref", ref)
	if found := fs.Locate(at.Resource, ref.Text, text.Pos()); found.Failed() {
		return at, false
	}
	fs.r.Warn(text.Pos(), diag.RuleRefKind, "%q leads to a Schema Object, not to a Response Object; it is read as the body of one", ref.Text)
	body := at.Node
	for i := len(inside) - 1; i >= 0; i-- {
		outer := tree.NewObject(at.Node)
		tree.Add(outer, inside[i], at.Node, body)
		body = outer
	}
	tree.Add(body, "description", at.Node, tree.NewText(at.Node, ""))
	at.Node = body
	return at, true
}
