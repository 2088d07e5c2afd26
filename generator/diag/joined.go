package diag

import "strings"

// A joined is a text of which parts stand in the tree of another file: an overlay of a document. Its lines are numbered behind those of the
// file, so that a line alone says in which text something is written.
type joined struct {
	file   *File
	before uint32 // lines before its first one
}

// Join makes the text of other a part of f, and returns how much to add to its lines. A text that is a part already keeps its lines. Nobody
// else may use f meanwhile.
func (f *File) Join(other *File) (before uint32) {
	last := f
	for _, j := range f.joined {
		if j.file == other {
			return j.before
		}
		last, before = j.file, j.before
	}
	before += lineCount(last.Text)
	f.joined = append(f.joined, joined{other, before})
	return before
}

// lineCount returns how many lines a text can have at the most.
func lineCount(text string) uint32 {
	return uint32(strings.Count(text, "\n") + strings.Count(text, "\r") + 1)
}

// Joined returns the texts that are a part of f, in the order in which they became one.
func (f *File) Joined() (list []*File) {
	for _, j := range f.joined {
		list = append(list, j.file)
	}
	return list
}

// Written returns where the text of p stands: its file is an overlay where an overlay has put it. The path stays that in the document.
func (p Pos) Written() Pos {
	if p.File == nil {
		return p
	}
	for i := len(p.File.joined) - 1; i >= 0; i-- {
		if j := p.File.joined[i]; p.Line > j.before {
			p.File, p.Line = j.file, p.Line-j.before
			return p
		}
	}
	return p
}
