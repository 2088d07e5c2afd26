package codec

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/gocall"
)

// Refusal returns what generated code says to a request before it would send it, "" if it sends it. It is not known where Go code
// cannot hold the request, and where rules and formats decide that only support code knows.
func (c *Package) Refusal(r gocall.Request) (text string, known bool) {
	o := c.operations[r.Operation]
	if o == nil {
		return "", false
	}
	params, ok := c.decl[o.Params.Name].(*gomodel.Params)
	if !ok {
		return "", false
	}
	check := &checker{Package: c, sending: true}
	for i := range params.Fields {
		p := &params.Fields[i]
		check.in = string(p.In)
		check.fieldChecks(&p.Field, valueOf(r, p), p.Wire)
	}
	check.in = "body"
	body := gocall.BodyField(params, r.Media)
	for _, b := range params.Bodies {
		check.body(b, body == b, r.Body)
	}
	if given := r.Body != nil && body != nil; len(params.Bodies) > 1 && params.BodyRequired && !given {
		check.add("", "required", "", "")
	}
	if check.unknown {
		return "", false
	}
	return message(params.Name, check.findings), true
}

// valueOf returns what a request has for a parameter, nil for nothing.
func valueOf(r gocall.Request, p *gomodel.Param) api.Value {
	for _, v := range r.Values {
		if v.In == p.In && v.Name == p.Wire {
			return v.Value
		}
	}
	return nil
}

// body checks a body if it is the one that is sent.
func (c *checker) body(b *gomodel.BodyField, sent bool, v api.Value) {
	switch b.Write.(type) {
	case gomodel.StreamBody, gomodel.MultipartBody:
		c.unknown = c.unknown || sent && v != nil || b.Hold.Required
		return
	}
	if !sent {
		v = nil
	}
	c.fieldChecks(&b.Field, v, "")
}
