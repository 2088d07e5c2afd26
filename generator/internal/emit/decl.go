package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/client"
	"github.com/oas2go/oas2go/generator/internal/emit/composite"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
	"github.com/oas2go/oas2go/generator/internal/emit/server"
	"github.com/oas2go/oas2go/generator/internal/emit/tables"
	"github.com/oas2go/oas2go/generator/internal/emit/tests"
	"github.com/oas2go/oas2go/generator/internal/emit/types"
)

// decl finds who prints a declaration.
func (p *Printer) decl(d gomodel.Decl) jen.Code {
	switch d := d.(type) {
	case *gomodel.Struct:
		return p.types.Struct(d)
	case *gomodel.Tuple:
		return p.types.Tuple(d)
	case *gomodel.Enum:
		return p.types.Enum(d)
	case *gomodel.Constants:
		return types.Constants(d)
	case *gomodel.NamedType:
		return p.types.NamedType(d)
	case *gomodel.ListType:
		return p.types.ListType(d)
	case *gomodel.MapType:
		return p.types.MapType(d)
	case *gomodel.RawType:
		return p.types.RawType(d)
	case *gomodel.Alias:
		return types.Alias(d)
	case *gomodel.Union:
		return p.types.Union(d)
	case *gomodel.ListReader:
		return p.types.ListReader(d)
	case *gomodel.MapReader:
		return p.types.MapReader(d)
	case *gomodel.Pattern:
		return tables.Pattern(d)
	case *gomodel.Rules:
		return tables.Rules(d)
	case *gomodel.NewFunc:
		return composite.Printer{Path: p.pkg.Path}.NewFunc(d)
	}
	return p.clientDecl(d)
}

// clientDecl does so for the declarations that only a client has.
func (p *Printer) clientDecl(d gomodel.Decl) jen.Code {
	switch d := d.(type) {
	case *gomodel.Params:
		return p.client.Params(d)
	case *gomodel.Form:
		return p.client.Form(d)
	case *gomodel.Operation:
		return p.client.Operation(d)
	case *gomodel.Pages:
		return p.client.Pages(d)
	case *gomodel.GroupedClient:
		return p.client.GroupedClient(d)
	case *gomodel.Group:
		return p.client.Group(d)
	case *gomodel.Service:
		return p.client.Service(d)
	case *gomodel.ResultUnion:
		return p.client.ResultUnion(d)
	case *gomodel.HeaderType:
		return p.client.HeaderType(d)
	case *gomodel.Webhook:
		return p.client.Webhook(d)
	case *gomodel.Sender:
		return client.Sender(d)
	case *gomodel.Send:
		return p.client.Operation(&d.Operation)
	case *gomodel.CallbackURL:
		return p.client.CallbackURL(d)
	case *gomodel.ServerURL:
		return client.ServerURL(d)
	case *gomodel.CredentialOption:
		return client.CredentialOption(d)
	case *gomodel.TextConstants:
		return client.TextConstants(d)
	case *gomodel.ValueOption:
		return client.ValueOption(d)
	case *gomodel.Handler:
		return server.Printer{Printer: p.client}.Handler(d)
	case *gomodel.Served:
		return server.Printer{Printer: p.client}.Served(d)
	case *gomodel.ExampleService:
		return server.ExampleService(d)
	case *gomodel.ExampleSet:
		return server.Printer{Printer: p.client}.ExampleSet(d)
	case *gomodel.ExampleServer:
		return tests.ExampleServer(d)
	case *gomodel.Example:
		return tests.Printer{Path: p.pkg.Path, Name: p.pkg.Name}.Example(d)
	}
	panic(golang.NoPrinter(d))
}
