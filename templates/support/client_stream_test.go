package support

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"testing/iotest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A streaming serves one part of a stream for each connection. It notes where each begins.
type streaming struct {
	contentType string
	parts       []string
	from        []string // Last-Event-ID
	closed      atomic.Int32
}

// The ends of parts: a part with abort breaks the connection, one with stay keeps it open.
const (
	abort = "<abort>"
	stay  = "<stay>"
)

func (s *streaming) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	n := len(s.from)
	s.from = append(s.from, r.Header.Get(lastEventID))
	if n >= len(s.parts) {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	w.Header().Set("Content-Type", s.contentType)
	text, breaks := strings.CutSuffix(s.parts[n], abort)
	text, stays := strings.CutSuffix(text, stay)
	io.WriteString(w, text)
	w.(http.Flusher).Flush()
	switch {
	case breaks:
		panic(http.ErrAbortHandler)
	case stays:
		<-r.Context().Done()
		s.closed.Add(1)
	}
}

// drain receives a stream to its end.
func (s *streaming) drain(t *testing.T, ctx context.Context, k call, opts ...Option) (items []string, err error) {
	t.Helper()
	c := serve(t, s.ServeHTTP, opts...)
	receive := c.receiveLines
	if s.contentType == "text/event-stream" {
		receive = c.receiveEvents
	}
	k.op = "Op"
	receive(ctx, c.with(nil), &k, func(m *message, failed error) bool {
		if failed != nil {
			err = failed
			items = append(items, "!")
			return true
		}
		items = append(items, string(m.data))
		return true
	})
	return items, err
}

// TestEventsBreakAndResume: what a new connection can bring without repeating anything is asked for, and the rest is an error.
func TestEventsBreakAndResume(t *testing.T) {
	header := http.Header{"Last-Event-Id": {"5"}}
	tests := []struct {
		name  string
		k     call
		parts []string
		want  string
		from  string
		cut   bool
	}{
		{"whole events, then a break", call{method: "GET"}, []string{"retry:1\nid:1\ndata:a\n\nid:2\ndata:b\n\n" + abort, "id:3\ndata:c\n\n"}, "a b c", ",2,3", false},
		{"half an event", call{method: "GET"}, []string{"retry:1\nid:1\ndata:a\n\nid:2\ndata:b" + abort, "id:2\ndata:b\n\n"}, "a b", ",1,2", false},
		{"half an event at the end of a body", call{method: "GET"}, []string{"retry:1\nid:1\ndata:a\n\nid:2\ndata:b\n", "id:2\ndata:b\n\n"}, "a b", ",1,2", false},
		{"no event yet", call{method: "GET"}, []string{"retry:1\n" + abort, "data:a\n\n"}, "a", ",", false},
		{"events without ids are not asked for twice", call{method: "GET"}, []string{"retry:1\ndata:a\n\n" + abort, "data:a\n\n"}, "a !", "", true},
		{"nor is a stream that has ended", call{method: "GET"}, []string{"retry:1\ndata:a\n\ndata:b\n\n", "data:a\n\n"}, "a b", "", false},
		{"nor one of which the last event is cut off", call{method: "GET"}, []string{"retry:1\ndata:a\n\ndata:b\n", "data:a\n\n"}, "a !", "", true},
		{"an id that was taken back", call{method: "GET"}, []string{"retry:1\nid:1\ndata:a\n\n", "id\ndata:b\n\n", "data:c\n\n"}, "a b c", ",1,,", false},
		{"a parameter of the document", call{method: "GET", header: header}, []string{"retry:1\nid:6\ndata:a\n\n", "id:7\ndata:b\n\n"}, "a b", "5,6,7", false},
		{"a parameter, and no ids", call{method: "GET", header: http.Header{"Last-Event-Id": {"5"}}}, []string{"retry:1\ndata:a\n\n", "data:b\n\n"}, "a", "5", false},
		{"a POST", call{method: "POST"}, []string{"retry:1\nid:1\ndata:a\n\nid:2\n" + abort, "id:2\ndata:b\n\n"}, "a !", "", true},
		{"a POST that is cut off", call{method: "POST"}, []string{"id:1\ndata:a\n\ndata: b\n", "id:2\ndata:b\n\n"}, "a !", "", true},
		{"a POST that ends", call{method: "POST"}, []string{"id:1\ndata:a\n\n", "id:2\ndata:b\n\n"}, "a", "", false},
		{"the mark of the end", call{method: "GET"}, []string{"id:1\ndata:a\n\ndata: [DONE]\n\ndata: b\n\n", "data:c\n\n"}, "a", "", false},
		{"the mark without an empty line", call{method: "POST"}, []string{"data:a\n\ndata: [DONE]\n"}, "a", "", false},
		{"the mark without a line", call{method: "POST"}, []string{"data:a\n\ndata: [DONE]"}, "a", "", false},
	}
	for _, test := range tests {
		s := &streaming{contentType: "text/event-stream", parts: test.parts}
		items, err := s.drain(t, t.Context(), test.k)
		assert.Equal(t, test.want, strings.Join(items, " "), test.name)
		assert.Equal(t, test.from, strings.Join(s.from, ","), test.name)
		assert.Equal(t, test.cut, errors.Is(err, io.ErrUnexpectedEOF), "%s: %v", test.name, err)
		if e, ok := errors.AsType[*APIError](err); test.cut && assert.True(t, ok, test.name) {
			assert.Equal(t, 200, e.StatusCode)
		}
	}
}

// TestEventsTooLong: a limit that was exceeded once would be again.
func TestEventsTooLong(t *testing.T) {
	for _, first := range []string{"", "id: 1\ndata: a\n\n"} {
		s := &streaming{contentType: "text/event-stream", parts: []string{first + strings.Repeat("data: x\n", 100), "data: b\n\n"}}
		_, err := s.drain(t, t.Context(), call{method: "GET"}, WithMaxResponse(100))
		assert.EqualError(t, err, "support: Op: HTTP 200 OK: an event has more than 100 bytes")
		assert.Len(t, s.from, 1)
	}
}

// TestLines reads sequences of JSON texts to their end. ! is an error, of a text that was cut off if the last field says so.
func TestLines(t *testing.T) {
	const lines, seq = "application/jsonl", "application/json-seq"
	tests := []struct {
		contentType, stream, want string
		cut                       bool
	}{
		{lines, "1\n2\n", "1 2", false},
		{lines, "1\r\n\r\n \n2", "1 2", false},
		{lines, "\ufeff1\n2\n", "1 2", false},
		{lines, "{\"a\":1}\n{\"a\":", `{"a":1} !`, true},
		{lines, "1\n\"a", "1 !", true},
		{lines, "{\"a\":1}\n{\"a\":2}" + abort, `{"a":1} !`, true},
		{lines, "1\n12" + abort, "1 !", true},
		{lines, "1\n" + abort, "1 !", true},
		{lines, "1\n[\n2\n", "1 [ 2", false},
		{lines, "", "", false},
		{lines, strings.Repeat("1", 101) + "\n", "!", false},
		{lines, strings.Repeat("1", 100) + "\n" + strings.Repeat("2", 100) + "\n", strings.Repeat("1", 100) + " " + strings.Repeat("2", 100), false},

		{seq, "\x1e1\n\x1e2\n", "1 2", false},
		{seq, "\x1e{\n \"a\": [\n1]\n}\n\x1e{\"a\":\r\n2}\n", "{\n \"a\": [\n1]\n} {\"a\":\r\n2}", false},
		{seq, "\x1e\"\\\"{\"\n\x1e\"\\\\\"\n", `"\"{" "\\"`, false},
		{seq, "\x1e\x1e\n\x1e1\n\x1e", "1", false},
		{seq, "\x1e[1]\x1e{}\x1e\"a\"", `[1] {} "a"`, false},
		{seq, "\x1e12\x1e3\n", "! 3", true},
		{seq, "\x1e1\n\x1e12", "1 !", true},
		{seq, "\x1etrue\x1enull \x1efalse\n", "! null false", true},
		{seq, "\x1e{\"a\":\x1e{\"a\":1}\n", `! {"a":1}`, true},
		{seq, "\x1e1\n\x1e{\"a\":1", "1 !", true},
		{seq, "\x1e1\n\x1e{\"a\":1}" + abort, "1 !", true},
		{seq, "1\n2\n", "1 2", false},
		{"application/geo+json-seq", "\x1e[\n]\n", "[\n]", false},
		{lines, "\x1e[\n]\n", "[\n]", false},
		{seq, "\x1e[" + strings.Repeat("1,\n", 40), "!", false},
	}
	for _, test := range tests {
		s := &streaming{contentType: test.contentType, parts: []string{test.stream}}
		items, err := s.drain(t, t.Context(), call{method: "GET"}, WithMaxResponse(100), WithRetries(0))
		assert.Equal(t, test.want, strings.Join(items, " "), "%q", test.stream)
		assert.Equal(t, test.cut, errors.Is(err, io.ErrUnexpectedEOF), "%q: %v", test.stream, err)
	}
}

// TestLinesComeAtOnce: a text is there with the line break that ends it.
func TestLinesComeAtOnce(t *testing.T) {
	for text, want := range map[string]string{"1\n": "1", "\x1e{\n}\n": "{\n}", "\x1e1\n": "1"} {
		s := &streaming{contentType: "application/jsonl", parts: []string{text + stay}}
		ctx, cancel := context.WithCancel(t.Context())
		c := serve(t, s.ServeHTTP)
		c.receiveLines(ctx, c.with(nil), &call{method: "GET"}, func(m *message, err error) bool {
			if err == nil {
				assert.Equal(t, want, string(m.data))
			}
			cancel()
			return false
		})
	}
}

// TestIdleTimeout: silence ends a connection, before and behind the headers. Comments and a slow loop are no silence.
func TestIdleTimeout(t *testing.T) {
	const idle = 150 * time.Millisecond
	pings := func(contentType, ping, last string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", contentType)
			for range 10 {
				io.WriteString(w, ping)
				w.(http.Flusher).Flush()
				time.Sleep(idle / 5)
			}
			io.WriteString(w, last)
		}
	}
	silent := func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
	tests := []struct {
		name    string
		handler http.HandlerFunc
		items   int
		fails   bool
	}{
		{"no headers", silent, 0, true},
		{"no events", (&streaming{contentType: "text/event-stream", parts: []string{stay}}).ServeHTTP, 0, true},
		{"one event", (&streaming{contentType: "text/event-stream", parts: []string{"data: 1\n\n" + stay}}).ServeHTTP, 1, true},
		{"half an event", (&streaming{contentType: "text/event-stream", parts: []string{"data: 1\n" + stay}}).ServeHTTP, 0, true},
		{"comments", pings("text/event-stream", ":\n", "data: 1\n\n"), 1, false},
		{"slow parts of an event", pings("text/event-stream", "data: 1\n", "\n"), 1, false},
		{"one line", (&streaming{contentType: "application/jsonl", parts: []string{"1\n" + stay}}).ServeHTTP, 1, true},
		{"empty lines", pings("application/jsonl", "\n", "1\n"), 1, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			c := serve(t, test.handler, WithRetries(0), WithIdleTimeout(idle), WithTimeout(time.Minute))
			receive := c.receiveEvents
			if strings.Contains(test.name, "line") {
				receive = c.receiveLines
			}
			items, failed := 0, error(nil)
			start := time.Now()
			receive(t.Context(), c.with(nil), &call{op: "Op", method: "POST"}, func(m *message, err error) bool {
				if failed = err; err == nil {
					items++
					time.Sleep(2 * idle)
				}
				return true
			})
			assert.Equal(t, test.items, items)
			assert.Equal(t, test.fails, errors.Is(failed, context.DeadlineExceeded), "%v", failed)
			assert.Less(t, time.Since(start), 20*time.Second)
			if test.fails {
				assert.ErrorContains(t, failed, "nothing came for 150ms")
			} else {
				assert.NoError(t, failed)
			}
		})
	}
}

// TestIdleTimeoutResumes: a stream that can go on does so when its server fell silent.
func TestIdleTimeoutResumes(t *testing.T) {
	s := &streaming{contentType: "text/event-stream", parts: []string{"retry:1\nid:1\ndata:a\n\n" + stay, "id:2\ndata:b\n\n" + stay}}
	items, err := s.drain(t, t.Context(), call{method: "GET"}, WithIdleTimeout(100*time.Millisecond))
	require.NoError(t, err)
	assert.Equal(t, []string{"a", "b"}, items)
	assert.Equal(t, []string{"", "1", "2"}, s.from)
}

// TestStreamsEndWithTheLoop: however the loop ends, the connection does.
func TestStreamsEndWithTheLoop(t *testing.T) {
	ends := map[string]func(){
		"return": func() {},
		"panic":  func() { panic("x") },
		"Goexit": runtime.Goexit,
	}
	for name, end := range ends {
		for contentType, first := range map[string]string{"text/event-stream": "id:1\ndata:1\n\n", "application/jsonl": "1\n", "application/json-seq": "\x1e1\n"} {
			for _, opts := range [][]Option{nil, {WithIdleTimeout(time.Minute), WithTimeout(time.Minute)}} {
				s := &streaming{contentType: contentType, parts: []string{first + stay}}
				c := serve(t, s.ServeHTTP, opts...)
				receive := c.receiveLines
				if contentType == "text/event-stream" {
					receive = c.receiveEvents
				}
				done := make(chan bool)
				go func() {
					defer close(done)
					defer func() { _ = recover() }()
					receive(t.Context(), c.with(nil), &call{method: "GET"}, func(*message, error) bool {
						end()
						return false
					})
				}()
				<-done
				assert.Eventually(t, func() bool { return s.closed.Load() == 1 }, 10*time.Second, 5*time.Millisecond, "%s, %s", name, contentType)
			}
		}
	}
}

// TestStreamsAreCancelled: a context that ends, ends a stream at each of its stages, with its error.
func TestStreamsAreCancelled(t *testing.T) {
	for name, part := range map[string]string{
		"headers": "", "first": stay, "later": "id:1\ndata:1\n\n" + stay, "inside": "id:1\ndata:1\n\ndata: 2" + stay, "pause": "retry:100000\nid:1\ndata:1\n\n",
		"broken": "retry:100000\nid:1\ndata:1\n\ndata:" + abort, "loop": "id:1\ndata:1\n\nid:2\ndata:2\n\n" + stay, "before": stay,
	} {
		for _, idle := range []time.Duration{0, time.Minute} {
			s := &streaming{contentType: "text/event-stream", parts: []string{part}}
			ctx, cancel := context.WithCancel(t.Context())
			reached := make(chan bool, 10)
			c := serve(t, func(w http.ResponseWriter, r *http.Request) {
				reached <- true
				if name == "headers" {
					<-r.Context().Done()
					return
				}
				s.ServeHTTP(w, r)
			}, WithIdleTimeout(idle))
			if name == "before" {
				cancel()
			} else if name != "loop" {
				go func() {
					<-reached
					time.Sleep(30 * time.Millisecond)
					cancel()
				}()
			}
			var failures []error
			start := time.Now()
			c.receiveEvents(ctx, c.with(nil), &call{op: "Op", method: "GET"}, func(m *message, err error) bool {
				if err != nil {
					failures = append(failures, err)
				}
				if name == "loop" {
					cancel()
				}
				return true
			})
			cancel()
			require.Len(t, failures, 1, name)
			assert.ErrorIs(t, failures[0], context.Canceled, name)
			_, responded := errors.AsType[*APIError](failures[0])
			assert.False(t, responded, "%s: %v", name, failures[0])
			assert.Less(t, time.Since(start), 20*time.Second, name)
		}
	}
}

// TestStreamsInConstantMemory reads 64 MiB of items: what is held at any time does not grow, and an item costs what it holds.
func TestStreamsInConstantMemory(t *testing.T) {
	const items, size = 64 << 10, 1 << 10
	text := strings.Repeat("x", size-20)
	for contentType, item := range map[string]string{
		"text/event-stream": "data: \"" + text + "\"\n\n", "application/jsonl": "\"" + text + "\"\n", "application/json-seq": "\x1e[\n\"" + text + "\"]\n",
	} {
		c := serve(t, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", contentType)
			for range items {
				if _, err := io.WriteString(w, item); err != nil {
					return
				}
			}
		})
		receive := c.receiveLines
		if contentType == "text/event-stream" {
			receive = c.receiveEvents
		}
		var before, now runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		count, most := 0, uint64(0)
		receive(t.Context(), c.with(nil), &call{method: "GET"}, func(m *message, err error) bool {
			require.NoError(t, err)
			if count++; count%(items/8) == 0 {
				runtime.GC()
				runtime.ReadMemStats(&now)
				most = max(most, now.HeapAlloc)
			}
			return true
		})
		runtime.ReadMemStats(&now)
		assert.Equal(t, items, count)
		assert.Less(t, int64(most)-int64(before.HeapAlloc), int64(1<<20), "%s: what is held", contentType)
		assert.Less(t, (now.TotalAlloc-before.TotalAlloc)/items, uint64(6*size), "%s: what an item costs", contentType)
	}
}

// FuzzLines: any stream ends, and what is given out has no line break or is a record.
func FuzzLines(f *testing.F) {
	for _, s := range []string{"1\n2", "\x1e{\n}\n\x1e1", "\ufeff[\n", "\"\\\"\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, in := range []io.Reader{strings.NewReader(text), iotest.OneByteReader(strings.NewReader(text))} {
			texts := jsonTexts{in: newStreamText(in), limit: 1 << 10}
			for n := 0; ; n++ {
				data, cut, err := texts.next()
				if err != nil {
					break
				}
				require.LessOrEqual(t, n, len(text), "%q", text)
				require.False(t, !texts.records && strings.Contains(string(data), "\n"), "%q", text)
				require.False(t, cut && !texts.records, "%q", text)
			}
		}
	})
}

// TestPieceErrors: what breaks a stream is told, and that it cut something off.
func TestPieceErrors(t *testing.T) {
	broken := fmt.Errorf("broken")
	assert.Equal(t, io.ErrUnexpectedEOF, cutShort(io.EOF))
	assert.Equal(t, io.ErrUnexpectedEOF, cutShort(io.ErrUnexpectedEOF))
	assert.ErrorIs(t, cutShort(broken), broken)
	assert.ErrorIs(t, cutShort(broken), io.ErrUnexpectedEOF)
	assert.Equal(t, permanentError{broken}, cutShort(permanentError{broken}))
}

// TestMessages judges single messages of numbers from 1 on, or of texts that are at most 3 bytes long.
func TestMessages(t *testing.T) {
	failures := []errorBody{{"default", func(r *jsonReader) any { return decoded(r, new(Point)) }}}
	tests := []struct {
		name, data string
		strict     bool
		ping       bool
		want       string // of a number, then of a text
	}{
		{"", "5", true, false, "ok ok"},
		{"", "null", true, false, "ok invalid"},
		{"", "0", true, false, "invalid ok"},
		{"", "0", false, false, "ok ok"},
		{"", "long", false, false, "invalid ok"},
		{"message", "long", true, false, "invalid invalid"},
		{"ping", "long", true, true, "invalid ok"},
		{"ping", "long", false, true, "invalid ok"},
		{"error", "long", false, false, "failure failure"},
		{"error", "0", true, false, "failure ok"},
		{"", `{"t":1,"v":2}`, false, false, "typed typed"},
		{"error", `{"t":1,"v":2}`, true, false, "typed typed"},
		{"", `{"t":1}`, true, false, "invalid invalid"},
	}
	for _, test := range tests {
		m := &message{name: test.name, data: []byte(test.data), response: &response{Response: new(http.Response)}, k: &call{op: "Op", errors: failures}, cfg: &config{checkResponse: test.strict}}
		n := int64(0)
		number := m.decodeOrNull(func(r *jsonReader) { n = r.int64() }, func() error {
			c := new(checker)
			c.integer("", n, 1, 9)
			return c.result("Op")
		})
		assert.Equal(t, test.ping, m.ping(), "%s %s", test.name, test.data)
		text := m.accept(func() error {
			c := new(checker)
			c.length("", test.data, 0, 3)
			return c.result("Op")
		})
		assert.Equal(t, test.want, kindOfFailure(number)+" "+kindOfFailure(text), "%s %s: %v, %v", test.name, test.data, number, text)
	}
	assert.False(t, (*message)(nil).ping())
}

func kindOfFailure(err error) string {
	e, isAPI := errors.AsType[*APIError](err)
	_, isInvalid := errors.AsType[*InvalidError](err)
	switch {
	case err == nil:
		return "ok"
	case isAPI && e.Body != nil:
		return "typed"
	case isInvalid:
		return "invalid"
	}
	return "failure"
}
