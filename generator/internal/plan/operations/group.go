package operations

import (
	"strconv"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/ident"
)

// A Group is the operations with one first tag.
type Group struct {
	Tag  string
	Word string   // its Go name
	Doc  *api.Tag // what the document says about it, nil for nothing
	Pos  diag.Pos // of that, or of the first operation
	List []*Operation
}

// Groups returns the operations by their first tags, in the order of the document. Those without tags are in none.
func (o *Operations) Groups(doc *api.Document, style ident.Style) (groups []*Group) {
	byTag := map[string]*Group{}
	for _, op := range o.List {
		if len(op.Op.Tags) == 0 {
			continue
		}
		tag := op.Op.Tags[0]
		g := byTag[tag]
		if g == nil {
			g = &Group{Tag: tag, Word: style.Exported(tag), Pos: op.Op.Pos}
			for _, t := range doc.Tags {
				if t.Name == tag {
					g.Doc, g.Pos = t, t.Pos
					break
				}
			}
			byTag[tag], groups = g, append(groups, g)
		}
		g.List = append(g.List, op)
	}
	return groups
}

// manyOperations is how many operations one type has before groups are recommended.
const manyOperations = 40

// RecommendGroups tells that a client has more methods than a reader finds his way in, if the document has tags to group them by.
func (o *Operations) RecommendGroups(doc *api.Document, style ident.Style, findings *diag.List) {
	if len(o.List) <= manyOperations || len(o.Groups(doc, style)) < 2 {
		return
	}
	f := findings.Info(o.List[0].Op.Pos, diag.RuleGroups, "Client has methods for %s operations", strconv.Itoa(len(o.List)))
	f.Hint = "group: tags in the configuration makes groups of them, such as client." + o.Groups(doc, style)[0].Word
}
