package operations

import (
	"cmp"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// An ownServer is the server of one operation or path.
type ownServer struct {
	Model *gomodel.OwnServer
	Note  string
}

// serverOf returns the server of an operation that has its own, or that of its path; nil for none. It is used by clients that were
// made with a base URL of the document: another one, such as that of a test, stands for all servers.
func serverOf(doc *api.Document, item *api.PathItem, op *api.Operation, findings *diag.List) *ownServer {
	list := op.Servers
	if len(list) == 0 {
		list = item.Servers
	}
	if len(list) == 0 {
		return nil
	}
	own := PlainURL(list[0])
	var main []string
	for _, s := range doc.Servers {
		if url := PlainURL(s); strings.Contains(url, "://") {
			main = append(main, strings.TrimRight(url, "/"))
		}
	}
	if len(main) == 1 && main[0] == strings.TrimRight(own, "/") {
		return nil
	}
	if !strings.Contains(own, "://") || strings.ContainsAny(own, "{}") {
		findings.Info(list[0].Pos, diag.RuleNotGenerated, "server %s is relative: give the absolute URL with WithBaseURL", cmp.Or(list[0].URL, `""`))
		return nil
	}
	return &ownServer{
		Model: &gomodel.OwnServer{URL: strings.TrimRight(own, "/"), Main: main},
		Note:  "It goes to " + own + ", unless the client was made with a base URL that is not of the document. WithBaseURL changes it.",
	}
}

// PlainURL returns the URL of a server with the defaults of its variables.
func PlainURL(s *api.Server) string {
	url := s.URL
	for _, v := range s.Variables {
		url = strings.ReplaceAll(url, "{"+v.Name+"}", v.Value.Default)
	}
	return url
}
