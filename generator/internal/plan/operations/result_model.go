package operations

import (
	"net/http"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// StatusWord names a status: Accepted, PartialContent, Success for a range.
func StatusWord(s api.Status) string {
	if s.IsRange() || s == api.DefaultStatus {
		return "Success"
	}
	word := strings.NewReplacer(" ", "", "-", "").Replace(http.StatusText(int(s)))
	if word == "" {
		return StatusText(s)
	}
	return word
}
