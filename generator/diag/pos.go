package diag

import (
	"strconv"
	"strings"
)

// A File is one input text.
type File struct {
	Name string // as findings show it: the path that the user gave, or relative to the entry document
	URI  string // base URI for references, RFC 3986 section 5.1
	Text string // that positions count in, for excerpts; "" if it is not known
}

// A Pos is a place in a document. The zero Pos is unknown.
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
	return p.File.Name + ":" + strconv.Itoa(int(p.Line)) + ":" + strconv.Itoa(int(p.Column))
}

// Address returns file#pointer, the identity of a node in a run.
func (p Pos) Address() string {
	if p.File == nil {
		return "#" + p.Path.Pointer()
	}
	return p.File.Name + "#" + p.Path.Pointer()
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
	var tokens []string
	for ; p != nil; p = p.Parent {
		tokens = append(tokens, "/"+pointerEscaper.Replace(p.Token))
	}
	var b strings.Builder
	for i := len(tokens) - 1; i >= 0; i-- {
		b.WriteString(tokens[i])
	}
	return b.String()
}
