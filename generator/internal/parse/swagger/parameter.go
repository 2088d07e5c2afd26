package swagger

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// parameter rewrites a parameter that is no body: what it says of the value goes into a schema.
func (s *file) parameter(at tree.Place) *source.Node {
	if isReference(at.Node) {
		return at.Node
	}
	out := s.object(at, parameterFields, func(out *source.Node, m *source.Member, _ tree.Place) {
		if m.Name != "collectionFormat" && !slices.Contains(simpleKeywords, m.Name) {
			out.Members = append(out.Members, *m)
		}
	})
	if out != at.Node {
		s.needDescription(at, parameterFields, "type")
		s.describeValue(out, at, tree.TextOf(at.Node, "in"))
	}
	return out
}

func isReference(n *source.Node) bool { return n.Get("$ref") != nil }

func (s *file) header(at tree.Place) *source.Node {
	out := s.object(at, headerFields, func(out *source.Node, m *source.Member, _ tree.Place) {
		if m.Name == "description" {
			out.Members = append(out.Members, *m)
		}
	})
	if out != at.Node {
		s.needDescription(at, headerFields, "type")
		s.describeValue(out, at, "header")
	}
	return out
}

// describeValue adds the style and the schema of a value to a parameter or a header.
func (s *file) describeValue(out *source.Node, at tree.Place, in string) {
	c := s.collection(at, in)
	s.addStyle(out, c)
	schema := tree.NewObject(at.Node)
	if c.opaque {
		s.opaque(schema, c.from)
	} else {
		s.simple(schema, at)
	}
	tree.Add(out, "schema", at.Node, s.from(at, schema))
}

// simple moves the keywords of a value that is no JSON into a schema.
func (s *file) simple(schema *source.Node, at tree.Place) {
	for i := range at.Node.Members {
		m := at.Node.Members[i]
		if !slices.Contains(simpleKeywords, m.Name) {
			continue
		}
		if m.Name == "items" {
			m.Value = s.items(at.Child(m.Name, m.Value))
		}
		schema.Members = append(schema.Members, m)
	}
}

// items rewrites the Items Object. Only one list of a value can be written by the styles of OpenAPI 3.
func (s *file) items(at tree.Place) *source.Node {
	out := s.object(at, itemsFields, func(*source.Node, *source.Member, tree.Place) {})
	if out == at.Node {
		return out
	}
	if c := s.collection(at, ""); c.opaque {
		s.opaque(out, c.from)
	} else {
		s.simple(out, at)
	}
	return out
}

// A collection is how a list becomes text.
type collection struct {
	style   string // "" for the one that the place has anyway
	explode bool
	opaque  bool // OpenAPI 3 has no such way
	from    tree.Place
}

// collection reads collectionFormat for a place: query, header, path or formData, "" for a list in a list. Swagger 2.0: Parameter Object.
func (s *file) collection(at tree.Place, in string) collection {
	c := collection{from: at}
	format := "csv"
	m := at.Node.Member("collectionFormat")
	isList := tree.TextOf(at.Node, "type") == "array"
	if m != nil {
		c.from = at.Child(m.Name, m.Value)
		if !isList {
			s.Warn(at.KeyPos(m), diag.RuleNoEffect, "\"collectionFormat\" has no effect without \"type: array\"")
		}
		format, _ = s.Text(c.from)
	}
	if !isList {
		return c
	}
	delimited := in == "query" || in == "formData"
	switch {
	case !slices.Contains([]string{"csv", "ssv", "tsv", "pipes", "multi"}, format):
		f := s.Warn(c.from.Pos(), diag.RuleValue, "%q is not a format of a collection; csv counts", format)
		if f.Hint = report.DidYouMean(format, []string{"pipes", "multi"}); f.Hint == "" {
			f.Hint = "it must be one of csv, ssv, tsv, pipes, multi"
		}
	case format == "multi" && !delimited:
		s.Warn(c.from.Pos(), diag.RuleValue, "the format multi is for parameters in query and formData only; csv counts")
	case in == "":
		c.opaque = true
		s.Warn(c.from.Pos(), diag.RuleNotEnforced, "a list in a list is a string here: its items, joined as %s, are not checked", format)
	case format == "csv" && delimited:
		c.style = "form"
	case format == "multi":
		c.style, c.explode = "form", true
	case format == "ssv" && delimited:
		c.style = "spaceDelimited"
	case format == "pipes" && delimited:
		c.style = "pipeDelimited"
	case format != "csv":
		c.opaque = true
		s.Warn(c.from.Pos(), diag.RuleNotEnforced, "a list of the format %s is a string here: its items are not checked", format).Hint =
			"join the items with a " + strings.NewReplacer("ssv", "space", "tsv", "tab", "pipes", "\"|\"").Replace(format)
	}
	return c
}

// addStyle adds what a collection says to a parameter, a header or an Encoding Object.
func (s *file) addStyle(out *source.Node, c collection) {
	if c.style == "" {
		return
	}
	tree.Add(out, "style", c.from.Node, s.from(c.from, tree.NewText(c.from.Node, c.style)))
	tree.Add(out, "explode", c.from.Node, s.from(c.from, tree.NewFlag(c.from.Node, c.explode)))
}

// opaque describes a list that the caller must join.
func (s *file) opaque(schema *source.Node, from tree.Place) {
	tree.Add(schema, "type", from.Node, s.from(from, tree.NewText(from.Node, "string")))
}
