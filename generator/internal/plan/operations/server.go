package operations

import (
	"cmp"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// A Server is a base URL of the document.
type Server struct {
	Server *api.Server
	Word   string
}

// planServers plans a constant or a function for each absolute base URL: ServerURL for one, ServerURL<Description> for several.
func (p *Planner) planServers() {
	for _, s := range p.Doc.Servers {
		if !strings.Contains(s.URL, "://") {
			p.findings.Info(s.Pos, diag.RuleNotGenerated, "server %s is relative: give the absolute URL to NewClient", cmp.Or(s.URL, `""`))
			continue
		}
		word := "ServerURL"
		if len(variables(s.URL)) > 1 {
			word = "Server"
		}
		p.operations.Servers = append(p.operations.Servers, &Server{Server: s, Word: word})
	}
	if len(p.operations.Servers) < 2 {
		return
	}
	for _, s := range p.operations.Servers {
		label := s.Server.Name
		if label == "" {
			label = words.PlainText(s.Server.Description)
		}
		if label == "" {
			label = strings.NewReplacer("https://", "", "http://", "").Replace(s.Server.URL)
		}
		if parts := strings.Fields(label); len(parts) > 4 {
			label = strings.Join(parts[:4], " ")
		}
		s.Word += p.Style.Suffix(label)
	}
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
