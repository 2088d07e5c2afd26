package source

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestFind(t *testing.T) {
	d := readClean(t, "a.json", `{"a/b": {"m~n": [10, {"": 11}]}, "": 12, "0": 13, "c%d": 14}`)
	for pointer, want := range map[string]string{
		"/a~1b/m~0n/0": "10", "/a~1b/m~0n/1/": "11", "/": "12", "/0": "13", "/c%d": "14",
	} {
		n, path, ok := d.Find(pointer)
		if assert.True(t, ok, pointer) {
			assert.Equal(t, want, n.Text)
			assert.Equal(t, pointer, path.Pointer())
		}
	}
	n, path, ok := d.Find("")
	assert.True(t, ok)
	assert.Same(t, d.Root, n)
	assert.Nil(t, path)
	for _, pointer := range []string{
		"x", "0", "/x", "/a~1b/m~0n/2", "/a~1b/m~0n/00", "/a~1b/m~0n/-", "/a~1b/m~0n/-1", "/a~1b/m~0n/+1", "/a~1b/m~0n/1e0",
		"/a~1b/m~0n/0/x", "/0/0", "/a~1b/m~n", "/a~", "/a~2b", "/a~1b/m~0n/99999999999999999999",
	} {
		n, path, ok := d.Find(pointer)
		assert.False(t, ok, pointer)
		assert.Nil(t, n)
		assert.Nil(t, path)
	}
	_, _, ok = (&Document{}).Find("")
	assert.False(t, ok)
}

func TestParseFragment(t *testing.T) {
	tests := []struct {
		fragment string
		tokens   []string
		ok       bool
	}{
		{"", nil, true},
		{"/", []string{""}, true},
		{"/components/schemas/A", []string{"components", "schemas", "A"}, true},
		{"/paths/~1a~1%7Bid%7D/get", []string{"paths", "/a/{id}", "get"}, true},
		{"/a~01/b~10/%7E1", []string{"a~1", "b/0", "/"}, true},
		{"/a%2Fb+c/%C3%BC", []string{"a", "b+c", "ü"}, true},
		{"anchor", nil, false},
		{"a/b", nil, false},
		{"/a~", nil, false},
		{"/a~2", nil, false},
		{"/%zz", nil, false},
		{"/%", nil, false},
		{"/%FF", nil, false},
	}
	for _, test := range tests {
		tokens, ok := ParseFragment(test.fragment)
		assert.Equal(t, test.ok, ok, test.fragment)
		assert.Equal(t, test.tokens, tokens, test.fragment)
	}
}
