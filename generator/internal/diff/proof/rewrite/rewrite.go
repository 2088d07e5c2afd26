package rewrite

import (
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/proof/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// A Rewrite is one way to say the same otherwise.
type Rewrite struct {
	Name string
	// Do changes the tree of a document and returns the number of places that it changed.
	Do func(*tree.Document, *rand.Rand) int
}

// All returns all rewrites.
func All() []Rewrite {
	list := []Rewrite{
		{"keys in another order", reorder}, {"lists in another order", reorderLists}, {"other texts", otherTexts},
		{"components with other names", renameComponents}, {"references instead of schemas", extract}, {"schemas instead of references", inline},
		{"unused components", unused}, {"the next version of OpenAPI", upgrade}, {"OpenAPI 3.0 instead of Swagger 2.0", fromSwagger},
		{"defaults written out", writeDefaults},
		{"parameters of the path", liftParameters}, {"parameters of operations", lowerParameters}, {"path variables with other names", renameVariables},
		{"headers in other case", headerCase}, {"servers of operations", lowerServers}, {"security of operations", lowerSecurity},
		{"components instead of responses", extractOf("responses", responsesOf)}, {"components instead of parameters", extractOf("parameters", parametersOf)},
		{"components instead of bodies", extractOf("requestBodies", bodiesOf)}, {"other operation ids", renameOperations},
	}
	for _, s := range ofSchemas() {
		list = append(list, Rewrite{s.name, s.all})
	}
	return list
}

// An ofSchema rewrites one schema, if it can.
type ofSchema struct {
	name string
	do   func(*context, *tree.Node) bool
}

// A context is what the rewrite of a schema may know.
type context struct {
	*tree.Document
	random        *rand.Rand
	pointer       string          // of the schema
	tags          map[string]bool // names of members that discriminators ask
	discriminates bool            // somewhere
	forms         bool            // there are bodies that are read from text by the types of their members
}

// all rewrites all schemas, a schema before what is in it.
func (s ofSchema) all(d *tree.Document, r *rand.Rand) (n int) {
	c := &context{Document: d, random: r, tags: tagsOf(d), discriminates: has(d, "discriminator"),
		forms: has(d, "application/x-www-form-urlencoded") || has(d, "multipart/form-data")}
	for _, p := range d.Schemas() {
		c.pointer = p.Pointer
		if movable(p.Node) && !d.LedInto(p.Pointer) && s.do(c, p.Node) {
			n++
		}
	}
	return n
}

// tagsOf returns the names of the members that discriminators ask.
func tagsOf(d *tree.Document) map[string]bool {
	tags := map[string]bool{}
	d.Root.Walk(func(n *tree.Node) {
		if name := n.Get("discriminator").Get("propertyName"); name.Is(source.String) {
			tags[name.Text] = true
		}
	})
	return tags
}

// tells reports whether values of a schema may be tags, or its members are: they are looked for where people write them, not in an anyOf.
func (c *context) tells(n *tree.Node) bool {
	tokens := tree.Tokens(c.pointer)
	if last := len(tokens) - 1; last > 0 && (c.tags[tokens[last]] || len(c.tags) > 0 && tokens[last-1] == "schemas" && n.Has("enum", "const")) {
		return true
	}
	return slices.ContainsFunc(orEmpty(n.Get("properties")).Members, func(m tree.Member) bool { return c.tags[m.Name] })
}

// movable reports whether the keywords of a schema may stand elsewhere: nothing in it has a place or a name that counts.
func movable(n *tree.Node) bool {
	return typeOf(n) != "file" && !n.Has("$id", "$anchor", "$dynamicAnchor", "$dynamicRef", "$schema", "$defs", "definitions", "discriminator", "id", "x-go-type")
}

// replace makes a node another one. Its identity stays, for those who hold it.
func replace(n *tree.Node, by *tree.Node) { *n = *by }

// isAnnotation reports whether a keyword says nothing about values.
func isAnnotation(name string) bool {
	switch name {
	case "title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly", "xml", "externalDocs", "x-nullable":
		return name != "x-nullable"
	}
	return strings.HasPrefix(name, "x-") && name != "x-nullable"
}

// take takes the constraints out of a schema, into a new one.
func take(n *tree.Node) *tree.Node {
	inner := &tree.Node{Kind: source.Object}
	n.Members = slices.DeleteFunc(n.Members, func(m tree.Member) bool {
		if isAnnotation(m.Name) {
			return false
		}
		inner.Members = append(inner.Members, m)
		return true
	})
	return inner
}

// isPlain reports whether a schema has constraints that may move. Beside a reference, old documents ignore everything; and the name of a
// reference may be one that a discriminator means.
func (c *context) isPlain(n *tree.Node) bool {
	if n.Has("$ref") && (c.discriminates || c.Old() && len(n.Members) > 1) {
		return false
	}
	return len(n.Members) > 0
}

// typeOf returns the only type of a schema, "" for several or none.
func typeOf(n *tree.Node) string {
	if t := n.Get("type"); t.Is(source.String) {
		return t.Text
	}
	return ""
}

// methods are the names of operations in a path item.
func methods() []string {
	return []string{"get", "put", "post", "delete", "options", "head", "patch", "trace", "query"}
}

// An item is a path item that stands in the tree.
type item struct {
	path string
	node *tree.Node
}

// items returns the path items of the document.
func items(d *tree.Document) (list []item) {
	paths := d.Root.Get("paths")
	if !paths.Is(source.Object) {
		return nil
	}
	for _, m := range paths.Members {
		if m.Value.Is(source.Object) && !m.Value.Has("$ref") && strings.HasPrefix(m.Name, "/") {
			list = append(list, item{m.Name, m.Value})
		}
	}
	return list
}

// operations returns the operations of a path item.
func (i item) operations() (list []*tree.Node) {
	for _, m := range i.node.Members {
		if slices.Contains(methods(), m.Name) && m.Value.Is(source.Object) {
			list = append(list, m.Value)
		}
	}
	return list
}

// has reports whether a document has a keyword anywhere.
func has(d *tree.Document, keyword string) (has bool) {
	d.Root.Walk(func(n *tree.Node) { has = has || n.Has(keyword) })
	return has
}
