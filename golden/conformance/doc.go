// Command conformance runs the public JSON Schema test suite through generated code.
//
// Each group of the suite becomes a component schema of an OpenAPI document, beside an object with one required property, value,
// that refers to it. The packages that the generator makes of these documents are compiled as one module, and each case is read by
// UnmarshalJSON and judged by Validate of the object: a value is accepted if both return nil.
// The documents that a group refers to are files, which stand for their URIs by refs of the configuration.
//
// With -random, schemas and values made by package random take the place of the suite, and package oracle says what is right. With -peers,
// other libraries judge the cases of the suite too.
//
// With -requests, every operation of documents is called through generated clients, and kin-openapi judges what they send. With -server
// too, each call goes through a generated server as well, and must be the same; kin-openapi and the servers judge changed requests.
//
// The suite is the test data of github.com/google/jsonschema-go, and, with -suite, a checkout of the suite itself. Nothing of it is
// kept here. This is a module of its own, so that the suite is no dependency of oas2go.
package main
