package diag

import (
	"hash/maphash"
	"path"
	"strconv"
	"strings"
)

// A File is one input text.
type File struct {
	Name string // as findings show it: the path that the user gave, or relative to the entry document
	URI  string // base URI for references, RFC 3986 section 5.1
	Text string // that positions count in, for excerpts; "" if it is not known
	// Relative is the way from the folder of the entry document, with slashes: the same wherever the documents are. It is "" for the
	// entry document.
	Relative string

	joined []joined
}

// Stem returns the word that the file of a single thing is named after: schemas/pet-owner.schema.json is pet-owner.
func (f *File) Stem() string {
	base := path.Base(f.Relative)
	return strings.TrimSuffix(strings.TrimSuffix(base, path.Ext(base)), ".schema")
}

// A Pos is a place in a document. The zero Pos is unknown. What an overlay has put there is written elsewhere: see [Pos.Written].
type Pos struct {
	File         *File
	Path         *Path
	Line, Column uint32 // from 1; Column counts bytes
}

// String returns file:line:column.
func (p Pos) String() string {
	if p.File == nil {
		return "-"
	}
	p = p.Written()
	return p.File.Name + ":" + strconv.Itoa(int(p.Line)) + ":" + strconv.Itoa(int(p.Column))
}

// Address returns file#pointer, the identity of a node in a run.
func (p Pos) Address() string {
	var room [128]byte
	b := room[:0]
	if p.File != nil {
		b = append(b, p.File.Name...)
	}
	return string(p.Path.appendTo(append(b, '#')))
}

// Key is the identity of a node that does not hang on where the documents are: its pointer, behind the file unless that is the
// entry document.
func (p Pos) Key() string {
	if !p.Elsewhere() {
		return p.Path.Pointer()
	}
	return p.Relative() + "#" + p.Path.Pointer()
}

// Elsewhere reports whether p is in another file than the entry document.
func (p Pos) Elsewhere() bool { return p.Relative() != "" }

// Relative returns the way to the file from the folder of the entry document, "" for that document.
func (p Pos) Relative() string {
	if p.File == nil {
		return ""
	}
	return p.File.Relative
}

// A Path is a JSON pointer (RFC 6901) as a list of tokens from the leaf to the root, so that siblings share their parents and
// no text is built before somebody asks. Nil is the root.
type Path struct {
	Parent *Path
	Token  string // unescaped
	// Origin is where the file has what stands here, if that is elsewhere: parse rewrites documents of Swagger 2.0.
	Origin *Path
}

// Child returns the path of a member or an element.
func (p *Path) Child(token string) *Path { return &Path{Parent: p, Token: token} }

// Original returns the path in the file: p itself unless something on the way has been moved.
func (p *Path) Original() *Path {
	if p == nil {
		return nil
	}
	if p.Origin != nil {
		return p.Origin
	}
	parent := p.Parent.Original()
	if parent == p.Parent {
		return p
	}
	return parent.Child(p.Token)
}

var pointerEscaper = strings.NewReplacer("~", "~0", "/", "~1")

// Pointer returns the text of p, "" for the root.
func (p *Path) Pointer() string {
	var room [128]byte
	return string(p.appendTo(room[:0]))
}

// sum returns a hash of the tokens.
func (p *Path) sum(seed maphash.Seed) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	for ; p != nil; p = p.Parent {
		_, _ = h.WriteString(p.Token)
		_ = h.WriteByte('/')
	}
	return h.Sum64()
}

// appendTo writes the text of p behind b.
func (p *Path) appendTo(b []byte) []byte {
	if p == nil {
		return b
	}
	b = append(p.Parent.appendTo(b), '/')
	if strings.IndexByte(p.Token, '~') >= 0 || strings.IndexByte(p.Token, '/') >= 0 {
		return append(b, pointerEscaper.Replace(p.Token)...)
	}
	return append(b, p.Token...)
}
