package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/oas2go/oas2go/generated/dis"
)

// open gives a client of a server that keeps tasks of the stream "events".
func open(t *testing.T) *dis.Client {
	t.Helper()
	var names []string
	mux := http.NewServeMux()
	const path = "/v2/p1/streams/events/transfer-tasks"
	mux.HandleFunc("GET "+path, func(w http.ResponseWriter, _ *http.Request) {
		list := []map[string]string{}
		for _, name := range names {
			list = append(list, map[string]string{"task_name": name})
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(map[string]any{"tasks": list})
	})
	mux.HandleFunc("POST "+path, func(w http.ResponseWriter, r *http.Request) {
		var body dis.CreateMRSTransferTaskRequest
		if err := json.NewDecoder(r.Body).Decode(&body); err != nil || !strings.HasPrefix(r.Header.Get("Authorization"), "SDK-HMAC-SHA256 ") {
			t.Error(err, r.Header)
		}
		names = append(names, body.MRSDestinationDescriptor.TaskName)
		w.WriteHeader(http.StatusCreated)
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusNotFound)
		fmt.Fprintf(w, `{"errorCode": %q, "message": "no stream"}`, dis.CodeNoStream)
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	client, err := dis.NewClient(server.URL, dis.WithAkSk(dis.NewSigner("key", "secret")), dis.WithProjectID("p1"))
	if err != nil {
		t.Fatal(err)
	}
	return client
}

func TestEnsure(t *testing.T) {
	client := open(t)
	var out strings.Builder
	for range 2 {
		if err := ensure(t.Context(), client, "events", "nightly", &out); err != nil {
			t.Fatal(err)
		}
	}
	if want := "nightly added\nnightly is there\n"; out.String() != want {
		t.Errorf("%q, not %q", out.String(), want)
	}
	if err := ensure(t.Context(), client, "none", "nightly", &out); err == nil || err.Error() != "there is no stream none" {
		t.Error(err)
	}
}

func TestNothingIsSent(t *testing.T) {
	var out strings.Builder
	err := ensure(t.Context(), open(t), "events", "no spaces", &out)
	if invalid, ok := errors.AsType[*dis.InvalidError](err); !ok || invalid.Violations[0].Pointer != "/mrs_destination_descriptor/task_name" {
		t.Error(err)
	}
}
