// Package parse turns the tree of a document of OpenAPI 3.0, 3.1 or 3.2, or of Swagger 2.0, into the model of package api, and
// reports what is wrong with the document. All differences between the versions end here: the schemas of the model are JSON Schema 2020-12, whatever
// the document was written in.
//
// It works in three steps: read the tree in document order and note every reference; follow the references, which may lead to more
// to read; hand the document to package check. Each object of the specification is read here. How a single value is read is in
// package tree, where a reference leads in package locate, what Swagger 2.0 has otherwise in package swagger.
package parse
