package locate

import (
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// noteObjects says what the objects of a whole document are, so that a reference of the wrong kind can name what it leads to.
func (fs *Files) noteObjects(f *tree.File) {
	fs.r.ReadAs(f.Root.Root.Node, tree.DocumentFields)
	note := func(container *source.Node, fields *tree.Fields) {
		if container == nil {
			return
		}
		for i := range container.Members {
			if m := &container.Members[i]; !tree.IsExtension(m.Name) {
				fs.r.ReadAs(m.Value, fields)
			}
		}
	}
	n := f.Root.Root.Node
	note(n.Get("paths"), tree.PathItemFields)
	note(n.Get("webhooks"), tree.PathItemFields)
	components := n.Get("components")
	for _, section := range [...]struct {
		name   string
		fields *tree.Fields
	}{
		{"schemas", tree.SchemaFields}, {"responses", tree.ResponseFields}, {"parameters", tree.ParameterFields}, {"examples", tree.ExampleFields},
		{"requestBodies", tree.BodyFields}, {"headers", tree.HeaderFields}, {"securitySchemes", tree.SchemeFields}, {"links", tree.LinkFields},
		{"callbacks", tree.CallbackFields}, {"pathItems", tree.PathItemFields}, {"mediaTypes", tree.MediaFields},
	} {
		note(components.Get(section.name), section.fields)
	}
}
