package rewrite

import (
	"fmt"
	"math/rand/v2"
	"net/url"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/proof/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// extract moves schemas into the components.
func extract(d *tree.Document, r *rand.Rand) (n int) {
	named, prefix := components(d)
	if !named.Is(source.Object) {
		return 0
	}
	discriminates := has(d, "discriminator")
	isComponent := map[*tree.Node]bool{}
	for _, m := range named.Members {
		isComponent[m.Value] = true
	}
	for _, p := range d.Schemas() {
		if isComponent[p.Node] || !movable(p.Node) || p.Node.Has("$ref") || d.LedInto(p.Pointer) || r.IntN(2) == 0 || len(p.Node.Members) == 0 {
			continue
		}
		if discriminates && !inUse(p.Pointer) { // a name may be a tag
			continue
		}
		n++
		name := fmt.Sprintf("Extracted%d", n)
		inner := *p.Node
		named.Set(name, &inner)
		replace(p.Node, reference(prefix+name))
	}
	return n
}

func reference(to string) *tree.Node {
	return tree.Object(tree.Member{Name: "$ref", Value: tree.String(to)})
}

// mostInlined bounds the bytes of a schema that takes the place of a reference.
const mostInlined = 1000

// inline writes small components where references lead to them.
func inline(d *tree.Document, _ *rand.Rand) (n int) {
	_, prefix := components(d)
	discriminates := has(d, "discriminator")
	for _, p := range d.Schemas() {
		ref := p.Node.Get("$ref")
		if !ref.Is(source.String) || !strings.HasPrefix(ref.Text, prefix) || len(p.Node.Members) > 1 || !inUse(p.Pointer) {
			continue
		}
		text, err := url.PathUnescape(ref.Text)
		target := d.Root.At(tree.Tokens(text))
		if err != nil || !target.Is(source.Object) || !movable(target) || len(target.JSON()) > mostInlined || target.Has("$ref") {
			continue
		}
		if discriminates && target.Has("allOf") { // an heir is one by its name
			continue
		}
		replace(p.Node, target.Clone())
		n++
	}
	return n
}

// inUse reports whether a reference is no alternative of a union, whose name may be a value.
func inUse(pointer string) bool {
	return !strings.Contains(pointer, "/oneOf/") && !strings.Contains(pointer, "/anyOf/")
}

// extractOf moves what stands in operations into the components.
func extractOf(section string, of func(*tree.Document) []*tree.Node) func(*tree.Document, *rand.Rand) int {
	return func(d *tree.Document, _ *rand.Rand) (n int) {
		list := of(d)
		if d.IsSwagger() || len(list) == 0 || d.LedInto("/paths") {
			return 0
		}
		named := d.Root.Object("components").Object(section)
		for _, at := range list {
			if !at.Is(source.Object) || at.Has("$ref") {
				continue
			}
			n++
			inner := *at
			name := fmt.Sprintf("Extracted%d", n)
			named.Set(name, &inner)
			replace(at, reference("#/components/"+section+"/"+name))
		}
		return n
	}
}

func responsesOf(d *tree.Document) (list []*tree.Node) {
	for _, i := range items(d) {
		for _, op := range i.operations() {
			for _, m := range orEmpty(op.Get("responses")).Members {
				if !strings.HasPrefix(m.Name, "x-") {
					list = append(list, m.Value)
				}
			}
		}
	}
	return list
}

func parametersOf(d *tree.Document) (list []*tree.Node) {
	for _, i := range items(d) {
		for _, op := range i.operations() {
			if p := op.Get("parameters"); p.Is(source.Array) {
				list = append(list, p.Items...)
			}
		}
	}
	return list
}

func bodiesOf(d *tree.Document) (list []*tree.Node) {
	for _, i := range items(d) {
		for _, op := range i.operations() {
			if b := op.Get("requestBody"); b != nil {
				list = append(list, b)
			}
		}
	}
	return list
}

// identityOf returns what tells a parameter from others.
func identityOf(d *tree.Document, p *tree.Node) string {
	c := &context{Document: d}
	p = c.target(p)
	name, in := p.Get("name"), p.Get("in")
	if !name.Is(source.String) || !in.Is(source.String) {
		return ""
	}
	return in.Text + " " + name.Text
}

// liftParameters moves what all operations of a path have to the path.
func liftParameters(d *tree.Document, _ *rand.Rand) (n int) {
	if d.LedInto("/paths") {
		return 0
	}
	for _, i := range items(d) {
		ops := i.operations()
		if len(ops) == 0 || i.node.Has("parameters") || !ops[0].Get("parameters").Is(source.Array) {
			continue
		}
		var lifted []*tree.Node
		for _, p := range ops[0].Get("parameters").Items {
			if inAll(ops, p) && identityOf(d, p) != "" && !strings.HasPrefix(identityOf(d, p), "body ") {
				lifted = append(lifted, p.Clone())
			}
		}
		if len(lifted) == 0 {
			continue
		}
		n++
		for _, op := range ops {
			list := op.Get("parameters")
			var left []*tree.Node
			for _, p := range list.Items {
				if !sameAsOne(p, lifted) {
					left = append(left, p)
				}
			}
			list.Items = left
		}
		i.node.Set("parameters", tree.Array(lifted...))
	}
	return n
}

func inAll(ops []*tree.Node, p *tree.Node) bool {
	for _, op := range ops {
		list := op.Get("parameters")
		if !list.Is(source.Array) || !sameAsOne(p, list.Items) {
			return false
		}
	}
	return true
}

func sameAsOne(p *tree.Node, list []*tree.Node) bool {
	for _, o := range list {
		if tree.Same(p, o) {
			return true
		}
	}
	return false
}

// lowerParameters moves the parameters of paths to their operations.
func lowerParameters(d *tree.Document, _ *rand.Rand) (n int) {
	if d.LedInto("/paths") {
		return 0
	}
	for _, i := range items(d) {
		list := i.node.Get("parameters")
		if !list.Is(source.Array) || len(list.Items) == 0 {
			continue
		}
		i.node.Delete("parameters")
		n++
		for _, op := range i.operations() {
			own := op.Get("parameters")
			if !own.Is(source.Array) {
				own = tree.Array()
				op.Set("parameters", own)
			}
			known := map[string]bool{}
			for _, p := range own.Items {
				known[identityOf(d, p)] = true
			}
			for _, p := range list.Items {
				if !known[identityOf(d, p)] {
					own.Items = append(own.Items, p.Clone())
				}
			}
		}
	}
	return n
}

// renameVariables gives variables of paths other names, where all that has the name stands in the path.
func renameVariables(d *tree.Document, _ *rand.Rand) (n int) {
	if hasLinks(d) || strings.Contains(string(d.Root.JSON()), "$request.path") || d.LedInto("/paths") {
		return 0
	}
	paths := d.Root.Get("paths")
	for _, i := range items(d) {
		lists := []*tree.Node{i.node.Get("parameters")}
		for _, op := range i.operations() {
			lists = append(lists, op.Get("parameters"))
		}
		var named []*tree.Node
		shared := false
		for _, list := range lists {
			for _, p := range orEmpty(list).Items {
				shared = shared || p.Has("$ref")
				if in := p.Get("in"); in.Is(source.String) && in.Text == "path" && p.Get("name").Is(source.String) {
					named = append(named, p.Get("name"))
				}
			}
		}
		renamed := strings.ReplaceAll(i.path, "}", "Renamed}")
		if shared || len(named) == 0 || paths.Has(renamed) {
			continue
		}
		for _, name := range named {
			if strings.Contains(i.path, "{"+name.Text+"}") {
				name.Text += "Renamed"
			}
		}
		for k := range paths.Members {
			if paths.Members[k].Name == i.path {
				paths.Members[k].Name = renamed
			}
		}
		n++
	}
	return n
}

// headerCase writes the names of headers in lower case.
func headerCase(d *tree.Document, _ *rand.Rand) (n int) {
	for _, p := range parametersOf(d) {
		if in, name := p.Get("in"), p.Get("name"); in.Is(source.String) && in.Text == "header" && name.Is(source.String) {
			name.Text = strings.ToLower(name.Text)
			n++
		}
	}
	for _, r := range responsesOf(d) {
		headers := orEmpty(r.Get("headers"))
		for i := range headers.Members {
			headers.Members[i].Name = strings.ToLower(headers.Members[i].Name)
			n++
		}
	}
	if d.LedInto("/paths") {
		return 0
	}
	return n
}

// lowerServers writes the servers of the document at each operation.
func lowerServers(d *tree.Document, _ *rand.Rand) (n int) {
	servers := d.Root.Get("servers")
	if !servers.Is(source.Array) || len(servers.Items) == 0 {
		return 0
	}
	for _, i := range items(d) {
		for _, op := range i.operations() {
			if !i.node.Has("servers") && !op.Has("servers") {
				op.Set("servers", servers.Clone())
				n++
			}
		}
	}
	return n
}

// refersToPaths reports whether there are operations that stand elsewhere.
func refersToPaths(d *tree.Document) bool {
	for _, m := range orEmpty(d.Root.Get("paths")).Members {
		if m.Value.Has("$ref", "additionalOperations") {
			return true
		}
	}
	return false
}

// lowerSecurity writes the security of the document at each operation.
func lowerSecurity(d *tree.Document, _ *rand.Rand) (n int) {
	security := d.Root.Get("security")
	if !security.Is(source.Array) || len(security.Items) == 0 || refersToPaths(d) {
		return 0
	}
	for _, i := range items(d) {
		for _, op := range i.operations() {
			if !op.Has("security") {
				op.Set("security", security.Clone())
				n++
			}
		}
	}
	d.Root.Delete("security")
	return n
}

// writeDefaults writes what parameters and bodies have without saying it.
func writeDefaults(d *tree.Document, _ *rand.Rand) (n int) {
	if d.IsSwagger() {
		return 0
	}
	styles := map[string]string{"query": "form", "cookie": "form", "path": "simple", "header": "simple"}
	for _, p := range parametersOf(d) {
		in := p.Get("in")
		if !in.Is(source.String) || !p.Has("schema") || styles[in.Text] == "" {
			continue
		}
		style := styles[in.Text]
		if !p.Has("explode") && !p.Has("style") {
			p.Set("explode", tree.Bool(style == "form"))
		}
		if !p.Has("style") {
			p.Set("style", tree.String(style))
		}
		if !p.Has("required") {
			p.Set("required", tree.Bool(in.Text == "path"))
		}
		n++
	}
	for _, b := range bodiesOf(d) {
		if !b.Has("$ref") && !b.Has("required") {
			b.Set("required", tree.Bool(false))
			n++
		}
	}
	return n
}
