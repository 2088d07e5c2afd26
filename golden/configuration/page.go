package main

import (
	"bytes"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"
)

// mark is the heading from which on the page is written from the schema. What stands above it is written by hand.
const mark = "\n## Keys\n"

const head = mark + `
An API may have each of these keys, but for ` + "`apis`" + `. ` + "`make configuration`" + ` writes the rest of this page from [oas2go.schema.json](oas2go.schema.json), by which
editors complete and check the file. An ` + "`include`" + ` that leaves no operation is an error.

| Key | |
|--|--|
`

// A page is what is written, from the schema at its root.
type page struct {
	bytes.Buffer
	root *yaml.Node
}

// write returns a page with the keys of a schema; first is the file with the examples.
func write(kept, schema, first []byte) ([]byte, error) {
	above, _, found := strings.Cut(string(kept), mark)
	if !found {
		return nil, fmt.Errorf("the page has no heading%s", strings.TrimRight(mark, "\n"))
	}
	var document yaml.Node
	if err := yaml.Unmarshal(schema, &document); err != nil { // JSON is YAML, and a node keeps the order
		return nil, err
	}
	p := page{root: document.Content[0]}
	examples := examples(string(first))
	p.WriteString(above + head)
	keys := members(get(p.root, "properties"))
	for _, key := range keys {
		text, _, _ := strings.Cut(p.text(key.value), ". ")
		fmt.Fprintf(&p, "| [`%s`](#%s) | %s |\n", key.name, key.name, strings.TrimSuffix(cell(text), "."))
	}
	for _, key := range keys {
		example := examples[key.name]
		if example == "" {
			return nil, fmt.Errorf("the file of oas2go init has no example of %s", key.name)
		}
		fmt.Fprintf(&p, "\n### %s\n\n%s\n", key.name, p.text(key.value))
		p.values(key.name, key.value)
		fmt.Fprintf(&p, "\n```yaml\n%s```\n", example)
	}
	return p.Bytes(), nil
}

// values writes what a key may have.
func (p *page) values(name string, schema *yaml.Node) {
	schema = p.follow(schema)
	if name == "rules" {
		p.WriteString("\n[rules.md](rules.md) lists the rules. The severities are `off`, `info`, `warning` and `error`.\n")
		return
	}
	if get(schema, "properties") != nil {
		p.keys(schema)
		return
	}
	if object := p.object(schema); object != nil && get(schema, "anyOf") != nil {
		p.WriteString("\nAn entry has these keys:\n")
		p.keys(object)
		return
	}
	if items := get(schema, "items"); items != nil {
		p.values(name, items)
		return
	}
	if list := get(schema, "enum"); list != nil {
		fmt.Fprintf(p, "\nValues: %s.", codes(list))
		if def := get(schema, "default"); def != nil {
			fmt.Fprintf(p, " The default is `%s`.", def.Value)
		}
		p.WriteString("\n")
		return
	}
	if def := get(schema, "default"); def != nil {
		fmt.Fprintf(p, "\nThe default is `%s`.\n", def.Value)
	}
}

// keys writes the table of the keys of an object.
func (p *page) keys(schema *yaml.Node) {
	list := members(get(schema, "properties"))
	p.WriteString("\n| Key | Values | |\n|--|--|--|\n")
	for _, key := range list {
		if ref := get(key.value, "$ref"); ref != nil && strings.HasPrefix(ref.Value, "#/properties/") {
			continue // a key of its own section
		}
		inner := p.follow(key.value)
		kind := cell(scalar(inner))
		if list := get(inner, "enum"); list != nil {
			kind = codes(list)
		}
		text := p.text(key.value)
		if def := get(inner, "default"); def != nil {
			text += " The default is `" + def.Value + "`."
		}
		fmt.Fprintf(p, "| `%s` | %s | %s |\n", key.name, kind, cell(text))
	}
}

// scalar names the type of a value.
func scalar(schema *yaml.Node) string {
	switch kind := get(schema, "type"); {
	case kind == nil:
		return ""
	case kind.Value == "array":
		return "a list"
	default:
		return "a " + kind.Value
	}
}

// object finds the object among the alternatives of a schema, at any depth.
func (p *page) object(schema *yaml.Node) *yaml.Node {
	schema = p.follow(schema)
	if get(schema, "properties") != nil {
		return schema
	}
	if items := get(schema, "items"); items != nil {
		return p.object(items)
	}
	if options := get(schema, "anyOf"); options != nil {
		for _, option := range options.Content {
			if found := p.object(option); found != nil {
				return found
			}
		}
	}
	return nil
}

// follow returns the schema that a reference leads to.
func (p *page) follow(schema *yaml.Node) *yaml.Node {
	ref := get(schema, "$ref")
	if ref == nil {
		return schema
	}
	target := p.root
	for token := range strings.SplitSeq(strings.TrimPrefix(ref.Value, "#/"), "/") {
		target = get(target, token)
	}
	return target
}

// text is the description of a key, of its own or of what it refers to.
func (p *page) text(schema *yaml.Node) string {
	if text := get(schema, "description"); text != nil {
		return text.Value
	}
	if text := get(p.follow(schema), "description"); text != nil {
		return text.Value
	}
	return ""
}

type member struct {
	name  string
	value *yaml.Node
}

// members returns the members of an object in the order of the file.
func members(object *yaml.Node) (list []member) {
	if object == nil {
		return nil
	}
	for i := 0; i+1 < len(object.Content); i += 2 {
		list = append(list, member{object.Content[i].Value, object.Content[i+1]})
	}
	return list
}

func get(object *yaml.Node, name string) *yaml.Node {
	if object == nil || object.Kind != yaml.MappingNode {
		return nil
	}
	for _, m := range members(object) {
		if m.name == name {
			return m.value
		}
	}
	return nil
}

// codes lists the values of an enum.
func codes(list *yaml.Node) string {
	var texts []string
	for _, x := range list.Content {
		texts = append(texts, "`"+x.Value+"`")
	}
	return strings.Join(texts, ", ")
}

// cell is a text in a cell of a table.
func cell(text string) string { return strings.ReplaceAll(text, "|", "\\|") }

// examples returns the example of each key, from a file in which they are comments: lines that would be YAML without the sign.
func examples(file string) map[string]string {
	list := map[string]string{}
	name := ""
	for line := range strings.Lines(file) {
		text, comment := strings.CutPrefix(line, "# ")
		key, _, isKey := strings.Cut(text, ":")
		switch {
		case !comment:
			name = ""
		case isKey && key != "yaml-language-server" && key != "" && strings.Trim(key, "abcdefghijklmnopqrstuvwxyz-") == "":
			name = key
			list[name] += text
		case name != "" && strings.HasPrefix(text, " "):
			list[name] += text
		default:
			name = ""
		}
	}
	return list
}
