package rewrite

import (
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/proof/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// A converter writes a document of Swagger 2.0 as one of OpenAPI 3.0.
type converter struct {
	root *tree.Node
	ok   bool // nothing was met that it cannot write
}

// fromSwagger converts documents that have only what is plain to convert: no forms, no files, no lists in other forms.
func fromSwagger(d *tree.Document, _ *rand.Rand) int {
	if !d.IsSwagger() {
		return 0
	}
	c := &converter{d.Root, true}
	root := tree.Object(tree.Member{Name: "openapi", Value: tree.String("3.0.3")})
	root.Members = append(root.Members, d.Root.Keep("info", "tags", "externalDocs")...)
	root.Set("servers", c.servers())
	paths := tree.Object()
	for _, i := range items(d) {
		paths.Set(i.path, c.item(i))
	}
	root.Set("paths", paths)
	parts := tree.Object()
	if definitions := d.Root.Get("definitions"); definitions != nil {
		parts.Set("schemas", c.schema(definitions))
	}
	root.Set("components", parts)
	if d.Root.Has("security", "securityDefinitions", "parameters", "responses") || !c.ok {
		return 0
	}
	*d.Root = *root
	return 1
}

func (c *converter) servers() *tree.Node {
	text := func(n *tree.Node) string {
		if n.Is(source.String) {
			return strings.TrimSuffix(n.Text, "/")
		}
		return ""
	}
	host, base := text(c.root.Get("host")), text(c.root.Get("basePath"))
	schemes := c.root.Get("schemes")
	if host == "" || !schemes.Is(source.Array) || len(schemes.Items) == 0 {
		c.ok = c.ok && host == "" && !schemes.Is(source.Array)
		return tree.Array(tree.Object(tree.Member{Name: "url", Value: tree.String("/" + strings.TrimPrefix(base, "/"))}))
	}
	list := tree.Array()
	for _, s := range schemes.Items {
		list.Items = append(list.Items, tree.Object(tree.Member{Name: "url", Value: tree.String(s.Text + "://" + host + base)}))
	}
	return list
}

func (c *converter) item(i item) *tree.Node {
	out := tree.Object()
	c.ok = c.ok && !i.node.Has("parameters")
	for _, m := range i.node.Members {
		if slices.Contains(methods(), m.Name) {
			out.Set(m.Name, c.operation(m.Value))
		}
	}
	return out
}

func (c *converter) operation(op *tree.Node) *tree.Node {
	out := tree.Object(op.Keep("operationId", "summary", "description", "tags", "deprecated")...)
	c.ok = c.ok && !op.Has("schemes", "security")
	parameters := tree.Array()
	for _, p := range orEmpty(op.Get("parameters")).Items {
		in := p.Get("in")
		switch {
		case !in.Is(source.String) || in.Text == "formData" || p.Has("collectionFormat", "$ref", "allowEmptyValue"):
			c.ok = false
		case in.Text == "body":
			body := tree.Object(p.Keep("required", "description")...)
			body.Set("content", c.content(op, "consumes", p.Get("schema")))
			out.Set("requestBody", body)
		default:
			parameters.Items = append(parameters.Items, c.parameter(p))
		}
	}
	out.Set("parameters", parameters)
	responses := tree.Object()
	for _, m := range orEmpty(op.Get("responses")).Members {
		responses.Set(m.Name, c.response(op, m.Value))
	}
	out.Set("responses", responses)
	return out
}

// parameter moves what describes the value into a schema.
func (c *converter) parameter(p *tree.Node) *tree.Node {
	outer := []string{"name", "in", "required", "description"}
	out := tree.Object(p.Keep(outer...)...)
	inner := p.Clone()
	inner.Delete(outer...)
	if typeOf(inner) == "array" {
		out.Set("explode", tree.Bool(false))
	}
	out.Set("schema", c.schema(inner))
	return out
}

func (c *converter) response(op, r *tree.Node) *tree.Node {
	if r.Has("$ref", "headers") {
		c.ok = false
	}
	out := tree.Object(r.Keep("description")...)
	if s := r.Get("schema"); s != nil {
		out.Set("content", c.content(op, "produces", s))
	}
	return out
}

func (c *converter) content(op *tree.Node, name string, schema *tree.Node) *tree.Node {
	types := op.Get(name)
	if types == nil {
		types = c.root.Get(name)
	}
	out := tree.Object()
	if !types.Is(source.Array) || len(types.Items) == 0 || schema == nil {
		c.ok = false
		return out
	}
	for _, t := range types.Items {
		out.Set(t.Text, tree.Object(tree.Member{Name: "schema", Value: c.schema(schema)}))
	}
	return out
}

// schema changes where references lead.
func (c *converter) schema(n *tree.Node) *tree.Node {
	out := n.Clone()
	out.Walk(func(at *tree.Node) {
		if ref := at.Get("$ref"); ref.Is(source.String) {
			ref.Text = strings.Replace(ref.Text, "#/definitions/", "#/components/schemas/", 1)
			at.Members = at.Keep("$ref")
		}
		if v := at.Get("x-nullable"); v != nil {
			at.Delete("x-nullable")
			at.Set("nullable", v)
		}
		if tag := at.Get("discriminator"); tag.Is(source.String) {
			at.Set("discriminator", tree.Object(tree.Member{Name: "propertyName", Value: tag.Clone()}))
		}
		if t := at.Get("type"); t.Is(source.String) && t.Text == "file" {
			c.ok = false
		}
	})
	return out
}
