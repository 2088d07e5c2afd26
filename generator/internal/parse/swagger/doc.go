// Package swagger rewrites the tree of a file of Swagger 2.0 into that of the OpenAPI 3.0 document that says the same, so that all
// other code knows one version less (docs/adr/0009). What moves is still known by its pointer in the file.
//
// It gets trees as they were read, and returns trees. It knows the fields of both specifications, but not the model that is made of
// the new tree; it reports what a reader of OpenAPI 3.0 would not see.
package swagger
