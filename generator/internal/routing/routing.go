package routing

import (
	"net/textproto"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// An Operation is one of a document.
type Operation struct {
	Route string // its method and path: what a request says of them. Operations with the same text must be told apart
	Item  *api.PathItem
	Op    *api.Operation
}

// A Choice is what tells an operation from the others with its route.
type Choice struct {
	Constants []Constant // all of which a request has
	Types     []string   // media types of its body, "" for no body; nil: any
	Accepts   []string   // media types of its successes, one of which a client likes best; nil: any
	Same      int        // the operation that gets the requests of this one, because nothing tells them apart; -1: none does
}

// A Constant is a required parameter with one value.
type Constant struct {
	In    api.Location // query or header
	Name  string
	Value string
}

// Choose finds out what tells operations apart: parameters that have one value, else the media types of bodies, else those of successes.
// Of those that nothing tells apart the first one gets the requests.
func Choose(list []Operation) []Choice {
	choices := make([]Choice, len(list))
	groups := map[string][]int{}
	for i, o := range list {
		choices[i].Same = -1
		groups[o.Route] = append(groups[o.Route], i)
	}
	for _, group := range groups {
		if len(group) > 1 {
			choose(list, group, choices)
		}
	}
	return choices
}

// choose fills in the choices of operations with one route.
func choose(list []Operation, group []int, choices []Choice) {
	for _, i := range group {
		choices[i].Constants = constantsOf(list[i])
	}
	for _, c := range shared(group, choices) {
		for _, i := range group {
			choices[i].Constants = slices.DeleteFunc(choices[i].Constants, func(own Constant) bool { return own == c })
		}
	}
	var reached []int
	for _, i := range group {
		for _, j := range reached {
			if !sameConstants(choices[i], choices[j]) {
				continue
			}
			if a, b := typesOf(list[i].Op), typesOf(list[j].Op); differ(a, b) {
				choices[i].Types, choices[j].Types = a, b
			} else if a, b := successesOf(list[i].Op), successesOf(list[j].Op); len(a) > 0 && len(b) > 0 && differ(a, b) {
				choices[i].Accepts, choices[j].Accepts = a, b
			} else if choices[i].Same < 0 {
				choices[i].Same = j
			}
		}
		if choices[i].Same < 0 {
			reached = append(reached, i)
		}
	}
}

// constantsOf returns the parameters that have one value.
func constantsOf(o Operation) (list []Constant) {
	for _, use := range api.Parameters(o.Item, o.Op) {
		p := use.Value
		if p == nil || !p.Required || p.In != api.InQuery && p.In != api.InHeader {
			continue
		}
		if text, ok := onlyValue(p.Schema); ok {
			c := Constant{p.In, p.Name, text}
			if c.In == api.InHeader {
				c.Name = textproto.CanonicalMIMEHeaderKey(c.Name)
			}
			list = append(list, c)
		}
	}
	return list
}

// onlyValue returns the text of the only value that a schema, or one that it refers to, lists.
func onlyValue(s *api.Schema) (text string, ok bool) {
	const most = 10 // references, in case they go round
	for range most {
		if s == nil {
			return "", false
		}
		var v api.Value
		switch {
		case s.Const != nil:
			v = s.Const.Value
		case len(s.Enum) == 1:
			v = s.Enum[0].Value
		case s.Ref != nil:
			s = s.Ref.Target
			continue
		}
		switch v := v.(type) {
		case api.String:
			return string(v), true
		case api.Number, api.Bool:
			return api.JSON(v), true
		}
		return "", false
	}
	return "", false
}

// shared returns the constants that all operations of a group have.
func shared(group []int, choices []Choice) (list []Constant) {
	for _, c := range choices[group[0]].Constants {
		isMissing := func(i int) bool { return !slices.Contains(choices[i].Constants, c) }
		if !slices.ContainsFunc(group, isMissing) {
			list = append(list, c)
		}
	}
	return list
}

func sameConstants(a, b Choice) bool {
	isMissing := func(c Constant) bool { return !slices.Contains(b.Constants, c) }
	return len(a.Constants) == len(b.Constants) && !slices.ContainsFunc(a.Constants, isMissing)
}

// typesOf returns the media types of the body of an operation, without their parameters: an empty text if it has no body, nil if it may
// have any of a range.
func typesOf(op *api.Operation) (list []string) {
	if op.RequestBody == nil || op.RequestBody.Value == nil || len(op.RequestBody.Value.Content) == 0 {
		return []string{""}
	}
	return namesOf(op.RequestBody.Value.Content)
}

// successesOf returns the media types of the successes of an operation, nil if it may have any of a range, or none.
func successesOf(op *api.Operation) (list []string) {
	for _, r := range op.Responses {
		if r.Status/100 != 2 && r.Status != 2 || r.Use.Value == nil || len(r.Use.Value.Content) == 0 {
			continue
		}
		names := namesOf(r.Use.Value.Content)
		if names == nil {
			return nil
		}
		list = append(list, names...)
	}
	return list
}

// namesOf returns media types without their parameters, nil if one is a range.
func namesOf(content []api.Named[api.Use[api.MediaType]]) (list []string) {
	for _, c := range content {
		name, _, _ := strings.Cut(c.Name, ";")
		if strings.Contains(name, "*") {
			return nil
		}
		list = append(list, strings.ToLower(strings.TrimSpace(name)))
	}
	return list
}

// differ reports whether no media type is in both lists. What is not in a list is of the operation with a range.
func differ(a, b []string) bool {
	if a == nil || b == nil {
		return a != nil || b != nil
	}
	return !slices.ContainsFunc(a, func(t string) bool { return slices.Contains(b, t) })
}
