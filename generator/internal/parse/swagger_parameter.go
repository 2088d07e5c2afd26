package parse

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// parameter rewrites a parameter that is no body: what it says of the value goes into a schema.
func (s *swagger) parameter(at place) *source.Node {
	if isReference(at.node) {
		return at.node
	}
	out := s.object(at, &swaggerParameter, func(out *source.Node, m *source.Member, _ place) {
		if m.Name != "collectionFormat" && !slices.Contains(simpleKeywords, m.Name) {
			out.Members = append(out.Members, *m)
		}
	})
	if out != at.node {
		s.needDescription(at, &swaggerParameter, "type")
		s.describeValue(out, at, textOf(at.node, "in"))
	}
	return out
}

func isReference(n *source.Node) bool { return n.Get("$ref") != nil }

func (s *swagger) header(at place) *source.Node {
	out := s.object(at, &swaggerHeader, func(out *source.Node, m *source.Member, _ place) {
		if m.Name == "description" {
			out.Members = append(out.Members, *m)
		}
	})
	if out != at.node {
		s.needDescription(at, &swaggerHeader, "type")
		s.describeValue(out, at, "header")
	}
	return out
}

// describeValue adds the style and the schema of a value to a parameter or a header.
func (s *swagger) describeValue(out *source.Node, at place, in string) {
	c := s.collection(at, in)
	s.addStyle(out, c)
	schema := newObject(at.node)
	if c.opaque {
		s.opaque(schema, c.from)
	} else {
		s.simple(schema, at)
	}
	add(out, "schema", at.node, s.from(at, schema))
}

// simple moves the keywords of a value that is no JSON into a schema.
func (s *swagger) simple(schema *source.Node, at place) {
	for i := range at.node.Members {
		m := at.node.Members[i]
		if !slices.Contains(simpleKeywords, m.Name) {
			continue
		}
		if m.Name == "items" {
			m.Value = s.items(at.child(m.Name, m.Value))
		}
		schema.Members = append(schema.Members, m)
	}
}

// items rewrites the Items Object. Only one list of a value can be written by the styles of OpenAPI 3.
func (s *swagger) items(at place) *source.Node {
	out := s.object(at, &swaggerItems, func(*source.Node, *source.Member, place) {})
	if out == at.node {
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
	from    place
}

// collection reads collectionFormat for a place: query, header, path or formData, "" for a list in a list. Swagger 2.0: Parameter Object.
func (s *swagger) collection(at place, in string) collection {
	c := collection{from: at}
	format := "csv"
	m := at.node.Member("collectionFormat")
	isList := textOf(at.node, "type") == "array"
	if m != nil {
		c.from = at.child(m.Name, m.Value)
		if !isList {
			s.p.Warn(s.p.keyPos(at, m), diag.RuleNoEffect, "\"collectionFormat\" has no effect without \"type: array\"")
		}
		format, _ = s.p.text(c.from)
	}
	if !isList {
		return c
	}
	delimited := in == "query" || in == "formData"
	switch {
	case !slices.Contains([]string{"csv", "ssv", "tsv", "pipes", "multi"}, format):
		f := s.p.Warn(s.p.pos(c.from), diag.RuleValue, "%q is no format of a collection; csv counts", format)
		if f.Hint = report.DidYouMean(format, []string{"pipes", "multi"}); f.Hint == "" {
			f.Hint = "it must be one of csv, ssv, tsv, pipes, multi"
		}
	case format == "multi" && !delimited:
		s.p.Warn(s.p.pos(c.from), diag.RuleValue, "the format multi is for parameters in query and formData only; csv counts")
	case in == "":
		c.opaque = true
		s.p.Warn(s.p.pos(c.from), diag.RuleNotEnforced, "a list in a list is a string here: its items, joined as %s, are not checked", format)
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
		s.p.Warn(s.p.pos(c.from), diag.RuleNotEnforced, "a list of the format %s is a string here: its items are not checked", format).Hint =
			"join the items with a " + strings.NewReplacer("ssv", "space", "tsv", "tab", "pipes", "\"|\"").Replace(format)
	}
	return c
}

// addStyle adds what a collection says to a parameter, a header or an Encoding Object.
func (s *swagger) addStyle(out *source.Node, c collection) {
	if c.style == "" {
		return
	}
	add(out, "style", c.from.node, s.from(c.from, newText(c.from.node, c.style)))
	add(out, "explode", c.from.node, s.from(c.from, newFlag(c.from.node, c.explode)))
}

// opaque describes a list that the caller must join.
func (s *swagger) opaque(schema *source.Node, from place) {
	add(schema, "type", from.node, s.from(from, newText(from.node, "string")))
}
