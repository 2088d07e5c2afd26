package rewrite

import (
	"math/rand/v2"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/proof/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// reorder shuffles the members of all objects.
func reorder(d *tree.Document, r *rand.Rand) (n int) {
	d.Root.Walk(func(at *tree.Node) {
		r.Shuffle(len(at.Members), func(i, j int) { at.Members[i], at.Members[j] = at.Members[j], at.Members[i] })
		n += len(at.Members) / 2
	})
	return n
}

// reorderLists shuffles the lists of schemas whose order means nothing.
func reorderLists(d *tree.Document, r *rand.Rand) (n int) {
	for _, p := range d.Schemas() {
		if d.LedInto(p.Pointer) {
			continue
		}
		for _, name := range []string{"required", "enum", "type", "allOf", "anyOf", "oneOf"} {
			if list := p.Node.Get(name); list.Is(source.Array) && len(list.Items) > 1 {
				r.Shuffle(len(list.Items), func(i, j int) { list.Items[i], list.Items[j] = list.Items[j], list.Items[i] })
				n++
			}
		}
	}
	return n
}

// otherTexts changes descriptions and titles.
func otherTexts(d *tree.Document, _ *rand.Rand) (n int) {
	for _, p := range d.Schemas() {
		if d.Old() && p.Node.Has("$ref") {
			continue
		}
		p.Node.Set("description", tree.String("Another text."))
		p.Node.Delete("title", "externalDocs")
		n++
	}
	return n
}

// components returns the schemas with names, and the pointer to them.
func components(d *tree.Document) (named *tree.Node, prefix string) {
	if d.IsSwagger() {
		return d.Root.Object("definitions"), "#/definitions/"
	}
	return d.Root.Object("components").Object("schemas"), "#/components/schemas/"
}

// renameComponents gives schemas other names. Where names are values, in a discriminator, it does nothing.
func renameComponents(d *tree.Document, _ *rand.Rand) (n int) {
	named, prefix := components(d)
	if has(d, "discriminator") || !named.Is(source.Object) {
		return 0
	}
	known := map[string]bool{}
	for i := range named.Members {
		known[named.Members[i].Name] = true
		named.Members[i].Name += "Renamed"
		n++
	}
	d.Root.Walk(func(at *tree.Node) {
		ref := at.Get("$ref")
		if !ref.Is(source.String) || !strings.HasPrefix(ref.Text, prefix) {
			return
		}
		name, rest, deep := strings.Cut(strings.TrimPrefix(ref.Text, prefix), "/")
		if !known[name] {
			return // it leads nowhere
		}
		ref.Text = prefix + name + "Renamed"
		if deep {
			ref.Text += "/" + rest
		}
	})
	return n
}

// unused adds a schema that nobody uses.
func unused(d *tree.Document, _ *rand.Rand) int {
	named, _ := components(d)
	named.Set("NobodyUsesThis", tree.Parse(`{"type": "object", "properties": {"a": {"type": "string"}}}`))
	return 1
}

// renameOperations gives operations other ids.
func renameOperations(d *tree.Document, _ *rand.Rand) (n int) {
	if strings.Contains(string(d.Root.JSON()), `"operationId":`) && hasLinks(d) {
		return 0
	}
	for _, i := range items(d) {
		for _, op := range i.operations() {
			if id := op.Get("operationId"); id.Is(source.String) {
				id.Text += "Renamed"
				n++
			}
		}
	}
	return n
}

func hasLinks(d *tree.Document) bool { return has(d, "links") }
