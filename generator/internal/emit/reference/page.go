package reference

import (
	"fmt"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// Page returns the reference of a package, below the line header.
func Page(p *gomodel.Package, header string) []byte {
	w := &writer{pkg: p, anchors: map[string]string{}, params: map[string]*gomodel.Params{}}
	sections := w.sort()
	w.line(header)
	w.paragraph("# Package " + p.Name)
	w.doc(p.Doc)
	w.contents(sections)
	for _, s := range sections {
		if len(s.decls) > 0 {
			w.paragraph("## " + s.title)
			for _, d := range s.decls {
				w.decl(d)
			}
		}
	}
	return []byte(w.b.String())
}

// A section is the declarations that stand together.
type section struct {
	title string
	decls []gomodel.Decl
}

// A writer writes one page.
type writer struct {
	pkg     *gomodel.Package
	b       strings.Builder
	anchors map[string]string // by declared name
	params  map[string]*gomodel.Params
}

// sort returns the sections in the order of the page, and gives each declaration that has a heading its anchor.
func (w *writer) sort() []section {
	options, operations, webhooks, types := section{title: "Options"}, section{title: "Operations"}, section{title: "Webhooks"}, section{title: "Types"}
	servers := section{title: "Servers"}
	for _, f := range w.pkg.Files {
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *gomodel.Params:
				w.params[d.Name] = d
			case *gomodel.Operation, *gomodel.Pages:
				operations.decls = append(operations.decls, d)
			case *gomodel.Webhook, *gomodel.Sender, *gomodel.Send, *gomodel.CallbackURL:
				webhooks.decls = append(webhooks.decls, d)
			case *gomodel.CredentialOption, *gomodel.ValueOption:
				options.decls = append(options.decls, d)
			case *gomodel.ServerURL:
				servers.decls = append(servers.decls, d)
			case *gomodel.Struct, *gomodel.Tuple, *gomodel.MapType, *gomodel.ListType, *gomodel.NamedType, *gomodel.Enum, *gomodel.Union,
				*gomodel.RawType, *gomodel.Alias, *gomodel.Form, *gomodel.ResultUnion, *gomodel.HeaderType:
				types.decls = append(types.decls, d)
			}
		}
	}
	sections := []section{servers, options, operations, webhooks, types}
	used := map[string]int{}
	for _, s := range sections {
		for _, d := range s.decls {
			w.anchor(heading(d), d.Common().Name, used)
		}
	}
	return sections
}

// anchor notes where a heading is: GitHub makes its lower case, and counts those that are alike.
func (w *writer) anchor(heading, name string, used map[string]int) {
	slug := strings.ToLower(strings.ReplaceAll(heading, ".", ""))
	n := used[slug]
	used[slug]++
	if n > 0 {
		slug += fmt.Sprintf("-%d", n)
	}
	w.anchors[heading] = slug
}

// heading is the title of a declaration: the name as Go code of other packages has it, behind the client if it is a method.
func heading(d gomodel.Decl) string {
	switch d := d.(type) {
	case *gomodel.Operation:
		return "Client." + d.Called()
	case *gomodel.Send:
		return d.Grouped.Type + "." + d.Grouped.Name
	case *gomodel.Pages:
		return "Client." + d.Called()
	}
	return d.Common().Name
}

// contents lists the operations, each with a link.
func (w *writer) contents(sections []section) {
	t := table{head: []string{"Method", "Request", "What it does"}}
	for _, s := range sections {
		for _, d := range s.decls {
			switch o := d.(type) {
			case *gomodel.Operation:
				t.add(w.link(heading(o), o.Called()), code(o.Method+" "+o.Template), w.sentence(o.Doc))
			case *gomodel.Pages:
				t.add(w.link(heading(o), o.Called())+", "+code(o.CalledAll()), "", w.sentence(o.Doc))
			}
		}
	}
	w.table(t)
}

// link returns a link to a heading of the page, or the bare text if there is none.
func (w *writer) link(heading, text string) string {
	if slug, ok := w.anchors[heading]; ok {
		return "[" + code(text) + "](#" + slug + ")"
	}
	return code(text)
}

func (w *writer) line(text string) { w.b.WriteString(text + "\n") }

// paragraph writes text behind an empty line.
func (w *writer) paragraph(text string) { w.b.WriteString("\n" + text + "\n") }

func (w *writer) code(lines ...string) {
	w.paragraph("```go\n" + strings.Join(lines, "\n") + "\n```")
}
