package support

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNewHandlerNeedsAService(t *testing.T) {
	_, err := newHandler(HandlerOptions{}, "", false, nil)
	assert.EqualError(t, err, "support: NewHandler: the service is nil")
	_, err = newHandler(HandlerOptions{}, "", true, []scheme{bearerScheme("login", nil)})
	assert.EqualError(t, err, "support: NewHandler: the function for security scheme login is missing")
	h, err := newHandler(HandlerOptions{}, "", true, nil)
	require.NoError(t, err)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", "/x", nil))
	assert.Equal(t, http.StatusNotFound, w.Code)
}
