package client

import (
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/ident"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

func (b *Builder) serverDecl(s *operations.Server) gomodel.Decl {
	d := &gomodel.ServerURL{}
	d.Name, d.From = b.Names.Of(s), s.Server.Pos
	index := map[string]int{}
	rest := s.Server.URL
	for rest != "" {
		text, behind, found := strings.Cut(rest, "{")
		if text != "" {
			d.Parts = append(d.Parts, gomodel.URLPart{Text: text})
		}
		if !found {
			break
		}
		name, after, _ := strings.Cut(behind, "}")
		i, again := index[name]
		if !again {
			i = len(d.Variables)
			index[name] = i
			v, _ := api.Find(s.Server.Variables, name)
			d.Variables = append(d.Variables, gomodel.ServerVar{Name: name, Wire: name, Default: v.Default, Enum: v.Enum, Doc: variableDoc(v)})
		}
		d.Parts = append(d.Parts, gomodel.URLPart{Var: i})
		rest = after
	}
	b.nameVariables(d.Variables)
	d.Doc = serverDoc(d, s)
	return d
}

// nameVariables tells variables apart that fold to one Go name, in the order of the URL, which is that of the arguments.
func (b *Builder) nameVariables(list []gomodel.ServerVar) {
	var scope ident.Scope
	scope.Reserve("URL")
	for i := range list {
		v := &list[i]
		name, otherwise := b.Style.Local(v.Name), "Variable"
		if len(list) > 1 {
			name = b.Style.Exported(v.Name)
		}
		v.Name = scope.Assign([]ident.Claim{{Ladder: []string{name, name + otherwise}, Key: name + strconv.Itoa(i)}})[0]
	}
}

func variableDoc(v api.ServerVariable) gomodel.Doc {
	line := (&words.Text{}).Add(words.Sentence(words.PlainText(v.Description)))
	if len(v.Enum) > 0 {
		line.Space().Add("One of " + strings.Join(v.Enum, ", ") + ".")
	}
	if v.Default != "" {
		line.Space().Add("It is " + v.Default + " if it is empty.")
	}
	return gomodel.Doc{line.Spans}
}

func serverDoc(d *gomodel.ServerURL, s *operations.Server) gomodel.Doc {
	line := d.Name + " is the base URL " + s.Server.URL + "."
	switch {
	case len(d.Variables) > 1:
		line = d.Name + " is the server " + s.Server.URL + ". Its zero value is the default."
	case len(d.Variables) == 1:
		line = d.Name + " gives the base URL " + s.Server.URL + "."
		for _, v := range d.Variables {
			line += " An empty " + v.Name + " stands for " + v.Default + "."
			if len(v.Enum) > 0 {
				line += " The values of " + v.Name + " are " + strings.Join(v.Enum, ", ") + "; NewClient refuses a URL with another one."
			}
		}
	}
	description := words.Blocks(s.Server.Description)
	if first, ok := words.FirstText(description); ok {
		description[0] = gomodel.Text{{Text: words.Capital(first)}}
	}
	return append(gomodel.Doc{gomodel.Text{{Text: line}}}, description...)
}
