package mock_test

import (
	"bufio"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/examples"
	"github.com/oas2go/oas2go/generator/internal/mock"
	"github.com/oas2go/oas2go/generator/internal/parse"
	"github.com/oas2go/oas2go/generator/internal/source"
)

func read(t testing.TB, path string) *api.Document {
	t.Helper()
	var findings diag.List
	tree, err := source.ReadFile(path, &findings)
	require.NoError(t, err)
	doc := parse.Document(tree, parse.Options{}, &findings)
	require.NotNil(t, doc)
	require.Zero(t, findings.Count(diag.Error), "%v", findings.All())
	return doc
}

func newShop(t testing.TB, seed uint64, served func(mock.Served)) (*mock.Handler, []diag.Finding) {
	t.Helper()
	var findings diag.List
	asserts := func(name string, _ bool) bool { return name == "uri" }
	h := mock.New(read(t, "testdata/shop.yaml"), mock.Options{Values: examples.Options{Asserts: asserts}, Seed: seed, Served: served}, &findings)
	return h, findings.All()
}

// send sends a request as people write it, and gives the response as text: status, the headers that count, an empty line, the body.
func send(t testing.TB, h http.Handler, text string) string {
	t.Helper()
	head, body, _ := strings.Cut(text, "\n\n")
	line, fields, _ := strings.Cut(head, "\n")
	method, target, _ := strings.Cut(line, " ")
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	for field := range strings.SplitSeq(fields, "\n") {
		if name, value, ok := strings.Cut(field, ": "); ok {
			r.Header.Add(name, value)
		}
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	var b strings.Builder
	b.WriteString(w.Result().Status[:3])
	for _, name := range []string{"Allow", "Accept", "Content-Type", "Location", "Preference-Applied", "Www-Authenticate", "X-Total", "X-Tags", "X-Help", "X-Gone"} {
		for _, value := range w.Result().Header[name] {
			b.WriteString("\n" + name + ": " + value)
		}
	}
	return strings.TrimSpace(b.String() + "\n\n" + w.Body.String())
}

const json = "Content-Type: application/json"

// TestResponses: what a request gets that the document allows.
func TestResponses(t *testing.T) {
	h, findings := newShop(t, 0, nil)
	assert.Equal(t, "/v1", h.BasePath())
	assert.Equal(t, 23, h.Operations())
	var texts []string
	for _, f := range findings {
		assert.Equal(t, diag.RuleNotGenerated, f.Rule)
		texts = append(texts, f.Message)
	}
	assert.Equal(t, []string{
		"socket answers 501: a status below 200 is no response by itself", "never answers 501: no value of the body was found",
		"rpcDropAll is not served: requests for it go to rpcDrop",
	}, texts)

	const head = "200\n" + json
	const listed = "X-Total: 7\nX-Tags: a,b\n\n"
	for request, want := range map[string]string{
		"GET /v1/orders":                                               head + "\n" + listed + `[{"id":1,"state":"open"}]`,
		"GET /v1/orders\nPrefer: example=two":                          head + "\nPreference-Applied: example=two\n" + listed + `[{"id":1,"state":"paid"},{"id":2,"state":"open"}]`,
		"GET /v1/orders\nPrefer: example=\"two\"; x=1, code=200":       head + "\nPreference-Applied: code=200, example=two\n" + listed + `[{"id":1,"state":"paid"},{"id":2,"state":"open"}]`,
		"GET /v1/orders\nPrefer: example=three, respond-async":         head + "\n" + listed + `[{"id":1,"state":"open"}]`,
		"GET /v1/orders\nPrefer: code=404\nAccept: text/csv":           "404\n" + json + "\nPreference-Applied: code=404\n\n" + `{"code":0}`,
		"GET /v1/orders\nPrefer: code=503":                             "503\nPreference-Applied: code=503",
		"GET /v1/orders\nPrefer: code=99, code=404":                    "404\n" + json + "\nPreference-Applied: code=404\n\n" + `{"code":0}`,
		"GET /v1/orders\nPrefer: code=404\nPrefer: code=200":           "404\n" + json + "\nPreference-Applied: code=404\n\n" + `{"code":0}`,
		"GET /v1/orders\nAccept: text/*;q=0.5, application/json;q=0.1": "200\nContent-Type: text/plain\n" + listed + "some orders",
		"GET /v1/orders\nAccept: */*":                                  head + "\n" + listed + `[{"id":1,"state":"open"}]`,
		"GET /v1/orders\nAccept: application/xml": "200\nContent-Type: application/xml\n" + listed +
			`<s:cart xmlns:s="urn:shop" kind="a &#34;b&#34;"><lines><line><n>1</n></line><line><n>2</n></line></lines><tag>x</tag><tag>y</tag><note>a &lt; b</note></s:cart>`,
		"GET /v1/orders?limit=50&ids=1,2&filter[state]=paid\nX-Trace: abc\nCookie: theme=dark": head + "\n" + listed + `[{"id":1,"state":"open"}]`,
		"HEAD /v1/orders":                              head + "\nX-Total: 7\nX-Tags: a,b",
		"GET /v1/orders/5":                             head + "\n\n" + `{"id":1,"state":"open"}`,
		"DELETE /v1/orders/5":                          "204\nX-Gone: 1",
		"GET /v1/orders/5-.6":                          "200",
		"GET /v1/orders/a%2Fb.csv":                     "200\nContent-Type: text/csv\n\na,b",
		"GET /v1/files":                                "200\nContent-Type: image/x\n\ntext",
		"GET /v1/files\nAccept: image/png":             "200\nContent-Type: image/png\n\n" + examples.Image("image/png"),
		"GET /v1/any":                                  "200\nContent-Type: application/octet-stream\n\nexample",
		"GET /v1/any\nPrefer: code=418":                "418\nContent-Type: application/octet-stream\nPreference-Applied: code=418\n\nexample",
		"GET /v1/moved":                                "302\nLocation: /v1/orders",
		"GET /v1/silent":                               "200",
		"GET /v1/silent\nPrefer: code=404":             "200",
		"POST /v1/rpc?action=drop":                     "200\nContent-Type: text/plain\n\ndrop",
		"POST /v1/rpc?x=1&action=list":                 "200\nContent-Type: text/plain\n\nlist",
		"GET /v1/events":                               "200\nContent-Type: text/event-stream\n\n" + "ID\nevent: changed\ndata: a\ndata: b\n\nID\ndata:",
		"GET /v1/events\nLast-Event-ID: 3":             "204",
		"GET /v1/old-events":                           "200\nContent-Type: text/event-stream\n\n" + "ID\ndata: {\"id\":1,\"state\":\"open\"}\n\nID\ndata: {\"id\":1}",
		"GET /v1/events\nAccept: application/jsonl":    "200\nContent-Type: application/jsonl\n\n" + "{\"id\":1,\"state\":\"open\"}\n{\"id\":1}",
		"POST /v1/talk":                                "200\nContent-Type: text/plain\n\nwhole",
		"POST /v1/talk\nAccept: text/html, text/plain": "200\nContent-Type: text/html\n\nstreamed",
		"POST /v1/target\nX-Target: get":               "200\nContent-Type: text/plain\n\ngot",
		"POST /v1/target\nX-Target: put\nContent-Type: text/plain\n\na":                                                                    "200\nContent-Type: text/plain\n\nput",
		"POST /v1/target\nX-Target: put\nContent-Type: application/json\n\n{}":                                                             "200\nContent-Type: text/plain\n\nput as JSON",
		"POST /v1/orders\nX-Key: k\nAuthorization: Bearer t\n" + json + "\n\n{\"id\": 5, \"secret\": \"s\"}":                               "201\n" + json + "\nLocation: LOCATION\n\n" + `{"id":1,"state":"open"}`,
		"POST /v1/orders\nAuthorization: Basic dTpw\nContent-Type: application/x-www-form-urlencoded\nPrefer: code=202\n\nid=5&state=open": "202\nPreference-Applied: code=202",
		"POST /v1/orders\nAuthorization: Basic dTpw\nContent-Type: application/xml\nPrefer: code=202\n\n<o><id>5</id></o>":                 "202\nPreference-Applied: code=202",
		"POST /v1/orders\nAuthorization: Basic dTpw\nPrefer: code=202\n\n{\"id\":5}":                                                       "202\nPreference-Applied: code=202",
	} {
		t.Run(request, func(t *testing.T) {
			got := send(t, h, request)
			for _, id := range []string{"1", "2", "3"} {
				got = strings.Replace(got, "\nid: "+id+"\n", "\nID\n", 1)
			}
			if strings.Contains(want, "LOCATION") {
				_, uri, _ := strings.Cut(got, "Location: ")
				uri, _, _ = strings.Cut(uri, "\n")
				assert.Contains(t, uri, ":", "an absolute URI")
				got = strings.Replace(got, uri, "LOCATION", 1)
			}
			assert.Equal(t, want, got)
		})
	}
}

// TestStatuses: any code of a range is one, those without bodies too; a problem that is made up names its status, if the schema allows it.
func TestStatuses(t *testing.T) {
	h, _ := newShop(t, 0, nil)
	for code, want := range map[string]string{
		"206": "206\n" + json + "\nPreference-Applied: code=206\n\n" + `{"id":1,"state":"open"}`,
		"204": "204\nPreference-Applied: code=204", "205": "205\nPreference-Applied: code=205",
		"302": "200\n" + json + "\n\n" + `{"id":1,"state":"open"}`,
		"409": "409\nContent-Type: application/problem+json\nPreference-Applied: code=409\n\n" + `{"status":409}`,
		"410": "410\n" + json + "\nPreference-Applied: code=410\n\n" + `{"type":"text","title":"text","status":410,"detail":"text"}`,
		"411": "411\nContent-Type: application/problem+json\nPreference-Applied: code=411\n\n" + `{"status":0}`,
		"412": "412\nContent-Type: application/problem+json\nPreference-Applied: code=412\n\n" + `{"status":400}`,
		"413": "413\n" + json + "\nPreference-Applied: code=413\n\n" + `{"status":0}`,
	} {
		assert.Equal(t, want, send(t, h, "GET /v1/ranged\nPrefer: code="+code))
	}
}

// TestSeed: another example, the same one each time.
func TestSeed(t *testing.T) {
	h, _ := newShop(t, 1, nil)
	for range 2 {
		assert.Contains(t, send(t, h, "GET /v1/orders"), `[{"id":1,"state":"paid"},{"id":2,"state":"open"}]`)
	}
}

// TestFailures: what a request gets that the document does not allow.
func TestFailures(t *testing.T) {
	h, _ := newShop(t, 0, nil)
	problem := func(status, title, rest string) string {
		return status + "\nContent-Type: application/problem+json\n\n" + `{"type":"about:blank","title":"` + title + `","status":` + status + rest + `}`
	}
	const basic = "POST /v1/orders\nAuthorization: Basic dTpw\n"
	const wrong = `,"detail":"the request is not valid","errors":[`
	for request, want := range map[string]string{
		"GET /orders":     problem("404", "Not Found", `,"detail":"the document has no path for this URL"`),
		"GET /v1/orders/": problem("404", "Not Found", `,"detail":"the document has no path for this URL"`),
		"POST /v1/rpc":    problem("404", "Not Found", `,"detail":"the document has no path for this URL"`),
		"PUT /v1/orders":  "405\nAllow: GET, HEAD, POST" + problem("405", "Method Not Allowed", `,"detail":"the path has GET, HEAD, POST"`)[3:],
		"GET /v1/orders\nAccept: text/html, application/json;q=0": problem("406", "Not Acceptable",
			`,"detail":"the response is application/json or text/plain or application/xml or application/x-custom"`),
		"GET /v1/never":  problem("501", "Not Implemented", `,"detail":"no value of the body was found"`),
		"GET /v1/socket": problem("501", "Not Implemented", `,"detail":"a status below 200 is no response by itself"`),
		"GET /v1/orders\nAccept: application/x-custom": "501\nContent-Type: application/problem+json\n\n" +
			`{"type":"about:blank","title":"Not Implemented","status":501,"detail":"nothing says how arrays and objects are written in application/x-custom"}`,
		"GET /v1/orders\nPrefer: example=wrong":     problem("501", "Not Implemented", `,"detail":"the document does not allow its example \"wrong\""`),
		"GET /v1/orders\nPrefer: example=elsewhere": problem("501", "Not Implemented", `,"detail":"the example \"elsewhere\" is not in the document itself"`),
		"GET /v1/orders?limit=51&ids=1,x&filter[state]=lost\nX-Trace: abcd\nCookie: theme=blue": problem("400", "Bad Request", wrong+
			`{"detail":"query /limit: maximum: got 51, want 50","in":"query","pointer":"/limit","rule":"maximum"},`+
			`{"detail":"query /ids/1: type: got string, want integer","in":"query","pointer":"/ids/1","rule":"type"},`+
			`{"detail":"query /filter/state: enum: value must be one of 'open', 'paid'","in":"query","pointer":"/filter/state","rule":"enum"},`+
			`{"detail":"header /X-Trace: maxLength: got 4, want 3","in":"header","pointer":"/X-Trace","rule":"maxLength"},`+
			`{"detail":"cookie /theme: enum: value must be one of 'dark', 'light'","in":"cookie","pointer":"/theme","rule":"enum"}]`),
		"GET /v1/orders/0":    problem("400", "Bad Request", wrong+`{"detail":"path /id: minimum: got 0, want 1","in":"path","pointer":"/id","rule":"minimum"}]`),
		"GET /v1/orders/5-.x": problem("400", "Bad Request", wrong+`{"detail":"path /to: type: got string, want integer","in":"path","pointer":"/to","rule":"type"}]`),
		"POST /v1/orders\n" + json + "\n\n{": "401\nContent-Type: application/problem+json\n" +
			"Www-Authenticate: ApiKey in=\"header\", name=\"X-Key\"\nWww-Authenticate: Bearer scope=\"write\"\nWww-Authenticate: Basic realm=\"api\"\nX-Help: call us\n\n" +
			`{"type":"about:blank","title":"Unauthorized","status":401,"detail":"the request has no good credential: missing key, or basic"}`,
		basic + "Content-Type: text/csv\n\na": "415\nAccept: application/json, application/x-www-form-urlencoded, multipart/form-data, application/xml\n" +
			"Content-Type: application/problem+json\n\n" + `{"type":"about:blank","title":"Unsupported Media Type","status":415,"detail":"the body must be application/json or application/x-www-form-urlencoded or multipart/form-data or application/xml"}`,
		basic + "Content-Type: ;\n\na": "415\nAccept: application/json, application/x-www-form-urlencoded, multipart/form-data, application/xml\n" +
			"Content-Type: application/problem+json\n\n" + `{"type":"about:blank","title":"Unsupported Media Type","status":415,"detail":"the body must be application/json or application/x-www-form-urlencoded or multipart/form-data or application/xml"}`,
		basic + "Content-Encoding: gzip\n" + json + "\n\na": problem("415", "Unsupported Media Type", `,"detail":"bodies with a Content-Encoding are not read"`),
		basic + json + "\n\n{\"state\":1,\"x\":2}":          "400\n" + json + "\n\n" + `{"title":"Bad Request","status":400,"detail":"the request is not valid"}`,
	} {
		t.Run(request, func(t *testing.T) {
			assert.Equal(t, want, send(t, h, request))
		})
	}
	large := basic + json + "\n\n\"" + strings.Repeat("a", 8<<20) + "\""
	assert.Equal(t, problem("413", "Request Entity Too Large", `,"detail":"bodies have at most 8 MiB"`), send(t, h, large))
	const form = "Content-Type: application/x-www-form-urlencoded\n\n"
	for request, detail := range map[string]string{
		"GET /v1/orders?" + strings.Repeat("ids=1&", 1000):                                                    "a query has at most 1,000 parameters",
		basic + form + strings.Repeat("id=1&", 1000):                                                          "a form has at most 1,000 fields",
		basic + "Content-Type: multipart/form-data; boundary=b\n\n" + strings.Repeat("--b\r\n\r\n\r\n", 1001): "a form has at most 1,000 fields",
		basic + "Content-Type: application/xml\n\n" + strings.Repeat("<a>", 2001):                             "XML has at most 1,000 elements",
	} {
		assert.Equal(t, problem("413", "Request Entity Too Large", `,"detail":"`+detail+`"`), send(t, h, request))
	}
	assert.NotContains(t, send(t, h, "GET /v1/orders?"+strings.Repeat("ids=1&", 999)), "at most")
}

// TestNotes: each request is told, with what is wrong or was not followed.
func TestNotes(t *testing.T) {
	var mu sync.Mutex
	var list []string
	h, _ := newShop(t, 0, func(s mock.Served) {
		mu.Lock()
		defer mu.Unlock()
		list = append(list, strings.Join([]string{s.Method, s.Target, s.Operation, s.Note}, "|"))
	})
	send(t, h, "GET /v1/orders?limit=51\nPrefer: code=404")
	send(t, h, "GET /v1/silent\nPrefer: code=404, example=a b")
	send(t, h, "GET /elsewhere")
	send(t, h, "GET /v1/orders/7")
	assert.Equal(t, []string{
		"GET|/v1/orders?limit=51|listOrders|query /limit: maximum: got 51, want 50",
		`GET|/v1/silent|silent|the document has nothing for Prefer: code=404, example="a b"`,
		"GET|/elsewhere||the document has no path for this URL",
		"GET|/v1/orders/7|getOrder|",
	}, list)
}

// TestTogether: a network, several clients at a time, a stream that comes item by item.
func TestTogether(t *testing.T) {
	h, _ := newShop(t, 0, nil)
	server := httptest.NewServer(h)
	defer server.Close()
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for _, target := range []string{"/v1/orders", "/v1/orders?limit=x", "/v1/events"} {
				response, err := server.Client().Get(server.URL + target)
				if !assert.NoError(t, err) {
					return
				}
				data, err := io.ReadAll(bufio.NewReader(response.Body))
				assert.NoError(t, err)
				assert.NoError(t, response.Body.Close())
				assert.NotEmpty(t, data)
			}
		})
	}
	group.Wait()
}
