package decided

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// Moved returns the tags that lead elsewhere in another table, and says where. words names a target; those of which skip says that they
// are told elsewhere are left out.
func (t *Table) Moved(to *Table, words func(*api.Schema) string, skip func(was, is *api.Schema) bool) (tags []api.Value, text []string) {
	for _, tag := range t.known(to) {
		was, before := t.leadsTo(tag, words)
		is, after := to.leadsTo(tag, words)
		if before != after && !skip(was, is) {
			tags, text = append(tags, tag), append(text, tagText(tag)+" is "+before+" → "+after)
		}
	}
	return tags, text
}

// Others is a schema of what has no tag that one of two tables knows; nil: anything.
func (t *Table) Others(to *Table) *api.Schema {
	tags := t.known(to)
	if len(tags) == 0 {
		return nil
	}
	return &api.Schema{Compose: &api.Composition{Not: t.Tagged(tags)}}
}

// known returns the tags of two tables, each once.
func (t *Table) known(to *Table) (tags []api.Value) {
	seen := map[string]bool{}
	for _, c := range slices.Concat(t.Cases, to.Cases) {
		if key := api.Canonical(c.Tag); !seen[key] {
			seen[key] = true
			tags = append(tags, c.Tag)
		}
	}
	return tags
}

// leadsTo returns where a tag leads, nil for nowhere, and says so.
func (t *Table) leadsTo(tag api.Value, words func(*api.Schema) string) (*api.Schema, string) {
	for _, c := range t.Cases {
		if api.Equal(c.Tag, tag) {
			return c.Schema, words(c.Schema)
		}
	}
	if t.IsBase {
		return nil, "the base"
	}
	return nil, words(nil)
}

func tagText(v api.Value) string {
	if text, ok := v.(api.String); ok {
		return string(text)
	}
	return api.JSON(v)
}
