package main

import (
	"fmt"
	"strings"
)

// A family is a base with heirs, which are the components Pet, Cat, Dog, and Puppy, which extends Dog.
type family struct {
	name       string
	version    string
	schema     string // "" for a reference to Pet
	member     string // that is the tag, "" for kind
	components []component
	tags       map[string]string // of the heirs, as JSON; a number is written without quotes
	base       string            // a tag of the base itself, as JSON; "" for none
	enum       bool              // an unknown tag is not valid
	optional   bool              // the tag may be missing
	closed     string            // heirs that refuse members which nobody describes, each with a comma behind it
	around     bool              // the schema is a wrapper, which would be an heir as a component
	judged     bool              // the rule of the union judges what is sent, whatever its Go type is, and no tag is filled in
	dogs       string            // the Go type of Dog, "" for Dog
	more       []example
}

// own members of the heirs: what is valid and what is not.
var ownMembers = map[string][3]string{"Cat": {"lives", "9", `"x"`}, "Dog": {"breed", `"b"`, "1"}, "Puppy": {"weeks", "3", `"x"`}}

// kind makes a kind of a family: a dog is its value, and the others are examples.
func (f family) kind() kind {
	if f.schema == "" {
		f.schema = ref("Pet")
	}
	if f.member == "" {
		f.member = "kind"
	}
	k := kind{name: "heirs by " + f.name, schema: f.schema, tag: f.member, components: f.components}
	k.version, k.family, k.anything, k.unnamed = f.version, true, true, f.around
	k.valid, k.invalid, k.at = f.value("Dog", 1), f.value("Dog", 2), "/breed"
	for _, heir := range []string{"Cat", "Dog", "Puppy"} {
		if f.tags[heir] != "" {
			k.examples = append(k.examples, f.heir(heir)...)
		}
	}
	k.examples = append(append(k.examples, f.others()...), f.more...)
	return k
}

// value is a value of an heir, with a member of its own: 1 for a valid one, 2 for one that is not.
func (f family) value(heir string, which int) string {
	own := ownMembers[heir]
	return fmt.Sprintf(`{"%s": %s, "name": "n", "%s": %s}`, f.member, f.tags[heir], own[0], own[which])
}

// heir tries an heir as it is, with a member that is wrong, with an empty tag and with one of another.
func (f family) heir(heir string) []example {
	good, tag, as := f.value(heir, 1), "/"+f.member, heir
	if heir == "Dog" && f.dogs != "" {
		as = f.dogs
	}
	list := []example{
		{value: good, as: as},
		{value: f.value(heir, 2), refused: true, at: "/" + ownMembers[heir][0]},
	}
	stray := strings.Replace(good, `"name": "n"`, `"name": "n", "stray": 1`, 1)
	if strings.Contains(f.closed, heir+",") {
		list = append(list, example{value: stray, refused: true, at: "/stray"})
	}
	if text := f.tags[heir]; strings.HasPrefix(text, `"`) && !f.judged {
		list = append(list, example{value: good, as: as, set: true})
	}
	other := map[string]string{"Cat": "Dog", "Dog": "Cat", "Puppy": "Dog"}[heir]
	if f.tags[other] == "" || f.judged {
		return list
	}
	return append(list, example{value: good, as: as, set: true, tag: strings.Trim(f.tags[other], `"`), refused: true, at: tag})
}

// others tries the base itself, a tag that nobody knows, and none.
func (f family) others() (list []example) {
	tag := "/" + f.member
	unknown, missing := fmt.Sprintf(`{"%s": "newer", "name": "n", "more": {"a": [1]}}`, f.member), `{"name": "n", "more": 1}`
	if !strings.HasPrefix(f.tags["Dog"], `"`) {
		unknown = strings.Replace(unknown, `"newer"`, "77", 1)
	}
	list = append(list, example{value: unknown, as: "PetBase", refused: f.enum, at: tag})
	list = append(list, example{value: missing, as: "PetBase", refused: !f.optional, at: tag})
	base := unknown
	if f.base != "" {
		base = strings.Replace(strings.Replace(unknown, `"newer"`, f.base, 1), "77", f.base, 1)
		list = append(list, example{value: base, as: "PetBase"})
	}
	if f.base == "" && f.enum || f.judged {
		return list
	}
	return append(list, example{value: base, as: "PetBase", set: true, tag: strings.Trim(f.tags["Dog"], `"`), refused: true, at: tag})
}

// plain, by names of components, by a mapping, and by both.
var (
	byName  = map[string]string{"Cat": `"%Cat"`, "Dog": `"%Dog"`, "Puppy": `"%Puppy"`}
	byTag   = map[string]string{"Cat": `"c"`, "Dog": `"d"`, "Puppy": `"p"`}
	byBoth  = map[string]string{"Cat": `"c"`, "Dog": `"%Dog"`, "Puppy": `"%Puppy"`}
	numbers = map[string]string{"Cat": "1", "Dog": "2", "Puppy": "3"}
)

const (
	petName   = "name: {type: string}"
	petTag    = "kind: {type: string}"
	plainTag  = ", discriminator: {propertyName: kind}"
	mappedTag = ", discriminator: {propertyName: kind, mapping: {c: '#/components/schemas/%Cat', d: '#/components/schemas/%Dog', " +
		"p: '#/components/schemas/%Puppy'}}"
	someTag   = ", discriminator: {propertyName: kind, mapping: {c: '#/components/schemas/%Cat'}}"
	twoTags   = ", discriminator: {propertyName: kind, mapping: {c: '#/components/schemas/%Cat', d: '#/components/schemas/%Dog'}}"
	closing   = ", additionalProperties: false"
	lives     = "lives: {type: integer}"
	breed     = "breed: {type: string}"
	weeks     = "weeks: {type: integer}"
	needsTag  = ", required: [kind]"
	enumOfTag = "kind: {type: string, enum: [c, d, p, later]}"
)

// pet is a base with properties and other keywords.
func pet(properties, more string) component {
	return component{"Pet", "{type: object, properties: {" + properties + "}" + more + "}"}
}

// child is an heir: what it extends, its properties, and other keywords of that part.
func child(name, of, properties, more string) component {
	return component{name, "{allOf: [" + ref(of) + ", {type: object, properties: {" + properties + "}" + more + "}]}"}
}

// children are the usual heirs, with other keywords in the part of each.
func children(more string) []component {
	return []component{child("Cat", "Pet", lives, more), child("Dog", "Pet", breed, more), child("Puppy", "Dog", weeks, more)}
}

func household(base component, heirs []component, more ...component) []component {
	return append(append([]component{base}, heirs...), more...)
}

// families are the kinds of bases and heirs.
func families() (list []kind) {
	for _, of := range [][]family{taggedFamilies(), enumFamilies(), closedFamilies(), toolFamilies(), nestedFamilies(), memberFamilies()} {
		for _, f := range of {
			list = append(list, f.kind())
		}
	}
	return list
}

// taggedFamilies differ in who says which tag leads where.
func taggedFamilies() []family {
	const two = ", discriminator: {propertyName: kind, mapping: {d: '#/components/schemas/%Dog', hound: '#/components/schemas/%Dog', " +
		"c: '#/components/schemas/%Cat', p: '#/components/schemas/%Puppy'}}"
	const itself = ", discriminator: {propertyName: kind, mapping: {pet: '#/components/schemas/%Pet', d: '#/components/schemas/%Dog', " +
		"c: '#/components/schemas/%Cat', p: '#/components/schemas/%Puppy'}}"
	const named = ", discriminator: {propertyName: kind, mapping: {d: '%Dog', c: '%Cat', p: '%Puppy'}}"
	const numbered = ", discriminator: {propertyName: kind, mapping: {'1': '#/components/schemas/%Cat', '2': '#/components/schemas/%Dog', " +
		"'3': '#/components/schemas/%Puppy'}}"
	props := petTag + ", " + petName
	hound := example{value: `{"kind": "hound", "name": "n", "breed": "b"}`, as: "Dog"}
	filled := example{value: `{"kind": "pet", "name": "n"}`, as: "PetBase", set: true}
	return []family{
		{name: "names", components: household(pet(props, needsTag+plainTag), children("")), tags: byName, base: `"%Pet"`},
		{name: "names, the tag is optional", components: household(pet(props, plainTag), children("")), tags: byName, base: `"%Pet"`,
			optional: true},
		{name: "a mapping", components: household(pet(props, needsTag+mappedTag), children("")), tags: byTag},
		{name: "a mapping, the tag is optional", components: household(pet(props, mappedTag), children("")), tags: byTag, optional: true},
		{name: "a mapping of bare names", components: household(pet(props, needsTag+named), children("")), tags: byTag},
		{name: "a mapping and names", components: household(pet(props, needsTag+someTag), children("")), tags: byBoth},
		{name: "two tags for one", components: household(pet(props, needsTag+two), children("")), tags: byTag, more: []example{hound}},
		{name: "a mapping to the base", components: household(pet(props, needsTag+itself), children("")), tags: byTag, base: `"pet"`,
			more: []example{filled}},
		{name: "numbers", components: household(pet("kind: {type: integer}, "+petName, needsTag+numbered), children("")), tags: numbers},
		{name: "a tag that may be null", version: v30, components: household(pet("kind: {type: string, nullable: true}, "+petName,
			needsTag+mappedTag), children("")), tags: byTag, judged: true},
		{name: "a mapping to what extends nothing", components: household(pet(props, needsTag+mappedTag), []component{
			{"Cat", "{type: object, required: [kind], properties: {" + props + ", " + lives + "}}"},
			{"Dog", "{type: object, required: [kind], properties: {" + props + ", " + breed + "}}"},
			child("Puppy", "Dog", weeks, "")}), tags: byTag},
	}
}

// enumFamilies have tags that list their values, in the base or in the heirs.
func enumFamilies() []family {
	inline := enumOfTag + ", " + petName
	component1 := component{"Kind", "{type: string, enum: [c, d, p, later]}"}
	by := "kind: " + ref("Kind") + ", " + petName
	constants := []component{child("Cat", "Pet", "kind: {type: string, enum: [c]}, "+lives, ""),
		child("Dog", "Pet", "kind: {type: string, enum: [d]}, "+breed, ""), child("Puppy", "Pet", "kind: {type: string, enum: [p]}, "+weeks, "")}
	consts := []component{child("Cat", "Pet", "kind: {const: c}, "+lives, ""), child("Dog", "Pet", "kind: {const: d}, "+breed, ""),
		child("Puppy", "Pet", "kind: {const: p}, "+weeks, "")}
	some := []component{child("Cat", "Pet", lives, ""), child("Dog", "Pet", breed, ""), child("Bird", "Pet", "wings: {type: integer}", "")}
	return []family{
		{name: "an enum", components: household(pet(inline, needsTag+mappedTag), children("")), tags: byTag, base: `"later"`, enum: true},
		{name: "an optional enum", components: household(pet(inline, mappedTag), children("")), tags: byTag, base: `"later"`, enum: true,
			optional: true},
		{name: "a named enum", components: household(pet(by, needsTag+mappedTag), children(""), component1), tags: byTag, base: `"later"`,
			enum: true},
		{name: "an enum that leaves one out", components: household(pet(inline, twoTags), some), base: `"later"`, enum: true,
			tags: map[string]string{"Cat": `"c"`, "Dog": `"d"`}, optional: true},
		{name: "constants of the heirs", components: household(pet(petTag+", "+petName, needsTag+plainTag), constants), tags: byTag},
		{name: "consts of the heirs", version: v31, components: household(pet(petTag+", "+petName, needsTag+plainTag), consts),
			tags: byTag},
	}
}

// closedFamilies have parts that forbid other members.
func closedFamilies() []family {
	props := petTag + ", " + petName
	middle := []component{child("Cat", "Pet", lives, ""), child("Dog", "Pet", breed, closing), child("Puppy", "Dog", weeks, "")}
	beside := []component{{"Cat", "{type: object, allOf: [" + ref("Pet") + "], properties: {" + lives + "}" + closing + "}"},
		{"Dog", "{type: object, allOf: [" + ref("Pet") + "], properties: {" + breed + "}" + closing + "}"},
		{"Puppy", "{type: object, allOf: [" + ref("Dog") + "], properties: {" + weeks + "}" + closing + "}"}}
	return []family{
		{name: "parts that are closed", components: household(pet(props, needsTag+mappedTag+closing), children(closing)), tags: byTag,
			closed: "Cat,Dog,Puppy,"},
		{name: "a closed base", components: household(pet(props, needsTag+plainTag+closing), children("")), tags: byName,
			closed: "Cat,Dog,Puppy,"},
		{name: "a closed heir", components: household(pet(props, needsTag+plainTag), middle), tags: byName, closed: "Dog,Puppy,"},
		{name: "parts that are closed, beside allOf", components: household(pet(props, needsTag+plainTag+closing), beside), tags: byName,
			closed: "Cat,Dog,Puppy,"},
	}
}

// toolFamilies are written as tools and vendors do.
func toolFamilies() []family {
	props := petTag + ", " + petName
	spring := func(name, of, properties string) component {
		return component{name, "{type: object, allOf: [" + ref(of) + ", {type: object, properties: {" + properties + "}}]}"}
	}
	const odata = ", discriminator: {propertyName: '@odata.type', mapping: {'#org.dog': '#/components/schemas/%Dog', " +
		"'#org.cat': '#/components/schemas/%Cat', '#org.puppy': '#/components/schemas/%Puppy'}}"
	graph := func(name, of, properties string) component {
		return component{name, "{allOf: [" + ref(of) + ", {title: " + name + ", required: ['@odata.type'], type: object, properties: {" +
			properties + ", '@odata.type': {type: string, default: '#org." + strings.ToLower(name) + "'}}}]}"}
	}
	bare := component{"Pet", "{discriminator: {propertyName: kind, mapping: {c: '#/components/schemas/%Cat', " +
		"d: '#/components/schemas/%Dog', p: '#/components/schemas/%Puppy'}}}"}
	withName := []component{child("Cat", "Pet", petName+", "+lives, ""), child("Dog", "Pet", petName+", "+breed, ""),
		child("Puppy", "Dog", weeks, "")}
	first := []component{{"Cat", "{allOf: [{type: object, properties: {" + lives + "}}, " + ref("Pet") + "]}"},
		{"Dog", "{allOf: [{type: object, properties: {" + breed + "}}, " + ref("Pet") + "]}"},
		{"Puppy", "{allOf: [{type: object, properties: {" + weeks + "}}, " + ref("Dog") + "]}"}}
	return []family{
		{name: "springdoc", components: household(pet(props, needsTag+plainTag), []component{spring("Cat", "Pet", lives),
			spring("Dog", "Pet", breed), spring("Puppy", "Dog", weeks)}), tags: byName},
		{name: "msgraph", member: "@odata.type", components: household(pet("'@odata.type': {type: string}, "+petName,
			", required: ['@odata.type']"+odata), []component{graph("Cat", "Pet", lives), graph("Dog", "Pet", breed),
			graph("Puppy", "Dog", weeks)}), tags: map[string]string{"Cat": `"#org.cat"`, "Dog": `"#org.dog"`, "Puppy": `"#org.puppy"`}},
		{name: "a base without members", components: household(bare, withName), tags: byTag, optional: true},
		{name: "references behind their own part", components: household(pet(props, needsTag+plainTag), first), tags: byName},
		{name: "allOf around the base", around: true, schema: "{allOf: [" + ref("Pet") + "], description: d}", components: household(pet(props,
			needsTag+mappedTag), children("")), tags: byTag},
	}
}

// nestedFamilies have values of the hierarchy in their own members, or more levels.
func nestedFamilies() []family {
	props := petTag + ", " + petName
	mother := []component{child("Cat", "Pet", lives, ""), child("Dog", "Pet", breed, ""),
		child("Puppy", "Dog", weeks+", mother: "+ref("Dog"), ""),
		child("Newborn", "Puppy", "days: {type: integer}", "")}
	puppy := func(mother string) string { return `{"kind": "%Puppy", "name": "n", "mother": ` + mother + `}` }
	friends := []component{child("Cat", "Pet", lives, ""), child("Dog", "Pet", breed+", friend: "+ref("Pet"), ""),
		child("Puppy", "Dog", weeks, "")}
	list := household(pet(props+", young: {type: array, items: "+ref("Pet")+"}", needsTag+plainTag), friends)
	closed := []component{child("Cat", "Pet", lives, closing), child("Dog", "Pet", breed, closing),
		child("Puppy", "Dog", weeks+", mother: "+ref("Dog"), closing)}
	deeper := []example{
		{value: puppy(`{"kind": "%Puppy", "breed": "b", "weeks": 3}`), as: "Puppy"},
		{value: puppy(`{"kind": "%Dog", "breed": "b"}`), as: "DogBase"},
		{value: puppy(`{"kind": "newer", "breed": "b", "more": 1}`), as: "DogBase"},
		{value: puppy(`{"kind": "%Cat"}`), refused: true, at: "/mother/kind"},
		{value: puppy(`{"kind": "%Puppy", "weeks": "x"}`), refused: true, at: "/mother/weeks"},
		{value: puppy(`{"breed": "b"}`), refused: true, at: "/mother/kind"},
	}
	newborn := example{value: `{"kind": "%Newborn", "name": "n", "breed": "b", "weeks": 1, "days": 2}`, as: "Newborn"}
	return []family{
		{name: "an heir that is a value", dogs: "DogBase", components: household(pet(props, needsTag+plainTag), mother), tags: byName,
			more: append(deeper, newborn)},
		{name: "closed heirs that are values", dogs: "DogBase", tags: byName,
			components: household(pet(props, needsTag+plainTag+closing), closed), closed: "Cat,Puppy,", more: deeper},
		{name: "members that are the base", components: list, tags: byName, more: []example{
			{value: `{"kind": "%Dog", "friend": {"kind": "%Cat", "lives": 9}}`, as: "Cat"},
			{value: `{"kind": "%Cat", "young": [{"kind": "%Puppy", "weeks": 1}, {"kind": "newer", "more": 1}]}`, as: "Puppy"},
			{value: `{"kind": "newer", "young": [{"kind": "%Cat", "lives": "x"}]}`, refused: true, at: "/young/0/lives"}}},
		{name: "a base or a string", schema: "{oneOf: [" + ref("Pet") + ", {type: string}]}", components: household(pet(props,
			needsTag+plainTag), children("")), tags: byName, more: []example{{value: `"text"`}}},
	}
}

// memberFamilies have members that heirs change, or that go one way.
func memberFamilies() []family {
	props := petTag + ", " + petName
	narrowed := []component{child("Cat", "Pet", lives, ", required: [name, lives]"), child("Dog", "Pet", breed+
		", size: {type: integer, enum: [1, 2]}", ""), child("Puppy", "Dog", weeks, "")}
	oneWay := []component{child("Cat", "Pet", lives+", seen: {type: string, readOnly: true}", ""), child("Dog", "Pet",
		breed+", secret: {type: string, writeOnly: true}", ""), child("Puppy", "Dog", weeks, ""), child("Bird", "Pet",
		"song: {type: string, readOnly: true}, nest: {type: integer, writeOnly: true}", ", required: [song]")}
	alone := []component{{"Cat", "{allOf: [" + ref("Pet") + "]}"}, child("Dog", "Pet", breed, ""), child("Puppy", "Dog", weeks, "")}
	return []family{
		{name: "members that heirs narrow", components: household(pet(props+", size: {type: number}", needsTag+plainTag), narrowed), tags: byName,
			more: []example{{value: `{"kind": "%Dog", "size": 2}`, as: "Dog"}, {value: `{"kind": "%Dog", "size": 1.5}`, refused: true, at: "/size"},
				{value: `{"kind": "newer", "size": 1.5}`, as: "PetBase"}, {value: `{"kind": "%Cat", "lives": 9}`, refused: true, at: "/name"}}},
		{name: "members of one direction", components: household(pet("id: {type: string, readOnly: true}, "+props, needsTag+plainTag),
			oneWay), tags: byName, more: []example{
			{value: `{"kind": "%Bird", "id": "i", "song": "s"}`, as: "Bird", way: received},
			{value: `{"kind": "%Bird", "id": "i"}`, refused: true, at: "/song", way: received},
			{value: `{"kind": "%Bird", "nest": 1}`, as: "Bird", way: sent},
			{value: `{"kind": "%Dog", "breed": "b", "secret": "s"}`, as: "Dog", way: sent}}},
		{name: "a tag of one direction", components: household(pet("kind: {type: string, readOnly: true}, "+petName, needsTag+plainTag),
			children("")), tags: byName},
		{name: "an heir without members", components: household(pet(props, needsTag+plainTag), alone), tags: map[string]string{
			"Dog": `"%Dog"`, "Puppy": `"%Puppy"`}, more: []example{{value: `{"kind": "%Cat", "name": "n"}`, as: "Cat"}}},
	}
}
