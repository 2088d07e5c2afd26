package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/oas2go/oas2go/examples/orders/shop"
)

// exampleClient calls the service that responds with the examples of the document. There is no network.
func exampleClient(t *testing.T, opts ...shop.Option) *shop.Client {
	t.Helper()
	token := shop.HandlerConfig{Token: func(_ context.Context, token string, _ []string) (context.Context, error) {
		if token != "secret" {
			return nil, errors.New("wrong token")
		}
		return nil, nil
	}}
	handler, err := shop.NewHandler(shop.NewExampleService(0), token)
	if err != nil {
		t.Fatal(err)
	}
	client, err := shop.NewClient(shop.ServerURL, append(opts, shop.WithHandler(handler), shop.WithToken("secret"))...)
	if err != nil {
		t.Fatal(err)
	}
	return client
}

func TestExamples(t *testing.T) {
	for _, test := range []struct{ args, want string }{
		{"list", "o-1\t2 x lamp\n"},
		{"create lamp 2", "created o-1\n"},
	} {
		var out strings.Builder
		if err := run(t.Context(), exampleClient(t), strings.Fields(test.args), &out); err != nil || out.String() != test.want {
			t.Errorf("%s: %q, %v", test.args, out.String(), err)
		}
	}
}

func TestFailures(t *testing.T) {
	soldOut := exampleClient(t, shop.WithHeader("Prefer", "code=409")) // the example of another status code
	var out strings.Builder
	err := run(t.Context(), soldOut, []string{"create", "lamp", "2"}, &out)
	if err == nil || err.Error() != "sold out: 1 left" {
		t.Error(err)
	}
	err = run(t.Context(), exampleClient(t), []string{"create", "lamp", "100"}, &out)
	if _, ok := errors.AsType[*shop.InvalidError](err); !ok {
		t.Error("an order that the document forbids was sent:", err)
	}
}

// TestPages lists two pages of a real server, whose first response is a failure that passes.
func TestPages(t *testing.T) {
	calls := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		calls++
		w.Header().Set("Content-Type", "application/json")
		switch {
		case calls == 1:
			w.Header().Set("Retry-After", "0")
			w.WriteHeader(http.StatusServiceUnavailable)
		case r.URL.Query().Get("cursor") == "":
			fmt.Fprint(w, `{"orders": [{"id": "a", "item": "lamp", "count": 1, "status": "open"}], "next": "2"}`)
		default:
			fmt.Fprint(w, `{"orders": [{"id": "b", "item": "desk", "count": 2, "status": "open"}]}`)
		}
	}))
	defer server.Close()
	client, err := shop.NewClient(server.URL, shop.WithToken("secret"))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := run(t.Context(), client, []string{"list"}, &out); err != nil || out.String() != "a\t1 x lamp\nb\t2 x desk\n" || calls != 3 {
		t.Errorf("%q, %d calls, %v", out.String(), calls, err)
	}
}
