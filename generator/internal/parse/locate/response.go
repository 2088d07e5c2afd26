package locate

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// SchemaResponse returns the response that a reference to a component schema means where one to a response is wanted: that schema is
// its body. inside says where a response has its schema.
func (fs *Files) SchemaResponse(at tree.Place, inside ...string) (tree.Place, bool) {
	ref := at.Node.Get("$ref")
	if ref == nil || ref.Kind != source.String {
		return at, false
	}
	_, fragment, _ := strings.Cut(ref.Text, "#")
	if !strings.HasPrefix(fragment, "/components/schemas/") && !strings.HasPrefix(fragment, "/definitions/") {
		return at, false
	}
	text := at.Child("$ref", ref)
	if found := fs.Locate(at.Resource, ref.Text, text.Pos()); found.Failed() {
		return at, false
	}
	fs.r.Warn(text.Pos(), diag.RuleRefKind, "%q leads to a Schema Object, not to a Response Object; it is read as the body of one", ref.Text)
	body := at.Node
	for i := len(inside) - 1; i >= 0; i-- {
		outer := tree.NewObject(at.Node)
		tree.Add(outer, inside[i], at.Node, body)
		body = outer
	}
	tree.Add(body, "description", at.Node, tree.NewText(at.Node, ""))
	at.Node = body
	return at, true
}
