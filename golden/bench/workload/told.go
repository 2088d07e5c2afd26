package workload

import (
	"fmt"
	"slices"
	"strings"
)

// This file has unions in all the ways in which readers tell variants apart. Each of its documents is sent as the body of one operation, because
// some generators make types of nothing else.

// bodyOf is a document with schemas, of which root is the body.
func bodyOf(root string, schemas ...string) []byte {
	return fmt.Appendf(nil, `openapi: 3.0.3
info: {title: Unions, version: "1"}
paths:
  /:
    post:
      operationId: send
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/%s'}}}}
      responses: {"204": {description: It was received.}}
components:
  schemas:
    %s
`, root, strings.Join(schemas, "\n    "))
}

// oneOf is a component that is one of others, told apart by member tag, if it is not "".
func oneOf(name, tag string, variants ...string) string {
	var list, mapping []string
	for _, v := range variants {
		list = append(list, fmt.Sprintf("{$ref: '#/components/schemas/%s'}", v))
		mapping = append(mapping, fmt.Sprintf("%s: '#/components/schemas/%s'", strings.ToLower(v), v))
	}
	s := name + ": {oneOf: [" + strings.Join(list, ", ") + "]"
	if tag != "" {
		s += ", discriminator: {propertyName: " + tag + ", mapping: {" + strings.Join(mapping, ", ") + "}}"
	}
	return s + "}"
}

func notices() []byte {
	return bodyOf("Feed",
		"Feed: {type: object, required: [notices], properties: {notices: {type: array, items: {$ref: '#/components/schemas/Notice'}}}}",
		oneOf("Notice", "kind", "Created", "Changed", "Removed"),
		"Created: {type: object, required: [kind, id, title, by], properties: {kind: {type: string}, id: {type: integer, format: int64}, title: {type: string, minLength: 1}, by: {$ref: '#/components/schemas/Source'}}}",
		"Changed: {type: object, required: [kind, id, fields, by], properties: {kind: {type: string}, id: {type: integer, format: int64}, fields: {type: array, items: {$ref: '#/components/schemas/Field'}}, by: {$ref: '#/components/schemas/Source'}}}",
		"Removed: {type: object, required: [kind, id, by], properties: {kind: {type: string}, id: {type: integer, format: int64}, reason: {type: string, maxLength: 200}, by: {$ref: '#/components/schemas/Source'}}}",
		"Field: {type: object, required: [name, value], properties: {name: {type: string}, value: {type: string}}}",
		oneOf("Source", "", "Person", "Robot"),
		"Person: {type: object, required: [email, person], properties: {email: {type: string, minLength: 3}, person: {type: integer, format: int64}}}",
		"Robot: {type: object, required: [job, run], properties: {job: {type: string, minLength: 1}, run: {type: integer, format: int64}}}",
	)
}

// feed is a list of n notices, unions of both kinds in each.
func feed(n int) []byte {
	m := newMaker(7)
	return listOf("notices", n, func() string {
		var o object
		kind := m.pick("created", "changed", "removed")
		o.add("kind", "%q", kind)
		o.add("id", "%d", 1+m.IntN(1_000_000))
		switch kind {
		case "created":
			o.add("title", "%q", m.words(8, 24))
		case "changed":
			o.add("fields", "%s", m.list(1, 4, func() string { return fmt.Sprintf(`{"name":%q,"value":%q}`, m.word(), m.words(2, 9)) }))
		default:
			o.add("reason", "%q", m.words(4, 12))
		}
		var by object
		if m.chance(0.6) {
			by.add("email", "%q", m.word()+"@example.com")
			by.add("person", "%d", m.IntN(100_000))
		} else {
			by.add("job", "%q", m.word())
			by.add("run", "%d", m.IntN(100_000))
		}
		o.add("by", "%s", &by)
		return o.String()
	})
}

func nested() []byte {
	schemas := []string{"Stock: {type: object, required: [halls], properties: {halls: {type: array, items: {$ref: '#/components/schemas/Hall'}}}}"}
	levels := []string{"Hall", "Shelf", "Box"}
	for i, level := range levels {
		holds := "content: {type: string}"
		if i+1 < len(levels) {
			holds = fmt.Sprintf("content: {type: array, items: {$ref: '#/components/schemas/%s'}}", levels[i+1])
		}
		tag := strings.ToLower(level) + "_kind"
		var names []string
		for _, kind := range []string{"Wide", "High"} {
			names = append(names, kind+level)
			schemas = append(schemas, fmt.Sprintf("%s%s: {type: object, required: [%s, number, content], properties: {number: {type: integer, format: int64}, %s: {type: integer, format: int64}, %s, %s: {type: string}}}",
				kind, level, tag, strings.ToLower(kind), holds, tag))
		}
		schemas = append(schemas, oneOf(level, tag, names...))
	}
	return bodyOf("Stock", schemas...)
}

// stock is a list of n halls with shelves with boxes. The tag of each is its last member.
func stock(n int) []byte {
	m := newMaker(8)
	var level func(names ...string) string
	level = func(names ...string) string {
		var o object
		kind := m.pick("wide", "high")
		o.add("number", "%d", m.IntN(10_000))
		o.add(kind, "%d", m.IntN(500))
		if len(names) > 1 {
			o.add("content", "%s", m.list(1, 4, func() string { return level(names[1:]...) }))
		} else {
			o.add("content", "%q", m.words(1, 4))
		}
		o.add(names[0]+"_kind", "%q", kind+names[0])
		return o.String()
	}
	return listOf("halls", n, func() string { return level("hall", "shelf", "box") })
}

// manyVariants is how many variants the unions have that have many.
const manyVariants = 40

func variantName(i int) string { return fmt.Sprintf("V%02d", i) }

// many is a document with a union of many objects: by member tag, or by a member that only one of them has.
func many(tag string) []byte {
	schemas := []string{"Batch: {type: object, required: [items], properties: {items: {type: array, items: {$ref: '#/components/schemas/Any'}}}}"}
	var names []string
	for i := range manyVariants {
		required, first := fmt.Sprintf("name, own_%02d", i), ""
		if tag != "" {
			required, first = tag+", "+required, tag+": {type: string}, "
		}
		names = append(names, variantName(i))
		schemas = append(schemas, fmt.Sprintf("%s: {type: object, required: [%s], properties: {%sname: {type: string, minLength: 1}, own_%02d: {type: string}, count_%02d: {type: integer, format: int64}}}",
			variantName(i), required, first, i, i))
	}
	return bodyOf("Batch", append(schemas, oneOf("Any", tag, names...))...)
}

// variants is a list of n objects of such a union. What they share comes first; the tag is last in half of them.
func variants(n int, tag string) []byte {
	m := newMaker(9)
	return listOf("items", n, func() string {
		i := m.IntN(manyVariants)
		var o, kind object
		o.add("name", "%q", m.words(2, 6))
		o.add(fmt.Sprintf("own_%02d", i), "%q", m.words(6, 16))
		if m.chance(0.5) {
			o.add(fmt.Sprintf("count_%02d", i), "%d", m.IntN(1000))
		}
		if tag != "" {
			kind.add(tag, "%q", strings.ToLower(variantName(i)))
			if m.chance(0.5) {
				o.members = slices.Concat(kind.members, o.members)
			} else {
				o.members = append(o.members, kind.members...)
			}
		}
		return o.String()
	})
}

// told are the workloads of this file.
func told() []Workload {
	const tag = "kind"
	return []Workload{
		{
			Name: "feed", Title: "400 events of three kinds, by a plain tag; in each a union of two objects without one", Document: "feed.yaml", Spec: notices,
			Component: "Feed", GoName: "Feed", ByHand: true, Ogen: true, Text: func() []byte { return feed(400) },
		},
		{
			Name: "deep", Title: "unions in unions in unions, the tag of each is its last member", Document: "deep.yaml", Spec: nested,
			Component: "Stock", GoName: "Stock", Alone: true, Ogen: true, Text: func() []byte { return stock(150) },
		},
		{
			Name: "tags40", Title: "600 objects of 40 kinds by a tag, which is last in half of them", Document: "tags40.yaml", Spec: func() []byte { return many(tag) },
			Component: "Batch", GoName: "Batch", Alone: true, Ogen: true, Text: func() []byte { return variants(600, tag) },
		},
		{
			Name: "open40", Title: "600 objects of 40 kinds without a tag, a member that all have comes first", Document: "open40.yaml", Spec: func() []byte { return many("") },
			Component: "Batch", GoName: "Batch", Alone: true, Ogen: true, Text: func() []byte { return variants(600, "") },
		},
	}
}
