package support

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A styledValue is a value of a parameter or a member of a form, with what the document says of its shape.
type styledValue struct {
	json  string
	shape shape
}

// styledValues are values of each shape.
func styledValues() []styledValue {
	object := shape{members: []shapeMember{{"r", numberShape}, {"g", textShape}, {"b", boolShape}}}
	nested := shape{members: []shapeMember{
		{"name", textShape}, {"tags", textsShape}, {"sizes", numbersShape}, {"owner", shape{members: []shapeMember{{"id", numberShape}, {"names", textsShape}}}},
		{"rooms", shape{items: &shape{members: []shapeMember{{"n", numberShape}}}}},
	}}
	mixed := shape{kinds: isText | isNumber | isBoolean}
	return []styledValue{
		{`"red"`, textShape}, {`"5"`, textShape}, {`"true"`, textShape}, {`"50% a+b, ü&=;?#/"`, textShape}, {`"[1]"`, textShape}, {`""`, textShape},
		{`5`, numberShape}, {`-1.5e3`, numberShape}, {`true`, boolShape}, {`false`, boolShape}, {`"x"`, mixed}, {`5`, mixed}, {`true`, mixed},
		{`["red","a b"]`, textsShape}, {`["red"]`, textsShape}, {`["5","a,b","c|d","e.f","g;h=i"]`, textsShape}, {`["","a"]`, textsShape}, {`[1,2,3]`, numbersShape}, {`[true]`, boolsShape},
		{`[["a"],["b"]]`, shape{items: &textsShape}},
		{`{"r":100,"g":"a=b","b":true}`, object}, {`{"g":"50%"}`, object}, {`{"r":1}`, object},
		{`{"name":"n","tags":["a","b"],"sizes":[1]}`, nested}, {`{"owner":{"id":1,"names":["x"]}}`, nested}, {`{"rooms":[{"n":1},{"n":2}]}`, nested},
		{`{"x":"1","y":"2"}`, shape{rest: &textShape}}, {`{"x":1,"y":2}`, shape{rest: &numberShape}}, {`{"r":1,"x":"2"}`, shape{members: []shapeMember{{"r", numberShape}}, rest: &textShape}},
	}
}

// TestStylesThereAndBack asks that the server reads what the client writes, in each style and place.
func TestStylesThereAndBack(t *testing.T) {
	places := map[string][]style{
		"path":   {{name: "simple"}, {name: "label"}, {name: "matrix"}, {name: "json"}},
		"query":  {{name: "form"}, {name: "spaceDelimited"}, {name: "pipeDelimited"}, {name: "deepObject"}, {name: "form", reserved: true}, {name: "json"}},
		"header": {{name: "simple"}, {name: "json"}},
		"cookie": {{name: "form"}, {name: "cookie"}, {name: "json"}},
	}
	count := 0
	for place, styles := range places {
		for _, s := range styles {
			for _, s.explode = range []bool{false, true} {
				for _, v := range styledValues() {
					written, got := thereAndBack(t, place, s, v)
					if got != v.json && !hasNoSpelling(place, s, v) {
						t.Errorf("%s, %s, explode %t: %s was written as %s and came as %s", place, s.name, s.explode, v.json, written, got)
					}
					count++
				}
			}
		}
	}
	assert.Greater(t, count, 800)
}

// hasNoSpelling lists what a style cannot say: it writes delimiters inside of values like those between them, or the same text for two values.
func hasNoSpelling(place string, s style, v styledValue) bool {
	nested := strings.Contains(v.json, ":[") || strings.Contains(v.json, ":{")
	inText := strings.Contains(v.json, "a,b") || nested && v.shape.isObject()
	switch {
	case place == "header" && s.name == "simple" && v.shape.kinds == 0, place == "multipart" && s.name == "form" && !s.explode, s.reserved && !s.explode && v.shape.kinds == 0:
		return inText
	case s.name == "label":
		return s.explode && strings.Contains(v.json, "e.f")
	case s.name == "spaceDelimited":
		return !s.explode && strings.Contains(v.json, `"a b"`)
	case s.name == "pipeDelimited":
		return !s.explode && strings.Contains(v.json, "c|d")
	}
	return false
}

// thereAndBack gives the text of a parameter, and what the server makes of it.
func thereAndBack(t *testing.T, place string, s style, v styledValue) (written, got string) {
	t.Helper()
	const name = "color"
	write := func(w *jsonWriter) { w.buf = append(w.buf, v.json...) }
	k := call{}
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	x := &exchange{h: new(apiHandler), op: &operation{route: route{names: []string{name}}}}
	if place == "path" {
		written = k.styledPath(name, s, write)
		x.values = []string{written}
		if k.err != nil {
			return k.err.Error(), v.json // the client says that it cannot write it
		}
	} else {
		k.addStyled(place, name, s, write)
	}
	require.NoError(t, k.err)
	for name, values := range k.header {
		r.Header[http.CanonicalHeaderKey(name)] = values
	}
	in := requestReader{r: r, x: x, query: rawPairs(strings.Join(k.query, "&"), "&")}
	var w jsonWriter
	if !s.json(&w, name, in.pairs(place, name, s, v.shape), v.shape) {
		return fmt.Sprint(written, k.query, k.header), "nothing"
	}
	return fmt.Sprint(written, k.query, k.header), string(w.buf)
}

// TestObjectsWithoutAValue: names and values that do not stand in turn are no object, in any style. Nothing makes up the value.
func TestObjectsWithoutAValue(t *testing.T) {
	object := shape{members: []shapeMember{{"r", numberShape}}, rest: &textShape}
	for text, s := range map[string]style{
		"r": {name: "simple"}, "r,1,g": {name: "simple"}, ".r,1,g": {name: "label"}, ";color=r,1,g": {name: "matrix"}, "r%20": {name: "form"},
		"r%201%20g": {name: "spaceDelimited"}, "r|1|g": {name: "pipeDelimited"},
	} {
		var w jsonWriter
		assert.True(t, s.json(&w, "color", []rawPair{{name: "color", value: text}}, object), text)
		assert.Equal(t, byte('"'), w.buf[0], "%s became %s", text, w.buf)
	}
}

// partStyles are ways to write a member of a form.
func partStyles() []partStyle {
	return []partStyle{
		{}, {mediaType: "application/json"}, {mediaType: "text/plain"}, {style: style{name: "form", explode: true}}, {style: style{name: "form"}},
		{style: style{name: "spaceDelimited"}}, {style: style{name: "pipeDelimited"}}, {style: style{name: "deepObject", explode: true}},
	}
}

// TestFormsThereAndBack asks that the server reads the members of forms that the client writes.
func TestFormsThereAndBack(t *testing.T) {
	for _, how := range partStyles() {
		for _, v := range styledValues() {
			how.name = "color"
			form := shape{members: []shapeMember{{"other", numberShape}, {"color", v.shape}}}
			object := `{"other":7,"color":` + v.json + `}`
			k := call{}
			k.formBody(func(w *jsonWriter) { w.buf = append(w.buf, object...) }, how)
			require.NoError(t, k.err)
			var got string
			in := requestReader{r: httptest.NewRequest("POST", "/", bytes.NewReader(k.body)), options: limits()}
			in.form(form, []partStyle{how}, func(r *jsonReader) { got = string(r.data); r.skip() })
			require.NoError(t, in.err)
			if assert.Empty(t, in.violations); got != object && !formHasNoSpelling(how, v) {
				t.Errorf("form, %+v: %s was written as %s and came as %s", how, object, k.body, got)
			}

			k = call{}
			k.queryForm(func(w *jsonWriter) { w.buf = append(w.buf, object...) }, how)
			in = requestReader{r: httptest.NewRequest("POST", "/", nil), options: limits(), query: rawPairs(strings.Join(k.query, "&"), "&")}
			require.True(t, in.queryForm(form, []partStyle{how}, func(r *jsonReader) { got = string(r.data); r.skip() }))
			if got != object && !formHasNoSpelling(how, v) {
				t.Errorf("query, %+v: %s was written as %s and came as %s", how, object, k.query, got)
			}
		}
	}
}

// TestPartsThereAndBack asks the same of multipart bodies.
func TestPartsThereAndBack(t *testing.T) {
	for _, how := range partStyles() {
		for _, v := range styledValues() {
			how.name = "color"
			k := call{}
			k.multipartBody("multipart/form-data", func(w *formWriter) {
				w.value(how, func(w *jsonWriter) { w.buf = append(w.buf, v.json...) })
			})
			require.NoError(t, k.err)
			x := &exchange{w: httptest.NewRecorder(), h: &apiHandler{}}
			in := requestReader{x: x, r: httptest.NewRequest("POST", "/", bytes.NewReader(k.body)), options: limits()}
			in.r.Header.Set("Content-Type", k.contentType)
			require.True(t, in.multipart(formField{name: "color", required: true}), "%v", in.err)
			got := "nothing"
			in.part(how, v.shape, func(r *jsonReader) { got = string(r.data); r.skip() })
			if got != v.json && !(how.style.name != "" && hasNoSpelling("multipart", how.style, v)) {
				t.Errorf("multipart, %+v: %s was written as %s and came as %s", how, v.json, k.body, got)
			}
		}
	}
}

// formHasNoSpelling lists what a form cannot say.
func formHasNoSpelling(how partStyle, v styledValue) bool {
	return how.style.name != "" && hasNoSpelling("form", how.style, v)
}

// limits are the usual ones.
func limits() *HandlerOptions {
	var o HandlerOptions
	o.setDefaults()
	return &o
}

// A router of somebody else gives values without escapes.
func TestOwnRouterGivesLists(t *testing.T) {
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	r.SetPathValue("color", "50%,a+b,ü")
	in := requestReader{r: r, options: limits()}
	var got string
	assert.True(t, in.param("path", "color", simpleStyle, textsShape, func(r *jsonReader) { got = string(r.data); r.skip() }))
	assert.Equal(t, `["50%","a+b","ü"]`, got)
	assert.False(t, in.param("path", "other", simpleStyle, numberShape, nil))
}

// TestTextsOfOtherClients has spellings that our client does not write.
func TestTextsOfOtherClients(t *testing.T) {
	nested := shape{members: []shapeMember{{"n", numberShape}, {"tags", textsShape}, {"in", shape{members: []shapeMember{{"n", numberShape}}}}}}
	deep := style{name: "deepObject", explode: true}
	for _, test := range []struct {
		query string
		s     style
		shape shape
		want  string
	}{
		{"p[]=a&p[]=b", formStyle, textsShape, `["a","b"]`},
		{"p=a&p=b&p[]=c", formStyle, textsShape, `["a","b","c"]`},
		{"p=a,b&p=c", style{name: "form"}, textsShape, `["a","b","c"]`},
		{"p=a%2Cb", style{name: "form"}, textsShape, `["a,b"]`},
		{"p=a b|c", style{name: "pipeDelimited"}, textsShape, `["a b","c"]`},
		{"p=a+b c", style{name: "spaceDelimited"}, textsShape, `["a","b","c"]`},
		{"p[tags][]=a&p[tags][]=b", deep, nested, `{"tags":["a","b"]}`},
		{"p[tags]=a&p[tags]=b", deep, nested, `{"tags":["a","b"]}`},
		{"p%5Bn%5D=1&p[in][n]=2", deep, nested, `{"n":1,"in":{"n":2}}`},
		{"p[in]=x", deep, nested, `{"in":"x"}`},
		{`p[in]={"n":1}`, deep, nested, `{"in":{"n":1}}`},
		{"p[tags][x]=a", deep, nested, `{"tags":{"x":"a"}}`},
		{"p[n][x]=a", deep, nested, `{"n":{"x":"a"}}`},
		{"p[n]=1&p[n]=2", deep, nested, `{"n":1}`},
		{"p[0]=a&p[1]=b", deep, textsShape, `["a","b"]`},
		{"p[]=a", deep, textsShape, `["a"]`},
		{"p=a", deep, nested, `"a"`},
		{"p=a", deep, textsShape, `["a"]`},
		{"p" + strings.Repeat("[n]", 1000) + "=1", deep, nested, `{"n":` + strings.Repeat(`{"n":`, 15) + "null" + strings.Repeat("}", 16)},
		{"p[=a&p]=b&p[n=c", deep, nested, `nothing`},
		{"tags=a&tags[]=b&n=1&z=2", formStyle, nested, `{"tags":["a","b"],"n":1}`},
		{"p=01", formStyle, numberShape, `"01"`},
		{"p=1,2", formStyle, numberShape, `"1,2"`},
		{"p=%201", formStyle, numberShape, `" 1"`},
		{"p=1}", formStyle, numberShape, `"1}"`},
		{"p=TRUE", formStyle, boolShape, `"TRUE"`},
		{"p=%zz", formStyle, textShape, `"%zz"`},
		{"p=%ff", formStyle, textShape, `"` + "\uFFFD" + `"`},
		{"q=1", formStyle, numberShape, `nothing`},
		{"p=n,1,tags", style{name: "form"}, nested, `"n,1,tags"`},
	} {
		pairs := rawPairs(test.query, "&")
		var w jsonWriter
		got := "nothing"
		if test.s.json(&w, "p", pairs, test.shape) {
			got = string(w.buf)
		}
		var want, have any
		if json.Unmarshal([]byte(test.want), &want) == nil && json.Unmarshal([]byte(got), &have) == nil {
			assert.Equal(t, want, have, "%s: %s", test.query, got)
		} else {
			assert.Equal(t, test.want, got, test.query)
		}
	}
}

// TestCookies has what browsers and other clients send.
func TestCookies(t *testing.T) {
	for _, test := range []struct {
		header string
		s      style
		shape  shape
		want   string
	}{
		{"a=1; p=x&y; b=2", formStyle, textShape, `"x&y"`},
		{"other=1&p=evil", formStyle, textsShape, `nothing`},
		{"p=a&p=b", formStyle, textsShape, `["a","b"]`},
		{"p=a; p=b", style{name: "cookie", explode: true}, textsShape, `["a","b"]`},
		{"p=a+b", formStyle, textShape, `"a+b"`},
		{"", formStyle, textShape, `nothing`},
		{"; ;p", formStyle, textShape, `""`},
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Header.Set("Cookie", test.header)
		in := requestReader{r: r}
		var w jsonWriter
		got := "nothing"
		if test.s.json(&w, "p", in.pairs("cookie", "p", test.s, test.shape), test.shape) {
			got = string(w.buf)
		}
		assert.Equal(t, test.want, got, test.header)
	}
}

// FuzzStyles asks that whatever comes becomes JSON, of the parameter alone.
func FuzzStyles(f *testing.F) {
	for i, seed := range []string{"p=a&p[]=b", "p[a][b]=1&p[0]=2&p[]=3", "r=1&g=2&x=3", "p=;p=a,b.c|d%7Ce%20f", "p=[1,2]&p={\"a\":1}", "p=%zz&=&%", "p][=1&p[]][]=2"} {
		f.Add(seed, uint8(i))
	}
	values := styledValues()
	names := []string{"form", "simple", "label", "matrix", "spaceDelimited", "pipeDelimited", "deepObject", "cookie"}
	f.Fuzz(func(t *testing.T, text string, choice uint8) {
		for i, v := range values {
			s := style{name: names[int(choice)%len(names)], explode: choice&128 != 0}
			for _, pairs := range [][]rawPair{rawPairs(text, "&"), {{name: "p", value: text}}} {
				var w jsonWriter
				if s.json(&w, "p", pairs, v.shape) && (!json.Valid(w.buf) || !utf8.Valid(w.buf)) {
					t.Errorf("%d, %+v: %q became %s", i, s, text, w.buf)
				}
			}
			var w jsonWriter
			shape{members: []shapeMember{{"p", v.shape}}}.formObject(&w, rawPairs(text, "&"), []partStyle{{name: "p", style: s}})
			if !json.Valid(w.buf) {
				t.Errorf("%d, form: %q became %s", i, text, w.buf)
			}
		}
	})
}

// TestPrefixesOfStyles: a value that does not begin as its style says is not there.
func TestPrefixesOfStyles(t *testing.T) {
	for text, s := range map[string]style{"5": {name: "label"}, ";m=5": {name: "label"}, ".5": {name: "matrix"}, ";other=5": {name: "matrix"}} {
		var w jsonWriter
		assert.False(t, s.json(&w, "m", []rawPair{{name: "m", value: text}}, numberShape), text)
	}
	for text, s := range map[string]style{".5": {name: "label"}, ";m=5": {name: "matrix"}, "5": {name: "simple"}} {
		var w jsonWriter
		assert.True(t, s.json(&w, "m", []rawPair{{name: "m", value: text}}, numberShape), text)
		assert.Equal(t, "5", string(w.buf))
	}
}

// TestDefaultsAreNotJudged: an absent parameter is fine, whatever its default is.
func TestDefaultsAreNotJudged(t *testing.T) {
	p, err := parseParams(httptest.NewRequest("GET", "/", nil), "p", &defaultedParams{})
	require.NoError(t, err)
	assert.Equal(t, "too long", p.text)
	_, err = parseParams(httptest.NewRequest("GET", "/?text=too+long", nil), "p", &defaultedParams{})
	require.Error(t, err)
}

// defaultedParams have a default that they forbid.
type defaultedParams struct{ text string }

func (p *defaultedParams) check(c *checker) {
	c.in = "query"
	c.length("text", p.text, 0, 3)
}

func (p *defaultedParams) read(in *requestReader) {
	if !in.param("query", "text", formStyle, textShape, func(r *jsonReader) { p.text = r.string() }) {
		in.otherwise(func() { p.text = "too long" })
	}
}
