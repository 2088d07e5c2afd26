package emit

import (
	"fmt"
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
)

func patternDecl(p *gomodel.Pattern) jen.Code {
	head := doc(p.Doc, pageWidth).Var().Id(p.Name).Op("=")
	source := pair("source", rawText(p.Source))
	switch p.Engine {
	case gomodel.RE2Engine:
		if p.Go == p.Source {
			return head.Id("regex").Values(source)
		}
		return head.Id("regex").Add(multiLine(source, pair("expression", rawText(p.Go))))
	case gomodel.RunsEngine:
		parts := []jen.Code{source}
		if p.Empty {
			parts = append(parts, pair("optional", jen.True()))
		}
		parts = append(parts, pair("runs", jen.Index().Id("classRun").Add(classRuns(p.Runs))))
		return head.Id("pattern").Add(multiLine(parts...))
	}
	if p.Engine == gomodel.BacktrackingEngine {
		if p.Legacy {
			return head.Id("backtracking").Values(source, pair("legacy", jen.True()))
		}
		return head.Id("backtracking").Values(source)
	}
	panic(unprintable("no printer for engine " + strconv.Itoa(int(p.Engine))))
}

// classRuns prints the runs, one a line with the class in a comment.
func classRuns(list []gomodel.ClassRun) jen.Code {
	out := make([]jen.Code, len(list))
	for i, r := range list {
		class := jen.Id("charClass").Values(hex(r.Class[0]), hex(r.Class[1]))
		out[i] = jen.Values(class, jen.Lit(r.Min), number(int64(r.Max))).Op(",")
		if line := commentLine(r.Text); line != "//" {
			out[i] = jen.Add(out[i]).Comment(line)
		}
	}
	return jen.Custom(jen.Options{Open: "{", Close: "}", Multi: true}, out...)
}

func hex(bits uint64) jen.Code { return jen.Op(fmt.Sprintf("%#x", bits)) }
