package support

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"iter"
	"net/http"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type pointEvents = iter.Seq2[StreamEvent[*Point], error]

// eventsOf gives points with ids from 1 on.
func eventsOf(list ...*Point) pointEvents {
	return func(yield func(StreamEvent[*Point], error) bool) {
		for i, p := range list {
			if !yield(StreamEvent[*Point]{ID: strconv.Itoa(i + 1), Data: p}, nil) {
				return
			}
		}
	}
}

// watch makes an operation with JSON and events.
func watch(method func(ctx context.Context) pointEvents) operation {
	op := get("/x", "", sender{})
	op.failures = []failureBody{{"default", "application/json", asBody[*Point], noProblem}}
	op.contents = []sentContent{
		{"application/json", sendsJSON(func(context.Context, *emptyParams) (*Point, error) { return &Point{T: 1}, nil })},
		{"text/event-stream", sendsEvents(func(ctx context.Context, _ *emptyParams) pointEvents { return method(ctx) })},
	}
	return op
}

const streamType = "text/event-stream"

func TestEventsOfAServer(t *testing.T) {
	var result pointEvents
	s := handle(t, HandlerOptions{ValidateResponses: true}, nil, watch(func(context.Context) pointEvents { return result }))
	result = func(yield func(StreamEvent[*Point], error) bool) {
		_ = yield(StreamEvent[*Point]{ID: "1\n2", Name: "room", Data: &Point{T: 1}}, nil) && yield(StreamEvent[*Point]{Name: "message"}, nil)
	}
	r := s.send("GET", "/v1/x", "", "Accept", streamType)
	assert.Equal(t, 200, r.StatusCode)
	assert.Equal(t, "id: 12\nevent: room\ndata: {\"t\":1,\"v\":0}\n\ndata: null\n\n", r.body)
	assert.Equal(t, streamType, r.Header.Get("Content-Type"))
	assert.Equal(t, "no-store", r.Header.Get("Cache-Control"))
	assert.Equal(t, `{"t":1,"v":0}`, s.send("GET", "/v1/x", "").body)
	result = eventsOf()
	assert.Equal(t, 200, s.send("GET", "/v1/x", "", "Accept", streamType).StatusCode)
	assert.Equal(t, 204, s.send("GET", "/v1/x", "", "Accept", streamType, "Last-Event-ID", "7").StatusCode, "the client need not come again")
	r = s.send("HEAD", "/v1/x", "", "Accept", streamType)
	assert.Equal(t, 200, r.StatusCode)
	assert.Equal(t, streamType, r.Header.Get("Content-Type"))

	result = failedStream[StreamEvent[*Point]](Fail(410, &Point{T: 9}))
	r = s.send("GET", "/v1/x", "", "Accept", streamType)
	assert.Equal(t, 410, r.StatusCode, "an early error is a response")
	assert.Equal(t, `{"t":9,"v":0}`, r.body)
	late := func(err error) string {
		result = func(yield func(StreamEvent[*Point], error) bool) {
			_ = yield(StreamEvent[*Point]{Data: &Point{T: 1}}, nil) && yield(StreamEvent[*Point]{}, err)
		}
		_, last, _ := strings.Cut(s.send("GET", "/v1/x", "", "Accept", streamType).body, "\n\n")
		return last
	}
	assert.Equal(t, "event: error\ndata: {\"t\":9,\"v\":0}\n\n", late(Fail(410, &Point{T: 9})))
	assert.Empty(t, s.log.take())
	assert.Contains(t, late(errUpset), `data: {"type":"about:blank","title":"Internal Server Error","status":500,"request_id"`)
	assert.Contains(t, s.log.take(), "disk full")
	result = func(yield func(StreamEvent[*Point], error) bool) { panic("boom") }
	s.send("GET", "/v1/x", "", "Accept", streamType).problem(500)
	result = func(yield func(StreamEvent[*Point], error) bool) {
		yield(StreamEvent[*Point]{Data: &Point{T: 1}}, nil)
		panic("boom")
	}
	s.log.take()
	req, err := http.NewRequest("GET", s.url+"/v1/x", nil)
	require.NoError(t, err)
	req.Header.Set("Accept", streamType)
	resp, err := http.DefaultTransport.RoundTrip(req)
	require.NoError(t, err)
	_, err = io.ReadAll(resp.Body)
	resp.Body.Close()
	assert.Error(t, err, "the connection is aborted")
	assert.Contains(t, s.log.take(), "boom")
}

func TestHeartBeats(t *testing.T) {
	for _, test := range []struct {
		mediaType, ping string
		sender          func(next chan bool) sender
	}{
		{streamType, ":\n\n", func(next chan bool) sender {
			return sendsEvents(func(ctx context.Context, _ *emptyParams) pointEvents {
				HeaderFrom(ctx).Set("X-Early", "1")
				return func(yield func(StreamEvent[*Point], error) bool) {
					for range 100 { // in the way of the heart beat
						HeaderFrom(ctx).Set("X-Late", "1")
						SetStatus(ctx, 200)
						time.Sleep(time.Millisecond)
					}
					<-next
					yield(StreamEvent[*Point]{Data: &Point{T: 1}}, nil)
				}
			})
		}},
		{"application/jsonl", "\n", func(next chan bool) sender {
			return sendsLines(func(ctx context.Context, _ *emptyParams) iter.Seq2[*Point, error] {
				HeaderFrom(ctx).Set("X-Early", "1")
				return func(yield func(*Point, error) bool) {
					<-next
					yield(&Point{T: 1}, nil)
				}
			})
		}},
	} {
		next := make(chan bool)
		s := handle(t, HandlerOptions{StreamHeaders: 20 * time.Millisecond, Heartbeat: 20 * time.Millisecond}, nil, get("/x", test.mediaType, test.sender(next)))
		resp, err := http.Get(s.url + "/v1/x") // returns when the headers are there, before any item
		require.NoError(t, err)
		assert.Equal(t, "1", resp.Header.Get("X-Early"))
		pings := make([]byte, 2*len(test.ping))
		_, err = io.ReadFull(resp.Body, pings)
		require.NoError(t, err)
		assert.Equal(t, test.ping+test.ping, string(pings))
		close(next)
		rest, err := io.ReadAll(resp.Body)
		require.NoError(t, err)
		assert.Contains(t, string(rest), `{"t":1,"v":0}`)
		resp.Body.Close()
	}
}

func TestLinesAndRecords(t *testing.T) {
	var result iter.Seq2[*Point, error]
	raw := resultAs[json.RawMessage]{write: func(w *jsonWriter, x json.RawMessage) { w.raw(x) }, none: func(x json.RawMessage) bool { return x == nil }}
	s := handle(t, HandlerOptions{ValidateResponses: true}, nil,
		get("/lines", "application/jsonl", sendsLines(func(context.Context, *emptyParams) iter.Seq2[*Point, error] { return result })),
		get("/records", "application/json-seq", sendsLines(func(context.Context, *emptyParams) iter.Seq2[*Point, error] { return result })),
		get("/raw", "application/x-ndjson", sendsLinesAs(func(context.Context, *emptyParams) iter.Seq2[json.RawMessage, error] {
			return func(yield func(json.RawMessage, error) bool) {
				_ = yield(json.RawMessage("{\n\"a\":\n1}"), nil) && yield(nil, nil)
			}
		}, raw)))
	result = func(yield func(*Point, error) bool) {
		_ = yield(&Point{T: 1}, nil) && yield(nil, nil) && yield(&Point{T: 2}, nil)
	}
	assert.Equal(t, "{\"t\":1,\"v\":0}\nnull\n{\"t\":2,\"v\":0}\n", s.send("GET", "/v1/lines", "").body)
	assert.Equal(t, "\x1e{\"t\":1,\"v\":0}\n\x1enull\n\x1e{\"t\":2,\"v\":0}\n", s.send("GET", "/v1/records", "").body)
	assert.Equal(t, "{ \"a\": 1}\nnull\n", s.send("GET", "/v1/raw", "").body)
	for _, path := range []string{"/lines", "/records"} {
		var got []string
		c := s.client()
		c.receiveLines(t.Context(), c.config, &call{op: "Get", method: "GET", path: path}, func(m *message, err error) bool {
			require.NoError(t, err)
			got = append(got, string(m.data))
			return true
		})
		assert.Equal(t, []string{`{"t":1,"v":0}`, "null", `{"t":2,"v":0}`}, got)
	}
	result = failedStream[*Point](errUpset)
	s.send("GET", "/v1/lines", "").problem(500)
	result = func(yield func(*Point, error) bool) {}
	r := s.send("GET", "/v1/lines", "")
	assert.Equal(t, 200, r.StatusCode)
	assert.Empty(t, r.body)
	result = func(yield func(*Point, error) bool) { _ = yield(&Point{T: 1}, nil) && yield(nil, errUpset) }
	resp, err := http.Get(s.url + "/v1/lines")
	require.NoError(t, err)
	data, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	assert.Error(t, err, "a late error aborts the connection")
	assert.Equal(t, "{\"t\":1,\"v\":0}\n", string(data))
}

func TestEventsOfOtherTypes(t *testing.T) {
	type text string
	s := handle(t, HandlerOptions{ValidateResponses: true}, nil,
		get("/texts", streamType, sendsEventTexts(func(context.Context, *emptyParams) iter.Seq2[StreamEvent[text], error] {
			return func(yield func(StreamEvent[text], error) bool) { yield(StreamEvent[text]{Data: "a\r\nb\rc\n"}, nil) }
		})),
		get("/as", streamType, sendsEventsAs(func(context.Context, *emptyParams) iter.Seq2[StreamEvent[[]int64], error] {
			return func(yield func(StreamEvent[[]int64], error) bool) {
				_ = yield(StreamEvent[[]int64]{Data: []int64{1}}, nil) && yield(StreamEvent[[]int64]{}, nil) && yield(StreamEvent[[]int64]{Data: []int64{}}, nil)
			}
		}, resultAs[[]int64]{
			write: func(w *jsonWriter, x []int64) { w.list(len(x), func(i int) { w.int64(x[i]) }) }, none: func(x []int64) bool { return x == nil },
			check: func(x []int64) error {
				if len(x) == 0 {
					return errUpset
				}
				return nil
			},
		})))
	assert.Equal(t, "data: a\ndata: b\ndata: c\ndata: \n\n", s.send("GET", "/v1/texts", "").body)
	assert.Contains(t, s.send("GET", "/v1/as", "").body, "data: [1]\n\ndata: null\n\nevent: error\ndata: {")
}

// A chatParams asks for a stream in its body.
type chatParams struct {
	Body  struct{ Stream bool }
	reads int
}

func (*chatParams) check(*checker) {}

func (p *chatParams) read(in *requestReader) {
	p.reads++
	if in.body(true, "application/json") != "" {
		in.jsonFunc(func(r *jsonReader) {
			for o := r.members(); o.next(r, o.count); {
				p.Body.Stream = r.bool()
			}
		})
	}
}

func TestAMemberAsksForAStream(t *testing.T) {
	op := operation{name: "Chat", route: route{method: "POST", path: "/chat"}, success: []string{"200"}, stream: switchedBy(func(p *chatParams) bool { return p.Body.Stream }), contents: []sentContent{
		{"application/json", sendsText(func(_ context.Context, p *chatParams) (int, error) { return p.reads, nil }, strconv.Itoa)},
		{streamType, sendsEventTexts(func(_ context.Context, p *chatParams) iter.Seq2[StreamEvent[string], error] {
			return func(yield func(StreamEvent[string], error) bool) {
				yield(StreamEvent[string]{Data: strconv.Itoa(p.reads)}, nil)
			}
		})},
	}}
	s := handle(t, HandlerOptions{}, nil, op)
	for _, test := range []struct {
		body, accept string
		status       int
		want         string
	}{
		{`{"stream":true}`, "*/*", 200, "data: 1\n\n"}, {`{"stream":false}`, "*/*", 200, "1"}, {`{}`, "application/json, text/event-stream", 200, "1"}, {`{"stream":true}`, "application/json, text/event-stream", 200, "data: 1\n\n"},
		{`{"stream":true}`, "text/html", 406, ""}, {`{"stream":5}`, "*/*", 400, ""}, {`{"stream":true}`, "application/json", 200, "data: 1\n\n"},
	} {
		r := s.send("POST", "/v1/chat", test.body, "Accept", test.accept)
		if assert.Equal(t, test.status, r.StatusCode, "%+v", test); test.status == 200 {
			assert.Equal(t, test.want, r.body)
		}
	}
}

func TestStreamsGoOnAndEnd(t *testing.T) {
	connections := 0
	s := handle(t, HandlerOptions{}, nil, watch(func(ctx context.Context) pointEvents {
		connections++
		if LastEventID(ctx) == "2" {
			return eventsOf()
		}
		return eventsOf(&Point{T: 1}, &Point{T: 2})
	}))
	c := s.client(WithRetries(3))
	k := call{op: "Get", method: "GET", path: "/x", accept: streamType}
	var got []string
	c.receiveEvents(t.Context(), c.config, &k, func(m *message, err error) bool {
		require.NoError(t, err)
		got = append(got, m.id+" "+string(m.data))
		return true
	})
	assert.Equal(t, []string{`1 {"t":1,"v":0}`, `2 {"t":2,"v":0}`}, got)
	assert.Equal(t, 2, connections)
	assert.Empty(t, LastEventID(t.Context()))
}

func TestTheEndOfTheClientEndsTheStream(t *testing.T) {
	ended := make(chan error, 1)
	s := handle(t, HandlerOptions{}, nil, watch(func(ctx context.Context) pointEvents {
		return func(yield func(StreamEvent[*Point], error) bool) {
			defer func() { ended <- ctx.Err() }()
			for yield(StreamEvent[*Point]{Data: &Point{}}, nil) {
				select {
				case <-ctx.Done():
				case <-time.After(time.Millisecond):
				}
			}
		}
	}))
	ctx, cancel := context.WithCancel(t.Context())
	req, err := http.NewRequestWithContext(ctx, "GET", s.url+"/v1/x", nil)
	require.NoError(t, err)
	req.Header.Set("Accept", streamType)
	resp, err := http.DefaultTransport.RoundTrip(req)
	require.NoError(t, err)
	_, err = bufio.NewReader(resp.Body).ReadString('\n')
	require.NoError(t, err)
	cancel()
	resp.Body.Close()
	select {
	case err := <-ended:
		assert.ErrorIs(t, err, context.Canceled)
	case <-time.After(eventually):
		t.Fatal("the loop goes on")
	}
	assert.Empty(t, s.log.take())
}

func TestASlowReaderOfAStream(t *testing.T) {
	ended := make(chan bool)
	text := strings.Repeat("x", 1<<16)
	s := handle(t, HandlerOptions{StreamWrite: 30 * time.Millisecond}, nil, get("/x", streamType, sendsEventTexts(func(context.Context, *emptyParams) iter.Seq2[StreamEvent[string], error] {
		return func(yield func(StreamEvent[string], error) bool) {
			defer close(ended)
			for yield(StreamEvent[string]{Data: text}, nil) {
			}
		}
	})))
	resp, err := http.Get(s.url + "/v1/x")
	require.NoError(t, err)
	defer resp.Body.Close()
	select {
	case <-ended:
	case <-time.After(eventually):
		t.Fatal("it waits for a client that does not read")
	}
}

func TestManyStreamsLeaveNothing(t *testing.T) {
	s := handle(t, HandlerOptions{StreamHeaders: time.Microsecond, Heartbeat: 100 * time.Microsecond}, nil, watch(func(ctx context.Context) pointEvents {
		return func(yield func(StreamEvent[*Point], error) bool) {
			for yield(StreamEvent[*Point]{Data: &Point{}}, nil) && ctx.Err() == nil {
				time.Sleep(time.Millisecond)
			}
		}
	}))
	before := runtime.NumGoroutine()
	transport := &http.Transport{}
	c := s.client(WithHTTPClient(&http.Client{Transport: transport}))
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			n := 0
			c.receiveEvents(t.Context(), c.config, &call{op: "Get", method: "GET", path: "/x", accept: streamType}, func(_ *message, err error) bool {
				n++
				return assert.NoError(t, err) && n < 20
			})
			assert.Equal(t, 20, n)
		})
	}
	all.Wait()
	transport.CloseIdleConnections()
	assert.Eventually(t, func() bool { return runtime.NumGoroutine() <= before+2 }, eventually, tick)
}

// proxied makes an operation that calls another server.
func proxied(service clientProxy) operation {
	op := makeOwner(func(ctx context.Context, p *ownerParams) (*Owner, error) {
		k := call{op: "MakeOwner", method: "POST", path: "/owners/" + strconv.FormatInt(p.ID, 10), empty: []int{204}, errors: []errorBody{{"409", func(r *jsonReader) any { return made(r, new(Point)) }}}}
		k.jsonBody("application/json", &p.Body)
		x := new(Owner)
		ok, err := service.client.receive(ctx, service.client.with(service.with(ctx, "Location")), &k, x)
		if !ok {
			x = nil
		}
		return x, err
	})
	return op
}

// TestProxyOfRedirect: a redirect that is the success of an operation is passed on with its Location.
func TestProxyOfRedirect(t *testing.T) {
	redirect := func(method func(context.Context, *ownerParams) error) operation {
		return operation{
			name: "Move", route: route{method: "POST", path: "/owners/{id}"}, success: []string{"307"}, empty: []string{"307"},
			contents: []sentContent{{"", sendsNothing(method)}},
		}
	}
	upstream := handle(t, HandlerOptions{}, nil, redirect(func(ctx context.Context, _ *ownerParams) error {
		HeaderFrom(ctx).Set("Location", "/elsewhere")
		return nil
	}))
	service := clientProxy{client: upstream.client()}
	s := handle(t, HandlerOptions{}, nil, redirect(func(ctx context.Context, _ *ownerParams) error {
		k := call{op: "Move", method: "POST", path: "/owners/7", location: true}
		k.jsonBody("application/json", owner())
		return service.client.discard(ctx, service.client.with(service.with(ctx, "Location")), &k)
	}))
	r := s.send("POST", "/v1/owners/7", goodOwner)
	assert.Equal(t, 307, r.StatusCode)
	assert.Equal(t, "/elsewhere", r.Header.Get("Location"))
}

func TestProxies(t *testing.T) {
	var method func(ctx context.Context) (*Owner, error)
	upstream := handle(t, HandlerOptions{}, nil, makeOwner(func(ctx context.Context, _ *ownerParams) (*Owner, error) { return method(ctx) }))
	s := handle(t, HandlerOptions{}, nil, proxied(clientProxy{client: upstream.client()}))
	method = func(ctx context.Context) (*Owner, error) {
		SetStatus(ctx, 202)
		HeaderFrom(ctx).Set("Location", "/x")
		HeaderFrom(ctx).Set("X-Other", "1")
		HeaderFrom(ctx).Set("X-Last", LastEventID(ctx))
		return owner(), nil
	}
	r := s.send("POST", "/v1/owners/5", goodOwner, "Last-Event-ID", "7")
	assert.Equal(t, 202, r.StatusCode)
	assert.Equal(t, "/x", r.Header.Get("Location"))
	assert.Empty(t, r.Header.Get("X-Other"))
	assert.Equal(t, goodOwner, r.body)
	method = func(ctx context.Context) (*Owner, error) { return nil, nil }
	assert.Equal(t, 204, s.send("POST", "/v1/owners/5", goodOwner).StatusCode)
	for _, test := range []struct {
		err    error
		status int
		body   string
	}{
		{Fail(409, &Point{T: 1}).WithHeader("Retry-After", "9").WithHeader("X-Other", "1"), 409, `{"t":1,"v":0}`}, {errUpset, 502, ""}, {Fail(404, nil), 404, ""},
	} {
		method = func(ctx context.Context) (*Owner, error) { return nil, test.err }
		r := s.send("POST", "/v1/owners/5", goodOwner)
		assert.Equal(t, test.status, r.StatusCode, "%v: %s", test.err, r.body)
		if test.status == 409 {
			assert.Equal(t, test.body, r.body)
			assert.Equal(t, "9", r.Header.Get("Retry-After"))
			assert.Empty(t, r.Header.Get("X-Other"))
		}
	}
	assert.Contains(t, s.log.take(), "status=502")
	assert.Empty(t, clientProxy{}.with(t.Context()), "no exchange")

	x := &exchange{h: new(apiHandler), op: &operation{failures: []failureBody{{"401", "", nil, noProblem}}}, ctx: t.Context()}
	var f Failure
	x.answered(&f, &APIError{Operation: "Get", StatusCode: 401})
	assert.Equal(t, 502, f.Status, "the credential in question is that of the proxy")
}
