package main

import (
	"context"
	"iter"
	"strings"
	"sync/atomic"
	"time"

	"github.com/oas2go/oas2go/examples/chat/chatapi"
)

// An echo says what it was told, word by word.
type echo struct {
	chatapi.UnimplementedService

	pause    time.Duration // between two words
	limit    int64         // how many messages there may be
	messages atomic.Int64
}

type event = chatapi.StreamEvent[chatapi.Piece]

func (e *echo) Chat(ctx context.Context, p *chatapi.ChatParams) iter.Seq2[event, error] {
	return func(yield func(event, error) bool) {
		if e.messages.Add(1) > e.limit {
			yield(event{}, chatapi.Fail(429, &chatapi.Problem{Title: "too many messages"}))
			return
		}
		words := strings.Fields(p.Body.Text)
		for _, word := range words {
			if !yield(event{Data: &chatapi.Word{Text: word}}, nil) {
				return
			}
			select {
			case <-time.After(e.pause):
			case <-ctx.Done(): // the client is gone
				return
			}
		}
		yield(event{Data: &chatapi.End{Words: int64(len(words))}}, nil)
	}
}
