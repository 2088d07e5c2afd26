package source

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
)

func TestReadDecidesBetweenJSONAndYAML(t *testing.T) {
	const isJSON, isYAML = `{"a": "\ud83d\ude00"}`, `{a: 1,}`
	for _, name := range []string{"a.json", "a.JSON", "a.yaml", "a", "-", "https://x.org/a.json?b=c.d#e"} {
		assert.Equal(t, `{"a"="😀"}`, shape(readClean(t, name, isJSON).Root), name)
	}
	for _, name := range []string{"a.yaml", "a.yml", "a.txt", ""} {
		assert.Equal(t, `{"a"=1}`, shape(readClean(t, name, isYAML).Root), name)
	}
	assert.Equal(t, "a.yaml", readClean(t, "a.yaml", isYAML).File.Name)

	tests := []struct{ name, text, want string }{
		{"a.json", isYAML, "a.json:1:2: error: expected a name in double quotes, found a [syntax]\n\thint: put the name in double quotes\n"},
		{"https://x.org/a.json?b=c", "[", "https://x.org/a.json?b=c:1:2: error: expected a value, found the end of the file [syntax]\n"},
		{"-", `{"a": b c: d}`, "-:1:7: error: expected a value, found b [syntax]\n\thint: put text in double quotes\n"},
		{"a.yaml", `{"a": b c: d}`, "a.yaml:1:10: error: expected , or } in the mapping that begins in line 1, found : [syntax]\n"},
		{"a.yaml", `{"a": 1, "a": 2}`, "a.yaml:1:10: error: the key \"a\" is here a second time [duplicate-key]\n\ta.yaml:1:2: first here\n"},
	}
	for _, test := range tests {
		_, found := readBroken(t, test.name, test.text)
		assert.Equal(t, test.want, found)
	}
}

func TestReadEmptyFile(t *testing.T) {
	for _, text := range []string{"", "\ufeff", " \r\n\t\n"} {
		for _, name := range []string{"a.json", "a.yaml"} {
			d, found := readBroken(t, name, text)
			assert.Equal(t, name+":1:1: error: the file is empty [syntax]\n", found)
			assert.Nil(t, d.Root)
		}
	}
	for _, text := range []string{"# c\n", "---\n", "---\n# c\n...\n"} {
		_, found := readBroken(t, "a.yaml", text)
		assert.Equal(t, "a.yaml:1:1: error: the file is empty [syntax]\n", found)
	}
}

func TestReadEncoding(t *testing.T) {
	for _, text := range []string{"\xff\xfe{\x00}\x00", "\xfe\xff\x00{\x00}"} {
		_, found := readBroken(t, "a.json", text)
		assert.Equal(t, "a.json:1:1: error: the file is UTF-16 [syntax]\n\thint: save it as UTF-8\n", found)
	}
	readClean(t, "a.yaml", "a: \ufffd\n")
	_, found := readBroken(t, "a.yaml", "a: \ufffd\r\rb\xc3")
	assert.Equal(t, "a.yaml:3:2: error: the byte 0xC3 is not UTF-8 [syntax]\n\thint: save the file as UTF-8\n", found)
}

func TestReadFile(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
		return path
	}
	var l diag.List
	path := write("a.yaml", "a: 1\n")
	d, err := ReadFile(path, &l)
	require.NoError(t, err)
	assert.Equal(t, `{"a"=1}`, shape(d.Root))
	assert.Equal(t, path, d.File.Name)
	assert.Empty(t, l.All())

	missing := filepath.Join(dir, "none.yaml")
	_, err = ReadFile(missing, &l)
	assert.ErrorIs(t, err, fs.ErrNotExist)
	assert.ErrorContains(t, err, "cannot read "+missing+": ")

	_, err = ReadFile(dir, &l)
	assert.ErrorIs(t, err, syscall.EISDIR)
	assert.EqualError(t, err, "cannot read "+dir+": is a directory")
	assert.Empty(t, l.All())

	_, err = ReadFile(write("empty.json", ""), &l)
	require.NoError(t, err)
	assert.Contains(t, messages(t, &l), "empty.json:1:1: error: the file is empty [syntax]\n")
}

func TestReadLimit(t *testing.T) {
	var l diag.List
	d := Read("a.json", make([]byte, maxBytes+1), &l)
	assert.Equal(t, "a.json:1:1: error: the file is larger than 512 MiB [too-large]\n", messages(t, &l))
	assert.Nil(t, d.Root)
}
