package support

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// formsParams have a form of one media type or the other, with files or without.
type formsParams struct {
	Title string
	Sizes []int64
	Photo *FormFile
	Whole string // of a form without files
}

func (p *formsParams) check(*checker) {}

func (p *formsParams) read(in *requestReader) {
	switch in.body(true, "multipart/form-data", "application/x-www-form-urlencoded", "multipart/mixed") {
	case "multipart/form-data", "application/x-www-form-urlencoded":
		if in.anyForm(formField{name: "title", required: true}, formField{name: "sizes"}, formField{name: "photo", required: in.r.Method == "PUT", maybe: &p.Photo}) {
			in.part(partStyle{name: "title"}, textShape, func(r *jsonReader) { p.Title = r.string() })
			in.part(partStyle{name: "sizes"}, numbersShape, func(r *jsonReader) { p.Sizes = scalars(r, (*jsonReader).int64) })
		}
	case "multipart/mixed":
		in.partsForm(shape{members: []shapeMember{{"title", textShape}, {"sizes", numbersShape}}}, nil, func(r *jsonReader) {
			p.Whole = string(r.data)
			r.skip()
		})
	}
}

// TestFormsOfBothKinds: the parts of a multipart body and the pairs of a form are the same fields.
func TestFormsOfBothKinds(t *testing.T) {
	var got *formsParams
	method := func(_ context.Context, p *formsParams) error {
		got = p
		return nil
	}
	operationOf := func(method string, s sender) operation {
		return operation{name: method, route: route{method: method, path: "/x"}, success: []string{"204"}, contents: []sentContent{{"", s}}}
	}
	s := handle(t, HandlerOptions{MaxBody: 60, MaxParams: 4}, nil, operationOf("POST", sendsNothing(method)), operationOf("PUT", sendsNothing(method)))
	const pairs = "application/x-www-form-urlencoded"
	body, multipart := parts("multipart/form-data", "title=a b", "sizes=1", "sizes=2")
	for contentType, text := range map[string]string{multipart: body, pairs: "title=a+b&sizes=1&sizes=2&photo=text"} {
		require.Equal(t, 204, s.send("POST", "/v1/x", text, "Content-Type", contentType).StatusCode, contentType)
		assert.Equal(t, &formsParams{Title: "a b", Sizes: []int64{1, 2}}, got, contentType)
	}
	assert.Equal(t, "body /photo required", s.send("PUT", "/v1/x", "title=a", "Content-Type", pairs).problem(400).places(), "pairs have no files")
	assert.Equal(t, "body /title required", s.send("POST", "/v1/x", "sizes=1", "Content-Type", pairs).problem(400).places())
	s.send("POST", "/v1/x", "title=a&b&c&d&e", "Content-Type", pairs).problem(400)
	s.send("POST", "/v1/x", "title="+strings.Repeat("a", 60), "Content-Type", pairs).problem(413)

	body, multipart = parts("multipart/mixed", "title=a%20b", "sizes=1", "sizes=2", "more=x")
	require.Equal(t, 204, s.send("POST", "/v1/x", body, "Content-Type", multipart).StatusCode)
	assert.Equal(t, `{"title":"a%20b","sizes":[1,2],"more":"x"}`, got.Whole)
	body, multipart = parts("multipart/mixed", "title="+strings.Repeat("a", 61))
	s.send("POST", "/v1/x", body, "Content-Type", multipart).problem(413)
}
