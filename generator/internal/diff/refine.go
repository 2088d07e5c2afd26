package diff

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// refine gives a side the position of its own key, where it has that of the object around it: the key of what would hold it if there is
// nothing. The model has no positions of some keys, such as the description of an operation.
func refine(s *change.Side, trees *source.Trees) {
	if s.Pos.File == nil || s.Pos.Path == nil || s.Pos.File.Text == "" {
		return
	}
	path := s.Pos.Path.Original()
	if path == nil || path.Parent == nil && path.Token == "" {
		return
	}
	parent, _, ok := trees.Of(s.Pos.File).FindTokens(tokens(path.Parent))
	if !ok || parent == nil {
		return
	}
	if m := parent.Member(path.Token); m != nil {
		s.Pos.Line, s.Pos.Column = m.Line, m.Column
	}
}

func tokens(p *diag.Path) (list []string) {
	for ; p != nil; p = p.Parent {
		list = append([]string{p.Token}, list...)
	}
	return list
}
