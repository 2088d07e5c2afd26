package server

import (
	"reflect"
	"slices"

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
		isParts := func(other operations.Also) bool { return media.KindOf(other.Name) == media.Multipart }
		if x.Form != nil || slices.ContainsFunc(x.Also, isParts) {
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
	for _, other := range x.Also {
		b.also(&d, x, other)
	}
	return d
}

// also adds another media type of a body: to the way in which it is read, or to another one.
func (b *Builder) also(d *gomodel.ServedBody, x *operations.Body, other operations.Also) {
	if reflect.DeepEqual(other.Writer, x.Writer) {
		d.Types = append(d.Types, other.Name)
		d.Pairs = d.Pairs || x.Form != nil && media.KindOf(other.Name) == media.Form
		return
	}
	for i := range d.Also {
		if reflect.DeepEqual(other.Writer, d.Also[i].Write) {
			d.Also[i].Types = append(d.Also[i].Types, other.Name)
			return
		}
	}
	d.Also = append(d.Also, gomodel.AlsoRead{Types: []string{other.Name}, Write: other.Writer, Shape: b.shape(x.Schema)})
}

// method returns the name of the row of an operation.
func method(name string) string { return "serve" + name }
