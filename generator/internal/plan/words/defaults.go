package words

import (
	"strconv"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// Brief returns a value as JSON, but only the size of a list and the kind of an object.
func Brief(v api.Value) string {
	switch v := v.(type) {
	case api.Array:
		if len(v) > 0 {
			return "a list of " + strconv.Itoa(len(v))
		}
	case api.Object:
		if len(v) > 0 {
			return "an object"
		}
	}
	return api.JSON(v)
}
