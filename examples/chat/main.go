// Chat is a server that responds in a stream, and a client of it. It shows server-sent events and a union.
//
//	chat serve
//	chat say "good morning"
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"time"

	"github.com/oas2go/oas2go/examples/chat/chatapi"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	var err error
	switch args := os.Args[1:]; {
	case len(args) == 1 && args[0] == "serve":
		err = serve(ctx)
	case len(args) > 1 && args[0] == "say":
		var client *chatapi.Client
		if client, err = chatapi.NewClient(chatapi.ServerURL); err == nil {
			err = say(ctx, client, strings.Join(args[1:], " "), os.Stdout)
		}
	default:
		err = errors.New("usage: chat serve | chat say TEXT")
	}
	if err != nil {
		log.Fatal("chat: ", err)
	}
}

// serve serves until the context ends.
func serve(ctx context.Context) error {
	handler, err := chatapi.NewHandler(&echo{pause: 200 * time.Millisecond, limit: 100}, chatapi.HandlerConfig{})
	if err != nil {
		return err
	}
	server := &http.Server{Addr: "127.0.0.1:8080", Handler: handler, ReadHeaderTimeout: 5 * time.Second}
	context.AfterFunc(ctx, func() { _ = server.Close() })
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// say sends a message, and prints the response while it comes.
func say(ctx context.Context, client *chatapi.Client, text string, w io.Writer) error {
	for event, err := range client.Chat(ctx, &chatapi.ChatParams{Body: chatapi.Message{Text: text}}, chatapi.WithIdleTimeout(time.Minute)) {
		if err != nil {
			return err
		}
		switch piece := event.Data.(type) {
		case *chatapi.Word:
			fmt.Fprint(w, piece.Text, " ")
		case *chatapi.End:
			fmt.Fprintf(w, "(%d words)\n", piece.Words)
		}
	}
	return nil
}
