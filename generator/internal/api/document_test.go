package api_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// titled is a schema that a test tells from others.
func titled(title string) *api.Schema { return &api.Schema{Meta: &api.Annotations{Title: title}} }

func content(m api.MediaType) []api.Named[api.Use[api.MediaType]] {
	return []api.Named[api.Use[api.MediaType]]{entry("application/json", inPlace(m))}
}

func header(title string) []api.Named[api.Use[api.Header]] {
	return []api.Named[api.Use[api.Header]]{entry("h", inPlace(api.Header{Schema: titled(title)}))}
}

func pathItem(p api.PathItem) []api.Named[api.Use[api.PathItem]] {
	return []api.Named[api.Use[api.PathItem]]{entry("/", inPlace(p))}
}

// everyRoot is a document with a schema at each place that may own one.
func everyRoot() *api.Document {
	shared := &api.Response{Content: content(api.MediaType{Schema: titled("twice")})}
	op := &api.Operation{
		Parameters:  []api.Use[api.Parameter]{inPlace(api.Parameter{Content: content(api.MediaType{Schema: titled("parameter")})})},
		RequestBody: new(inPlace(api.RequestBody{Content: content(api.MediaType{Schema: titled("body"), ItemSchema: titled("item")})})),
		Responses: []api.ResponseEntry{
			{Status: 200, Use: inPlace(api.Response{Headers: header("header"), Content: content(api.MediaType{Schema: titled("response")})})},
			{Status: 4, Use: api.Use[api.Response]{Ref: &api.Reference{}, Value: shared}}},
		Callbacks: []api.Named[api.Use[api.Callback]]{entry("c", inPlace(api.Callback{Expressions: pathItem(api.PathItem{
			Parameters: []api.Use[api.Parameter]{inPlace(api.Parameter{Schema: titled("callback")})}})}))},
	}
	encoding := api.Encodings{ByName: []api.Named[*api.Encoding]{entry("e", &api.Encoding{Headers: header("part"),
		Nested: api.Encodings{PrefixItems: []*api.Encoding{{Headers: header("first")}}, Items: &api.Encoding{Headers: header("rest")}}})}}
	d := &api.Document{
		Components: api.Components{
			Schemas:    []api.Named[*api.Schema]{entry("A", titled("component"))},
			Responses:  []api.Named[api.Use[api.Response]]{entry("R", api.Use[api.Response]{Value: shared})},
			MediaTypes: content(api.MediaType{Encoding: encoding}),
		},
		Paths: pathItem(api.PathItem{Parameters: []api.Use[api.Parameter]{inPlace(api.Parameter{Schema: titled("shared")}), {}},
			Operations: []*api.Operation{op, {}}}),
		Webhooks: pathItem(api.PathItem{Operations: []*api.Operation{{RequestBody: new(inPlace(api.RequestBody{
			Content: content(api.MediaType{Schema: titled("webhook")})}))}}}),
	}
	d.External.Schemas = []api.Named[*api.Schema]{entry("openapi.yaml#/x-models/A", titled("external"))}
	return d
}

// TestRoots: each place once and in order, and no place that is reached by a reference.
func TestRoots(t *testing.T) {
	want := strings.Fields("component twice part first rest shared parameter body item header response callback webhook external")
	var got []string
	for s := range everyRoot().Roots() {
		got = append(got, s.Meta.Title)
	}
	assert.Equal(t, want, got)
	for stop := range want { // a loop that is left early goes on nowhere
		n := 0
		for range everyRoot().Roots() {
			if n++; n > stop {
				break
			}
		}
		assert.Equal(t, stop+1, n)
	}
}

func TestParameters(t *testing.T) {
	param := func(name string, in api.Location, note string) api.Use[api.Parameter] {
		return inPlace(api.Parameter{Name: name, In: in, Description: note})
	}
	item := &api.PathItem{Parameters: []api.Use[api.Parameter]{param("id", api.InPath, "item"), param("tags", api.InQuery, "item"),
		param("filter", api.InHeader, "item"), {}}}
	op := &api.Operation{Parameters: []api.Use[api.Parameter]{param("filter", api.InQuery, "own"), param("tags", api.InQuery, "own")}}
	var got []string
	for _, u := range api.Parameters(item, op) {
		got = append(got, u.Value.Name+" "+string(u.Value.In)+" "+u.Value.Description)
	}
	assert.Equal(t, []string{"id path item", "filter header item", "filter query own", "tags query own"}, got)
	assert.Len(t, item.Parameters, 4)
	assert.Len(t, op.Parameters, 2)
}

func TestStatusIsRange(t *testing.T) {
	for status, want := range map[api.Status]bool{0: false, 1: true, 5: true, 6: false, 200: false} {
		assert.Equal(t, want, status.IsRange(), status)
	}
}

func TestDefaultSerialization(t *testing.T) {
	form, simple := api.Serialization{Style: api.StyleForm, Explode: true}, api.Serialization{Style: api.StyleSimple}
	for in, want := range map[api.Location]api.Serialization{api.InQuery: form, api.InCookie: form, api.InPath: simple, api.InHeader: simple} {
		assert.Equal(t, want, api.DefaultSerialization(in), in)
	}
}

func TestVersionBefore(t *testing.T) {
	v := api.Version{Major: 3, Minor: 1}
	assert.True(t, v.Before(3, 2))
	assert.True(t, v.Before(4, 0))
	assert.False(t, v.Before(3, 1))
	assert.False(t, v.Before(2, 9))
}
