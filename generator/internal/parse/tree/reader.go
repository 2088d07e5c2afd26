package tree

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// A Reader reads values and reports those that are not what they must be.
type Reader struct {
	*report.Reporter
	Version api.Version // of the file that is being read

	objects map[*source.Node]string // what a node was read as: the name of the object in the specification
}

// NewReader returns a reader that has read nothing.
func NewReader(r *report.Reporter, version api.Version) *Reader {
	return &Reader{Reporter: r, Version: version, objects: map[*source.Node]string{}}
}

// Before reports whether the file that is being read is older than 3.minor.
func (r *Reader) Before(minor uint8) bool { return r.Version.Before(3, minor) }

// Later reports a key of a later version.
func (r *Reader) Later(pos diag.Pos, name string, since uint8) {
	r.Warn(pos, diag.RuleUnknownKey, "%q exists since OpenAPI 3.%d and has no effect in %s", name, since, r.Version.Text).Loses = true
}

// aMap is what a map was read as: it is no object of the specification.
const aMap = "map"

// ReadAs notes what object a node is, so that references of the wrong kind can name it.
func (r *Reader) ReadAs(n *source.Node, f *Fields) {
	if was := r.objects[n]; was == "" || was == aMap {
		r.objects[n] = f.Object
	}
}

// WasRead returns what object a node is, "" if nothing has read it.
func (r *Reader) WasRead(n *source.Node) string { return r.objects[n] }

// Describe says what a place holds.
func (r *Reader) Describe(at Place) string {
	if name := r.objects[at.Node]; name != "" {
		return An(name)
	}
	return WithArticle(at.Node.Kind)
}

// An puts the article before the name of an object.
func An(name string) string {
	if strings.IndexByte("AEIOU", name[0]) >= 0 {
		return "an " + name
	}
	return "a " + name
}

// Label names a place by its last tokens.
func Label(path *diag.Path) string {
	switch path = path.Original(); {
	case path == nil:
		return "the document"
	case path.Parent == nil:
		return strconv.Quote(path.Token)
	}
	if _, err := strconv.ParseUint(path.Token, 10, 31); err == nil && (path.Parent.Token == "parameters" || !HasFreeNames(path.Parent.Token)) {
		return fmt.Sprintf("element %s of %q", path.Token, path.Parent.Token)
	}
	return strconv.Quote(path.Token)
}

// WithArticle names a kind of value in a sentence.
func WithArticle(k source.Kind) string {
	switch k {
	case source.Null:
		return "null"
	case source.Array, source.Object:
		return "an " + k.String()
	}
	return "a " + k.String()
}

// HasFreeNames reports whether the members of a member have names that the author has chosen.
func HasFreeNames(name string) bool {
	switch name {
	case "properties", "patternProperties", "dependentSchemas", "$defs", "definitions", "schemas", "responses", "parameters",
		"requestBodies", "headers", "callbacks", "pathItems", "mediaTypes", "content", "encoding", "paths", "webhooks":
		return true
	}
	return false
}
