package source

import "github.com/oas2go/oas2go/generator/diag"

// Trees are the trees of files, for those who need them after the model was made. It is for one goroutine at a time.
type Trees struct {
	read map[*diag.File]*Document
}

// NewTrees returns the trees of the files that somebody has kept; others are read again. Parse writes out references in place of maps, so a
// tree that was kept has their entries, and one that is read again has the reference.
func NewTrees(kept ...*Document) *Trees {
	t := &Trees{read: map[*diag.File]*Document{}}
	for _, d := range kept {
		t.read[d.File] = d
	}
	return t
}

// Of returns the tree of a file. Its Root is nil if the file has none.
func (t *Trees) Of(file *diag.File) *Document {
	d := t.read[file]
	if d == nil {
		d = Again(file)
		t.read[file] = d
	}
	return d
}
