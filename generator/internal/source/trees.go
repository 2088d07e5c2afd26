package source

import "github.com/oas2go/oas2go/generator/diag"

// Trees are the trees of files, for those who need them after the model was made. It is for one goroutine at a time.
type Trees struct {
	read map[*diag.File]*Document
	edit func(*Document) // nil: nothing changes a file that is read again
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

// Editing makes edit change what is read again as it was changed when it was read first.
func (t *Trees) Editing(edit func(*Document)) *Trees {
	t.edit = edit
	return t
}

// Of returns the tree of a file. Its Root is nil if the file has none.
func (t *Trees) Of(file *diag.File) *Document {
	d := t.read[file]
	if d == nil {
		if d = Again(file); t.edit != nil && d.Root != nil {
			t.edit(d)
		}
		t.read[file] = d
	}
	return d
}
