package operations

import (
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/edits"
	"github.com/oas2go/oas2go/generator/internal/diff/effective"
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
		return effective.SchemaOf(d.old, d.oldContent)
	}
	return effective.SchemaOf(d.new, d.newContent)
}

// described compares the two descriptions. Only an edit between plain text and a media type, or between media types, is a change; at has
// the place and about the words of both.
func (c *comparer) described(p *effective.Pair, d described, at Place, about edits.Edit) {
	at.Old, at.New = effective.SchemaOf(d.old, d.oldContent), effective.SchemaOf(d.new, d.newContent)
	before, after := textOf(d.oldContent), textOf(d.newContent)
	if before != after {
		about.Sentence = before + " → " + after
		about.Facts.Old, about.Facts.New = before, after
		about.Old, about.New = at.Around.OldSide, at.Around.NewSide
		r := edits.Other
		if c.sameText(d, at.Old, at.New) {
			r = edits.Same
		}
		about.Judge(r, d.dir, about.Message)
		c.list.Add(p, d.dir, about)
		if r == edits.Other {
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
	return effective.MediaKey(content[0].Name)
}

// sameText reports whether all values are written alike as plain text and as JSON: numbers and booleans are.
func (c *comparer) sameText(d described, oldSchema, newSchema *api.Schema) bool {
	for _, content := range [][]api.Named[api.Use[api.MediaType]]{d.oldContent, d.newContent} {
		if len(content) > 0 && !effective.IsJSON(content[0].Name) {
			return false
		}
	}
	if oldSchema == nil || newSchema == nil {
		return false
	}
	kinds := c.old.Kinds.Kinds(oldSchema) | c.new.Kinds.Kinds(newSchema)
	return kinds&^(analysis.KindNumber|analysis.KindBoolean) == 0
}
