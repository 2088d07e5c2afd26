package routing_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/routing"
)

// operation makes an operation of what stands in a text: media types, header:Name=value, query:name=value, gives:type of a success; a
// question mark at the end is for a parameter that is not required.
func operation(text string) routing.Operation {
	o := routing.Operation{Route: "POST /", Item: &api.PathItem{}, Op: &api.Operation{}}
	body := &api.RequestBody{}
	for _, word := range strings.Fields(text) {
		place, pair, isParam := strings.Cut(word, ":")
		if !isParam {
			body.Content = append(body.Content, api.Named[api.Use[api.MediaType]]{Name: word})
			continue
		}
		if place == "gives" {
			response := &api.Response{Content: []api.Named[api.Use[api.MediaType]]{{Name: pair}}}
			o.Op.Responses = append(o.Op.Responses, api.ResponseEntry{Status: 200, Use: api.Use[api.Response]{Value: response}})
			continue
		}
		pair, optional := strings.CutSuffix(pair, "?")
		name, value, _ := strings.Cut(pair, "=")
		schema := &api.Schema{}
		for v := range strings.SplitSeq(value, "|") {
			schema.Enum = append(schema.Enum, api.Literal{Value: api.String(v)})
		}
		referring := &api.Schema{Ref: &api.Ref{Target: schema}}
		o.Op.Parameters = append(o.Op.Parameters, api.Use[api.Parameter]{Value: &api.Parameter{Name: name, In: api.Location(place), Required: !optional, Schema: referring}})
	}
	if body.Content != nil {
		o.Op.RequestBody = &api.Use[api.RequestBody]{Value: body}
	}
	return o
}

// told says what a choice is.
func told(c routing.Choice) string {
	if c.Same >= 0 {
		return "not told"
	}
	var words []string
	for _, x := range c.Constants {
		words = append(words, string(x.In)+":"+x.Name+"="+x.Value)
	}
	for _, t := range c.Types {
		words = append(words, "<"+t+">")
	}
	for _, t := range c.Accepts {
		words = append(words, ">"+t)
	}
	return strings.Join(words, " ")
}

func TestChoose(t *testing.T) {
	for _, test := range [][2][]string{
		{{"application/json"}, {""}}, // alone
		{{"header:X-Op=a application/json", "header:x-op=b application/json"}, {"header:X-Op=a", "header:X-Op=b"}},
		{{"query:do=a query:v=1", "query:do=b query:v=1", ""}, {"query:do=a query:v=1", "query:do=b query:v=1", ""}},
		{{"query:do=a query:v=1", "query:v=1 query:do=b"}, {"query:do=a", "query:do=b"}},
		{{"query:do=a", "query:do=a"}, {"", "not told"}},
		{{"query:do=a?", "query:do=b?"}, {"", "not told"}},
		{{"query:do=a|b", "query:do=c"}, {"", "query:do=c"}},
		{{"path:do=a", "path:do=b"}, {"", "not told"}},
		{{"Application/JSON;a=b text/xml", "text/plain", ""}, {"<application/json> <text/xml>", "<text/plain>", "<>"}},
		{{"application/json text/xml", "text/xml"}, {"", "not told"}},
		{{"application/json", "*/*", "image/*"}, {"<application/json>", "", "not told"}},
		{{"query:do=a text/plain", "query:do=a text/xml", "query:do=b text/xml"}, {"query:do=a <text/plain>", "query:do=a <text/xml>", "query:do=b"}},
		{{"text/plain gives:application/json", "text/plain gives:text/event-stream gives:text/html"}, {">application/json", ">text/event-stream >text/html"}},
		{{"text/plain gives:application/json", "text/xml gives:text/html"}, {"<text/plain>", "<text/xml>"}},
		{{"gives:application/json", "gives:application/json;v=2", ""}, {"", "not told", "not told"}},
		{{"gives:image/*", "gives:application/json"}, {"", "not told"}},
	} {
		var list []routing.Operation
		for _, text := range test[0] {
			list = append(list, operation(text))
		}
		var got []string
		for _, c := range routing.Choose(list) {
			got = append(got, told(c))
		}
		assert.Equal(t, test[1], got, test[0])
	}
}

func TestChooseAmongRoutes(t *testing.T) {
	list := []routing.Operation{operation(""), operation("text/plain"), operation("")}
	list[1].Route = "GET /"
	choices := routing.Choose(list)
	assert.Equal(t, []int{-1, -1, 0}, []int{choices[0].Same, choices[1].Same, choices[2].Same})
	assert.Nil(t, choices[1].Types, "nothing is asked where there is no choice")
}
