package client

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/plan/declarations"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// headerDecl builds the struct of headers, nil if there are none. of begins the words for what they belong to.
func (b *Builder) headerDecl(u declarations.Unit, set *operations.HeaderSet, of *words.Text, pos diag.Pos) *gomodel.HeaderType {
	if len(set.List) == 0 {
		return nil
	}
	d := &gomodel.HeaderType{Parse: b.Names.Parse(set)}
	d.Name, d.From = b.Names.Headers(set), pos
	d.Doc = gomodel.Doc{of.Spans}
	for _, x := range set.List {
		required := set.IsRequired(x)
		f := gomodel.HeaderField{Form: x.Form}
		f.Field = gomodel.Field{
			Name: b.Names.Of(x), Wire: x.Wire, Type: b.Declarations.ShapeType(x.Use.Shape), Hold: b.Declarations.Hold(x.Use, required, false), From: x.Header.Pos,
			Secret: b.isSecret(gomodel.InHeader, x.Wire, x.Schema),
		}
		f.Codec = b.reading(u).Codec(x.Use.Shape, d.Name+b.Names.Of(x))
		f.Checks = u.Checks(x.Use, d.Name+b.Names.Of(x))
		f.Doc = b.headerDoc(set, x)
		d.Fields = append(d.Fields, f)
	}
	return d
}

// parseDoc is the comment of the function that reads headers.
func (b *Builder) parseDoc(first *words.Text) gomodel.Doc {
	return gomodel.Doc{first.Add(" Rules that they break are an ").Link(b.Names.Own("InvalidError"), true, "").Add("; what could be read is there all the same.").Spans}
}

// headerCheck returns the function that checks the headers of an operation, "" if nothing can be wrong with them.
func (b *Builder) headerCheck(o *operations.Operation) string {
	for _, x := range o.Headers.List {
		if x.Form != gomodel.HeaderText || o.Headers.IsRequired(x) || x.Use.Shape != shapes.Shape(shapes.Scalar{Kind: gomodel.String}) || b.Declarations.HasChecks(x.Use) {
			return b.Names.Parse(&o.Headers)
		}
	}
	return ""
}

// neededHeaders returns what each success requires of headers, nil if all require the same.
func neededHeaders(o *operations.Operation) (list []gomodel.NeededHeaders) {
	any := false
	for _, status := range o.Headers.Statuses {
		needed := gomodel.NeededHeaders{Status: operations.StatusText(status), Names: o.Headers.RequiredFor(status)}
		list = append(list, needed)
		any = any || needed.Names != nil
	}
	if !any {
		return nil
	}
	return list
}

func (b *Builder) headerDoc(set *operations.HeaderSet, x *operations.Header) gomodel.Doc {
	line := &words.Text{}
	if !words.TellsName(b.Names.Of(x), x.Wire) || strings.ContainsAny(x.Wire, "-_") {
		line.Add("Header " + words.QuoteOdd(x.Wire) + ".")
	}
	description := words.PlainText(x.Header.Description)
	if description == "" && x.Schema != nil {
		description = words.PlainText(b.Analysis.Description(x.Schema))
	}
	if description != "" {
		line.Space().Add(words.Sentence(description))
	}
	b.Declarations.AddLimits(line, x.Use, set.IsRequired(x))
	if len(x.Requires) > 0 && !set.IsRequired(x) {
		var statuses []string
		for _, s := range x.Requires {
			statuses = append(statuses, operations.StatusText(s))
		}
		line.Space().Add("Required with status " + strings.Join(statuses, ", ") + ".")
	}
	if len(line.Spans) == 0 {
		return nil
	}
	return gomodel.Doc{line.Spans}
}
