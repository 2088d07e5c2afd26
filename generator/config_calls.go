package generator

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// group reads whether operations are grouped.
func (f *configFile) group(n *source.Node, path *diag.Path) {
	if n.Kind != source.String || n.Text != "tags" && n.Text != "none" {
		f.findings.Error(f.document.Pos(n, path), diag.RuleValue, "group is tags or none")
		return
	}
	f.config.Group = n.Text == "tags"
}

// generate reads what a package has beside models and client.
func (f *configFile) generate(n *source.Node, path *diag.Path) {
	const want = "generate is an array of service"
	f.texts(n, path, want, func(item *source.Node, path *diag.Path) {
		if item.Text != "service" {
			f.findings.Error(f.document.Pos(item, path), diag.RuleValue, "%s", want)
			return
		}
		f.config.Service = true
	})
}
