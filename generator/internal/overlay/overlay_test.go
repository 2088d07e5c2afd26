package overlay

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// shown returns a tree in one line.
func shown(n *source.Node) string {
	var parts []string
	switch n.Kind {
	case source.Object:
		for _, m := range n.Members {
			parts = append(parts, m.Name+": "+shown(m.Value))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case source.Array:
		for _, item := range n.Items {
			parts = append(parts, shown(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case source.Null:
		return "null"
	}
	return n.Text
}

// apply applies actions, which are YAML, with room for so many values.
func apply(document, actions, version string, room int) (*source.Document, []Done, []diag.Finding) {
	var findings diag.List
	d := source.Read("api.yaml", []byte(document), &findings)
	o := Read(source.Read("o.yaml", []byte("overlay: "+version+"\ninfo: {title: t, version: v}\nactions:\n"+actions), &findings), &findings)
	if o == nil {
		return d, nil, findings.All()
	}
	take := func(n int) bool { room -= n; return room >= 0 }
	return d, Apply(d, []*Overlay{o}, Room{Take: take}, &findings), findings.All()
}

// The sentences of the Overlay Specification about each action.
func TestApply(t *testing.T) {
	for _, c := range []struct{ name, document, actions, want string }{
		{"objects are merged", "{a: {b: 1, c: {d: 2}}}", `- {target: $.a, update: {c: {e: 3}, b: 4, f: 5}}`, "{a: {b: 4, c: {d: 2, e: 3}, f: 5}}"},
		{"arrays inside are concatenated", "{a: {b: [1]}}", `- {target: $, update: {a: {b: [2, 3]}}}`, "{a: {b: [1, 2, 3]}}"},
		{"an entry is appended to an array", "{a: [1]}", `- {target: $.a, update: {b: 2}}`, "{a: [1, {b: 2}]}"},
		{"an array is appended to an array", "{a: [1]}", `- {target: $.a, update: [2, 3]}`, "{a: [1, 2, 3]}"},
		{"other kinds are replaced", "{a: {b: [1], c: {d: 1}, e: 1}}", `- {target: $.a, update: {b: x, c: [1], e: null}}`, "{a: {b: x, c: [1], e: null}}"},
		{"primitives are replaced", "{a: 1, b: [x, y]}", `- {target: "$['a', 'b'][?@ == 'y']", update: z}`, "{a: 1, b: [x, z]}"},
		{"remove from an object", "{a: 1, b: 2, c: 3}", `- {target: "$['a', 'c']", remove: true}`, "{b: 2}"},
		{"remove from an array: indices are those before", "{a: [0, 1, 2, 3]}", `- {target: "$.a[0, 2]", remove: true}`, "{a: [1, 3]}"},
		{"remove wins", "{a: {}, b: 1}", `- {target: $.a, remove: true, update: {x: 1}}`, "{b: 1}"},
		{"inside of what is removed", "{a: {b: {b: 1}}}", `- {target: $..b, remove: true}`, "{a: {}}"},
		{"remove: false", "{a: {}}", `- {target: $.a, remove: false, update: {x: 1}}`, "{a: {x: 1}}"},
		{"actions see what earlier ones did", "{a: {}}", "- {target: $.a, update: {b: {}}}\n- {target: $.a.b, update: {c: 1}}\n- {target: $.a.b.c, update: 2}", "{a: {b: {c: 2}}}"},
		{"copy merges", "{a: {x: 1, y: 2}, b: {y: 3}}", `- {target: $.b, copy: $.a}`, "{a: {x: 1, y: 2}, b: {y: 2, x: 1}}"},
		{"a move", "{a: {x: 1}, b: {}}", "- {target: $.b, copy: $.a}\n- {target: $.a, remove: true}", "{b: {x: 1}}"},
		{"aliases are values of their own", "a: &x {b: 1}\nc: *x", `- {target: $.c, update: {b: 2}}`, "{a: {b: 1}, c: {b: 2}}"},
		{"a place twice is changed once", "{a: []}", `- {target: "$['a', 'a']", update: 1}`, "{a: [1]}"},
		{"nodes inside of each other", "{a: {a: {}}}", `- {target: $..a, update: {x: 1}}`, "{a: {a: {x: 1}, x: 1}}"},
		{"numbers are exact", "{a: [{n: 12345678901234567890}, {n: 1}]}", `- {target: "$.a[?@.n > 2]", update: {big: 0.10}}`, "{a: [{n: 12345678901234567890, big: 0.10}, {n: 1}]}"},
	} {
		d, done, findings := apply(c.document, c.actions, "1.1.0", 1000)
		assert.Empty(t, findings, c.name)
		assert.Equal(t, c.want, shown(d.Root), c.name)
		assert.NotEmpty(t, done, c.name)
	}
}

// What cannot be done has a finding at its place in the overlay, and the rest is done.
func TestFindings(t *testing.T) {
	for _, c := range []struct{ version, actions, want string }{
		{"1.1.0", "- {target: $.b, update: 1}", `o.yaml:4:12: warning: "$.b" selects nothing in the document [overlay]`},
		{"1.1.0", "- {target: $.a}", `o.yaml:4:3: warning: the action does nothing`},
		{"1.1.0", "- {target: $.a, update: 1}", `o.yaml:4:25: error: the action gives a number to what is an object`},
		{"1.1.0", "- {target: $.s, update: {}}", `o.yaml:4:25: error: the action gives an object to what is a string`},
		{"1.1.0", "- {target: $.a, copy: $.s}", `o.yaml:4:23: error: the action gives a string to what is an object`},
		{"1.1.0", "- {target: $.a, copy: '$.*'}", `o.yaml:4:23: error: "copy" must select one value, and "$.*" selects 2`},
		{"1.1.0", "- {target: $.a, copy: $.b}", `o.yaml:4:23: warning: "$.b" selects nothing`},
		{"1.1.0", "- {target: $, remove: true}", `o.yaml:4:12: error: the document itself cannot be removed`},
		{"1.1.0", "- {target: $.a, copy: $.s, update: {}}", `o.yaml:4:3: error: an action has "update" or "copy", not both`},
		{"1.0.0", "- {target: $.s, update: x}", `o.yaml:4:12: error: the target selects a value that is neither an object nor an array`},
		{"1.0.0", "- {target: $.s, remove: true}", `o.yaml:4:12: error: the target selects a value that is neither`},
		{"1.0.0", "- {target: $.s, copy: $.a}", `o.yaml:4:23: error: version 1.0 of the Overlay Specification has no "copy"`},
		{"1.2.0", "- {target: $, update: {}}", `o.yaml:1:10: error: version "1.2.0" of the Overlay Specification is not supported`},
		{"1.1.0", "- {target: x.y, update: 1}", `o.yaml:4:12: error: "x.y" is no JSONPath query of RFC 9535`},
		{"1.1.0", "- {targt: $, update: 1, x-mine: 1}", `o.yaml:4:3: error: an action needs "target"`},
		{"1.1.0", "- {target: 1, update: 1}", `o.yaml:4:12: error: "target" must be a JSONPath query, not number`},
		{"1.1.0", "- 1", `o.yaml:4:3: error: an action must be an object, not number`},
	} {
		d, _, findings := apply("{a: {b: 1}, s: text}", c.actions, c.version, 1000)
		require.NotEmpty(t, findings, c.actions)
		assert.Contains(t, fmt.Sprintf("%s: %s: %s [%s]", findings[0].Pos, findings[0].Severity, findings[0].Message, findings[0].Rule), c.want)
		assert.Equal(t, "{a: {b: 1}, s: text}", shown(d.Root), c.actions)
	}
}

// Positions name the text in which something is written.
func TestPositions(t *testing.T) {
	d, _, findings := apply("a: {b: 1,\n  c: 2}\n", "- target: $.a\n  update:\n    b: 3\n    d: 4\n- target: $\n  copy: $.a\n", "1.1.0", 1000)
	require.Empty(t, findings)
	for pointer, want := range map[string]string{
		"/a": "api.yaml:1:4", "/a/c": "api.yaml:2:6", "/a/b": "o.yaml:6:8", "/a/d": "o.yaml:7:8", "/c": "api.yaml:2:6", "/d": "o.yaml:7:8",
	} {
		n, path, ok := d.Find(pointer)
		require.True(t, ok, pointer)
		pos := d.Pos(n, path)
		assert.Equal(t, want, pos.String(), pointer)
		assert.Equal(t, "api.yaml#"+pointer, pos.Address())
	}
	n, path, _ := d.Find("/a/d")
	line, _ := diag.Lines{}.Line(d.Pos(n, path))
	assert.Equal(t, "    d: 4", line)
}

// Small overlays that ask for large documents or long work end in a finding.
func TestLimits(t *testing.T) {
	double := strings.Repeat("- {target: $.a, copy: $.a}\n", 40)
	_, _, findings := apply("a: [1]", double, "1.1.0", 100_000)
	require.NotEmpty(t, findings)
	assert.Equal(t, diag.RuleTooLarge, findings[len(findings)-1].Rule)

	deep := "a: " + strings.Repeat("[", 900) + strings.Repeat("]", 900)
	_, _, findings = apply(deep, "- {target: \"$.a"+strings.Repeat("[0]", 200)+"\", copy: $.a}", "1.1.0", 100_000)
	require.NotEmpty(t, findings)
	assert.Contains(t, findings[0].Message, "levels deep")

	_, _, findings = apply(deep, `- {target: "$..*..*..*..*", remove: true}`, "1.1.0", 100_000)
	require.NotEmpty(t, findings)
	assert.Contains(t, findings[0].Message, "takes too long")

	wide := "{a: [" + strings.Repeat("1, ", 50_000) + "1]}"
	_, _, findings = apply(wide, `- {target: "$.a[?$..x]", remove: true}`, "1.1.0", 100_000)
	require.NotEmpty(t, findings)
	assert.Contains(t, findings[0].Message, "takes too long")
}
