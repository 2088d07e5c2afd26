package source

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/diag"
)

func TestJSONTree(t *testing.T) {
	tests := []struct{ text, want string }{
		{`{}`, `1:1 {}`},
		{" [ ]\n", `1:2 []`},
		{`{"a":1, "b" : [true,false,null,"x"]}`, `1:1 {"a" 1:2=1:6 1, "b" 1:9=1:15 [1:16 true, 1:21 false, 1:27 null, 1:32 "x"]}`},
		{"{\n  \"é\": \"ü\", \"z\": 1}", `1:1 {"é" 2:3=2:9 "ü", "z" 2:15=2:20 1}`},
		{"{\r\n\"a\"\r:\n\r\n1}", `1:1 {"a" 2:1=5:1 1}`},
		{"\ufeff{\"a\": 1}", `1:1 {"a" 1:2=1:7 1}`},
		{`[9007199254740993, 1.10, -0, 1E400, 0.5e-3, 123456789012345678901234567890]`,
			`1:1 [1:2 9007199254740993, 1:20 1.10, 1:26 -0, 1:30 1E400, 1:37 0.5e-3, 1:45 123456789012345678901234567890]`},
		{`["\"\\\/\b\f\n\r\t", "\u00e9\uD83D\ude00\u0000\uffff", "a\\u0041"]`,
			`1:1 [1:2 "\"\\/\b\f\n\r\t", 1:22 "é😀\x00\uffff", 1:56 "a\\u0041"]`},
		{"\"\u2028\u007f\u0080\"", `1:1 "\u2028\x7f\u0080"`},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			assert.Equal(t, test.want, outline(readClean(t, "a.json", test.text).Root))
		})
	}
}

func TestJSONBroken(t *testing.T) {
	tests := []struct{ text, want string }{
		{`{"a": 1,}`, "1:8: error: JSON has no comma before } [syntax]\n\thint: remove the comma\n"},
		{"[1,\n 2,\n]", "2:3: error: JSON has no comma before ] [syntax]\n\thint: remove the comma\n"},
		{`[1,,2]`, "1:4: error: expected a value, found , [syntax]\n\thint: remove the comma\n"},
		{`{"a": 1 // one` + "\n}", "1:9: error: expected , or }, found / [syntax]\n\ta.json:1:1: the object begins here\n\thint: JSON has no comments: remove it, or write the document in YAML\n"},
		{"# c\n{}", "1:1: error: expected a value, found # [syntax]\n\thint: JSON has no comments: remove it, or write the document in YAML\n"},
		{"{\n 'a': 1}", "2:2: error: expected a name in double quotes, found ' [syntax]\n\thint: JSON strings have double quotes\n"},
		{"{a: 1}", "1:2: error: expected a name in double quotes, found a [syntax]\n\thint: put the name in double quotes\n"},
		{`{"a" 1}`, "1:6: error: expected : after the name \"a\", found 1 [syntax]\n"},
		{"{\"a\": 1\n \"b\": 2}", "2:2: error: expected , or }, found \" [syntax]\n\ta.json:1:1: the object begins here\n\thint: put a comma before it\n"},
		{`[1 2]`, "1:4: error: expected , or ], found 2 [syntax]\n\ta.json:1:1: the array begins here\n"},
		{"{\"a\": [\n", "2:1: error: expected a value, found the end of the file [syntax]\n"},
		{`{"a": 1`, "1:8: error: expected , or }, found the end of the file [syntax]\n\ta.json:1:1: the object begins here\n"},
		{`{`, "1:2: error: expected a name in double quotes, found the end of the file [syntax]\n\ta.json:1:1: the object begins here\n"},
		{`{} {}`, "1:4: error: expected the end of the file, found { [syntax]\n"},
		{`{"é": True}`, "1:8: error: expected a value, found True [syntax]\n\thint: write true\n"},
		{`[None]`, "1:2: error: expected a value, found None [syntax]\n\thint: write null\n"},
		{`[NaN]`, "1:2: error: expected a value, found NaN [syntax]\n\thint: JSON has no such number\n"},
		{`[truex]`, "1:2: error: expected a value, found truex [syntax]\n\thint: put text in double quotes\n"},
		{"openapi: 3.1.0\n", "1:1: error: expected a value, found openapi [syntax]\n\thint: a YAML document needs a name that ends in .yaml or .yml\n"},
		{`[01]`, "1:2: error: a number cannot begin with 0 and more digits [syntax]\n"},
		{`[1.]`, "1:4: error: a digit must follow the decimal point [syntax]\n"},
		{`[1e+]`, "1:5: error: a digit must follow the exponent's e [syntax]\n"},
		{`[-]`, "1:3: error: a digit must follow the minus [syntax]\n"},
		{`[+1]`, "1:2: error: expected a value, found + [syntax]\n\thint: a number begins with a digit or a minus\n"},
		{`["a\qb"]`, "1:4: error: \\q is no escape of JSON [syntax]\n"},
		{`["\u12g4"]`, "1:3: error: four hexadecimal digits must follow \\u [syntax]\n"},
		{`["x\ud83dx"]`, "1:4: error: \\ud83d is half of a surrogate pair, without the other half [syntax]\n"},
		{`["\ude00\ud83d"]`, "1:3: error: \\ude00 is half of a surrogate pair, without the other half [syntax]\n"},
		{"[\"a\x01\"]", "1:4: error: the control character U+0001 cannot stand in a string [syntax]\n\ta.json:1:2: the string begins here\n\thint: write \\u0001\n"},
		{"[\"\\ta\n\"]", "1:6: error: a string cannot go over several lines [syntax]\n\ta.json:1:2: the string begins here\n\thint: close it with \", or write \\n for a line break\n"},
		{`["a`, "1:2: error: the string that begins here has no closing \" [syntax]\n"},
		{`["a\`, "1:4: error: the file ends inside an escape [syntax]\n"},
		{"[\n\"a\xe9\"]", "2:3: error: the byte 0xE9 is not UTF-8 [syntax]\n\thint: save the file as UTF-8\n"},
		{"[1]\x00", "1:4: error: expected the end of the file, found the character U+0000 [syntax]\n"},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			d, found := readBroken(t, "a.json", test.text)
			assert.Equal(t, "a.json:"+test.want, found)
			assert.Nil(t, d.Root)
		})
	}
}

func TestJSONDuplicateKey(t *testing.T) {
	d, found := readBroken(t, "a.json", `{"x": [0, {"a": 1, "b": 2, "\u0061": 3}]}`)
	assert.Equal(t, `a.json:1:28: error: the key "a" is here a second time [duplicate-key]
	a.json:1:12: first here
`, found)
	assert.Equal(t, `{"x"=[0, {"a"=1, "b"=2}]}`, shape(d.Root))
}

func TestDuplicateKeyHasItsPath(t *testing.T) {
	for _, name := range []string{"a.json", "a.yaml"} {
		var l diag.List
		Read(name, []byte(`{"x": [0, {"a/b": 1, "a/b": 3}]}`), &l)
		if assert.Len(t, l.All(), 1) {
			assert.Equal(t, name+"#/x/1/a~1b", l.All()[0].Pos.Address())
		}
	}
}

// Large objects take another way through the duplicate check and the lookup than small ones.
func TestLargeObject(t *testing.T) {
	var b strings.Builder
	b.WriteString("{")
	for i := range 100 {
		b.WriteString(`"` + strings.Repeat("k", i+1) + `": "` + strings.Repeat("v", i) + `",` + "\n")
	}
	b.WriteString(`"kkk": "again", "kkkk": "again"}`)
	d, found := readBroken(t, "a.json", b.String())
	assert.Equal(t, `a.json:101:1: error: the key "kkk" is here a second time [duplicate-key]
	a.json:3:1: first here
a.json:101:17: error: the key "kkkk" is here a second time [duplicate-key]
	a.json:4:1: first here
`, found)
	assert.Len(t, d.Root.Members, 100)
	for i := range 100 {
		assert.Equal(t, strings.Repeat("v", i), d.Root.Get(strings.Repeat("k", i+1)).Text)
	}
	assert.Nil(t, d.Root.Get("none"))
	d.Root.Members = d.Root.Members[50:] // the index is of no use any more
	assert.Nil(t, d.Root.Get("k"))
	assert.Equal(t, strings.Repeat("v", 60), d.Root.Get(strings.Repeat("k", 61)).Text)
}

func TestJSONDepth(t *testing.T) {
	for _, name := range []string{"a.json", "a.txt"} {
		readClean(t, name, strings.Repeat("[", maxDepth)+strings.Repeat("]", maxDepth))
		for _, levels := range []int{maxDepth + 1, 100_000} {
			d, found := readBroken(t, name, strings.Repeat("[", levels)+strings.Repeat("]", levels))
			assert.Equal(t, name+":1:1001: error: objects and arrays are nested more than 1000 levels deep [too-large]\n", found)
			assert.Nil(t, d.Root)
		}
	}
}
