package support

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestStyles is the table of OAS 3.1.1, Style Examples, with the parameter color.
func TestStyles(t *testing.T) {
	const empty, text, list, object = `""`, `"blue"`, `["blue","black","brown"]`, `{"R":100,"G":200,"B":150}`
	for _, row := range []struct {
		style                     style
		empty, text, list, object string
	}{
		{style{name: "matrix"}, ";color", ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"},
		{style{name: "matrix", explode: true}, ";color", ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150"},
		{style{name: "label"}, ".", ".blue", ".blue,black,brown", ".R,100,G,200,B,150"},
		{style{name: "label", explode: true}, ".", ".blue", ".blue.black.brown", ".R=100.G=200.B=150"},
		{style{name: "simple"}, "", "blue", "blue,black,brown", "R,100,G,200,B,150"},
		{style{name: "simple", explode: true}, "", "blue", "blue,black,brown", "R=100,G=200,B=150"},
		{style{name: "form"}, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"},
		{style{name: "form", explode: true}, "color=", "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"},
		{style{name: "spaceDelimited"}, "color=", "color=blue", "color=blue%20black%20brown", "color=R%20100%20G%20200%20B%20150"},
		{style{name: "pipeDelimited"}, "color=", "color=blue", "color=blue%7Cblack%7Cbrown", "color=R%7C100%7CG%7C200%7CB%7C150"},
		{style{name: "deepObject", explode: true}, "color=", "color=blue", "color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown",
			"color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"},
		{style{name: "cookie", explode: true}, "color=", "color=blue", "color=blue; color=black; color=brown", "R=100; G=200; B=150"},
		{style{name: "json"}, "color=%22%22", "color=%22blue%22", "color=%5B%22blue%22%2C%22black%22%2C%22brown%22%5D",
			"color=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D"},
	} {
		got := func(value string) string { return row.style.text("color", []byte(value), row.style.escape()) }
		assert.Equal(t, row.empty, got(empty), "%v", row.style)
		assert.Equal(t, row.text, got(text), "%v", row.style)
		assert.Equal(t, row.list, got(list), "%v", row.style)
		assert.Equal(t, row.object, got(object), "%v", row.style)
		if row.style.name != "json" {
			assert.Empty(t, got("[]"), "%v", row.style)
			assert.Empty(t, got("null"), "%v", row.style)
		}
	}
}

func TestReservedCharacters(t *testing.T) {
	const all = ":/?#[]@!$&'()*+,;=%"
	got := style{name: "form", reserved: true}.text("q", []byte(`"`+all+`"`), reservedEscape)
	assert.Equal(t, "q=:/?%23%5B%5D@!$%26'()*%2B,;=%25", got)
	got = style{name: "form", reserved: true}.text("q", []byte(`"a%20b%2f% %2 %zz%"`), reservedEscape)
	assert.Equal(t, "q=a%20b%2f%25%20%252%20%25zz%25", got, "triples pass")
	k := call{}
	assert.Equal(t, ":%2F%3F@", k.styledPath("p", style{name: "simple", reserved: true}, func(w *jsonWriter) { w.string(":/?@") }))
	assert.NoError(t, k.err)
	assert.Equal(t, "%5B1%5D", k.styledPath("p", style{name: "json"}, func(w *jsonWriter) { w.raw([]byte("[1]")) }))
	k.styledPath("p", style{name: "simple"}, func(w *jsonWriter) { w.fail("no JSON") })
	assert.EqualError(t, k.err, "no JSON")
}

// TestListInObject: of a list inside of an exploded object each item is a pair.
func TestListInObject(t *testing.T) {
	const value = `{"page":0,"sort":["name,asc","id"],"none":[],"o":{"a":1}}`
	for style, want := range map[style]string{
		{name: "form", explode: true}:   "page=0&sort=name%2Casc&sort=id&o=%7B%22a%22%3A1%7D",
		{name: "matrix", explode: true}: ";page=0;sort=name%2Casc;sort=id;o=%7B%22a%22%3A1%7D",
		{name: "cookie", explode: true}: "page=0; sort=name%2Casc; sort=id; o=%7B%22a%22%3A1%7D",
		{name: "simple", explode: true}: "page=0,sort=%5B%22name%2Casc%22%2C%22id%22%5D,none=%5B%5D,o=%7B%22a%22%3A1%7D",
	} {
		assert.Equal(t, want, style.text("p", []byte(value), queryEscape), style.name)
	}
	k := call{}
	k.addStyled("query", "p", style{name: "form", explode: true}, func(w *jsonWriter) { w.raw([]byte(`{"none":[]}`)) })
	k.addStyled("cookie", "p", style{name: "cookie", explode: true}, func(w *jsonWriter) { w.raw([]byte(`{"none":[]}`)) })
	assert.Empty(t, k.query)
	assert.Empty(t, k.header)
	for _, dots := range []string{"%2e", "%2E%2e", ".%2e"} {
		k = call{}
		k.styledPath("p", style{name: "simple", reserved: true}, func(w *jsonWriter) { w.string(dots) })
		assert.Error(t, k.err, "%s would change the route", dots)
	}
	k = call{}
	k.queryForm(func(w *jsonWriter) { w.raw([]byte(`{"a":"x","b":[1,2],"c":{"d":1}}`)) }, partStyle{name: "b", style: style{name: "pipeDelimited"}})
	assert.Equal(t, []string{"a=x", "b=1%7C2", "c=%7B%22d%22%3A1%7D"}, k.query)
	k.queryForm(func(w *jsonWriter) { w.fail("no JSON") })
	assert.EqualError(t, k.err, "no JSON")
}

// TestNothingInPath: a value that a style writes nothing for would change the route, and an error says so.
func TestNothingInPath(t *testing.T) {
	for _, s := range []style{{name: "simple"}, {name: "label"}, {name: "matrix"}} {
		for _, s.explode = range []bool{false, true} {
			for _, value := range []string{"null", "[]", "{}", "[null,null]", `{"a":null}`} {
				var k call
				k.styledPath("p", s, func(w *jsonWriter) { w.raw([]byte(value)) })
				assert.ErrorContains(t, k.err, "path parameter p has no text", "%v %s", s, value)
			}
			var k call
			assert.Contains(t, k.styledPath("p", s, func(w *jsonWriter) { w.raw([]byte(`{"a":null,"b":0}`)) }), "0")
			assert.NoError(t, k.err)
		}
	}
	var k call
	k.styledPath("p", style{name: "matrix", explode: true}, func(w *jsonWriter) { w.raw([]byte(`{"none":[]}`)) })
	assert.ErrorContains(t, k.err, "has no text")
	k = call{}
	k.styledPath("p", style{name: "simple"}, func(w *jsonWriter) { w.string("") })
	assert.EqualError(t, k.err, `path parameter p is ""`)
}

// TestAddStyled puts values into each place.
func TestAddStyled(t *testing.T) {
	var k call
	text := func(s string) func(*jsonWriter) { return func(w *jsonWriter) { w.string(s) } }
	k.addStyled("header", "X-A", style{name: "simple"}, text("a b"))
	k.addStyled("cookie", "a", style{name: "form"}, text("1; b=2"))
	k.addStyled("cookie", "b", style{name: "cookie"}, text("x/y z"))
	k.addStyled("query", "", style{name: "json"}, text("q"))
	k.addStyled("query", "none", style{name: "form"}, func(w *jsonWriter) { w.null() })
	for _, in := range []string{"header", "cookie", "query"} {
		k.addStyled(in, "X-None", style{name: "simple"}, func(w *jsonWriter) { w.raw([]byte("[]")) })
		k.addStyled(in, "X-None", style{name: "form"}, func(w *jsonWriter) { w.raw([]byte(`{"a":null}`)) })
	}
	k.addStyled("header", "X-Empty", style{name: "simple"}, text(""))
	assert.Equal(t, http.Header{"X-A": {"a b"}, "X-Empty": {""}, "Cookie": k.header["Cookie"]}, k.header, "an empty list is not sent, an empty text is")
	assert.Equal(t, "a=1%3B%20b%3D2; b=x/y%20z", k.header.Get("Cookie"))
	assert.Equal(t, []string{"%22q%22"}, k.query)
	require.NoError(t, k.err)
	k.addStyled("query", "q", style{name: "form"}, func(w *jsonWriter) { w.fail("no JSON") })
	assert.Error(t, k.err)
}

// FuzzStyledQuery reads back what was written.
func FuzzStyledQuery(f *testing.F) {
	f.Add("name", "a&b", "é=%")
	f.Fuzz(func(t *testing.T, name, one, two string) {
		if strings.ToValidUTF8(name+one+two, "") != name+one+two {
			t.Skip("JSON has valid UTF-8 only")
		}
		var w jsonWriter
		w.list(2, func(i int) { w.string([]string{one, two}[i]) })
		got, err := url.ParseQuery(style{name: "form", explode: true}.text(name, w.buf, queryEscape))
		require.NoError(t, err)
		if name == "" {
			return
		}
		require.Equal(t, []string{one, two}, got[name])
		got, err = url.ParseQuery(style{name: "deepObject", explode: true}.text("a", append(append([]byte(`{"k":`), w.buf...), '}'), queryEscape))
		require.NoError(t, err)
		require.Equal(t, url.Values{"a[k][0]": {one}, "a[k][1]": {two}}, got)
	})
}
