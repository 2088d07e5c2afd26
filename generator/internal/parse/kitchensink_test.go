package parse

import (
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
)

// kitchenSink has every fixed field of every object of OpenAPI 3.2 and every keyword of JSON Schema 2020-12.
const kitchenSink = `openapi: 3.2.0
$self: https://example.com/api/openapi.yaml
x-document: 1
x-models: {M: {type: string}}
jsonSchemaDialect: https://spec.openapis.org/oas/3.1/dialect/base
info:
  title: t
  summary: s
  description: d
  termsOfService: https://example.com/terms
  version: '1'
  contact: {name: n, url: https://example.com, email: a@example.com, x-contact: 1}
  license: {name: n, identifier: MIT, x-license: 1}
  x-info: {a: [1, true, null]}
servers:
- url: https://{region}.example.com
  name: n
  description: d
  variables: {region: {default: eu, enum: [eu, us], description: d, x-variable: 1}}
  x-server: 1
paths:
  /a/{id}:
    summary: s
    description: d
    servers: [{url: /b}]
    parameters:
    - {name: id, in: path, required: true, schema: {type: string}}
    - $ref: '#/components/parameters/P'
      summary: s2
      description: d2
    x-item: 1
    get: &op
      tags: [t]
      summary: s
      description: d
      externalDocs: {url: https://example.com, description: d, x-docs: 1}
      parameters:
      - name: q
        in: query
        description: d
        required: true
        deprecated: true
        allowEmptyValue: true
        style: form
        explode: false
        allowReserved: true
        schema: {type: string}
        examples: {e: {$ref: '#/components/examples/E'}}
        x-parameter: 1
      - {name: c, in: header, content: {application/json: {schema: {}}}, example: 1}
      requestBody:
        description: d
        required: true
        x-body: 1
        content:
          multipart/form-data:
            schema: {type: object}
            encoding:
              part:
                contentType: image/png
                headers: {X-A: {$ref: '#/components/headers/H'}}
                style: form
                explode: true
                allowReserved: true
                encoding: {inner: {}}
                x-encoding: 1
            x-media: 1
          multipart/mixed:
            itemSchema: {type: string}
            prefixEncoding: [{contentType: a/b}]
            itemEncoding: {prefixEncoding: [{}], itemEncoding: {}}
            examples: {e: {dataValue: 1, serializedValue: '1'}}
          text/plain: {$ref: '#/components/mediaTypes/M'}
      responses:
        '200': {$ref: '#/components/responses/R'}
        4XX: {description: d}
        default: {description: d}
      deprecated: true
      callbacks: {c: {$ref: '#/components/callbacks/C'}}
      security: [{}, {oauth: [read], key: []}]
      servers: [{url: /c}]
      x-operation: 1
    put: {operationId: op1, x-pagination: {kind: cursor, request: q, items: /i, next: /n}}
    post: {operationId: op2}
    delete: {operationId: op3}
    options: {operationId: op4}
    head: {operationId: op5}
    patch: {operationId: op6}
    trace: {operationId: op7}
    query: {operationId: op8}
    additionalOperations: {COPY: {operationId: op9}}
  /b: {$ref: '#/components/pathItems/I'}
webhooks: {hook: {post: {operationId: hook}}}
components:
  x-components: 1
  schemas:
    S:
      $id: https://example.com/s
      $schema: https://json-schema.org/draft/2020-12/schema
      $vocabulary: {https://example.com/vocabulary: true}
      $anchor: anchor
      $dynamicAnchor: dynamic
      $comment: c
      $ref: '#anchor2'
      $dynamicRef: '#dynamic2'
      $defs: {a: {$anchor: anchor2}, b: {$dynamicAnchor: dynamic2}}
      type: [string, number, array, object]
      enum: [a, 1]
      const: a
      format: f
      multipleOf: 1
      minimum: 1
      maximum: 9
      exclusiveMinimum: 0
      exclusiveMaximum: 10
      minLength: 1
      maxLength: 9
      pattern: a
      prefixItems: [true]
      items: {}
      contains: {}
      minContains: 1
      maxContains: 9
      minItems: 1
      maxItems: 9
      uniqueItems: true
      unevaluatedItems: false
      properties: {a: {}}
      patternProperties: {a: {}}
      additionalProperties: true
      propertyNames: {}
      unevaluatedProperties: false
      required: [a]
      dependentRequired: {a: [b]}
      dependentSchemas: {a: {}}
      minProperties: 1
      maxProperties: 9
      allOf: [{}]
      anyOf: [{}]
      oneOf: [{}]
      not: {const: 5}
      if: {}
      then: {}
      else: {}
      contentEncoding: base64
      contentMediaType: application/json
      contentSchema: {}
      title: t
      description: d
      default: a
      examples: [a]
      example: b
      deprecated: true
      readOnly: true
      writeOnly: true
      discriminator: {propertyName: a, mapping: {v: U}, defaultMapping: U, x-discriminator: 1}
      xml: {nodeType: element, name: n, namespace: https://example.com, prefix: p, attribute: true, wrapped: true, x-xml: 1}
      externalDocs: {url: https://example.com}
      unknown: 1
      x-schema: 1
    U: {$dynamicRef: '#/components/schemas/S'}
    X: {$ref: '#/x-models/M'}
  responses:
    R:
      summary: s
      description: d
      headers: {X-A: {$ref: '#/components/headers/H'}}
      content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}
      links: {l: {$ref: '#/components/links/L'}}
      x-response: 1
  parameters: {P: {name: p, in: cookie, style: cookie, schema: {}}}
  examples: {E: {summary: s, description: d, externalValue: https://example.com, x-example: 1}, V: {value: 1}}
  requestBodies: {B: {content: {}}}
  headers:
    H: {description: d, required: true, deprecated: true, style: simple, explode: true, allowReserved: true, schema: {}, examples: {e: {value: 1}}, x-header: 1}
    C: {content: {text/plain: {}}}
  securitySchemes:
    key: {type: apiKey, name: k, in: cookie, description: d, deprecated: true, x-scheme: 1}
    http: {type: http, scheme: bearer, bearerFormat: JWT}
    oauth:
      type: oauth2
      oauth2MetadataUrl: https://example.com
      flows:
        implicit: {authorizationUrl: u, refreshUrl: r, scopes: {read: d}, x-flow: 1}
        password: {tokenUrl: u, scopes: {}}
        clientCredentials: {tokenUrl: u, scopes: {}}
        authorizationCode: {authorizationUrl: u, tokenUrl: u, scopes: {}}
        deviceAuthorization: {deviceAuthorizationUrl: u, tokenUrl: u, scopes: {}}
    open: {type: openIdConnect, openIdConnectUrl: u}
    tls: {type: mutualTLS}
  links:
    L: {operationId: op1, parameters: {p: $request.body}, requestBody: 1, description: d, server: {url: /l}, x-link: 1}
    O: {operationRef: '#/paths/~1a~1{id}/put'}
  callbacks: {C: {'{$request.body#/url}': {post: {}}, x-callback: 1}}
  pathItems: {I: {get: {}}}
  mediaTypes: {M: {schema: {}, example: 1}}
security: [{http: []}]
tags:
- {name: t, summary: s, description: d, externalDocs: {url: u}, parent: p, kind: nav, x-tag: 1}
- {name: p}
externalDocs: {url: u}
`

// A loss is a field of the model that no part of the kitchen sink fills: parse does not read it.
func TestNothingIsLost(t *testing.T) {
	d := sound(t, kitchenSink)
	filled := map[string]bool{}
	fill(reflect.ValueOf(d), filled, map[uintptr]bool{})
	allowed := map[string]bool{
		"Schema.Synth": true, "Schema.OpenOf": true, "Discriminator.Base": true, "License.URL": true, // made later; excludes Identifier
	}
	for _, typ := range []any{api.Document{}, api.Info{}, api.Contact{}, api.License{}, api.Server{}, api.ServerVariable{}, api.Tag{},
		api.ExternalDocs{}, api.PathItem{}, api.Operation{}, api.Callback{}, api.Parameter{}, api.Serialization{}, api.Header{},
		api.RequestBody{}, api.MediaType{}, api.Encodings{}, api.Encoding{}, api.ResponseEntry{}, api.Response{}, api.Link{},
		api.Example{}, api.SecurityScheme{}, api.APIKey{}, api.HTTPAuth{}, api.OAuth2{}, api.OpenIDConnect{}, api.Flow{},
		api.SchemeUse{}, api.Schema{}, api.NumberRules{}, api.StringRules{}, api.ArrayRules{}, api.ObjectRules{}, api.Composition{},
		api.CoreRules{}, api.ContentRules{}, api.Annotations{}, api.OpenAPIRules{}, api.Discriminator{}, api.MapEntry{}, api.XML{},
		api.Reference{}, api.Ref{}, api.Pagination{}, api.PageWord{}} {
		typ := reflect.TypeOf(typ)
		for i := range typ.NumField() {
			if name := typ.Name() + "." + typ.Field(i).Name; !allowed[name] {
				assert.True(t, filled[name], "nothing fills %s", name)
			}
		}
	}
}

// fill notes the fields of structs that have a value.
func fill(v reflect.Value, filled map[string]bool, seen map[uintptr]bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() || seen[v.Pointer()] {
			return
		}
		seen[v.Pointer()] = true
		fill(v.Elem(), filled, seen)
	case reflect.Interface:
		if !v.IsNil() {
			fill(v.Elem(), filled, seen)
		}
	case reflect.Slice:
		for i := range v.Len() {
			fill(v.Index(i), filled, seen)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); !f.IsZero() {
				filled[v.Type().Name()+"."+v.Type().Field(i).Name] = true
				fill(f, filled, seen)
			}
		}
	}
}

// Every field of every table must stand in the kitchen sink, so that the test above sees it.
func TestKitchenSinkIsComplete(t *testing.T) {
	for _, f := range []*tree.Fields{tree.DocumentFields, tree.InfoFields, tree.ContactFields, tree.LicenseFields, tree.ServerFields, tree.VariableFields, tree.ComponentsFields,
		tree.PathItemFields, tree.OperationFields, tree.ExternalDocsFields, tree.ParameterFields, tree.HeaderFields, tree.BodyFields, tree.MediaFields, tree.EncodingFields,
		tree.ResponseFields, tree.ExampleFields, tree.LinkFields, tree.TagFields, tree.SchemeFields, tree.FlowsFields, tree.FlowFields, tree.DiscriminatorFields, tree.XMLFields} {
		for _, name := range f.Names(2) {
			assert.True(t, strings.Contains(kitchenSink, name+":"), "%s of %s", name, f.Object)
		}
	}
	for _, name := range keywordNames(false) {
		assert.True(t, strings.Contains(kitchenSink, name+":"), name)
	}
}

func TestMarksAreInDocumentOrder(t *testing.T) {
	d := sound(t, kitchenSink)
	s := component(t, d, "S")
	last := uint32(0)
	for _, m := range s.Marks {
		require.Greater(t, m.Line, last, m.Keyword)
		last = m.Line
	}
	assert.Len(t, s.Marks, len(keywordNames(false))+2) // and the two extensions
	assert.Equal(t, api.Rewritten, s.Written(api.KwExample).Fate)
}
