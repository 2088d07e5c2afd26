package support

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/textproto"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A page is a body of XML.
type page struct {
	XMLName xml.Name `xml:"page"`
	Title   string   `xml:"title"`
}

func (p *page) check(c *checker) { c.length("title", p.Title, 1, 5) }

// bodiesParams have a body of one of many media types.
type bodiesParams struct {
	Which  string
	JSON   *Owner
	Text   *string
	Number int64
	XML    *page
	Form   string
	Stream io.Reader
	Type   string
}

func (p *bodiesParams) check(c *checker) {
	c.in = "body"
	if p.JSON != nil {
		c.object("", p.JSON)
	}
	if p.XML != nil {
		c.object("", p.XML)
	}
}

func (p *bodiesParams) read(in *requestReader) {
	p.Which = in.body(false, "application/json", "text/plain; charset=utf-8", "text/csv", "application/xml", "application/x-www-form-urlencoded", "application/vnd.a+json", "image/*")
	switch p.Which {
	case "application/json", "application/vnd.a+json":
		p.JSON = new(Owner)
		in.json(p.JSON)
	case "text/plain; charset=utf-8":
		in.text(textShape, func(r *jsonReader) { p.Text = new(r.string()) })
	case "text/csv":
		in.text(numberShape, func(r *jsonReader) { p.Number = r.int64() })
	case "application/xml":
		p.XML = new(page)
		in.xml(xmlRoot{name: "page"}, p.XML)
	case "application/x-www-form-urlencoded":
		in.form(shape{members: []shapeMember{{"n", numberShape}, {"tags", textsShape}}}, nil, func(r *jsonReader) { p.Form = string(r.data); r.skip() })
	case "image/*":
		p.Stream, p.Type = in.stream(), in.contentType()
	}
}

// bodies makes an operation with many media types. What a stream has is read by the method.
func bodies(got **bodiesParams) operation {
	return operation{name: "Put", route: route{method: "PUT", path: "/x"}, success: []string{"204"}, contents: []sentContent{{"", sendsNothing(func(_ context.Context, p *bodiesParams) error {
		*got = p
		if p.Stream == nil {
			return nil
		}
		data, err := io.ReadAll(p.Stream)
		p.Form = string(data)
		return err
	})}}}
}

func TestBodiesByMediaType(t *testing.T) {
	var got *bodiesParams
	s := handle(t, HandlerOptions{MaxBody: 60, MaxUpload: 100, MaxParams: 5}, nil, bodies(&got))
	for _, test := range []struct {
		contentType, body string
		want              bodiesParams
	}{
		{"application/json", goodOwner, bodiesParams{Which: "application/json", JSON: owner()}},
		{"Application/JSON; charset=UTF-8", goodOwner, bodiesParams{Which: "application/json", JSON: owner()}},
		{"application/vnd.a+json", goodOwner, bodiesParams{Which: "application/vnd.a+json", JSON: owner()}},
		{"text/plain", "a b", bodiesParams{Which: "text/plain; charset=utf-8", Text: new("a b")}},
		{"text/plain;charset=US-ASCII", "5", bodiesParams{Which: "text/plain; charset=utf-8", Text: new("5")}},
		{"application/json;charset=\"utf-8\"", goodOwner, bodiesParams{Which: "application/json", JSON: owner()}},
		{"image/png;charset=latin1", "data", bodiesParams{Which: "image/*", Form: "data", Type: "image/png;charset=latin1"}}, // it is the method that reads it
		{"text/plain;charset=utf-8", "5", bodiesParams{Which: "text/plain; charset=utf-8", Text: new("5")}},
		{"text/plain", "", bodiesParams{Which: "text/plain; charset=utf-8", Text: new("")}},
		{"text/csv", "5", bodiesParams{Which: "text/csv", Number: 5}},
		{"application/xml", "<page><title>x</title></page>", bodiesParams{Which: "application/xml", XML: &page{XMLName: xml.Name{Local: "page"}, Title: "x"}}},
		{"application/x-www-form-urlencoded", "n=1&tags=a+b&tags=c%26&z=%C3%BC", bodiesParams{Which: "application/x-www-form-urlencoded", Form: `{"n":1,"tags":["a b","c&"],"z":"ü"}`}},
		{"application/x-www-form-urlencoded", "", bodiesParams{Which: "application/x-www-form-urlencoded", Form: `{}`}},
		{"image/png", "data", bodiesParams{Which: "image/*", Form: "data", Type: "image/png"}},
		{"application/json", "", bodiesParams{}},
	} {
		got = nil
		assert.Equal(t, 204, s.send("PUT", "/v1/x", test.body, "Content-Type", test.contentType).StatusCode, test.contentType)
		require.NotNil(t, got)
		got.Stream = nil
		assert.Equal(t, &test.want, got, test.contentType)
	}
	for _, test := range []struct {
		contentType, body string
		status            int
		want              string
	}{
		{"application/json", `{"user_id":7}`, 400, "body /role required"},
		{"text/csv", "five", 400, "body type"},
		{"application/xml", "<page><title>too long</title></page>", 400, "body /title maxLength"},
		{"application/xml", "<other/>", 400, "body xml"},
		{"application/xml", "<page><title>", 400, "body xml"},
		{"application/xml", "none", 400, "body xml"},
		{"text/plain; charset=iso-8859-1", "x", 415, ""}, {"text/plain;charset=\"UTF-16\"", "x", 415, ""}, {"application/json; charset=latin1", "{}", 415, ""},
		{"application/xml; charset=iso-8859-1", "<page/>", 415, ""}, {"application/x-www-form-urlencoded; charset=windows-1252", "n=1", 415, ""},
		{"audio/mp3", "x", 415, ""}, {"text", "x", 415, ""}, {"application/problem+json", "{}", 415, ""}, {";", "x", 415, ""},
		{"text/plain", strings.Repeat("x", 61), 413, ""}, {"application/json", `"` + strings.Repeat("x", 61), 413, ""}, {"application/xml", strings.Repeat("x", 61), 413, ""},
		{"image/png", strings.Repeat("x", 101), 413, ""}, {"application/x-www-form-urlencoded", "a&b&c&d&e&f", 400, ""}, {"application/x-www-form-urlencoded", strings.Repeat("x", 61), 413, ""},
	} {
		r := s.send("PUT", "/v1/x", test.body, "Content-Type", test.contentType)
		p := r.problem(test.status)
		assert.Equal(t, test.want, p.places(), "%+v", test)
		if test.status == 415 && strings.Contains(test.contentType, "charset") {
			assert.NotEmpty(t, r.Header.Get("Accept"))
			assert.Contains(t, p.Detail, "not utf-8")
		} else if test.status == 415 {
			assert.Contains(t, r.Header.Get("Accept"), "application/json, text/plain; charset=utf-8, text/csv")
		}
	}
	s.send("PUT", "/v1/x?a&b&c&d&e&f", "").problem(400)

	for _, body := range []string{"", goodOwner} { // of unknown length, without a media type
		req, err := http.NewRequest("PUT", s.url+"/v1/x", io.MultiReader(strings.NewReader(body)))
		require.NoError(t, err)
		resp, err := http.DefaultTransport.RoundTrip(req)
		require.NoError(t, err)
		resp.Body.Close()
		assert.Equal(t, 204, resp.StatusCode)
		assert.Equal(t, body == "", got.JSON == nil)
	}
	w := httptest.NewRecorder()
	s.h.ServeHTTP(w, httptest.NewRequest("PUT", "/v1/x", io.MultiReader(strings.NewReader("{"), brokenBody{})))
	assert.Equal(t, 400, w.Code)
}

// TestEmptyBodyOfARange: no text is no JSON, whatever the document calls it; no bytes are a body of bytes.
func TestEmptyBodyOfARange(t *testing.T) {
	for own, want := range map[string]string{"application/json": "", "application/a+json; charset=utf-8": "", "multipart/form-data; boundary=x": "", "text/xml; charset=utf-8": "", "image/png": "*/*"} {
		r := httptest.NewRequest("PUT", "/", http.NoBody)
		r.Header.Set("Content-Type", own)
		in := requestReader{r: r, options: &HandlerOptions{}}
		assert.Equal(t, want, in.body(true, "*/*"), own)
		assert.Equal(t, want == "", len(in.violations) == 1, own)
	}
	assert.Empty(t, closestType("odd", []string{"*/*"}), "a media type has a subtype")
}

// A brokenBody cannot be read.
type brokenBody struct{}

func (brokenBody) Read([]byte) (int, error) { return 0, errors.New("broken") }

// wholeParams have a query that is one value.
type wholeParams struct{ Query string }

func (*wholeParams) check(*checker) {}

func (p *wholeParams) read(in *requestReader) {
	in.wholeQuery(func(r *jsonReader) { p.Query = r.string() })
}

func TestWholeQuery(t *testing.T) {
	var got *wholeParams
	s := handle(t, HandlerOptions{StrictQuery: true}, nil, get("/x", "", sendsNothing(func(_ context.Context, p *wholeParams) error { got = p; return nil })))
	assert.Equal(t, 200, s.send("GET", "/v1/x?%22a+b%22", "").StatusCode)
	assert.Equal(t, "a b", got.Query)
	assert.Equal(t, 200, s.send("GET", "/v1/x", "").StatusCode)
	assert.Empty(t, got.Query)
	assert.Equal(t, "query type", s.send("GET", "/v1/x?5", "").problem(400).places())
}

// uploadParams have a form with texts and files.
type uploadParams struct {
	Title string
	Tags  []string
	Point *Point
	Plan  FormFile
	Opt   *FormFile
	More  []FormFile
}

func (p *uploadParams) check(c *checker) {
	c.in = "body"
	c.length("title", p.Title, 1, 10)
	c.present("plan", p.Plan.Content != nil)
	c.typedFile("plan", &p.Plan, "text/plain")
	if p.Point != nil {
		c.object("point", p.Point)
	}
}

func (p *uploadParams) read(in *requestReader) {
	if in.body(true, "multipart/form-data", "multipart/related") == "" {
		return
	}
	fields := []formField{{name: "title", required: true}, {name: "plan", required: true, file: &p.Plan}, {name: "opt", maybe: &p.Opt}, {name: "tags"}, {name: "point"}}
	if in.r.Header.Get("X-Many") != "" {
		fields = append(fields, formField{name: "more", many: &p.More})
	}
	if in.multipart(fields...) {
		in.part(partStyle{name: "title"}, textShape, func(r *jsonReader) { p.Title = r.string() })
		in.part(partStyle{name: "tags"}, textsShape, func(r *jsonReader) { p.Tags = scalars(r, (*jsonReader).string) })
		in.part(partStyle{name: "point", mediaType: "application/json"}, shape{members: []shapeMember{{"t", numberShape}}}, func(r *jsonReader) { p.Point = made(r, new(Point)) })
	}
}

// parts makes a multipart body. Each part is name=text, or name@file=content.
func parts(kind string, list ...string) (body, contentType string) {
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for _, p := range list {
		name, text, _ := strings.Cut(p, "=")
		header := textproto.MIMEHeader{}
		if name, file, isFile := strings.Cut(name, "@"); isFile {
			header.Set("Content-Disposition", multipart.FileContentDisposition(name, file))
			header.Set("Content-Type", "text/plain")
		} else if name != "" {
			header.Set("Content-Disposition", `form-data; name="`+name+`"`)
		}
		part, _ := w.CreatePart(header)
		_, _ = io.WriteString(part, text)
	}
	_ = w.Close()
	return b.String(), kind + "; boundary=" + w.Boundary()
}

func uploading(method func(context.Context, *uploadParams) error) operation {
	return operation{name: "Upload", route: route{method: "POST", path: "/plans"}, success: []string{"204"}, contents: []sentContent{{"", sendsNothing(method)}}}
}

func TestUpload(t *testing.T) {
	var got *uploadParams
	var kind string
	s := handle(t, HandlerOptions{MaxBody: 1000, MaxUpload: 3 << 20, MaxParams: 10}, nil, uploading(func(_ context.Context, p *uploadParams) error {
		got, kind = p, ""
		for _, f := range append([]FormFile{p.Plan}, p.More...) {
			data, err := io.ReadAll(f.Content)
			if err != nil {
				return err
			}
			if _, ok := f.Content.(*lastFile); ok {
				kind += " stream"
			}
			kind += " " + f.Name + " " + string(data[:min(len(data), 5)])
		}
		return nil
	}))
	post := func(contentType string, headers []string, list ...string) answer {
		body, contentType := parts(contentType, list...)
		return s.send("POST", "/v1/plans", body, append(headers, "Content-Type", contentType)...)
	}
	const form = "multipart/form-data"
	many := []string{"X-Many", "1"}
	for _, test := range []struct {
		name    string
		headers []string
		list    []string
		status  int
		want    string
	}{
		{"last file", nil, []string{"title=T", "tags=a", "tags=b,c", `point={"t":1,"v":2}`, "plan@p=data"}, 204, " stream p data"},
		{"file first", nil, []string{"plan@p=data", "title=T"}, 204, " p data"},
		{"a list of files", many, []string{"title=T", "plan@p=data", "more@1=x", "more@2=y"}, 204, " p data 1 x 2 y"},
		{"unknown parts", nil, []string{"other=1", "title=T", "plan@p=data"}, 204, " stream p data"},
		{"no name of a file", nil, []string{"title=T", "plan=data"}, 204, " stream  data"},
		{"behind the last file", nil, []string{"title=T", "plan@p=data", "tags=x"}, 400, ""},
		{"no file", nil, []string{"title=T"}, 400, "body /plan required"},
		{"no text", nil, []string{"plan@p=data"}, 400, "body /title required"},
		{"two files", nil, []string{"plan@p=data", "plan@q=data", "title=T"}, 400, "body /plan duplicate"},
		{"two texts", nil, []string{"title=T", "title=U", "plan@p=x"}, 400, "body /title syntax"},
		{"wrong text", nil, []string{"title=", `point={"t":"x"}`, "plan@p=x"}, 400, "body /point/t type\nbody /point/v required\nbody /title minLength"},
		{"not JSON", nil, []string{"title=T", "point={", "plan@p=x"}, 400, "body /point type"},
		{"too much text", nil, []string{"title=" + strings.Repeat("x", 1001), "plan@p=x"}, 413, ""},
		{"too much", nil, []string{"plan@p=" + strings.Repeat("x", 3<<20), "title=T"}, 413, ""},
		{"too much to stream", nil, []string{"title=T", "plan@p=" + strings.Repeat("x", 3<<20)}, 413, ""},
		{"too many parts", nil, []string{"a=1", "a=1", "a=1", "a=1", "a=1", "a=1", "a=1", "a=1", "a=1", "a=1", "a=1"}, 400, ""},
		{"none", nil, nil, 400, "body /plan required\nbody /title required"},
	} {
		got = nil
		r := post(form, test.headers, test.list...)
		if test.status == 204 {
			assert.Equal(t, 204, r.StatusCode, "%s: %s", test.name, r.body)
			assert.Equal(t, test.want, kind, test.name)
			continue
		}
		assert.Equal(t, test.want, r.problem(test.status).places(), test.name)
	}
	post(form, nil, "title=T", "tags=a", "tags=b,c", `point={"t":1,"v":2}`, "opt@o=x", "plan@p=data")
	assert.Equal(t, []string{"a", "b,c"}, got.Tags)
	assert.Equal(t, &Point{T: 1, V: 2}, got.Point)
	assert.Equal(t, "o", got.Opt.Name)
	assert.Equal(t, "text/plain", got.Plan.ContentType)
	assert.Equal(t, 204, post("multipart/related", nil, "=T", "=data").StatusCode)
	assert.Equal(t, "T", got.Title)
	s.send("POST", "/v1/plans", "x", "Content-Type", form).problem(400)
	s.send("POST", "/v1/plans", "--b\r\nx", "Content-Type", form+"; boundary=b").problem(400)
	body, contentType := parts(form, "title=T", "plan@p=data")
	s.send("POST", "/v1/plans", body[:len(body)-30], "Content-Type", contentType).problem(400)
}

func TestKeepFiles(t *testing.T) {
	s := handle(t, HandlerOptions{KeepFiles: true}, nil, uploading(func(_ context.Context, p *uploadParams) error {
		_, err := p.Plan.Content.(io.Seeker).Seek(0, io.SeekEnd)
		return err
	}))
	body, contentType := parts("multipart/form-data", "title=T", "plan@p=data", "tags=behind it")
	assert.Equal(t, 204, s.send("POST", "/v1/plans", body, "Content-Type", contentType).StatusCode)
}

func TestTemporaryFilesAreRemoved(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	count := func() int {
		list, err := filepath.Glob(filepath.Join(os.TempDir(), "upload-*"))
		require.NoError(t, err)
		return len(list)
	}
	during := 0
	fail := func(*uploadParams) error { return nil }
	s := handle(t, HandlerOptions{}, nil, uploading(func(_ context.Context, p *uploadParams) error {
		during = count()
		data, err := io.ReadAll(p.Plan.Content)
		assert.NoError(t, err)
		assert.Len(t, data, 2<<20)
		return fail(p)
	}))
	body, contentType := parts("multipart/form-data", "plan@p="+strings.Repeat("x", 2<<20), "title=T")
	for _, test := range []struct {
		fail   func(*uploadParams) error
		status int
	}{{fail, 204}, {func(*uploadParams) error { return errUpset }, 500}, {func(*uploadParams) error { panic("x") }, 500}} {
		fail, during = test.fail, 0
		assert.Equal(t, test.status, s.send("POST", "/v1/plans", body, "Content-Type", contentType).StatusCode)
		assert.Equal(t, 1, during)
		assert.Eventually(t, func() bool { return count() == 0 }, eventually, tick)
	}
	t.Setenv("TMPDIR", "/nowhere")
	assert.Empty(t, s.send("POST", "/v1/plans", body, "Content-Type", contentType).problem(500).Errors)
}

// A form that our client writes is what the server reads.
func TestFormsOfTheClient(t *testing.T) {
	var got *uploadParams
	var content []byte
	s := handle(t, HandlerOptions{}, nil, uploading(func(_ context.Context, p *uploadParams) (err error) {
		got = p
		content, err = io.ReadAll(p.Plan.Content)
		return err
	}))
	for _, kind := range []string{"multipart/form-data", "multipart/related"} {
		k := call{op: "Upload", method: "POST", path: "/plans"}
		k.multipartBody(kind, func(w *formWriter) {
			w.value(partStyle{name: "title"}, func(w *jsonWriter) { w.string("Ü\r\n=") })
			w.file(partStyle{name: "plan", mediaType: "text/plain"}, &FormFile{Name: `a"ü.txt`, Content: strings.NewReader("data"), Header: http.Header{"X-Extra": {"1"}}})
		})
		c := s.client()
		require.NoError(t, c.discard(t.Context(), c.config, &k))
		assert.Equal(t, "Ü\r\n=", got.Title)
		assert.Equal(t, "data", string(content))
		assert.Equal(t, "1", got.Plan.Header.Get("X-Extra"))
		assert.Equal(t, "text/plain", got.Plan.ContentType)
		assert.Equal(t, `a"ü.txt`, got.Plan.Name)
	}
}

func TestParseLeavesFormsAlone(t *testing.T) {
	body, contentType := parts("multipart/form-data", "title=T", "plan@p=data")
	r := httptest.NewRequest("POST", "/", strings.NewReader(body))
	r.Header.Set("Content-Type", contentType)
	_, err := parseParams(r, "uploadParams", new(uploadParams))
	require.NoError(t, err)
	left, err := io.ReadAll(r.Body)
	require.NoError(t, err)
	assert.Equal(t, body, string(left))
}
