package tables

import (
	"fmt"
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// Pattern prints a pattern for the engine that it was planned for.
func Pattern(p *gomodel.Pattern) jen.Code {
	head := golang.Doc(p.Doc, golang.PageWidth).Var().Id(p.Name).Op("=")
	source := golang.Pair("source", golang.RawText(p.Source))
	switch p.Engine {
	case gomodel.RE2Engine:
		if p.Go == p.Source {
			return head.Id("regex").Values(source)
		}
		return head.Id("regex").Add(golang.MultiLine(source, golang.Pair("expression", golang.RawText(p.Go))))
	case gomodel.RunsEngine:
		parts := []jen.Code{source}
		if p.Empty {
			parts = append(parts, golang.Pair("optional", jen.True()))
		}
		parts = append(parts, golang.Pair("runs", jen.Index().Id("classRun").Add(classRuns(p.Runs))))
		return head.Id("pattern").Add(golang.MultiLine(parts...))
	}
	if p.Engine == gomodel.SeveralEngine {
		parts := []jen.Code{source}
		if len(p.All) > 0 {
			parts = append(parts, golang.Pair("all", expressions(p.All)))
		}
		if len(p.None) > 0 {
			parts = append(parts, golang.Pair("none", expressions(p.None)))
		}
		return head.Id("conjunction").Add(golang.MultiLine(parts...))
	}
	if p.Engine == gomodel.BacktrackingEngine {
		if p.Legacy {
			return head.Id("backtracking").Values(source, golang.Pair("legacy", jen.True()))
		}
		return head.Id("backtracking").Values(source)
	}
	panic(golang.Unprintable("no printer for engine " + strconv.Itoa(int(p.Engine))))
}

// expressions prints a list of expressions of package regexp, one a line.
func expressions(list []string) jen.Code {
	out := make([]jen.Code, len(list))
	for i, source := range list {
		out[i] = jen.Values(golang.Pair("source", golang.RawText(source)))
	}
	return jen.Index().Id("regex").Add(golang.MultiLine(out...))
}

// classRuns prints the runs, one a line with the class in a comment.
func classRuns(list []gomodel.ClassRun) jen.Code {
	out := make([]jen.Code, len(list))
	for i, r := range list {
		class := jen.Id("charClass").Values(hex(r.Class[0]), hex(r.Class[1]))
		out[i] = jen.Values(class, jen.Lit(r.Min), golang.Number(int64(r.Max))).Op(",")
		if line := golang.CommentLine(r.Text); line != "//" {
			out[i] = jen.Add(out[i]).Comment(line)
		}
	}
	return jen.Custom(jen.Options{Open: "{", Close: "}", Multi: true}, out...)
}

func hex(bits uint64) jen.Code { return jen.Op(fmt.Sprintf("%#x", bits)) }
