package effective

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/texts"
)

// A Parameter is a parameter of one document. Its key finds it in the other one.
type Parameter struct {
	Use api.Use[api.Parameter]
	*api.Parameter
	Key string
}

// Parameters returns the parameters of an operation with those of its path. Those that the standard ignores are left out,
// and those of the path that the path does not name.
func (o *Operation) Parameters() (list []Parameter) {
	names, _ := api.TemplateNames(o.Path)
	for _, u := range api.Parameters(o.Item, o.API) {
		if u.Value == nil || ignored(u.Value) {
			continue
		}
		v := Parameter{Use: u, Parameter: u.Value, Key: string(u.Value.In) + " " + u.Value.Name}
		switch v.In {
		case api.InHeader:
			v.Key = strings.ToLower(v.Key)
		case api.InPath:
			at := slices.Index(names, v.Name)
			if at < 0 {
				continue // no request has it
			}
			v.Key = "path " + strconv.Itoa(at) // its name means nothing on the wire
		}
		if !slices.ContainsFunc(list, func(o Parameter) bool { return o.Key == v.Key }) { // of two, the first
			list = append(list, v)
		}
	}
	return list
}

// ignored: OAS, Parameter Object, name.
func ignored(p *api.Parameter) bool {
	return p.In == api.InHeader && slices.Contains([]string{"accept", "content-type", "authorization"}, strings.ToLower(p.Name))
}

// Subject names the parameter of one operation: listOrders, query limit.
func (p Parameter) Subject(operation string) string {
	if p.In == api.InQuerystring {
		return operation + ", query string"
	}
	return operation + ", " + string(p.In) + " " + p.Name
}

// Shared names the parameter of several operations: limit, in the query.
func (p Parameter) Shared() string { return p.Name + ", " + texts.Place(p.In) }
