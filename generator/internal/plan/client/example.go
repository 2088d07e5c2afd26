package client

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/media"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/values"
)

// A Sampler makes sample values.
type Sampler interface {
	// Given returns the value that the document gives for a schema: one of list, or one of its own; nil for none.
	Given(s *api.Schema, sent bool, list []api.Value) api.Value
	// Value returns what Given does, or else some value of the schema, nil for none.
	Value(s *api.Schema, sent bool, list []api.Value) api.Value
}

// maxExamples is how many calls the tests of a package show.
const maxExamples = 20

// Examples builds examples of calls for which the document has a value, or which need none.
func (b *Builder) Examples(calls []*gomodel.Operation, samples Sampler) (list []gomodel.Decl) {
	methods := map[string]*gomodel.Operation{}
	for _, o := range calls {
		methods[o.Name] = o
	}
	for _, o := range b.Operations.List {
		if len(list) == maxExamples {
			break
		}
		if len(o.Results) == 0 {
			continue
		}
		d := methods[b.Names.Of(o.Results[0])]
		x := exampleBuilder{Builder: b, o: o, samples: samples}
		if e := x.example(d); e != nil {
			list = append(list, e)
		}
	}
	if slices.ContainsFunc(list, func(d gomodel.Decl) bool { return d.(*gomodel.Example).Response != nil }) {
		list = append(list, &gomodel.ExampleServer{Head: gomodel.Head{Name: exampleServer}})
	}
	return list
}

// exampleServer is the name of the function that starts the server of an example.
const exampleServer = "exampleServer"

// An exampleBuilder builds the example of one operation.
type exampleBuilder struct {
	*Builder
	o       *operations.Operation
	samples Sampler
	given   int // values of the document
	made    int // values that it does not have
}

// example returns nil if a parameter has no value in Go, or if all would be made up.
func (b *exampleBuilder) example(d *gomodel.Operation) *gomodel.Example {
	e := &gomodel.Example{Method: d.Called(), Params: d.Params, Result: d.Result, Credentials: b.credentials(), Server: exampleServer}
	e.Name, e.From = "ExampleClient_"+d.Name, d.From
	if g := d.Grouped; g.Type != "" {
		e.Name = "Example" + g.Type + "_" + g.Name
	}
	for _, x := range b.o.Params {
		if !b.param(e, x) {
			return nil
		}
	}
	if len(b.o.Bodies) > 0 && !b.body(e, b.o.Bodies[0]) {
		return nil
	}
	e.Response = b.response(d)
	if b.made > 0 && b.given == 0 {
		return nil
	}
	return e
}

// param adds a parameter: one that is required, or for which the document has an example.
func (b *exampleBuilder) param(e *gomodel.Example, x *operations.Param) bool {
	if x.Key {
		return true
	}
	v := b.value(x)
	if v == nil {
		return !x.API.Required
	}
	u := x.Use
	u.Nullable = false // null has no text
	value, _ := b.Declarations.Values.OfUse(u, v)
	if value == nil {
		return !x.API.Required
	}
	e.Sets = append(e.Sets, gomodel.Set{Field: b.Names.Of(x), Held: b.Declarations.Held(u, x.API.Required, value)})
	return true
}

// value returns a sample: of an optional parameter only what the document itself shows. A text that is made up is the name of the parameter:
// it says what is meant, and is not empty, which a path does not allow.
func (b *exampleBuilder) value(x *operations.Param) api.Value {
	list := exampleValues(x.API.Examples)
	if !x.API.Required && len(list) == 0 && !hasExample(x.Schema) {
		return nil
	}
	if v := b.samples.Given(x.Schema, true, list); v != nil {
		b.given++
		return v
	}
	if !x.API.Required {
		return nil
	}
	b.made++
	return b.samples.Value(x.Schema, true, []api.Value{api.String(x.API.Name)})
}

func hasExample(s *api.Schema) bool { return s != nil && s.Meta != nil && len(s.Meta.Examples) > 0 }

// body adds a body of JSON or of a form. Others are left out if they may be.
func (b *exampleBuilder) body(e *gomodel.Example, x *operations.Body) bool {
	switch x.Writer.(type) {
	case gomodel.JSONBody, gomodel.URLForm:
	default:
		return !x.Required
	}
	v := b.samples.Given(x.Schema, true, b.bodyExamples(x.Media))
	if v != nil {
		b.given++
	} else if x.Required {
		b.made++
		v = b.samples.Value(x.Schema, true, nil)
	}
	if v == nil {
		return !x.Required
	}
	value, _ := b.Declarations.Values.OfUse(x.Use, v)
	if value == nil {
		return !x.Required
	}
	e.Sets = append(e.Sets, gomodel.Set{Field: x.Field, Held: b.Declarations.Held(x.Use, x.Required, value)})
	return true
}

func (b *exampleBuilder) bodyExamples(mediaType string) []api.Value {
	for _, m := range b.o.Op.RequestBody.Value.Content {
		if m.Name == mediaType && m.Value.Value != nil {
			return exampleValues(m.Value.Value.Examples)
		}
	}
	return nil
}

func exampleValues(list []api.Named[api.Use[api.Example]]) (values []api.Value) {
	for _, x := range list {
		if e := x.Value.Value; e != nil && e.DataValue != nil {
			values = append(values, e.DataValue)
		} else if e != nil && e.Value != nil {
			values = append(values, e.Value)
		}
	}
	return values
}

// credentials returns options for the first alternative of which all credentials are texts.
func (b *exampleBuilder) credentials() (list []gomodel.SampleCredential) {
next:
	for _, names := range b.o.Security {
		list = nil
		for _, name := range names {
			s := b.Operations.Scheme(name)
			switch s.Kind {
			case gomodel.CredentialKey, gomodel.CredentialBearer, gomodel.CredentialBasic:
				list = append(list, gomodel.SampleCredential{Option: b.Names.Own(b.Names.Of(s)), Kind: s.Kind})
			default:
				continue next
			}
		}
		return list
	}
	return nil
}

// response returns a success that the document has an example of, or that has no body; nil for none.
func (b *exampleBuilder) response(d *gomodel.Operation) *gomodel.SampleResponse {
	r := b.o.Results[0]
	if d.Reads.Location || len(d.Needed) > 0 || d.Headers != "" || len(b.o.Security) > 0 && len(b.credentials()) == 0 {
		return nil // a response needs more than a body, or the request more than a text
	}
	if len(r.Cases) == 0 {
		return &gomodel.SampleResponse{Status: b.emptyStatus()}
	}
	c := r.Cases[0]
	if r.Union || c.Kind != media.JSON {
		return nil
	}
	v := b.samples.Given(c.Schema, false, b.responseExamples(c))
	if v == nil {
		return nil
	}
	value, _ := b.Declarations.Values.OfUse(c.Use, v)
	if value == nil {
		return nil
	}
	b.given++
	return &gomodel.SampleResponse{Status: successCode(c.Status), Media: c.Media, Body: api.JSON(v), Shown: b.shown(c, value)}
}

// emptyStatus is the status of a success without body.
func (b *exampleBuilder) emptyStatus() int {
	for _, e := range b.o.Op.Responses {
		if e.Status/100 == 2 {
			return int(e.Status)
		}
	}
	return 200
}

// successCode is a status of a range, or of those that the document does not name.
func successCode(s api.Status) int {
	if s/100 == 2 {
		return int(s)
	}
	return 200
}

func (b *exampleBuilder) responseExamples(c *operations.ResultCase) []api.Value {
	for _, e := range b.o.Op.Responses {
		if e.Status != c.Status || e.Use.Value == nil {
			continue
		}
		for _, m := range e.Use.Value.Content {
			if m.Name == c.Media && m.Value.Value != nil {
				return exampleValues(m.Value.Value.Examples)
			}
		}
	}
	return nil
}

// shown returns what an example prints of a result: the first field of one line, or the length of a list.
func (b *exampleBuilder) shown(c *operations.ResultCase, v values.Value) *gomodel.Shown {
	held := b.Declarations.Held(c.Use, true, v)
	switch v := held.Value.(type) {
	case gomodel.ListValue:
		return &gomodel.Shown{Text: strconv.Itoa(len(v.Items))}
	case gomodel.StructValue:
		for _, s := range v.Sets {
			plain := s.Hold.Box == gomodel.Plain
			if text := printed(s.Value); text != "" && (plain || s.Hold.Box == gomodel.Pointing) {
				return &gomodel.Shown{Field: s.Field, Pointer: !plain, Text: text}
			}
		}
	}
	return nil
}

// printed returns what fmt.Println prints of a value, "" if that is not a text of one line without space at its ends.
func printed(v gomodel.Value) string {
	l, _ := v.(gomodel.LiteralValue)
	switch l := l.Literal.(type) {
	case gomodel.StringLit:
		text := string(l)
		if strings.TrimSpace(text) == text && strconv.Quote(text) == `"`+text+`"` {
			return text
		}
	case gomodel.IntLit:
		return strconv.FormatInt(int64(l), 10)
	case gomodel.BoolLit:
		return strconv.FormatBool(bool(l))
	}
	return ""
}
