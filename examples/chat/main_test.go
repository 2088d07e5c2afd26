package main

import (
	"errors"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/oas2go/oas2go/examples/chat/chatapi"
)

// open serves an echo, and gives a client of it.
func open(t *testing.T, service chatapi.Service) *chatapi.Client {
	t.Helper()
	handler, err := chatapi.NewHandler(service, chatapi.HandlerConfig{HandlerOptions: chatapi.HandlerOptions{ValidateResponses: true}})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	client, err := chatapi.NewClient(server.URL+"/v1", chatapi.WithRetries(0))
	if err != nil {
		t.Fatal(err)
	}
	return client
}

func TestSay(t *testing.T) {
	client := open(t, &echo{limit: 1, pause: time.Millisecond})
	var out strings.Builder
	if err := say(t.Context(), client, "good morning", &out); err != nil || out.String() != "good morning (2 words)\n" {
		t.Errorf("%q, %v", out.String(), err)
	}
	err := say(t.Context(), client, "again", &out)
	if problem, ok := chatapi.ErrorBody[*chatapi.Problem](err); !ok || problem.Title != "too many messages" {
		t.Error(err)
	}
}

func TestSayNothing(t *testing.T) {
	err := say(t.Context(), open(t, &echo{limit: 1}), "", nil)
	if _, ok := errors.AsType[*chatapi.InvalidError](err); !ok {
		t.Error("an empty message was sent:", err)
	}
}

// TestLeave leaves the stream after one word. The server ends its loop, and closing it does not hang.
func TestLeave(t *testing.T) {
	client := open(t, &echo{limit: 1, pause: time.Hour})
	for event, err := range client.Chat(t.Context(), &chatapi.ChatParams{Body: chatapi.Message{Text: "a b"}}) {
		if word, ok := event.Data.(*chatapi.Word); !ok || word.Text != "a" || err != nil {
			t.Error(event, err)
		}
		break
	}
}
