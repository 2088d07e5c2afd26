package plan

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/ident"
)

// A server is a base URL of the document.
type server struct {
	server *api.Server
	word   string
}

// planServers plans a constant or a function for each absolute base URL: ServerURL for one, ServerURL<Description> for several.
func (p *planner) planServers() {
	for _, s := range p.doc.Servers {
		if !strings.Contains(s.URL, "://") {
			p.findings.Info(s.Pos, diag.RuleNotGenerated, "server %s is relative: give the absolute URL to NewClient", cmp.Or(s.URL, `""`))
			continue
		}
		word := "ServerURL"
		if len(variables(s.URL)) > 1 {
			word = "Server"
		}
		p.operations.servers = append(p.operations.servers, &server{server: s, word: word})
	}
	if len(p.operations.servers) < 2 {
		return
	}
	for _, s := range p.operations.servers {
		words := s.server.Name
		if words == "" {
			words = plainText(s.server.Description)
		}
		if words == "" {
			words = strings.NewReplacer("https://", "", "http://", "").Replace(s.server.URL)
		}
		if parts := strings.Fields(words); len(parts) > 4 {
			words = strings.Join(parts[:4], " ")
		}
		s.word += p.style.Suffix(words)
	}
}

func (p *planner) serverDecl(s *server) gomodel.Decl {
	d := &gomodel.ServerURL{}
	d.Name, d.From = p.named.Of(s), s.server.Pos
	index := map[string]int{}
	rest := s.server.URL
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
			v, _ := api.Find(s.server.Variables, name)
			d.Variables = append(d.Variables, gomodel.ServerVar{Name: name, Wire: name, Default: v.Default, Enum: v.Enum, Doc: variableDoc(v)})
		}
		d.Parts = append(d.Parts, gomodel.URLPart{Var: i})
		rest = after
	}
	p.nameVariables(d.Variables)
	d.Doc = serverDoc(d, s)
	return d
}

// variables returns the distinct names in the braces of a URL.
func variables(url string) (names []string) {
	for rest := url; ; {
		_, behind, found := strings.Cut(rest, "{")
		name, after, _ := strings.Cut(behind, "}")
		if !found {
			return names
		}
		if rest = after; !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
}

// nameVariables tells variables apart that fold to one Go name, in the order of the URL, which is that of the arguments.
func (p *planner) nameVariables(list []gomodel.ServerVar) {
	var scope ident.Scope
	scope.Reserve("URL")
	for i := range list {
		v := &list[i]
		name, otherwise := p.style.Local(v.Name), "Variable"
		if len(list) > 1 {
			name = p.style.Exported(v.Name)
		}
		v.Name = scope.Assign([]ident.Claim{{Ladder: []string{name, name + otherwise}, Key: name + strconv.Itoa(i)}})[0]
	}
}

func variableDoc(v api.ServerVariable) gomodel.Doc {
	line := (&text{}).add(sentence(plainText(v.Description)))
	if len(v.Enum) > 0 {
		line.space().add("One of " + strings.Join(v.Enum, ", ") + ".")
	}
	if v.Default != "" {
		line.space().add("It is " + v.Default + " if it is empty.")
	}
	return gomodel.Doc{line.spans}
}

func serverDoc(d *gomodel.ServerURL, s *server) gomodel.Doc {
	line := d.Name + " is the base URL " + s.server.URL + "."
	switch {
	case len(d.Variables) > 1:
		line = d.Name + " is the server " + s.server.URL + ". Its zero value is the default."
	case len(d.Variables) == 1:
		line = d.Name + " gives the base URL " + s.server.URL + "."
		for _, v := range d.Variables {
			line += " An empty " + v.Name + " stands for " + v.Default + "."
			if len(v.Enum) > 0 {
				line += " The values of " + v.Name + " are " + strings.Join(v.Enum, ", ") + "; NewClient refuses a URL with another one."
			}
		}
	}
	description := blocks(s.server.Description)
	if first, ok := firstText(description); ok {
		description[0] = gomodel.Text{{Text: capital(first)}}
	}
	return append(gomodel.Doc{gomodel.Text{{Text: line}}}, description...)
}
