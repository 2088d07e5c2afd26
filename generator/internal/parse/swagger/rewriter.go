package swagger

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/locate"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// A Rewriter rewrites the files of Swagger 2.0 among those of a document, each for itself.
type Rewriter struct {
	*tree.Reader
	links *locate.Files // as they are written; references between files of Swagger 2.0 lead through them
	files map[*tree.Resource]*file
}

// New returns a rewriter for files, whose dialect it becomes.
func New(r *tree.Reader, files *locate.Files) *Rewriter {
	w := &Rewriter{Reader: r, links: files, files: map[*tree.Resource]*file{}}
	files.Dialect = w
	return w
}

// Version returns what a file that does not say "openapi" is read as: otherwise, unless it is a document of Swagger 2.0.
func (w *Rewriter) Version(d *source.Document, otherwise api.Version) api.Version {
	if isDocument(d) {
		return version()
	}
	return otherwise
}

// Rewrite replaces the tree of a file whose root is an object of Swagger 2.0. What a fragment, a file without version that such a file
// refers to, has where is not known: each object is rewritten when a reference says what it is.
func (w *Rewriter) Rewrite(res, from *tree.Resource) {
	if isDocument(res.File.Source) {
		s := w.add(res)
		res.Root.Node = s.root(s.written)
	} else if whole := w.files[from]; whole != nil {
		s := w.add(res)
		s.consumes, s.produces = whole.consumes, whole.produces
	}
}

func (w *Rewriter) add(res *tree.Resource) *file {
	written := new(*res)
	written.Root.Resource = written
	res.Origin = map[*source.Node]*diag.Path{}
	s := &file{Rewriter: w, written: written.Root, moves: moves{origin: res.Origin, wrappers: map[*source.Node]bool{}},
		converted: map[*source.Node]*source.Node{}}
	w.files[res] = s
	return s
}

// Walk follows a JSON pointer of a file as it was written and returns where its target is now.
func (w *Rewriter) Walk(res *tree.Resource, pointer string) locate.Located {
	return w.files[res].walk(res, pointer)
}

// Convert returns the object that a reference leads to in the form of OpenAPI 3.0. It is called for what was read as nothing yet, so
// what stands at a place that the specification does not define: #/x-models/A.
func (w *Rewriter) Convert(at tree.Place, f *tree.Fields) *source.Node {
	return w.files[at.Resource].convert(at, f)
}

// A file is one of Swagger 2.0.
type file struct {
	*Rewriter
	written tree.Place // the root in the file; paths below it are those of the file
	moves
	converted map[*source.Node]*source.Node // what references reach that no object of the specification holds
	consumes  []mediaName                   // of the whole file
	produces  []mediaName
	copied    int // nodes that stand at one place more than in the file
}

// ReadVersion returns the version of a document that says "swagger": it is read as what it is rewritten to. ok is
// false, with a finding, if it is another version than 2.0.
func ReadVersion(d *source.Document, findings *diag.List) (v api.Version, ok bool) {
	n := d.Root.Get("swagger")
	pos := d.Pos(n, (*diag.Path)(nil).Child("swagger"))
	v = version()
	switch {
	case n.Kind == source.String && n.Text == "2.0":
	case n.Kind == source.Number && (n.Text == "2.0" || n.Text == "2"), n.Kind == source.String && n.Text == "2":
		findings.Warn(pos, diag.RuleVersion, "\"swagger\" must be the string \"2.0\"; it is read as that").Hint = "write \"2.0\", with the quotes"
	case n.Kind != source.String && n.Kind != source.Number:
		findings.Error(pos, diag.RuleVersion, "\"swagger\" must be the string \"2.0\", not %s", tree.WithArticle(n.Kind))
		return v, false
	default:
		findings.Error(pos, diag.RuleVersion, "version %q of Swagger is not supported", n.Text).Hint = "supported are Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2"
		return v, false
	}
	return v, true
}

// version is what the objects of a rewritten file are read as.
func version() api.Version { return api.Version{Text: "2.0", Major: 3} }

// isDocument reports whether another file is a whole document of Swagger 2.0.
func isDocument(d *source.Document) bool {
	v := d.Root.Get("swagger")
	return v != nil && strings.HasPrefix(v.Text, "2")
}
