package diff

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// A finder finds the lines of keys that the model has no positions of, such as the description of an operation. It reads a file again
// when it is first asked about it.
type finder struct {
	trees map[*diag.File]*source.Document
}

// refine gives a side the position of its own key, where it has that of the object around it: the key of what would hold it if there is
// nothing.
func (f *finder) refine(s *change.Side) {
	if s.Pos.File == nil || s.Pos.Path == nil || s.Pos.File.Text == "" {
		return
	}
	tree := f.trees[s.Pos.File]
	if tree == nil {
		tree = source.Again(s.Pos.File)
		f.trees[s.Pos.File] = tree
	}
	path := s.Pos.Path.Original()
	if path == nil || path.Parent == nil && path.Token == "" {
		return
	}
	parent, _, ok := tree.FindTokens(tokens(path.Parent))
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
