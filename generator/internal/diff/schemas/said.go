package schemas

import (
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// maxSaid is how long the words for what a keyword says may be, in bytes. Longer ones are left to the documents.
const maxSaid = 60

// said says in a few words what the keyword of a condition says, "" for what takes more words.
func (c condition) said(k api.Keyword) string {
	text, o := "", c.only.Object
	for _, part := range c.parts {
		if part.keyword == k {
			text = schemaSaid(part.schema)
		}
	}
	switch k {
	case api.KwDependentRequired:
		var list []string
		for _, d := range o.DependentRequired {
			list = append(list, d.Name+" needs "+strings.Join(d.Value, ", "))
		}
		text = strings.Join(list, "; ")
	case api.KwDependentSchemas:
		text = eachSaid(o.DependentSchemas, " asks for ", "; ")
	case api.KwPropertyNames:
		text = schemaSaid(o.PropertyNames)
	case api.KwNot:
		text = schemaSaid(c.only.Compose.Not)
	}
	if len(text) > maxSaid {
		return ""
	}
	return text
}

// schemaSaid says what values a schema allows, and of an object what it asks of its members.
func schemaSaid(s *api.Schema) string {
	if s == nil {
		return ""
	}
	var parts []string
	text := strings.TrimPrefix(Summary(s, true), "any value, ")
	if one, ok := strings.CutPrefix(text, "one of "); ok && !strings.Contains(one, ", ") {
		text = one
	}
	if text != "any value" && text != "object" {
		parts = append(parts, text)
	}
	if o := s.Object; o != nil {
		var names []string
		for _, r := range o.Required {
			names = append(names, r.Name)
		}
		if names != nil {
			parts = append(parts, "required "+strings.Join(names, ", "))
		}
		if text := eachSaid(o.Properties, ": ", ", "); text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, "; ")
}

// eachSaid says what schemas with names say, "" if one of them takes more words.
func eachSaid(list []api.Named[*api.Schema], is, separator string) string {
	var out []string
	for _, m := range list {
		text := schemaSaid(m.Value)
		if text == "" {
			return ""
		}
		out = append(out, m.Name+is+text)
	}
	return strings.Join(out, separator)
}
