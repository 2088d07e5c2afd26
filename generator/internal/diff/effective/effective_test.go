package effective_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/effective"
)

func server(url string, variables ...api.Named[api.ServerVariable]) *api.Server {
	return &api.Server{URL: url, Variables: variables}
}

func variable(name string, values ...string) api.Named[api.ServerVariable] {
	return api.Named[api.ServerVariable]{Name: name, Value: api.ServerVariable{Enum: values}}
}

func TestAddresses(t *testing.T) {
	assert.Equal(t, []string{""}, effective.Addresses(nil))
	assert.Equal(t, []string{"", "/v1", "https://h/A"}, effective.Addresses([]*api.Server{server("/"), server("/v1/"), server("HTTPS://H/A/"), server("https://h/A")}))
	regions := server("https://{r}.h/{v}", variable("r", "eu", "us"), variable("v"))
	assert.Equal(t, []string{"https://eu.h/{}", "https://us.h/{}"}, effective.Addresses([]*api.Server{regions}))
	var many []string
	for range 501 {
		many = append(many, "x")
	}
	assert.Equal(t, []string{"https://{r}.h"}, effective.Addresses([]*api.Server{server("https://{r}.h", variable("r", many...))}))
}

func TestMissing(t *testing.T) {
	for _, c := range []struct {
		address, other string
		covered        bool
	}{
		{"https://eu.h/v1", "https://{}.h/v1", true},
		{"https://{}.h/v1", "https://eu.h/v1", false},
		{"https://h/a/b", "https://h/{}", false}, // a variable does not reach over a slash
		{"https://h/a/b", "https://h/{}/{}", true},
		{"https://h", "https://h", true},
		{"", "/v1", false},
	} {
		assert.Equal(t, !c.covered, len(effective.Missing([]string{c.address}, []string{c.other})) > 0, "%s by %s", c.address, c.other)
	}
}

func TestMediaFor(t *testing.T) {
	var list []api.Named[api.Use[api.MediaType]]
	for _, name := range []string{"text/plain", "Text/*; charset=utf-8", "application/json; v=1", "application/*+json", "*/*"} {
		list = append(list, api.Named[api.Use[api.MediaType]]{Name: name, Value: api.Use[api.MediaType]{Value: &api.MediaType{}}})
	}
	entries := effective.MediaOf(list)
	for name, want := range map[string]string{
		"text/plain; charset=latin1": "text/plain", "text/csv": "text/*", "text/plain; format=flowed": "text/plain",
		"application/JSON;V=1": "application/json; v=1", "application/json": "*/*", "application/a+json": "application/*+json", "image/png": "*/*",
	} {
		assert.Equal(t, want, effective.MediaFor(entries, effective.MediaKey(name)).Key, name)
	}
	assert.Nil(t, effective.MediaFor(entries[:1], "text/csv"))
}

func entries(statuses ...api.Status) (list []api.ResponseEntry) {
	for _, s := range statuses {
		list = append(list, api.ResponseEntry{Status: s, Use: api.Use[api.Response]{Value: &api.Response{}}})
	}
	return list
}

func TestEntryFor(t *testing.T) {
	list := entries(404, 4, 200, api.DefaultStatus)
	for status, want := range map[api.Status]api.Status{404: 404, 410: 4, 4: 4, 200: 200, 2: 0, 500: 0} {
		assert.Equal(t, want, effective.EntryFor(list, status).Status, status)
	}
	assert.Nil(t, effective.EntryFor(list[:3], 500))
}

// TestExampleStatus: the code goes by the entry in both documents.
func TestExampleStatus(t *testing.T) {
	pair := &effective.Pair{Old: &effective.Operation{API: &api.Operation{Responses: entries(4, 400, api.DefaultStatus)}},
		New: &effective.Operation{API: &api.Operation{Responses: entries(4, 401, 500, api.DefaultStatus)}}}
	for status, want := range map[api.Status]int{404: 404, 4: 402, api.DefaultStatus: 501} {
		assert.Equal(t, want, effective.ExampleStatus(status, pair), status)
	}
}
