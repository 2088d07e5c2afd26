package operations

import (
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// A described is a value that both documents describe by a schema or by the media type of its text: that of a parameter or a header.
type described struct {
	old, new               *api.Schema
	oldContent, newContent []api.Named[api.Use[api.MediaType]]
	dir                    change.Direction
}

// bySide returns the schema of those whose messages count: of the old document if they are sent.
func (d described) bySide(dir change.Direction) *api.Schema {
	if dir == change.Request {
		return schemaOr(d.old, d.oldContent)
	}
	return schemaOr(d.new, d.newContent)
}

func schemaOr(s *api.Schema, content []api.Named[api.Use[api.MediaType]]) *api.Schema {
	if s == nil && len(content) > 0 && content[0].Value.Value != nil {
		return content[0].Value.Value.Schema
	}
	return s
}

// described compares the two descriptions. Only an edit between plain text and a media type, or between media types, is a change; at has
// the place and about the words of both.
func (c *comparer) described(p *pair, d described, at Place, about edit) {
	at.Old, at.New = schemaOr(d.old, d.oldContent), schemaOr(d.new, d.newContent)
	before, after := textOf(d.oldContent), textOf(d.newContent)
	if before != after {
		about.sentence = before + " → " + after
		about.facts.Old, about.facts.New = before, after
		about.old, about.new = at.Around.OldSide, at.Around.NewSide
		r := other
		if c.sameText(d, at.Old, at.New) {
			r = same
		}
		about.judge(r, d.dir, about.message)
		c.add(p, d.dir, about)
		if r == other {
			return // the values are written otherwise, whatever they are
		}
	}
	at.Around.OldSide, at.Around.NewSide = schemaSide(at.Old, at.Around.OldSide), schemaSide(at.New, at.Around.NewSide)
	c.place(p, at)
}

// textOf says how a value becomes text.
func textOf(content []api.Named[api.Use[api.MediaType]]) string {
	if len(content) == 0 {
		return "plain text"
	}
	return mediaKey(content[0].Name)
}

// sameText reports whether all values are written alike as plain text and as JSON: numbers and booleans are.
func (c *comparer) sameText(d described, oldSchema, newSchema *api.Schema) bool {
	for _, content := range [][]api.Named[api.Use[api.MediaType]]{d.oldContent, d.newContent} {
		if len(content) > 0 && !isJSON(content[0].Name) {
			return false
		}
	}
	if oldSchema == nil || newSchema == nil {
		return false
	}
	kinds := c.old.kinds.Kinds(oldSchema) | c.new.kinds.Kinds(newSchema)
	return kinds&^(analysis.KindNumber|analysis.KindBoolean) == 0
}
