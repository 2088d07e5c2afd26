package operations

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A Target is the URL of a callback: a text with runtime expressions in braces (OAS: Callback Object, Key Expression).
type Target struct {
	Word       string // begins the name of its function
	Name       string // of the callback
	Expression string
	Pos        diag.Pos
	Of         *Operation // the parameters that have the values; nil: no function gives the URL
	Values     []TargetValue
	owner      *api.Operation
	planned    bool
}

// A TargetValue is what a runtime expression finds: a parameter, or a value in a body.
type TargetValue struct {
	Expression string // $request.body#/url
	Param      *Param
	Body       *Body  // nil for a parameter
	Pointer    string // into the body
}

// planTarget finds what the expressions of a URL mean in the parameters of the operation that has the callback.
func (p *Planner) planTarget(t *Target) {
	t.planned = true
	if strings.HasPrefix(t.Expression, "$") {
		t.Expression = "{" + t.Expression + "}" // older documents have no braces
	}
	owner := p.operations.sentBy(t.owner)
	if owner == nil {
		return
	}
	var list []TargetValue
	for rest := t.Expression; ; {
		_, behind, found := strings.Cut(rest, "{")
		if !found {
			break
		}
		expression, after, closed := strings.Cut(behind, "}")
		v, ok := owner.find(expression)
		if !closed || !ok {
			p.findings.Info(t.Pos, diag.RuleNotGenerated, "no function gives the URL of callback %s: the parameters of the operation have no {%s}", t.Name, expression)
			return
		}
		list = append(list, v)
		rest = after
	}
	if list != nil { // a URL that is always the same needs no function
		t.Of, t.Values = owner, list
	}
}

// sentBy returns what is planned for an operation of the document, nil for nothing.
func (l *Operations) sentBy(op *api.Operation) *Operation {
	for _, o := range l.List {
		if o.Op == op {
			return o
		}
	}
	for _, s := range l.Senders {
		if s.Op == op {
			return s.Operation
		}
	}
	return nil
}

// find returns what a runtime expression means in the parameters of an operation.
func (o *Operation) find(expression string) (v TargetValue, ok bool) {
	v.Expression = expression
	source, _ := strings.CutPrefix(expression, "$request.")
	place, name, _ := strings.Cut(source, ".")
	body, pointer, _ := strings.Cut(source, "#")
	if source == expression || body != "body" {
		v.Param = o.param(api.Location(place), name)
		return v, v.Param != nil && source != expression
	}
	v.Pointer = pointer
	v.Body = o.valueBody()
	return v, v.Body != nil && (pointer == "" || strings.HasPrefix(pointer, "/"))
}

// param returns the parameter with a name, nil for none. Names of headers have no case.
func (o *Operation) param(in api.Location, name string) *Param {
	for _, x := range o.Params {
		if x.API.In == in && (x.API.Name == name || in == api.InHeader && strings.EqualFold(x.API.Name, name)) {
			return x
		}
	}
	return nil
}

// valueBody returns the first body that is a value with members, nil for none.
func (o *Operation) valueBody() *Body {
	for _, x := range o.Bodies {
		switch x.Writer.(type) {
		case gomodel.JSONBody, gomodel.URLForm:
			return x
		}
	}
	return nil
}
