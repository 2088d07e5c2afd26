package result

// The contenders by name.
const (
	Scan        = "json.Valid"
	Own         = "oas2go"
	OwnReused   = "oas2go, into a buffer that is reused"
	OwnStandard = "oas2go, called by encoding/json"
	Standard    = "encoding/json"
	V2          = "go-json-experiment/json"
	Goccy       = "goccy/go-json"
	Sonic       = "bytedance/sonic"
	Handwritten = "net/http and encoding/json, by hand"
	Interpreted = "encoding/json twice, kin-openapi VisitJSON"

	Strict    = "oapi-codegen, strict server with nethttp-middleware"
	StrictOff = "oapi-codegen, strict server, nothing validated"
	Ogen      = "ogen"
	OgenBare  = "ogen, told to trace and measure nothing"
	Floor     = "the body read, nothing else"

	Generator     = "oas2go generate"
	PeerGenerator = "oapi-codegen -generate types,client"
)
