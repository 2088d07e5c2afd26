package check

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// checkPaths compares path templates with each other and with their parameters. OAS: Path Templating.
func (c *checker) checkPaths() {
	shapes := map[string]diag.Pos{}
	for _, entry := range c.Document.Paths {
		names, ok := api.TemplateNames(entry.Name)
		if !ok {
			c.Fail(entry.Pos, diag.RuleValue, "the braces of the path %q do not match", entry.Name)
			continue
		}
		if strings.ContainsAny(entry.Name, "?#") {
			c.Warn(entry.Pos, diag.RuleValue, "the path %q has a query or a fragment", entry.Name).Hint = "describe them by parameters in query"
		}
		shape := templateShape(entry.Name)
		if first, twice := shapes[shape]; twice {
			c.Warn(entry.Pos, diag.RuleValue, "the path %q differs from another one in the names of parameters only", entry.Name).Related =
				[]diag.Related{{Pos: first, Message: "the other path"}}
		} else {
			shapes[shape] = entry.Pos
		}
		t := template{text: entry.Name, has: map[string]bool{}}
		for _, name := range names {
			if t.has[name] {
				c.Warn(entry.Pos, diag.RulePathParameter, "the path %q has {%s} twice", entry.Name, name)
				continue
			}
			t.has[name] = true
			t.names = append(t.names, name)
		}
		if item := entry.Value.Value; item != nil {
			c.checkTemplate(t, item)
		}
	}
}

// A template is a path with the distinct names in its braces.
type template struct {
	text  string
	names []string
	has   map[string]bool
}

// templateShape returns a path without the names in its braces.
func templateShape(path string) string {
	var b strings.Builder
	inside := false
	for i := range len(path) {
		inside = inside && path[i] != '}'
		if !inside {
			b.WriteByte(path[i])
		}
		inside = inside || path[i] == '{'
	}
	return b.String()
}

// checkTemplate compares the names in a path with the parameters of its operations.
func (c *checker) checkTemplate(t template, item *api.PathItem) {
	c.undeclared(t, item.Parameters)
	for _, op := range item.Operations {
		c.undeclared(t, op.Parameters)
		described := map[string]bool{}
		dangling := false // it may be the one that is missing
		for _, u := range slices.Concat(item.Parameters, op.Parameters) {
			if dangling = dangling || u.Value == nil; u.Value != nil && u.Value.In == api.InPath {
				described[u.Value.Name] = true
			}
		}
		for _, name := range t.names {
			if !described[name] && !dangling {
				c.Warn(op.Pos, diag.RulePathParameter, "no parameter describes {%s} of the path %q; it may be any string", name, t.text).Hint =
					"add a parameter with \"name: " + name + "\", \"in: path\" and \"required: true\""
			}
		}
	}
}

// undeclared reports path parameters that the template does not have.
func (c *checker) undeclared(t template, list []api.Use[api.Parameter]) {
	for _, u := range list {
		if v := u.Value; v != nil && v.In == api.InPath && !t.has[v.Name] {
			f := c.Warn(u.Pos, diag.RulePathParameter, "the path %q has no {%s}", t.text, v.Name)
			f.Hint = c.Suggest(v.Name, len(t.names), func() []string { return t.names })
			f.Loses = true
		}
	}
}

// checkParameters reports parameters that a list has twice. OAS: Operation Object, parameters.
func (c *checker) checkParameters(list []api.Use[api.Parameter]) {
	type identity struct {
		in   api.Location
		name string
	}
	seen := map[identity]diag.Pos{}
	for _, u := range list {
		if u.Value == nil || u.Value.Name == "" {
			continue
		}
		id := identity{u.Value.In, u.Value.Name}
		if id.in == api.InHeader {
			id.name = strings.ToLower(id.name)
		}
		if first, twice := seen[id]; twice {
			c.Warn(u.Pos, diag.RuleValue, "the list has the parameter %q in %s twice; the first one counts", u.Value.Name, string(id.in)).Related =
				[]diag.Related{{Pos: first, Message: "first here"}}
			continue
		}
		seen[id] = u.Pos
	}
}

// checkQuerystring: OAS 3.2, Parameter Locations: a querystring parameter is the only one, and excludes query parameters.
func (c *checker) checkQuerystring(item *api.PathItem, op *api.Operation) {
	if c.Document.Version.Before(3, 2) {
		return
	}
	var whole, part *api.Use[api.Parameter]
	all := api.Parameters(item, op)
	for i := range all {
		switch u := &all[i]; {
		case u.Value == nil:
		case u.Value.In == api.InQuerystring && whole != nil:
			c.Fail(u.Pos, diag.RuleValue, "an operation can have one parameter in querystring only").Related =
				[]diag.Related{{Pos: whole.Pos, Message: "the other one"}}
		case u.Value.In == api.InQuerystring:
			whole = u
		case u.Value.In == api.InQuery:
			part = u
		}
	}
	if whole != nil && part != nil {
		c.Fail(whole.Pos, diag.RuleValue, "parameters in querystring and in query exclude each other").Related =
			[]diag.Related{{Pos: part.Pos, Message: "the parameter in query"}}
	}
}
