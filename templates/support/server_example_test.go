package support

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// ownerExamples are those of an operation with a range, a failure of each kind, and a status without a body.
func ownerExamples(seed uint64) exampleSet {
	return exampleSet{
		seed: seed,
		success: []example{
			{status: "201", name: "admin", header: []string{"X-A", "1", "X-A", "2"}, body: goodOwner},
			{status: "201", name: "other", body: `{"user_id":8,"role":"admin"}`},
			{status: "204"},
			{status: "2XX", body: `{"user_id":9,"role":"admin"}`},
		},
		failures: []example{
			{status: "409", name: "there", body: `{"t":1,"v":2}`}, {status: "500", text: true, body: "no"}, {status: "404"}, {status: "4XX", name: "many", body: `["a"]`},
		},
		bodies: []errorBody{
			{"409", func(r *jsonReader) any { return decoded(r, new(Point)) }},
			{"4XX", func(r *jsonReader) any { return scalars(r, (*jsonReader).string) }},
		},
	}
}

func readOwner(r *jsonReader) *Owner { return made(r, new(Owner)) }

func TestExample(t *testing.T) {
	method := func(ctx context.Context, _ *ownerParams) (*Owner, error) {
		return exampleOf(ctx, ownerExamples(0), readOwner)
	}
	s := handle(t, HandlerOptions{ValidateResponses: true}, nil, makeOwner(method))
	bodiless := exampleSet{success: []example{{status: "2XX", body: goodOwner}}}
	empty := makeOwner(func(ctx context.Context, _ *ownerParams) (*Owner, error) { return exampleOf(ctx, bodiless, readOwner) })
	empty.success, empty.empty = []string{"2XX"}, nil
	r := handle(t, HandlerOptions{ValidateResponses: true}, nil, empty).send("POST", "/v1/owners/7", goodOwner, "Prefer", "code=204")
	assert.Equal(t, "204 ", r.Status[:3]+" "+r.body, "of a range that has a body")
	assert.NotContains(t, r.Header, "Content-Type")

	for prefer, want := range map[string]string{
		"": `201 {"user_id":7,"role":"admin"}`, "code=201, example=other": `201 {"user_id":8,"role":"admin"}`, "code=204": "204 ",
		"code=206": `206 {"user_id":9,"role":"admin"}`, "code=409": `409 {"t":1,"v":2}`, "example=there": `409 {"t":1,"v":2}`, "code=500": "500 no",
		"code=424": `424 ["a"]`, "example=many": `400 ["a"]`, "code=302": `201 {"user_id":7,"role":"admin"}`, `CODE = "204"; a`: "204 ",
		`example="o\ther"`: `201 {"user_id":8,"role":"admin"}`, `a="code=204, \"", b;code=204`: `201 {"user_id":7,"role":"admin"}`,
		`example="open`: `201 {"user_id":7,"role":"admin"}`, "code=204, code=409": "204 ",
	} {
		r := httptest.NewRequest(http.MethodPost, "/v1/owners/7", nil)
		r.Body, r.ContentLength = io.NopCloser(exampleBytes(goodOwner)), int64(len(goodOwner))
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Prefer", prefer)
		w := httptest.NewRecorder()
		s.h.ServeHTTP(w, r)
		assert.Equal(t, want, w.Result().Status[:3]+" "+w.Body.String(), prefer)
		if prefer == "" {
			assert.Equal(t, []string{"1", "2"}, w.Header()["X-A"])
		}
	}
}

func TestExampleWithoutHandler(t *testing.T) {
	var ids []int64
	for seed := range uint64(3) {
		owner, err := exampleOf(t.Context(), ownerExamples(seed), readOwner)
		require.NoError(t, err)
		ids = append(ids, owner.UserID)
	}
	assert.Equal(t, []int64{7, 8, 7}, ids, "those of the first status, one after the other")
	var none exampleSet
	assert.Equal(t, errUnimplemented, none.nothing(t.Context()))
	_, err := none.bytes(t.Context())
	assert.Equal(t, errUnimplemented, err)
	_, err = exampleOneOf[any](t.Context(), none)
	assert.Equal(t, errUnimplemented, err)
	for _, err := range exampleItems(t.Context(), none, readOwner) {
		assert.Equal(t, errUnimplemented, err)
	}
	wrong := exampleSet{success: []example{{status: "200", body: `{"user_id":"x"}`}}}
	_, err = exampleOf(t.Context(), wrong, readOwner)
	assert.ErrorContains(t, err, "example of status 200")
}

func TestExampleKinds(t *testing.T) {
	set := exampleSet{success: []example{
		{status: "200", body: goodOwner}, {status: "200", method: "Other", body: `{"user_id":9,"role":"admin"}`}, {status: "202", text: true, body: "words"},
	}}
	var ids []int64
	for e, err := range exampleEvents(t.Context(), set, readOwner) {
		require.NoError(t, err)
		ids = append(ids, e.Data.UserID)
		if len(ids) == 2 {
			break
		}
	}
	assert.Equal(t, []int64{7, 9}, ids)
	owner, err := exampleOf(t.Context(), set.of("Other"), readOwner)
	require.NoError(t, err)
	assert.Equal(t, int64(9), owner.UserID)
	cases := []resultCase{
		{status: "200", json: func(r *jsonReader) any { return decoded(r, new(Owner)) }}, {status: "202", text: func(s string) any { return s }},
		{status: "203", body: func(b io.ReadCloser) any { return b }},
	}
	v, err := exampleOneOf[any](t.Context(), set, cases...)
	require.NoError(t, err)
	assert.IsType(t, &Owner{}, v)
	v, err = exampleOneOf[any](t.Context(), exampleSet{success: set.success[2:]}, cases...)
	require.NoError(t, err)
	assert.Equal(t, "words", v)
	body, err := exampleOneOf[io.ReadCloser](t.Context(), exampleSet{success: []example{{status: "203", text: true, body: "bytes"}}}, cases...)
	require.NoError(t, err)
	content, err := io.ReadAll(body)
	require.NoError(t, err)
	assert.Equal(t, "bytes", string(content))
	assert.NoError(t, body.Close())
}
