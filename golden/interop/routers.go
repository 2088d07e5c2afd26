package interop

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/labstack/echo/v5"
)

// Routers puts the handler of an API whose paths begin with /v1 below other
// routers, as docs/server.md tells.
func Routers(handler http.Handler) map[string]http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/v1/", handler)
	all := map[string]http.Handler{"ServeMux": mux}
	{
		router := chi.NewRouter()
		router.Handle("/v1/*", handler)
		all["chi"] = router
	}
	{
		router := chi.NewRouter()
		router.Mount("/v1", handler)
		all["chi, mounted"] = router
	}
	{
		router := echo.New()
		router.Any("/v1/*", echo.WrapHandler(handler))
		all["echo"] = router
	}
	{
		router := gin.New()
		router.Any("/v1/*path", gin.WrapH(handler))
		all["gin"] = router
	}
	return all
}
