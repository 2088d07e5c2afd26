package locate

import (
	"net/url"
	"path"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// resources are what URIs and schemas with $id stand for.
type resources struct {
	byURI    map[string]*tree.Resource       // files, schemas with $id
	bySchema map[*source.Node]*tree.Resource // by the schema with the $id
	scanned  map[*source.Node]bool           // in search of $id and $anchor
}

func newResources() resources {
	return resources{byURI: map[string]*tree.Resource{}, bySchema: map[*source.Node]*tree.Resource{}, scanned: map[*source.Node]bool{}}
}

// Know makes a resource known under a URI.
func (k *resources) Know(uri *url.URL, res *tree.Resource) {
	if uri != nil {
		k.byURI[uriKey(uri)] = res
	}
}

func (k *resources) at(uri *url.URL) *tree.Resource { return k.byURI[uriKey(uri)] }

// enter returns a place as a part of the resource that begins there, if one does.
func (k *resources) enter(at tree.Place) tree.Place {
	if res := k.bySchema[at.Node]; res != nil {
		at.Resource = res
	}
	return at
}

// scan notes the $id and $anchor of schemas in another file before anything else of it is read: a reference may lead to one of them
// first. inMap says that the members have free names.
func (k *resources) scan(at tree.Place, inMap bool) {
	for i, item := range at.Node.Items {
		k.scan(at.Child(strconv.Itoa(i), item), false)
	}
	if at.Node.Kind != source.Object || k.scanned[at.Node] { // YAML aliases can put one node at a million places
		return
	}
	k.scanned[at.Node] = true
	if !inMap {
		at = k.Identified(at)
		for _, name := range []string{"$anchor", "$dynamicAnchor"} {
			k.noteAnchor(at, at.Node.Get(name))
		}
	}
	for i := range at.Node.Members {
		m := &at.Node.Members[i]
		if inMap || !isLiteral(m.Name) {
			k.scan(at.Child(m.Name, m.Value), !inMap && tree.HasFreeNames(m.Name))
		}
	}
}

func (k *resources) noteAnchor(at tree.Place, name *source.Node) {
	if name == nil || name.Kind != source.String || !IsAnchor(name.Text) {
		return
	}
	if _, twice := at.Resource.Anchors[name.Text]; !twice {
		at.Resource.Anchors[name.Text] = at
	}
}

// Identified returns the place of a schema as the root of a resource of its own, if it has an $id. Core 8.2.1.
func (k *resources) Identified(at tree.Place) tree.Place {
	if known := k.bySchema[at.Node]; known != nil {
		at.Resource = known
		return at
	}
	id := at.Node.Get("$id")
	if id == nil || id.Kind != source.String || id.Text == "" {
		return at
	}
	uri, err := url.Parse(id.Text)
	if err != nil || uri.Fragment != "" {
		return at
	}
	if base := at.Resource.URI; base != nil {
		uri = base.ResolveReference(uri)
	}
	at.Resource = &tree.Resource{URI: uri, File: at.Resource.File, Anchors: map[string]tree.Place{}}
	at.Resource.Root = at
	k.bySchema[at.Node] = at.Resource
	k.Know(uri, at.Resource)
	return at
}

// isLiteral reports whether a member holds a value of the API, which may look like a schema and is none.
func isLiteral(name string) bool {
	switch name {
	case "enum", "const", "default", "example", "examples", "value", "dataValue":
		return true
	}
	return tree.IsExtension(name)
}

// IsAnchor reports whether a text can be the name of an anchor. Core 8.2.2.
func IsAnchor(s string) bool {
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_"
	return s != "" && strings.IndexByte(letters, s[0]) >= 0 && strings.Trim(s, letters+"0123456789.-") == ""
}

// baseURI returns the URI of a file; a file without one is known by its name.
func baseURI(f *diag.File) *url.URL {
	if uri, err := url.Parse(f.URI); err == nil && f.URI != "" {
		return uri
	}
	return &url.URL{Path: "/" + path.Base(strings.ReplaceAll(f.Name, "\\", "/"))}
}

// uriKey returns one text for all spellings of the URI of a file, and of a resource.
func uriKey(uri *url.URL) string {
	if uri.Scheme != "" && uri.Scheme != "file" {
		return strings.TrimSuffix(uri.String(), "#")
	}
	return "file:" + path.Clean("/"+uri.Path)
}
