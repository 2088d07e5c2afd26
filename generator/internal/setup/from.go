package setup

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// A From is the configuration of another generator.
type From struct {
	file     string // its path in the repository
	document *source.Document
	kind     *kind
}

// Open reads the configuration of another generator at path, which is file in the repository.
func Open(path, file string) (*From, error) {
	var findings diag.List
	d, err := source.ReadFile(path, &findings)
	switch {
	case err != nil:
		return nil, err
	case d.Root == nil || d.Root.Kind != source.Object || findings.Count(diag.Error) > 0:
		var b strings.Builder
		if err := diag.WriteText(&b, findings.All()); err != nil {
			return nil, err
		}
		return nil, fmt.Errorf("%s cannot be read:\n%s", path, strings.TrimSuffix(b.String(), "\n"))
	}
	from := &From{file: file, document: d, kind: kindOf(strings.ToLower(fileName(path)), d.Root)}
	if from.kind == nil {
		return nil, fmt.Errorf("%s is no configuration of oapi-codegen or ogen", path)
	}
	return from, nil
}

func fileName(name string) string { return path.Base(strings.ReplaceAll(name, `\`, "/")) }

// Configs returns the paths of the configurations of other generators, in order.
func (r *Repository) Configs() []string { return slices.Sorted(maps.Keys(r.configs)) }

// A Translator puts what configurations of other generators say into APIs.
type Translator struct {
	Repository *Repository
	Valid      func(name string) bool // for packages
	Notes      []Note
	parts      map[string][]string // of the package of each document
}

// DocumentOf returns the document that a configuration is for: that of the line for go generate which names it, otherwise the only one.
func (t *Translator) DocumentOf(f *From) (document string, ok bool) {
	if d, ok := t.directive(f); ok && d.document != "" {
		return d.document, true
	}
	if list := t.Repository.Documents; len(list) == 1 {
		return list[0].Path, true
	}
	return "", false
}

// directive returns the line for go generate that uses a configuration.
func (t *Translator) directive(f *From) (directive, bool) {
	i := slices.IndexFunc(t.Repository.directives, func(d directive) bool {
		byName := f.kind.outIsFolder && d.config == "" && d.dir == path.Dir(f.file) // ogen looks for its file where it runs
		return d.tool == f.kind.tool && (d.config == f.file || byName)
	})
	if i < 0 {
		return directive{}, false
	}
	return t.Repository.directives[i], true
}

// LeftOut notes that a configuration is not translated, because nothing says which document it is for.
func (t *Translator) LeftOut(f *From) {
	t.Notes = append(t.Notes, Note{
		Pos:  f.document.Pos(f.document.Root, nil),
		Key:  "the configuration of " + f.kind.name,
		Text: "it is not known which document it is for; oas2go init FILE --from " + f.file + " --document SPEC says it",
	})
}

// Apply puts what a configuration says into the API of its document.
func (t *Translator) Apply(f *From, a *API) {
	x := f.kind.translate(f.document)
	t.Notes = append(t.Notes, x.notes...)
	run := directive{dir: path.Dir(f.file)}
	if d, ok := t.directive(f); ok {
		run = d
	}
	if x.out != "" {
		run.out = place(run.dir, x.out)
	}
	if x.pkg != "" {
		run.pkg = x.pkg
	}
	_, isOurs := t.Repository.generated(a.Document)
	if run.out != "" && !isOurs {
		a.Out = path.Join(run.out, "oas2go")
	}
	if run.pkg != "" && t.Valid(run.pkg) {
		a.Package = run.pkg
	}
	if a.Package == path.Base(a.Out) {
		a.Package = ""
	}
	x.into(a)
	if t.parts == nil {
		t.parts = map[string][]string{}
	}
	t.parts[a.Document] = append(t.parts[a.Document], x.parts...)
	a.Settings = slices.DeleteFunc(a.Settings, func(s Setting) bool { return s.Key == "generate" })
	if value := generate(t.parts[a.Document]); value != "" {
		a.Settings = append(a.Settings, Setting{"generate", value})
	}
	comment := "As " + f.file + " has it, for " + f.kind.name + "."
	a.Comments = append(a.Comments, comment)
}
