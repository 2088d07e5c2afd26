package parse

import (
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
)

// A kind is an object that a Reference Object may stand for.
type kind[T any] struct {
	registry[T]
	fields   *tree.Fields
	section  string // of the Components Object
	read     func(tree.Place, *T)
	external *[]api.Named[api.Use[T]] // where objects go that are at no place of this kind
}

// kinds are all of them.
type kinds struct {
	responses  kind[api.Response]
	parameters kind[api.Parameter]
	examples   kind[api.Example]
	bodies     kind[api.RequestBody]
	headers    kind[api.Header]
	schemes    kind[api.SecurityScheme]
	links      kind[api.Link]
	callbacks  kind[api.Callback]
	items      kind[api.PathItem]
	media      kind[api.MediaType]
}

func (p *parser) newKinds(x *api.Components) kinds {
	return kinds{
		responses:  kind[api.Response]{fields: tree.ResponseFields, section: "responses", read: p.response, external: &x.Responses},
		parameters: kind[api.Parameter]{fields: tree.ParameterFields, section: "parameters", read: p.parameter, external: &x.Parameters},
		examples:   kind[api.Example]{fields: tree.ExampleFields, section: "examples", read: p.example, external: &x.Examples},
		bodies:     kind[api.RequestBody]{fields: tree.BodyFields, section: "requestBodies", read: p.body, external: &x.RequestBodies},
		headers:    kind[api.Header]{fields: tree.HeaderFields, section: "headers", read: p.header, external: &x.Headers},
		schemes:    kind[api.SecurityScheme]{fields: tree.SchemeFields, section: "securitySchemes", read: p.scheme, external: &x.SecuritySchemes},
		links:      kind[api.Link]{fields: tree.LinkFields, section: "links", read: p.link, external: &x.Links},
		callbacks:  kind[api.Callback]{fields: tree.CallbackFields, section: "callbacks", read: p.callback, external: &x.Callbacks},
		items:      kind[api.PathItem]{fields: tree.PathItemFields, section: "pathItems", read: p.pathItem, external: &x.PathItems},
		media:      kind[api.MediaType]{fields: tree.MediaFields, section: "mediaTypes", read: p.mediaType, external: &x.MediaTypes},
	}
}

func (k *kind[T]) parse(at tree.Place) *T {
	v := new(T)
	k.add(at, v)
	k.read(at, v)
	return v
}
