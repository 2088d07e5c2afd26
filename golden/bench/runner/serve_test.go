package main

import (
	"io"
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/golden/bench/workload"
)

// A server that takes everything, loses something or says something else does not take part.
func TestServersAgree(t *testing.T) {
	for _, w := range workload.AllServed()[:2] {
		var got any
		serve := func(refuse bool, change func(any)) server {
			h := http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
				data, err := io.ReadAll(r.Body)
				assert.NoError(t, err)
				if refuse && string(data) == string(w.Wrong()) {
					rw.WriteHeader(http.StatusBadRequest)
					return
				}
				got, err = canonical(data)
				assert.NoError(t, err)
				change(got)
				rw.WriteHeader(http.StatusCreated)
				if w.Echoes {
					_, err = rw.Write(data)
					assert.NoError(t, err)
				}
			})
			return server{name: "x", handler: h, got: func() any { return got }, judges: true}
		}
		keep := func(any) {}
		c, err := serve(true, keep).serves(w)
		require.NoError(t, err, w.Name)
		require.NoError(t, c.once(), w.Name)
		_, err = serve(false, keep).serves(w)
		assert.ErrorContains(t, err, "breaks the document", w.Name)
		_, err = serve(true, func(x any) { x.(map[string]any)["more"] = 1 }).serves(w)
		assert.ErrorContains(t, err, "another value", w.Name)
		s := serve(true, keep)
		s.handler = http.NotFoundHandler()
		_, err = s.serves(w)
		assert.ErrorContains(t, err, "status 404", w.Name)
		w.Echoes = !w.Echoes
		_, err = serve(true, keep).serves(w)
		assert.NoError(t, err, "the server echoes as the workload says")
	}
}

func TestCoarse(t *testing.T) {
	s := server{coarse: true}
	require.NoError(t, s.isValue([]byte(`{"a":["2022-01-02T03:04:05Z",12.123456789012344]}`), []byte(`{"a":["2022-01-02T03:04:05.678Z",12.123456789012345]}`)))
	require.Error(t, s.isValue([]byte(`["2022-01-02T03:04:06Z"]`), []byte(`["2022-01-02T03:04:05.678Z"]`)))
	require.Error(t, s.isValue([]byte(`12.1234567890`), []byte(`12.1234567891`)))
	s.coarse = false
	require.Error(t, s.isValue([]byte(`"2022-01-02T03:04:05Z"`), []byte(`"2022-01-02T03:04:05.678Z"`)))
}
