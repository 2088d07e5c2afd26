package source

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/diag"
)

func TestYAMLTree(t *testing.T) {
	tests := []struct{ text, want string }{
		{"a: 1\nb:\n  - x\n  - y: ~\n", `1:1 {"a" 1:1=1:4 1, "b" 2:1=3:3 [3:5 "x", 4:5 {"y" 4:5=4:8 null}]}`},
		{"b:\n- x\nc:\n", `1:1 {"b" 1:1=2:1 [2:3 "x"], "c" 3:1=3:3 null}`},
		{"200: a\n1.10: b\nyes: c\n0x1F: d\ntrue: e\n'': f\n",
			`1:1 {"200" 1:1=1:6 "a", "1.10" 2:1=2:7 "b", "yes" 3:1=3:6 "c", "0x1F" 4:1=4:7 "d", "true" 5:1=5:7 "e", "" 6:1=6:5 "f"}`},
		{"é: ü\nzß: {ä: \"ö\", o: 1}\n", `1:1 {"é" 1:1=1:5 "ü", "zß" 2:1=2:6 {"ä" 2:7=2:11 "ö", "o" 2:17=2:20 1}}`},
		{"\ufeffa: 1\r\nb: |\r\n  x\r\n   y\r\nc: 'd'\r\n", `1:1 {"a" 1:1=1:4 1, "b" 2:1=2:4 "x\n y\n", "c" 5:1=5:4 "d"}`},
		{"a: >-\n  x\n  y\n\n  z\nb: \"1\"\n", `1:1 {"a" 1:1=1:4 "x y\nz", "b" 6:1=6:4 "1"}`},
		{"# c\n--- # d\n- 1\n...\n# e\n", `3:1 [3:3 1]`},
		{"%YAML 1.2\n# c\n---\na: 1\n", `4:1 {"a" 4:1=4:4 1}`},
		{"a: 1\n---\n# nothing\n", `1:1 {"a" 1:1=1:4 1}`},
		{"{a: 1, 'b': [2,], c}", `1:1 {"a" 1:2=1:5 1, "b" 1:8=1:13 [1:14 2], "c" 1:19=1:20 null}`},
		{"? a\n: 1\n", `1:1 {"a" 1:3=2:3 1}`},
		// NEL, LS and PS are no line breaks in YAML 1.2.
		{"a: x\u2028y\u0085z\nb: \"\u2029\ue000\"\nc\u2028: |\n  d\u2028e\n",
			`1:1 {"a" 1:1=1:4 "x\u2028y\u0085z", "b" 2:1=2:4 "\u2029\ue000", "c\u2028" 3:1=3:7 "d\u2028e\n"}`},
	}
	tests = append(tests, textsOfYAML12()...)
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			assert.Equal(t, test.want, outline(readClean(t, "a.yaml", test.text).Root))
		})
	}
}

// textsOfYAML12 are right by YAML 1.2, and the library does not know them.
func textsOfYAML12() []struct{ text, want string } {
	return []struct{ text, want string }{
		// \/ is an escape in double quotes, and only there.
		{`{a: "x\/y", b: x\/y, c: 'x\/y', d: "x\\/y", "k\/": 1, e: "\/\/", f: "\t\/"}`,
			`1:1 {"a" 1:2=1:5 "x/y", "b" 1:13=1:16 "x\\/y", "c" 1:22=1:25 "x\\/y", "d" 1:33=1:36 "x\\/y", "k/" 1:45=1:52 1, "e" 1:55=1:58 "//", "f" 1:66=1:69 "\t/"}`},
		{"a: \"\\v\\/\"\nb: \"\\x07\"\nc: |\n  \\/\n", `1:1 {"a" 1:1=1:4 "\v/", "b" 2:1=2:4 "\a", "c" 3:1=3:4 "\\/\n"}`},
		// A tab may stand before a comment, and in an empty line.
		{"a: 1\n\t# c\nb: 2\n", `1:1 {"a" 1:1=1:4 1, "b" 3:1=3:4 2}`},
		{"a:\n  - 1\n  \t \t# c\n  - 2\t# d\n\t\n  \t\nb: 3", `1:1 {"a" 1:1=2:3 [2:5 1, 4:5 2], "b" 7:1=7:4 3}`},
		{"\t# c\r\na: >-\t# d\r\n  x\r\n  \t# y\r\n\t# e\r\nb: |\r\n\r\n\t\r\n  z\r\n", `2:1 {"a" 2:1=2:4 "x\n\t# y", "b" 6:1=6:4 "\n\nz\n"}`},
		{"- a: |\n    y\n    \t# x\n  b: c\n   d\n  \t# e\n", `1:1 [1:3 {"a" 1:3=1:6 "y\n\t# x\n", "b" 4:3=4:6 "c d"}]`},
	}
}

func TestYAMLScalar(t *testing.T) {
	const quotes = "put it in quotes if it is meant as text"
	as := func(meaning string) string { return " is read as " + meaning }
	tests := []struct{ text, want, warning string }{
		{"1", "1", ""}, {"-1", "-1", ""}, {"1.10", "1.10", ""}, {"9007199254740993", "9007199254740993", ""},
		{"1e5", "1e5", ""}, {"1.5E-400", "1.5E-400", ""}, {"-0", "-0", ""},
		{"true", "true", ""}, {"false", "false", ""}, {"null", "null", ""}, {"~", "null", ""},
		{"yes", `"yes"`, ""}, {"No", `"No"`, ""}, {"on", `"on"`, ""}, {"off", `"off"`, ""}, {"y", `"y"`, ""},
		{"2020-01-01", `"2020-01-01"`, ""}, {"2020-01-01T10:00:00Z", `"2020-01-01T10:00:00Z"`, ""},
		{"1:30", `"1:30"`, ""}, {"1.2.3", `"1.2.3"`, ""}, {"-", `[null]`, ""}, {"+", `"+"`, ""}, {".", `"."`, ""}, {"-.", `"-."`, ""},
		{"+-5", `"+-5"`, ""}, {"--5", `"--5"`, ""}, {"1e", `"1e"`, ""}, {"e5", `"e5"`, ""}, {".e5", `".e5"`, ""}, {"0x", `"0x"`, ""},
		{"0xG", `"0xG"`, ""}, {"0x-1", `"0x-1"`, ""}, {"1__0", `"1__0"`, ""}, {"1_", `"1_"`, ""}, {"_1", `"_1"`, ""}, {"fals", `"fals"`, ""},
		{"'1'", `"1"`, ""}, {`"true"`, `"true"`, ""}, {"''", `""`, ""}, {"nan", `"nan"`, ""},
		{"0x1F", "31", as("the number 31")}, {"-0xff", "-255", as("the number -255")}, {"0xFF_FF", "65535", as("the number 65535")},
		{"0o17", "15", as("the number 15")}, {"0b101", "5", as("the number 5")},
		{"0xFFFFFFFFFFFFFFFFFFFF", "1208925819614629174706175", as("the number 1208925819614629174706175")},
		{"010", "10", as("the number 10, not as an octal number")}, {"-007", "-7", as("the number -7, not as an octal number")},
		{"00", "0", as("the number 0, not as an octal number")}, {"089", "89", as("the number 89")},
		{"1_000", "1000", as("the number 1000")}, {"1_0.5_0", "10.50", as("the number 10.50")}, {"00.5", "0.5", as("the number 0.5")},
		{"+1", "1", as("the number 1")}, {"+1.50", "1.50", as("the number 1.50")}, {".5", "0.5", as("the number 0.5")},
		{"-.5", "-0.5", as("the number -0.5")}, {"5.", "5", as("the number 5")}, {"5.e3", "5e3", as("the number 5e3")},
		{"True", "true", as("true")}, {"FALSE", "false", as("false")}, {"NULL", "null", as("null")},
		{"!!str 1", `"1"`, ""}, {"!!int 5", "5", ""}, {"!!int '5'", "5", ""}, {"!!float 5", "5", ""}, {"!!bool true", "true", ""},
		{"!!null ''", "null", ""},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			var l diag.List
			d := Read("a.yaml", []byte(test.text), &l)
			assert.Equal(t, test.want, shape(d.Root))
			want := ""
			if test.warning != "" {
				want = fmt.Sprintf("a.yaml:1:1: warning: %s%s [scalar]\n\thint: %s\n", test.text, test.warning, quotes)
			}
			assert.Equal(t, want, messages(t, &l))
		})
	}
}

func TestYAMLScalarFindings(t *testing.T) {
	tests := []struct{ text, shape, want string }{
		{"a: .inf", `{"a"=".inf"}`, "1:4: error: .inf is not a JSON number [scalar]\n\thint: put it in quotes if it is meant as text\n"},
		{"a: [-.Inf, .NaN]", `{"a"=["-.Inf", ".NaN"]}`, "1:5: error: -.Inf is not a JSON number [scalar]\n\thint: put it in quotes if it is meant as text\n" +
			"a.yaml:1:12: error: .NaN is not a JSON number [scalar]\n\thint: put it in quotes if it is meant as text\n"},
		{"a: !!binary aGk=", `{"a"="aGk="}`, "1:4: warning: the tag !!binary has no meaning in JSON: the value is read as a string [scalar]\n"},
		{"a: !x 5", `{"a"="5"}`, "1:4: warning: the tag !x has no meaning in JSON: the value is read as a string [scalar]\n"},
		{"a: !<tag:x.org,2000:y> {}", `{"a"={}}`, "1:4: warning: the tag !<tag:x.org,2000:y> has no meaning in JSON: the value is read as an object [scalar]\n"},
		{"a: !!set {}\nb: !l []", `{"a"={}, "b"=[]}`, "1:4: warning: the tag !!set has no meaning in JSON: the value is read as an object [scalar]\n" +
			"a.yaml:2:4: warning: the tag !l has no meaning in JSON: the value is read as an array [scalar]\n"},
		{"a: !!int x", `{"a"="x"}`, "1:4: error: x does not fit its tag !!int [scalar]\n"},
		{"a: !!float .nan", `{"a"=".nan"}`, "1:4: error: .nan is not a JSON number [scalar]\n\thint: put it in quotes if it is meant as text\n"},
		{"a: 1\nnull: 2", `{"a"=1}`, "2:1: error: a key must be a string, and this one is null [scalar]\n\thint: put the key in quotes\n"},
		{"a: 1\n? \n: 2", `{"a"=1}`, "2:2: error: a key must be a string, and this one is null [scalar]\n\thint: put the key in quotes\n"},
		{"[a]: 1\nb: 1", `{"b"=1}`, "1:1: error: a key must be a string [scalar]\n\thint: a value that begins with { or [ needs quotes if it is meant as text\n"},
		{"a: {{ .X }}", `{"a"={}}`, "1:5: error: a key must be a string [scalar]\n\thint: a value that begins with { or [ needs quotes if it is meant as text\n"},
		{"x:\n  a: 1\n  'a': 2\n", `{"x"={"a"=1}}`, "3:3: error: the key \"a\" is here a second time [duplicate-key]\n\ta.yaml:2:3: first here\n"},
		{"a: 1\n---\nb: 2\n", `{"a"=1}`, "2:1: error: a second YAML document begins here; only the first one is read [syntax]\n\thint: an OpenAPI document is one YAML document: use one file for each\n"},
		{"a: 0x" + strings.Repeat("1", 2000), `{"a"="0x` + strings.Repeat("1", 2000) + `"}`, ""},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			var l diag.List
			d := Read("a.yaml", []byte(test.text), &l)
			if test.want != "" {
				test.want = "a.yaml:" + test.want
			}
			assert.Equal(t, test.want, messages(t, &l))
			assert.Equal(t, test.shape, shape(d.Root))
		})
	}
}

func TestYAMLAlias(t *testing.T) {
	tests := []struct{ text, want string }{
		{"a: &x {b: 1}\nc: *x\n", `{"a"={"b"=1}, "c"={"b"=1}}`},
		{"a: &x 1\nb: &x 2\nc: *x\n", `{"a"=1, "b"=2, "c"=2}`},
		{"a: &x k\n*x : 1\n", `{"a"="k", "k"=1}`},
		{"a: &x {b: 1, c: 2}\nd: {<<: *x, e: 3, c: 4}\n", `{"a"={"b"=1, "c"=2}, "d"={"e"=3, "c"=4, "b"=1}}`},
		{"a: &x {b: 1, c: 2}\nd: &y {c: 3, d: 4}\ne:\n  f: 1\n  <<: [*x, *y]\n  g: 2\n",
			`{"a"={"b"=1, "c"=2}, "d"={"c"=3, "d"=4}, "e"={"f"=1, "g"=2, "b"=1, "c"=2, "d"=4}}`},
		{"a: &x {b: 1}\nc: &y {<<: *x, d: 2}\ne: {<<: *y}\n", `{"a"={"b"=1}, "c"={"d"=2, "b"=1}, "e"={"d"=2, "b"=1}}`},
		{"a: {<<: {b: 1}}\n'<<': 2\nl: &l [{m: 1}]\nn: {<<: *l}\n", `{"a"={"b"=1}, "<<"=2, "l"=[{"m"=1}], "n"={"m"=1}}`},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			assert.Equal(t, test.want, shape(readClean(t, "a.yaml", test.text).Root))
		})
	}
	root := readClean(t, "a.yaml", "a: &x {b: 1}\nc: *x\n").Root
	assert.Same(t, root.Get("a"), root.Get("c"))
}

func TestYAMLBrokenAlias(t *testing.T) {
	tests := []struct{ text, shape, want string }{
		{"a: &x\n  b: [*x]\n", `{"a"={"b"=[null]}}`, "2:7: error: the alias *x stands inside the value that it is an alias of [syntax]\n"},
		{"a: &x\n  b: 1\n  <<: *x\n", `{"a"={"b"=1}}`, "3:7: error: the alias *x stands inside the value that it is an alias of [syntax]\n"},
		{"a: {<<: 1}\n", `{"a"={}}`, "1:9: error: the merge key << needs a mapping or a list of mappings [syntax]\n\thint: put the key in quotes if it is meant as text: \"<<\"\n"},
		{"a: &x {b: 1}\nc:\n  <<: *x\n  <<: {d: 1}\n", `{"a"={"b"=1}, "c"={"b"=1}}`,
			"4:3: error: the merge key << is here a second time [duplicate-key]\n\ta.yaml:3:3: first here\n\thint: name all mappings in one list: <<: [*a, *b]\n"},
		{"[&x a]: &y 1\nb: [*x, *y]\n", `{"b"=["a", 1]}`, "1:1: error: a key must be a string [scalar]\n\thint: a value that begins with { or [ needs quotes if it is meant as text\n"},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			d, found := readBroken(t, "a.yaml", test.text)
			assert.Equal(t, "a.yaml:"+test.want, found)
			assert.Equal(t, test.shape, shape(d.Root))
		})
	}
}

func TestYAMLBombs(t *testing.T) {
	var laughs, merges, chain strings.Builder
	laughs.WriteString("a0: &a0 [x]\n")
	merges.WriteString("a: &a {")
	for i := range 4000 {
		fmt.Fprintf(&merges, "k%d: 1, ", i)
	}
	merges.WriteString("}\n")
	chain.WriteString("a0: &a0 [x]\n")
	for i := range 4000 {
		if i < 50 {
			fmt.Fprintf(&laughs, "a%d: &a%d [*a%d, *a%d]\n", i+1, i+1, i, i)
		}
		fmt.Fprintf(&merges, "b%d: {<<: *a}\n", i)
		fmt.Fprintf(&chain, "a%d: &a%d [*a%d]\n", i+1, i+1, i)
	}
	const tooMany, tooDeep = "aliases blow the document up by more than 150000 values", "objects and arrays are nested more than 1000 levels deep"
	const more = " [too-large]\n\thint: if the document is meant to be so large, raise the limits: --limits 2\n"
	long := func(n int, inner string) string {
		return strings.Repeat("{"+strings.Repeat("n", 1000)+": ", n) + inner + strings.Repeat("}", n)
	}
	tests := []struct{ name, text, want string }{
		{"laughs", laughs.String(), "16:18: error: " + tooMany + more},
		{"merges", merges.String(), "39:11: error: " + tooMany + more},
		{"chain", chain.String(), "548:14: error: " + tooMany + more},
		{"deep alias", "a: &a " + strings.Repeat("[", 600) + strings.Repeat("]", 600) + "\nb: " + strings.Repeat("[", 400) + "*a" + strings.Repeat("]", 400), "2:404: error: " + tooDeep},
		{"long way", "a: " + long(8, "1"), "1:8028: error: the names from the top of the document to here have more than 8000 bytes"},
		{"long way to an alias", "a: &a " + long(5, "1") + "\nb: " + long(3, "*a"), "2:3013: error: the names from the top of the document to here have more than 8000 bytes"},
		{"flow", "a: " + strings.Repeat("[", 1000) + strings.Repeat("]", 1000), "1:1003: error: " + tooDeep},
		{"block", strings.Repeat("- ", 1001) + "x", "1:2001: error: " + tooDeep},
		{"very deep", "a: " + strings.Repeat("[", 200_000), "1:10007: error: objects and arrays are nested too deeply"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, found := readBroken(t, "a.yaml", test.text)
			if !strings.HasSuffix(test.want, more) {
				test.want += " [too-large]\n"
			}
			assert.Equal(t, "a.yaml:"+test.want, found)
			assert.Nil(t, d.Root)
		})
	}
	readClean(t, "a.yaml", strings.Repeat("- ", 1000)+"x")
}

// TestValues: all files of a document share how many values they may have.
func TestValues(t *testing.T) {
	for text, column := range map[string]string{`[1, [2]]`: "1:5", "- 1\n- 2": "2:3"} {
		for times, want := range map[int]string{
			1: "a:" + column + ": error: the document has more than 3000000 values [too-large]\n\thint: if the document is meant to be so large, raise the limits: --limits 2\n",
			2: "",
		} {
			var l diag.List
			d := readText(&diag.File{Name: "a"}, []byte(text), &room{times: times, values: maxValues - 2}, &l)
			if want == "" {
				assert.NotNil(t, d.Root)
				assert.Empty(t, l.All())
				continue
			}
			assert.Nil(t, d.Root)
			assert.Equal(t, want, messages(t, &l))
		}
	}
}

// The same document gives the same tree, whichever way it is written.
func TestSameTreeFromJSONAndYAML(t *testing.T) {
	const asJSON = `{"openapi": "3.1.0", "info": {"title": "Größe: 1", "version": "1.10"},
 "x": [1, 1.50, -2e3, true, false, null, "", "yes", "2020-01-01", "a\nb\n", "007", {}, [], {"200": {"a/b~c": "\u2028"}}]}`
	const asYAML = `
openapi: 3.1.0
info:
  title: 'Größe: 1'
  version: "1.10"
x:
  - 1
  - 1.50
  - -2e3
  - true
  - false
  - ~
  - ""
  - yes
  - 2020-01-01
  - |
    a
    b
  - '007'
  - {}
  - []
  - 200: {a/b~c: "\u2028"}
`
	want := readClean(t, "a.json", asJSON).Root
	assert.Equal(t, shape(want), shape(readClean(t, "a.yaml", asYAML).Root))

	// Read as YAML, JSON has even the same positions.
	var l diag.List
	file := &diag.File{Name: "a.yaml"}
	flow := newYAMLReader(file, asJSON, &room{}, &l).read()
	assert.Empty(t, l.All())
	assert.Equal(t, outline(want), outline(flow))
}
