package messages_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/messages"
)

// TestStyles is the table of OAS 3.2, Style Examples, with the members of objects in order of their names.
func TestStyles(t *testing.T) {
	const empty, text, array, object = `""`, `"blue"`, `["blue","black","brown"]`, `{"B":150,"G":200,"R":100}`
	for _, c := range []struct {
		style                             api.Style
		explode                           bool
		none, scalar, elements, membersOf string // "-": the style cannot write it
	}{
		{api.StyleMatrix, false, ";color=", ";color=blue", ";color=blue,black,brown", ";color=B,150,G,200,R,100"},
		{api.StyleMatrix, true, ";color=", ";color=blue", ";color=blue;color=black;color=brown", ";B=150;G=200;R=100"},
		{api.StyleLabel, false, ".", ".blue", ".blue,black,brown", ".B,150,G,200,R,100"},
		{api.StyleLabel, true, ".", ".blue", ".blue.black.brown", ".B=150.G=200.R=100"},
		{api.StyleSimple, false, "", "blue", "blue,black,brown", "B,150,G,200,R,100"},
		{api.StyleSimple, true, "", "blue", "blue,black,brown", "B=150,G=200,R=100"},
		{api.StyleForm, false, "color=", "color=blue", "color=blue,black,brown", "color=B,150,G,200,R,100"},
		{api.StyleForm, true, "color=", "color=blue", "color=blue&color=black&color=brown", "B=150&G=200&R=100"},
		{api.StyleSpaceDelimited, false, "color=", "color=blue", "color=blue%20black%20brown", "color=B%20150%20G%20200%20R%20100"},
		{api.StylePipeDelimited, false, "color=", "color=blue", "color=blue%7Cblack%7Cbrown", "color=B%7C150%7CG%7C200%7CR%7C100"},
		{api.StyleDeepObject, true, "-", "-", "-", "color%5BB%5D=150&color%5BG%5D=200&color%5BR%5D=100"},
		{api.StyleCookie, false, "color=", "color=blue", "color=blue,black,brown", "color=B,150,G,200,R,100"},
		{api.StyleCookie, true, "color=", "color=blue", "color=blue; color=black; color=brown", "B=150; G=200; R=100"},
	} {
		for value, want := range map[string]string{empty: c.none, text: c.scalar, array: c.elements, object: c.membersOf} {
			got, ok := messages.Style("color", api.Serialization{Style: c.style, Explode: c.explode}, value)
			assert.Equal(t, want != "-", ok, "%s %v %s", c.style, c.explode, value)
			if ok {
				assert.Equal(t, want, got, "%s %v %s", c.style, c.explode, value)
			}
		}
	}
}

func TestEscapes(t *testing.T) {
	form := api.Serialization{Style: api.StyleForm, Explode: true}
	text, _ := messages.Style("a b", form, `"x&y=z/ü +"`)
	assert.Equal(t, "a%20b=x%26y%3Dz%2F%C3%BC%20%2B", text)
	form.AllowReserved = true
	text, _ = messages.Style("a", form, `"x/y:z&"`)
	assert.Equal(t, "a=x/y:z%26", text)
	text, _ = messages.HeaderText(api.Serialization{Style: api.StyleSimple}, false, `"x y, z"`)
	assert.Equal(t, "x y, z", text)
	_, ok := messages.Style("a", form, `{`)
	assert.False(t, ok, "no JSON")
}

func TestUnlike(t *testing.T) {
	form, exploded := api.Serialization{Style: api.StyleForm}, api.Serialization{Style: api.StyleForm, Explode: true}
	assert.Empty(t, messages.Unlike(form, exploded, analysis.KindString|analysis.KindNumber))
	assert.Equal(t, `["1","2"]`, messages.Unlike(form, exploded, analysis.AnyKind))
	assert.Equal(t, `{"a":"1","b":"2"}`, messages.Unlike(form, exploded, analysis.KindObject))
}

func TestBodies(t *testing.T) {
	const value = `{"a":"x","n":[1,2],"o":{"b":true}}`
	for media, want := range map[string]string{
		"application/json":                  value,
		"application/vnd.x+json":            value,
		"*/*":                               value,
		"application/jsonl":                 value + "\n",
		"application/json-seq":              "\x1e" + value + "\n",
		"application/x-www-form-urlencoded": "a=x&n=%5B1%2C2%5D&o=%7B%22b%22%3Atrue%7D",
		"application/xml":                   "<root><a>x</a><n>1</n><n>2</n><o><b>true</b></o></root>",
		"multipart/form-data": "--part\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--part\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\n1\r\n" +
			"--part\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\n2\r\n--part\r\nContent-Disposition: form-data; name=\"o\"\r\nContent-Type: application/json\r\n\r\n{\"b\":true}\r\n--part--\r\n",
		"multipart/mixed": "--part\r\n\r\nx\r\n--part\r\n\r\n[1,2]\r\n--part\r\nContent-Type: application/json\r\n\r\n{\"b\":true}\r\n--part--\r\n",
	} {
		got, ok := messages.BodyText(media, value)
		assert.True(t, ok, media)
		assert.Equal(t, want, got, media)
	}
	got, ok := messages.BodyText("text/csv", `"a;b"`)
	assert.True(t, ok)
	assert.Equal(t, "a;b", got)
	_, ok = messages.BodyText("text/csv", value)
	assert.False(t, ok, "nobody knows how an object is text")
}
