package server

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/plan/media"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// request says how parameters and bodies are read.
func (b *Builder) request(o *operations.Operation, params *gomodel.Params, defaults *gomodel.NewFunc) gomodel.ServedRequest {
	r := gomodel.ServedRequest{Parse: b.Names.ParseParams(o)}
	line := (&words.Text{}).Add(r.Parse + " reads the parameters of ")
	service, _ := b.Names.Service(b.Operations)
	for i, result := range o.Results {
		if i > 0 {
			line.Add(" and ")
		}
		line.Link(b.Names.Own(service), false, b.Names.Of(result))
	}
	line.Add(" from a request, for those who have a router of their own")
	if hasMultipart(o) {
		line.Add(". It leaves a multipart body alone")
	}
	r.ParseDoc = gomodel.Doc{line.Add(".").Spans}
	for i, x := range o.Params {
		p := gomodel.ServedParam{Shape: b.shape(x.Schema)}
		if field := params.Fields[i]; defaults != nil && !field.Hold.Required {
			p.Default = setOf(defaults, field.Name)
		}
		r.Fields = append(r.Fields, p)
	}
	for _, x := range o.Bodies {
		r.Bodies = append(r.Bodies, b.body(x))
	}
	return r
}

// setOf returns what a function fills into a field, nil for nothing.
func setOf(f *gomodel.NewFunc, field string) *gomodel.Set {
	for i := range f.Sets {
		if f.Sets[i].Field == field {
			return &f.Sets[i]
		}
	}
	return nil
}

func hasMultipart(o *operations.Operation) bool {
	for _, x := range o.Bodies {
		if x.Form != nil {
			return true
		}
	}
	return false
}

// body says how a body is read.
func (b *Builder) body(x *operations.Body) gomodel.ServedBody {
	d := gomodel.ServedBody{Types: []string{x.Name}}
	switch x.Writer.(type) {
	case gomodel.StreamBody:
		d.Types = x.Types
	case gomodel.URLForm, gomodel.TextBody:
		d.Shape = b.shape(x.Schema)
	case gomodel.MultipartBody:
		for _, part := range x.Form.Parts {
			d.Parts = append(d.Parts, b.shape(part.Sight.Property.Value))
		}
	}
	for _, name := range x.Also {
		if media.KindOf(name) == media.JSON {
			d.Types = append(d.Types, name)
		}
	}
	return d
}

// method returns the name of the row of an operation.
func method(name string) string { return "serve" + name }
