package source

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestYAMLBroken(t *testing.T) {
	const misplaced = "this line does not fit what is above it"
	const colon, noColon = "a colon cannot stand here", "expected a colon after this key"
	const tab, noName = "a tab cannot indent a line", "a name must follow the * of an alias and the & of an anchor"
	tests := []struct{ name, text, at, want string }{
		{"indentation", "a:\n  b: 1\n c: 2\n", "3:2", misplaced},
		{"indentation of a response", "get:\n  responses:\n    '200':\n      description: ok\n   '400':\n      description: no\n", "5:4", misplaced},
		{"indentation too large", "a: 1\n  b: 2\n", "2:4", colon},
		{"indentation too large after text", "x: 0\na:\n  b: text\n    c: 2\n  d: 3\n", "4:6", colon},
		{"indentation after blank lines", "x: 0\n\n\na:\n\n    b: 1\n\n  c: 2\n", "8:3", misplaced},
		{"list in a mapping", "x:\n  a: 1\n  - b\n", "3:3", misplaced},
		{"mapping in a list", "- b\na: 1\n", "2:1", misplaced},
		{"list on the line of a key", "a: - b\n", "1:4", "a list item cannot begin here"},
		{"tab", "a:\n\tb: 1\n", "2:1", tab},
		{"tab after spaces", "x: 1\na:\n  - c: 1\n  \tb: 1\n", "4:3", tab},
		{"double quote", "a: 1\nb: \"foo\nc: 2\n", "2:4", "the quoted text that begins here has no closing quote"},
		{"single quote", "a: 1\né: ß 'x'\nü: 'foo\nc: 2\n", "3:5", "the quoted text that begins here has no closing quote"},
		{"quote on the first line", "\"foo\n", "1:1", "the quoted text that begins here has no closing quote"},
		{"text after a quote", "a: 1\nb: 'it's me'\nc: 2\n", "2:8", "unexpected s after a value"},
		{"text after a quote, not ASCII", "a: 1\nü: 'é' ß\nc: 2\n", "2:10", "unexpected ß after a value"},
		{"document marker in quotes", "a: \"foo\n---\nb: 1\n", "2:1", "a document marker cannot stand inside quoted text"},
		{"list not closed", "a: 1\nb: [1, 2\nc: 3\n", "3:1", "expected , or ] in the list that begins in line 2, found c"},
		{"list not closed at the end", "a: 1\nb: [1, 2\n", "2:4", "the list that begins here with [ is not closed, or lacks a comma"},
		{"mapping not closed", "a: 1\nb: {x: 1\nc: 3\n", "3:1", "expected , or } in the mapping that begins in line 2, found c"},
		{"no comma in a mapping", "a: 1\nb: {x: {z: 0}, y: 1 y: 2}\n", "2:22", "expected , or } in the mapping that begins in line 2, found :"},
		{"no comma in a list", "a: 1\nb: [\"x\" \"y\"]\n", "2:9", "expected , or ] in the list that begins in line 2, found \""},
		{"bracket too many", "a: 1\nb: [1]]\nc: 3\n", "2:7", "unexpected ] after a value"},
		{"brace only", "a: 1\nb: }\nc: 3\n", "2:4", "expected a value, found }"},
		{"no colon", "a: 1\nb:\n  c: 1\n  foo\n  d: 2\n", "4:3", noColon},
		{"no space after the colon", "a: 1\nb:2\nc: 3\n", "2:1", noColon},
		{"no colon at the end", "a: 1\nfoo\n", "2:1", noColon},
		{"merge conflict", "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n", "2:1", noColon},
		{"colon in text", "a: 1\nb: foo: bar\n", "2:7", colon},
		{"colon in text, not ASCII", "x:\n  description: Größe: 1\n  y: 1\n", "2:23", colon},
		{"unknown alias", "a: 1\nb: x*nope\nc: *nope\n", "3:4", "the alias *nope has no anchor before it"},
		{"alias before its anchor", "a: 1\nb: [1, *n]\nc: &n 1\n", "2:8", "the alias *n has no anchor before it"},
		{"alias without a name", "a: 1\nb: *\n", "2:4", noName},
		{"glob", "a: 1\nb: *.txt\n", "2:4", noName},
		{"ampersand", "a: 1\nb: & x\n", "2:4", noName},
		{"escape", "a: 1\nb: \"foo \\q bar\"\n", "2:10", "this escape is unknown"},
		{"hexadecimal escape", "a: 1\nb: \"foo \\xZZ bar\"\n", "2:9", `hexadecimal digits must follow \x (2), \u (4) and \U (8)`},
		{"surrogate escape", "a: 1\nb: \"foo \\ud83d\\ude00\"\n", "2:9", "this escape is half of a surrogate pair"},
		{"at sign", "a: 1\nb: @foo\n", "2:4", "a value cannot begin with @"},
		{"backquote", "`a`: 1\n", "1:1", "a value cannot begin with `"},
		{"percent sign", "a: [%x]\n", "1:5", "a value cannot begin with %"},
		{"percent sign before a key", "a: 1\n%foo: 1\n", "2:1", "a line that begins with % is a directive, and this one is unknown"},
		{"block text with less indentation", "a: |\n    foo\n  bar\nb: 1\n", "3:3", misplaced},
		{"block text with a long blank line", "a: |\n       \n  bar\nb: 1\n", "3:3", misplaced},
		{"text after |", "a: 1\nb: > foo\n  bar\n", "2:4", "only a comment can stand on the line of | or >"},
		{"control character", "a: 1\nb: é\x07\n", "2:6", "the character U+0007 cannot stand in YAML text"},
		{"not UTF-8", "a: 1\nb: caf\xe9\n", "2:7", "the byte 0xE9 is not UTF-8"},
		{"version", "%YAML 3.0\n---\na: 1\n", "1:7", "this version of YAML is not supported"},
		{"tag handle", "a: 1\nb: !foo!bar x\n", "2:4", "a tag here has a handle that no %TAG line defines"},
		{"text after the end", "a: 1\n... foo\n", "2:5", "unexpected foo after the end of the document"},
		{"second document", "a: 1\n---\nb: 'x\n", "3:4", "the quoted text that begins here has no closing quote"},
		{"CR LF", "a: 1\r\n\r\nb:\r\n  c: 1\r\n d: 2\r\n", "5:2", misplaced},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, found := readBroken(t, "a.yaml", test.text)
			found, _, _ = strings.Cut(found, "\n\thint: ")
			assert.Equal(t, "a.yaml:"+test.at+": error: "+test.want+" [syntax]", strings.TrimSpace(found))
			assert.Nil(t, d.Root)

			// The same, further down.
			if strings.HasPrefix(test.text, "a:") && !strings.Contains(test.text, "---") && !strings.Contains(test.want, "line 2") {
				_, again := readBroken(t, "a.yaml", "z: &z 'é'\n"+test.text)
				line, rest, _ := strings.Cut(test.at, ":")
				again, _, _ = strings.Cut(again, "\n\thint: ")
				assert.Equal(t, "a.yaml:"+string(line[0]+1)+":"+rest+": error: "+test.want+" [syntax]", strings.TrimSpace(again))
			}
		})
	}
}

func TestYAMLHints(t *testing.T) {
	_, found := readBroken(t, "a.yaml", "a: @b\n")
	assert.Equal(t, "a.yaml:1:4: error: a value cannot begin with @ [syntax]\n\thint: put it in quotes\n", found)
	_, found = readBroken(t, "a.yaml", "a: \"b\nc: \"d\"\n")
	assert.Contains(t, found, "\thint: check the quotes above: a text that begins there ends at this quote\n")
	_, found = readBroken(t, "a.yaml", "a: 'it's me'\n")
	assert.Contains(t, found, "\thint: put the whole text in quotes if it contains quotes, brackets or colons\n")
	_, found = readBroken(t, "a.yaml", "a: x: y\n")
	assert.Contains(t, found, "\thint: put the whole text in quotes if it contains a colon and a space; else check the indentation\n")
}

type panicReader struct{}

func (panicReader) Read([]byte) (int, error) { panic("broken") }

// The library panics on some texts; that must not reach the user.
func TestYAMLPanic(t *testing.T) {
	first, second, err := parseYAML(panicReader{})
	assert.Nil(t, first)
	assert.Nil(t, second)
	assert.EqualError(t, err, "yaml: the text cannot be read (broken)")
}
