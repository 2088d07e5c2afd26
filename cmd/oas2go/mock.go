package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/diag"
)

const mockLong = `Mock is a server that responds with the examples of a document, until it is
interrupted. It needs no Go and writes no files.

The response is the first 2xx of the operation, with an example of the document
or with values made from the schemas. In a request, the header
Prefer: code=404 asks for another status code, Prefer: example=name for a named
example. An invalid request gets 400 and a list of its violations. A required
credential must be there, with any value. A response that cannot be made is a
warning, and 501.

Each request is a line on standard output. The paths begin with the path of the
document's first server. docs/mock.md has the details.

SPEC is the path of a document, - for standard input, or REF:PATH for what git
has. API is the name of an API of oas2go.yaml, which may be left out if there is
only one.`

const mockExample = `  oas2go mock orders
  oas2go mock api.yaml
  oas2go mock api.yaml --listen 127.0.0.1:0
  curl -H 'Prefer: code=404' http://127.0.0.1:8080/v1/pets/5`

func newMock() *cobra.Command {
	var c generator.MockConfig
	p := printing{format: "text"}
	var listen string
	cmd := &cobra.Command{
		Use:     "mock [SPEC | API] [flags]",
		Short:   "Run a mock server that responds with the examples of a document",
		Long:    mockLong,
		Example: mockExample,
		Args:    documentOrAPI,
		RunE: func(cmd *cobra.Command, args []string) error {
			api, err := oneAPI(cmd, args, c.Reading.File)
			if err != nil {
				return err
			}
			c.Reading = readingOf(api, c.Reading)
			reads(cmd, &c.Reading, api.Document, false)
			out := &lineWriter{w: cmd.OutOrStdout()}
			c.Served = out.served
			result, err := generator.Mock(cmd.Context(), c)
			if result == nil {
				return err
			}
			shown := func(f diag.Finding) bool { return f.Severity >= diag.Warning }
			if err := p.show(cmd, cmd.ErrOrStderr(), c.Reading.Spec, &generator.Result{Findings: result.Findings}, shown, err); err != nil {
				return err
			}
			listener, err := net.Listen("tcp", listen)
			if err != nil {
				return fmt.Errorf("cannot listen: %w", err)
			}
			out.line("%s: %s at http://%s%s", generator.ShownAs(c.Reading.Spec), count(result.Operations, "operation"), listener.Addr(), result.BasePath)
			return whole(cmd.Context(), func() error { return serve(cmd.Context(), listener, result.Handler) }) // requests have their time to end
		},
	}
	set := cmd.Flags()
	set.SortFlags = false
	set.StringVar(&listen, "listen", "127.0.0.1:8080", "`address` to listen at; port 0 is any that is free")
	set.Uint64Var(&c.Seed, "seed", 0, "`number` that chooses among several examples of a response")
	readingFlags(set, &c.Reading)
	return cmd
}

// How long a client may take, and how long requests have to end after an interrupt.
const (
	headerTime  = 10 * time.Second
	requestTime = time.Minute
	idleTime    = 2 * time.Minute
	endTime     = 5 * time.Second
)

// serve answers until ctx ends, which is no error.
func serve(ctx context.Context, listener net.Listener, handler http.Handler) error {
	server := &http.Server{Handler: handler, ReadHeaderTimeout: headerTime, ReadTimeout: requestTime, WriteTimeout: requestTime, IdleTimeout: idleTime}
	ended := make(chan error, 1)
	stop := context.AfterFunc(ctx, func() {
		last, cancel := context.WithTimeout(context.WithoutCancel(ctx), endTime)
		defer cancel()
		ended <- server.Shutdown(last)
	})
	if err := server.Serve(listener); stop() || !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	if err := <-ended; errors.Is(err, context.DeadlineExceeded) {
		return server.Close() // those that are left had their time
	}
	return nil
}

// A lineWriter writes whole lines for several goroutines. What a client has sent cannot control a terminal.
type lineWriter struct {
	mu sync.Mutex
	w  io.Writer
}

func (l *lineWriter) line(format string, args ...any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	fmt.Fprintln(l.w, diag.OneLine(fmt.Sprintf(format, args...)))
}

func (l *lineWriter) served(s generator.MockServed) {
	words := []string{s.Method, s.Target, fmt.Sprint(s.Status)}
	if s.Operation != "" {
		words = append(words, s.Operation)
	}
	if s.Note != "" {
		words = append(words, "("+s.Note+")")
	}
	l.line("%s %s", strings.Join(words, " "), s.Took.Round(time.Microsecond))
}
