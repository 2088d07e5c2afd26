package main

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestPicture asks that the picture of README.md is what the commands print today.
func TestPicture(t *testing.T) {
	kept, err := os.ReadFile("../../docs/picture.svg")
	require.NoError(t, err)
	t.Chdir("testdata")
	data, err := picture(t.Context())
	require.NoError(t, err)
	assert.Equal(t, string(kept), string(data), "docs/picture.svg is out of date: run make picture")
	for _, text := range []string{"prefers-color-scheme: dark", "api.yaml:20:32", "^", "max-length-lowered"} {
		assert.Contains(t, string(data), text)
	}
}

// TestPictureIsXML reads the whole picture, and asks that no line is wider than its window.
func TestPictureIsXML(t *testing.T) {
	kept, err := os.ReadFile("../../docs/picture.svg")
	require.NoError(t, err)
	decoder := xml.NewDecoder(strings.NewReader(string(kept)))
	line := 0
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err)
		switch x := token.(type) {
		case xml.StartElement:
			if x.Name.Local == "text" {
				line = 0
			}
		case xml.CharData:
			line += utf8.RuneCount(x)
		case xml.EndElement:
			if x.Name.Local == "text" {
				assert.LessOrEqual(t, line, columns+2) // the prompt
			}
		}
	}
}

// TestSpans turns colour codes into classes, and escapes what XML would read.
func TestSpans(t *testing.T) {
	assert.Equal(t, `<tspan class="b red">a &lt; b</tspan>    c`, spans("\x1b[1;31ma < b\x1b[0m\tc"))
}
