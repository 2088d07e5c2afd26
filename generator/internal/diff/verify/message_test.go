package verify_test

import (
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/verify"
)

// message reads a message as Message.Text writes it.
func message(t *testing.T, text string) verify.Message {
	t.Helper()
	head, body, hasBody := strings.Cut(text, "\n\n")
	start, headers, _ := strings.Cut(head, "\n")
	m := verify.Message{Header: http.Header{}}
	first, rest, _ := strings.Cut(start, " ")
	if status, err := strconv.Atoi(first); err == nil {
		m.Status = status
	} else {
		m.Method, m.URL = first, rest
	}
	for line := range strings.SplitSeq(headers, "\n") {
		if name, value, ok := strings.Cut(line, ": "); ok {
			m.Header.Add(name, value)
		}
	}
	if hasBody {
		m.Body = []byte(strings.ReplaceAll(body, "\n", "\r\n"))
	}
	return m
}

// A messageCase is a message and what is wrong with it.
type messageCase struct{ text, want string }

func judgeRequests(t *testing.T, document string, cases []messageCase) {
	t.Helper()
	judge := verify.New(read(t, document), verify.Options{})
	for _, c := range cases {
		assert.Equal(t, c.want, lines(judge.Request(message(t, c.text))), c.text)
	}
}

const ok200 = "responses: {'200': {description: ok}}"

func TestRoutes(t *testing.T) {
	judgeRequests(t, `openapi: 3.1.0
info: {title: t, version: '1'}
servers:
- url: https://{region}.example.com/v1/
  variables: {region: {enum: [eu, us], default: eu}}
- url: //{host}/any/{base}
  variables: {host: {default: h}, base: {default: b}}
paths:
  /pets/mine: {get: {`+ok200+`}}
  /pets/{id}:
    get: {parameters: [{name: id, in: path, required: true, schema: {type: integer}}], `+ok200+`}
    delete: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], `+ok200+`}
  /pets/{name}.json: {get: {`+ok200+`}}
  /a/{x}: {get: {parameters: [{name: x, in: path, required: true, schema: {type: integer}}], `+ok200+`}}
  /a/{y}: {get: {parameters: [{name: y, in: path, required: true, schema: {enum: [all]}}], `+ok200+`}}
  /up load/{f}: {post: {servers: [{url: 'https://up.example.com'}], `+ok200+`}}
  /search?kind=new: {get: {parameters: [{name: n, in: query, required: true, schema: {}}], `+ok200+`}}
  /search: {get: {`+ok200+`}}
`, []messageCase{
		{"GET https://eu.example.com/v1/pets/1", "valid"},
		{"GET https://US.example.com:443/v1/pets/1", "valid"},
		{"GET /v1/pets/1", "valid"},
		{"GET http://eu.example.com/any/thing/and/more/pets/1", "valid"},
		{"GET http://eu.example.com/v1/pets/1", "server: no server has this URL"},
		{"GET https://cn.example.com/v1/pets/1", "server: no server has this URL"},
		{"GET https://eu.example.com/pets/1", "server: no server has this URL"},
		{"GET /v1/cats", "path: no path fits /v1/cats"},
		{"GET /v1/pets/1/", "path: no path fits /v1/pets/1/"},
		{"GET /v1/pets/", "path: no path fits /v1/pets/"},
		{"GET /v1/pets/mine", "valid"},
		{"GET /v1/pets/%6Dine", "valid"},
		{"DELETE /v1/pets/mine", "method: /v1/pets/mine has no operation DELETE"},
		{"GET /v1/pets/x.json", "valid"},
		{"GET /v1/pets/x", "path /id: type: got string, want integer"},
		{"GET /v1/a/all", "valid"},
		{"GET /v1/a/7", "valid"},
		{"GET /v1/a/none", "path /x: type: got string, want integer"},
		{"POST https://up.example.com/up%20load/x%2Fy", "valid"},
		{"POST https://eu.example.com/v1/up%20load/x", "server: no server of the operation has this URL"},
		{"GET /v1/search?kind=new&n=1", "valid"},
		{"GET /v1/search?kind=new", "query /n: required: missing"},
		{"GET /v1/search?kind=old", "valid"},
	})
}

func TestRoutesWithoutServers(t *testing.T) {
	judgeRequests(t, "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {/a: {get: {"+ok200+"}}}\n", []messageCase{
		{"GET /a", "valid"},
		{"GET https://anywhere.example.com/a", "valid"},
		{"GET /v1/a", "path: no path fits /v1/a"},
	})
}

func TestParameters(t *testing.T) {
	judgeRequests(t, `openapi: 3.1.0
info: {title: t, version: '1'}
paths:
  /a:
    parameters:
    - {name: n, in: query, schema: {type: string}}
    - {name: shared, in: query, schema: {type: integer}}
    get:
      parameters:
      - {name: n, in: query, required: true, schema: {type: integer, maximum: 50}}
      - {name: flag, in: query, schema: {type: boolean}}
      - {name: either, in: query, schema: {type: [string, integer], maxLength: 1}}
      - {name: list, in: query, explode: false, schema: {type: array, items: {type: [integer, string], maxLength: 2}}}
      - {name: empty, in: query, allowEmptyValue: true, schema: {type: integer}}
      - {name: json, in: query, content: {application/json: {schema: {required: [a]}}}}
      - name: deep
        in: query
        style: deepObject
        schema: {type: object, properties: {a: {type: integer}, b: {type: array, items: {type: integer}}}}
      - {name: free, in: query, schema: {type: object, properties: {x: {type: integer}}, required: [x]}}
      - {name: X-List, in: header, schema: {type: array, items: {type: integer}}}
      - {name: Accept, in: header, required: true, schema: {type: integer}}
      - {name: session, in: cookie, schema: {type: string, minLength: 2}}
      `+ok200+`
`, []messageCase{
		{"GET /a?n=50&other=1", "valid"},
		{"GET /a", "query /n: required: missing"},
		{"GET /a?n=51", "query /n: maximum: got 51, want 50"},
		{"GET /a?n=1&n=2", "query /n: type: got array, want integer"},
		{"GET /a?n=x&shared=y", "query /shared: type: got string, want integer\nquery /n: type: got string, want integer"},
		{"GET /a?n=1&flag=true&either=12&list=1,ab", "valid"},
		{"GET /a?n=1&either=ab", "query /either: maxLength: got 2, want 1"},
		{"GET /a?n=1&list=1,2&list=3", "query /list: style: not written in the style form"},
		{"GET /a?n=1&list=1,a%2Cb", "query /list/1: maxLength: got 3, want 2"},
		{"GET /a?n=1&list=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15", "valid"},
		{"GET /a?n=1&empty=", "valid"},
		{"GET /a?n=1&flag=", "query /flag: type: got string, want boolean"},
		{"GET /a?n=1&json=%7B%22a%22:1%7D", "valid"},
		{"GET /a?n=1&json=%7B%7D", "query /json/a: required: missing"},
		{"GET /a?n=1&json=x", "query /json: json: invalid character 'x' looking for beginning of value"},
		{"GET /a?n=1&deep%5Ba%5D=1&deep[b]=2&deep[b]=3", "valid"},
		{"GET /a?n=1&deep[a]=x", "query /deep/a: type: got string, want integer"},
		{"GET /a?n=1&deep[a][b]=1", "problem: OpenAPI does not define objects in objects of the style deepObject: query /deep"},
		{"GET /a?n=1&x=1", "valid"},
		{"GET /a?n=1&x=a", "query /free/x: type: got string, want integer"},
		{"GET /a?n=1\nX-List: 1, 2", "valid"},
		{"GET /a?n=1\nX-List: 1\nX-List: x", "header /X-List/1: type: got string, want integer"},
		{"GET /a?n=1\nCookie: other=1; session=ab", "valid"},
		{"GET /a?n=1\nCookie: session=a", "cookie /session: minLength: got 1, want 2"},
	})
}

func TestQuerystring(t *testing.T) {
	judgeRequests(t, `openapi: 3.2.0
info: {title: t, version: '1'}
paths:
  /json: {get: {parameters: [{name: q, in: querystring, required: true, content: {application/json: {schema: {required: [a]}}}}], `+ok200+`}}
  /form: {get: {parameters: [{name: q, in: querystring, content: {application/x-www-form-urlencoded: {schema: {properties: {n: {type: integer}}}}}}], `+ok200+`}}
  /yaml: {get: {parameters: [{name: q, in: querystring, content: {application/yaml: {schema: {type: object}}}}], `+ok200+`}}
  /odd: {additionalOperations: {LINK: {`+ok200+`}}}
`, []messageCase{
		{"GET /json?%7B%22a%22%3A1%7D", "valid"},
		{"GET /json?%7B%7D", "querystring /q/a: required: missing"},
		{"GET /json", "querystring /q: required: missing"},
		{"GET /form?n=1", "valid"},
		{"GET /form?n=x", "querystring /q/n: type: got string, want integer"},
		{"GET /yaml?a:1", "problem: querystring /q: values in application/yaml are not judged"},
		{"LINK /odd", "valid"},
		{"link /odd", "method: /odd has no operation link"},
	})
}

const urlencoded = "\nContent-Type: application/x-www-form-urlencoded\n\n"

func TestRequestBodies(t *testing.T) {
	judgeRequests(t, `openapi: 3.2.0
info: {title: t, version: '1'}
paths:
  /a:
    post:
      requestBody:
        required: true
        content:
          application/json: {schema: {required: [a]}}
          application/json; version=2: {schema: {required: [b]}}
          application/vnd.x+json: {schema: {required: [c]}}
          text/*: {schema: {type: integer}}
          application/jsonl: {schema: {type: array, maxItems: 2, items: {required: [a]}}}
          application/x-ndjson: {schema: {type: object, required: [a]}}
          application/xml:
            schema:
              type: object
              required: [id]
              additionalProperties: false
              properties:
                id: {type: integer, xml: {attribute: true}}
                name: {type: string, maxLength: 2, xml: {name: title}}
                tags: {type: array, items: {type: integer, xml: {name: tag}}}
                words: {type: array, xml: {wrapped: true}, items: {type: string, maxLength: 2, xml: {name: word}}}
                inner: {type: object, properties: {a: {type: boolean}}}
          application/cdata+xml: {schema: {type: object, properties: {t: {type: string, xml: {nodeType: cdata}}}}}
          application/yaml: {schema: {type: object}}
          application/octet-stream: {}
          image/png: {schema: {contentMediaType: image/png}}
          application/x-www-form-urlencoded:
            schema:
              type: object
              properties:
                n: {type: integer}
                l: {type: array, items: {type: integer}}
                o: {type: object, required: [x]}
                s: {type: array, items: {type: integer}}
                d: {type: object, properties: {k: {type: integer}}}
            encoding: {s: {style: spaceDelimited, explode: false}, d: {style: deepObject, explode: true}}
          multipart/form-data:
            schema: {type: object, required: [meta, file], properties: {meta: {type: object, required: [m]}, n: {type: integer}, file: {type: string}}}
            encoding: {file: {contentType: 'image/png, image/*'}}
      `+ok200+`
    put: {requestBody: {content: {'*/*': {}}}, `+ok200+`}
    patch: {`+ok200+`}
`, []messageCase{
		{"POST /a", "body: required: missing"},
		{"PUT /a", "valid"},
		{"PUT /a\nContent-Type: a/b\n\nx", "valid"},
		{"PATCH /a\nContent-Type: a/b\n\nx", "valid"},
		{"POST /a\n\n{}", "media type: the message has none"},
		{"POST /a\nContent-Type: application/json; charset=UTF-8\n\n{\"a\":1}", "valid"},
		{"POST /a\nContent-Type: APPLICATION/JSON\n\n{}", "body /a: required: missing"},
		{"POST /a\nContent-Type: application/json; version=2\n\n{}", "body /b: required: missing"},
		{"POST /a\nContent-Type: application/json; version=3\n\n{}", "body /a: required: missing"},
		{"POST /a\nContent-Type: application/vnd.x+json\n\n{}", "body /c: required: missing"},
		{"POST /a\nContent-Type: application/vnd.y+json\n\n{}", "media type: application/vnd.y+json is not one of the document"},
		{"POST /a\nContent-Type: application/json\n\n{", "body: json: unexpected EOF"},
		{"POST /a\nContent-Type: text/plain\n\n12", "valid"},
		{"POST /a\nContent-Type: text/plain\n\nx", "body: type: got string, want integer"},
		{"POST /a\nContent-Type: application/jsonl\n\n{\"a\":1}\n{\"a\":2}", "valid"},
		{"POST /a\nContent-Type: application/jsonl\n\n{\"a\":1}\n{}", "body /1/a: required: missing"},
		{"POST /a\nContent-Type: application/x-ndjson\n\n{\"a\":1}\n{\"a\":2}", "body: type: got array, want object"},
		{"POST /a\nContent-Type: application/yaml\n\na: 1", "problem: body: values in application/yaml are not judged"},
		{"POST /a\nContent-Type: application/xml\n\n<a id='1' xmlns='x'><title>ab</title><tag>1</tag><tag>2</tag><words><word>a</word></words></a>", "valid"},
		{"POST /a\nContent-Type: application/xml\n\n<a id='1'><inner><a>true</a></inner><words/></a>", "valid"},
		{"POST /a\nContent-Type: application/xml\n\n<a/>", "body /id: required: missing"},
		{"POST /a\nContent-Type: application/xml\n\n<a id='1'><title>abc</title></a>", "body /name: maxLength: got 3, want 2"},
		{"POST /a\nContent-Type: application/xml\n\n<a id='1'><tag>1</tag><tag>x</tag></a>", "body /tags/1: type: got string, want integer"},
		{"POST /a\nContent-Type: application/xml\n\n<a id='1'><words><word>abc</word></words></a>", "body /words/0: maxLength: got 3, want 2"},
		{"POST /a\nContent-Type: application/xml\n\n<a id='1'><other/></a>", "body /other: additionalProperties: not allowed"},
		{"POST /a\nContent-Type: application/xml\n\n<a id='1'>", "body: xml: XML syntax error on line 1: unexpected EOF"},
		{"POST /a\nContent-Type: application/cdata+xml\n\n<a><t>x</t></a>",
			"problem: body: nodes of XML that are no element and no attribute are not read"},
		{"POST /a\nContent-Type: application/octet-stream\n\n\xff", "valid"},
		{"POST /a\nContent-Type: image/png\n\n\xff", "valid"},
		{"POST /a" + urlencoded + "n=1&l=1&l=2&o=%7B%22x%22:1%7D&s=1%202&d[k]=1", "valid"},
		{"POST /a" + urlencoded + "n=x", "body /n: type: got string, want integer"},
		{"POST /a" + urlencoded + "l=1&l=x", "body /l/1: type: got string, want integer"},
		{"POST /a" + urlencoded + "o=%7B%7D", "body /o/x: required: missing"},
		{"POST /a" + urlencoded + "s=1%20x", "body /s/1: type: got string, want integer"},
		{"POST /a" + urlencoded + "d[k]=x", "body /d/k: type: got string, want integer"},
		{"POST /a" + parts("meta", "application/json", `{"m":1}`, "n", "", "1", "file", "image/gif", "\xff"), "valid"},
		{"POST /a" + parts("meta", "application/json", `{}`, "n", "", "x", "file", "text/plain", "x"),
			"body /file: contentType: text/plain is not one of image/png, image/*\nbody /meta/m: required: missing\nbody /n: type: got string, want integer"},
		{"POST /a" + parts("meta", "application/json", `{"m":1}`), "body /file: required: missing"},
		{"POST /a\nContent-Type: multipart/form-data\n\nx", "media type: a multipart body needs a boundary"},
	})
}

// parts is a multipart body: names, media types and contents.
func parts(list ...string) string {
	var b strings.Builder
	b.WriteString("\nContent-Type: multipart/form-data; boundary=xx\n\n")
	for i := 0; i < len(list); i += 3 {
		b.WriteString("--xx\nContent-Disposition: form-data; name=\"" + list[i] + "\"\n")
		if list[i+1] != "" {
			b.WriteString("Content-Type: " + list[i+1] + "\n")
		}
		b.WriteString("\n" + list[i+2] + "\n")
	}
	b.WriteString("--xx--\n")
	return strings.Replace(b.String(), "\n\n--xx", "\n\n--xx", 1)
}

func TestSecurity(t *testing.T) {
	judge := verify.New(read(t, `openapi: 3.1.0
info: {title: t, version: '1'}
security: [{key: [], basic: []}, {oauth: [r, w]}]
paths:
  /a: {get: {`+ok200+`}}
  /open: {get: {security: [], `+ok200+`}}
  /maybe: {get: {security: [{key: []}, {}], `+ok200+`}}
  /query: {get: {security: [{queryKey: []}, {cookieKey: []}], `+ok200+`}}
  /tls: {get: {security: [{tls: []}], `+ok200+`}}
  /digest: {get: {security: [{digest: []}], `+ok200+`}}
  /unknown: {get: {security: [{odd: []}, {key: []}], `+ok200+`}}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    queryKey: {type: apiKey, in: query, name: k}
    cookieKey: {type: apiKey, in: cookie, name: k}
    basic: {type: http, scheme: Basic}
    digest: {type: http, scheme: digest}
    oauth: {type: oauth2, flows: {}}
    tls: {type: mutualTLS}
    odd: {type: odd}
`), verify.Options{})
	const missing = "security: missing "
	for _, c := range []struct {
		text   string
		grants verify.Grants
		want   string
	}{
		{"GET /a", verify.Grants{}, missing + "key, or oauth"},
		{"GET /a\nx-KEY: 1\nAuthorization: basic YTpi", verify.Grants{}, "valid"},
		{"GET /a\nx-KEY: 1\nAuthorization: basic x", verify.Grants{}, missing + "basic, or oauth"},
		{"GET /a\nX-Key: 1", verify.Grants{}, missing + "basic, or oauth"},
		{"GET /a\nAuthorization: Bearer x", verify.Grants{Scopes: []string{"w", "r", "x"}}, "valid"},
		{"GET /a\nAuthorization: Bearer x", verify.Grants{Scopes: []string{"r"}}, missing + "key, or oauth with the scope w"},
		{"GET /open", verify.Grants{}, "valid"},
		{"GET /maybe", verify.Grants{}, "valid"},
		{"GET /query", verify.Grants{}, missing + "queryKey, or cookieKey"},
		{"GET /query?k=1", verify.Grants{}, "valid"},
		{"GET /query\nCookie: k=1", verify.Grants{}, "valid"},
		{"GET /tls", verify.Grants{}, missing + "tls"},
		{"GET /tls", verify.Grants{Certificate: true}, "valid"},
		{"GET /digest\nAuthorization: Digest username=\"a\"", verify.Grants{}, "valid"},
		{"GET /unknown", verify.Grants{}, "problem: security: the type of the scheme odd is not known"},
		{"GET /unknown\nX-Key: 1", verify.Grants{}, "valid"},
	} {
		m := message(t, c.text)
		m.Grants = c.grants
		assert.Equal(t, c.want, lines(judge.Request(m)), c.text)
	}
}

func TestResponses(t *testing.T) {
	doc := read(t, `openapi: 3.1.0
info: {title: t, version: '1'}
paths:
  /a:
    get:
      responses:
        '200':
          description: ok
          headers:
            X-Count: {required: true, schema: {type: integer}}
            X-Names: {schema: {type: object, properties: {a: {type: integer}}}}
            X-Json: {content: {application/json: {schema: {type: array}}}}
            content-type: {schema: {type: integer}}
          content:
            application/json:
              schema:
                properties: {secret: {type: string, writeOnly: true}, id: {type: integer, readOnly: true}}
                additionalProperties: false
        4XX: {description: bad, content: {text/plain: {schema: {type: string, maxLength: 2}}}}
        '404': {description: gone}
    head: {responses: {default: {description: ok, content: {application/json: {schema: {type: object}}}}}}
`)
	judge := verify.New(doc, verify.Options{})
	get, head := doc.Paths[0].Value.Value.Operations[0], doc.Paths[0].Value.Value.Operations[1]
	const json = "\nContent-Type: application/json\nX-Count: 1"
	for _, c := range []messageCase{
		{"200" + json + "\n\n{\"id\":1}", "valid"},
		{"200" + json + "\n\n{\"secret\":\"\"}", "body /secret: additionalProperties: not allowed"},
		{"200\nContent-Type: application/json\n\n{}", "header /X-Count: required: missing"},
		{"200" + json + "\nX-Names: a,1\n\n{}", "valid"},
		{"200" + json + "\nX-Names: a,x\n\n{}", "header /X-Names/a: type: got string, want integer"},
		{"200" + json + "\nX-Json: {}\n\n{}", "header /X-Json: type: got object, want array"},
		{"200\nX-Count: 1", "body: required: missing"},
		{"201", "status: 201 is not one of the document"},
		{"404", "valid"},
		{"404\nContent-Type: text/plain\n\nnot described", "valid"},
		{"400\nContent-Type: text/plain\n\nxxx", "body: maxLength: got 3, want 2"},
		{"400\nContent-Type: application/json\n\n{}", "media type: application/json is not one of the document"},
	} {
		assert.Equal(t, c.want, lines(judge.Response(get, message(t, c.text))), c.text)
	}
	assert.True(t, judge.Response(head, message(t, "200")).Valid, "a response to HEAD has no body")
}

// TestReceivers: what a webhook sends is received by the user, and what he responds is sent.
func TestReceivers(t *testing.T) {
	doc := read(t, `openapi: 3.1.0
info: {title: t, version: '1'}
security: [{key: []}]
webhooks:
  ping:
    post:
      parameters: [{name: X-Id, in: header, required: true, schema: {type: integer}}]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
  schemas: {A: {required: [in, out], properties: {in: {readOnly: true}, out: {writeOnly: true}}}}
`)
	judge := verify.New(doc, verify.Options{})
	item := doc.Webhooks[0].Value.Value
	const headers = "\nContent-Type: application/json\nX-Id: 1\n\n"
	assert.Equal(t, "valid", lines(judge.Incoming(item, item.Operations[0], message(t, "POST https://me.example.com/x"+headers+`{"in":1}`))))
	assert.Equal(t, "body /in: required: missing", lines(judge.Incoming(item, item.Operations[0], message(t, "POST "+headers+`{"out":1}`))))
	assert.Equal(t, "method: the receiver expects POST", lines(judge.Incoming(item, item.Operations[0], message(t, "PUT "+headers+`{"in":1}`))))
	assert.Equal(t, "valid", lines(judge.Receiver(item.Operations[0], message(t, "200"+headers+`{"out":1}`))))
	assert.Equal(t, "body /out: required: missing", lines(judge.Receiver(item.Operations[0], message(t, "200"+headers+`{"in":1}`))))
}

// TestWhatIsNotKnown: below an error of the document that was let pass, nothing is certain.
func TestWhatIsNotKnown(t *testing.T) {
	judgeRequests(t, `openapi: 3.1.0
info: {title: t, version: '1'}
paths:
  /a:
    post:
      parameters: [{$ref: '#/nowhere'}]
      requestBody: {$ref: '#/nowhere'}
      responses: {'200': {$ref: '#/nowhere'}}
`, []messageCase{{"POST /a", "problem: a parameter of the operation is not known; the request body of the operation is not known"}})
}

func TestMessageText(t *testing.T) {
	for _, text := range []string{"GET /a?b=1", "POST /a\nA: 1\nContent-Type: text/plain\n\nhello", "404 Not Found\nX-A: 1"} {
		m := message(t, text)
		assert.Equal(t, text, m.Text())
	}
}

func TestOperationOfARequest(t *testing.T) {
	doc := read(t, "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {/a: {get: {operationId: a, "+ok200+"}}}\n")
	r := verify.New(doc, verify.Options{}).Request(message(t, "GET /a"))
	require.NotNil(t, r.Operation)
	assert.Equal(t, "a", r.Operation.OperationID)
	assert.Equal(t, api.Status(200), r.Operation.Responses[0].Status)
}

// TestRouted: what somebody else has routed is judged by its parameters and its body, and its credentials by themselves.
func TestRouted(t *testing.T) {
	doc := read(t, `openapi: 3.1.0
info: {title: t, version: '1'}
security: [{key: []}]
components: {securitySchemes: {key: {type: apiKey, in: query, name: k}}}
paths:
  /a/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
    post: {parameters: [{name: q, in: query, required: true, schema: {type: integer, maximum: 5}}], requestBody: {required: true, content: {application/json: {schema: {type: string}}}}, `+ok200+`}
    get: {security: [], requestBody: {content: {application/jsonl: {schema: {type: object, required: [a]}}}}, `+ok200+`}
`)
	judge := verify.New(doc, verify.Options{})
	item := doc.Paths[0].Value.Value
	post, get := item.Operations[0], item.Operations[1]
	if post.Method != "POST" {
		post, get = get, post
	}
	m := message(t, "POST /elsewhere?q=6\nContent-Type: application/json\n\n1")
	assert.Equal(t, "path /id: type: got string, want integer\nquery /q: maximum: got 6, want 5\nbody: type: got number, want string",
		lines(judge.Routed(item, post, m, map[string]string{"id": "x"})))
	assert.Equal(t, "valid", lines(judge.Routed(item, post, message(t, "POST /?q=5\nContent-Type: application/json\n\n\"a\""), map[string]string{"id": "7"})))
	assert.Equal(t, "security: missing key", lines(judge.Credentials(post, m)))
	assert.Equal(t, "valid", lines(judge.Credentials(post, message(t, "POST /?k=1"))))
	assert.Equal(t, "valid", lines(judge.Credentials(get, m)))

	// Before OAS 3.2 a schema beside a sequence is that of an item.
	sequence := message(t, "GET /\nContent-Type: application/jsonl\n\n{\"a\":1}\n{}")
	assert.Equal(t, "body /1/a: required: missing", lines(judge.Routed(item, get, sequence, nil)))
}
