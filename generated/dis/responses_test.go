package dis_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generated/dis"
)

// A success needs no body, and whatever comes with it does no harm.
func TestResponseSuccess(t *testing.T) {
	for _, c := range []struct {
		status            int
		contentType, body string
	}{
		{201, "", ""}, {201, "application/json", ""}, {201, "application/json", "{}"}, {201, "application/json", "null"},
		{201, "application/json", `{"task_id":"x"}`}, {201, "text/plain", "created"}, {201, "application/json", "{"}, {200, "", ""}, {204, "", ""},
	} {
		s := responding(t, c.status, c.contentType, c.body)
		var resp *http.Response
		assert.NoError(t, s.call(t, dis.WithResponseInto(&resp)), "%d %q", c.status, c.body)
		assert.Equal(t, c.status, resp.StatusCode)
	}
}

// Every form of an error body that is known.
func TestResponseErrors(t *testing.T) {
	const js = "application/json"
	for _, c := range []struct {
		status            int
		contentType, body string
		code              dis.ErrorCode
		message           string
		typed             bool
	}{
		{400, js, `{"errorCode":"DIS.4301","message":"Stream does not exist."}`, "DIS.4301", "Stream does not exist.", true},
		{400, js + ";charset=UTF-8", `{"error_code":"DIS.4335","error_msg":"Invalid agency."}`, "DIS.4335", "Invalid agency.", true},
		{400, js, `{"error_code":"DIS.1","error_msg":"a","errorCode":"DIS.2","message":"b"}`, "DIS.1", "a", true},
		{400, js, `{"error_code":"","error_msg":"","errorCode":"DIS.2","message":"b"}`, "DIS.2", "b", true},
		{400, js, `{"error_code":null,"errorCode":"DIS.2","message":"b","x":[1]}`, "DIS.2", "b", true},
		{401, js, `{"code":"APIGW.0301","message":"Bad token."}`, "APIGW.0301", "Bad token.", true},
		{401, js, `{"error":{"code":401,"message":"Bad token.","title":"Unauthorized"}}`, "401", "Bad token.", true},
		{403, js, `{"errorCode":"DIS.4116","message":"Not allowed."}`, "DIS.4116", "Not allowed.", true},
		{404, js, ``, "", "", false},
		{404, js, `{}`, "", "", true},
		{404, js, `null`, "", "", false},
		{404, js, `[]`, "", "", false},
		{409, js, `{"error_code":5,"error_msg":"n"}`, "5", "n", true},
		{441, js, `{"errorCode":"DIS.4110","message":"No signature."}`, "DIS.4110", "No signature.", true},
		{441, "text/plain", `{"errorCode":"DIS.4110","message":"No signature."}`, "DIS.4110", "No signature.", false},
		{500, "text/plain", "failure", "", "", false},
		{500, js, `{"errorCode":"DIS.5000","message":"System error."}`, "DIS.5000", "System error.", true},
		{500, js, `{"errorCode":"DIS.5000"`, "", "", false},
		{502, "text/html", "<html>bad gateway</html>", "", "", false},
	} {
		s := responding(t, c.status, c.contentType, c.body)
		err := s.call(t)
		e, ok := errors.AsType[*dis.APIError](err)
		require.True(t, ok, "%d %s: %v", c.status, c.body, err)
		assert.Equal(t, c.status, e.StatusCode)
		assert.Equal(t, "CreateMRSTransferTask", e.Operation)
		assert.Equal(t, c.body, string(e.RawBody))
		assert.Equal(t, c.contentType, e.Header.Get("Content-Type"))
		assert.Equal(t, c.code, e.Code(), c.body)
		assert.Equal(t, c.message, e.Message(), c.body)
		_, typed := dis.ErrorBody[*dis.ErrorResponse](err)
		assert.Equal(t, c.typed, typed, "%d %s: %T", c.status, c.body, e.Body)
		assert.Len(t, s.requests(), 1, "POST is not repeated after %d", c.status)
	}
}

func TestErrorBodyOfOtherErrors(t *testing.T) {
	_, ok := dis.ErrorBody[*dis.ErrorResponse](io.EOF)
	assert.False(t, ok)
	empty := &dis.APIError{}
	assert.Empty(t, string(empty.Code())+empty.Message())
	wrapped := &dis.APIError{Err: io.ErrUnexpectedEOF, Body: (*dis.ErrorResponse)(nil)}
	assert.ErrorIs(t, wrapped, io.ErrUnexpectedEOF)
	assert.Empty(t, wrapped.Code())
}

// A redirect is a response: it must not turn POST into GET, and nothing secret
// may reach another host.
func TestResponseRedirect(t *testing.T) {
	for _, status := range []int{301, 302, 303, 307, 308} {
		for name, option := range map[string]dis.Option{
			"token": dis.WithUserToken("secret"), "signature": dis.WithAkSk(dis.NewSigner("A", "S")),
		} {
			other := serve(t, created)
			s := serve(t, func(w http.ResponseWriter, r *http.Request, _ int) {
				http.Redirect(w, r, strings.Replace(other.URL, "127.0.0.1", "localhost", 1)+r.URL.Path, status)
			})
			err := s.call(t, option)
			e, ok := errors.AsType[*dis.APIError](err)
			require.True(t, ok, "%d %s: %v", status, name, err)
			assert.Equal(t, status, e.StatusCode)
			assert.Empty(t, other.requests(), "%d %s", status, name)
			assert.Len(t, s.requests(), 1)
		}
	}
}

// cutOff sends less than it announces.
func cutOff(t *testing.T, status int) *service {
	return serve(t, func(w http.ResponseWriter, _ *http.Request, _ int) {
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Content-Length", "1000")
		w.WriteHeader(status)
		_, _ = io.WriteString(w, `{"errorCode":"DIS.4301"`)
	})
}

// An error that is cut off says so, and keeps what came.
func TestResponseTruncated(t *testing.T) {
	for _, status := range []int{400, 500} {
		err := cutOff(t, status).call(t)
		e, ok := errors.AsType[*dis.APIError](err)
		require.True(t, ok, "%d: %v", status, err)
		assert.Equal(t, status, e.StatusCode)
		assert.ErrorIs(t, err, io.ErrUnexpectedEOF)
		assert.Equal(t, `{"errorCode":"DIS.4301"`, string(e.RawBody))
	}
	assert.NoError(t, cutOff(t, 201).call(t), "the task was added, its body means nothing")
}

// A server that hangs up before it responds: the request may have been carried
// out, so a POST is not repeated.
func TestResponseNone(t *testing.T) {
	s := serve(t, func(http.ResponseWriter, *http.Request, int) { panic(http.ErrAbortHandler) })
	err := s.call(t)
	assert.Error(t, err)
	_, ok := errors.AsType[*dis.APIError](err)
	assert.False(t, ok, "%v", err)
	assert.Len(t, s.requests(), 1)
	s.Close()
	assert.Error(t, s.call(t), "connection refused")
}

// A response larger than the limit is an error, and is not kept whole.
func TestResponseOversized(t *testing.T) {
	large := func(size int) *service {
		return responding(t, 400, "application/json", `{"errorCode":"DIS.4301","message":"`+strings.Repeat("x", size-37)+`"}`)
	}
	for _, c := range []struct {
		limit int
		opts  []dis.Option
	}{
		{1 << 20, nil}, // of a failure, no more than 1 MiB is kept
		{10_000, []dis.Option{dis.WithMaxResponse(10_000)}},
	} {
		e, ok := errors.AsType[*dis.APIError](large(c.limit).call(t, c.opts...))
		require.True(t, ok)
		assert.NoError(t, e.Err)
		assert.Equal(t, dis.CodeNoStream, e.Code())

		e, ok = errors.AsType[*dis.APIError](large(c.limit+1).call(t, c.opts...))
		require.True(t, ok)
		assert.Equal(t, 400, e.StatusCode)
		assert.Error(t, e.Err, "%d", c.limit)
		assert.LessOrEqual(t, len(e.RawBody), c.limit)
	}
}

func TestResponseSlow(t *testing.T) {
	release := make(chan struct{})
	s := serve(t, func(w http.ResponseWriter, r *http.Request, n int) {
		if n%2 == 0 { // half of them begin a response
			w.WriteHeader(http.StatusBadRequest)
			_ = http.NewResponseController(w).Flush()
		}
		select {
		case <-release:
		case <-r.Context().Done():
		}
	})
	defer close(release)
	for range 2 {
		start := time.Now()
		err := s.call(t, dis.WithTimeout(50*time.Millisecond))
		assert.ErrorIs(t, err, context.DeadlineExceeded)
		assert.Less(t, time.Since(start), 5*time.Second)
	}
	for range 2 {
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		assert.ErrorIs(t, s.send(t, ctx, stream), context.DeadlineExceeded)
		cancel()
	}
	for range 2 {
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(50*time.Millisecond, cancel)
		assert.ErrorIs(t, s.send(t, ctx, stream), context.Canceled)
	}
	assert.Len(t, s.requests(), 6, "no retry after a timeout")
}

func TestCancelledBefore(t *testing.T) {
	s := serve(t, created)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	assert.ErrorIs(t, s.send(t, ctx, stream), context.Canceled)
	assert.Empty(t, s.requests())
}
