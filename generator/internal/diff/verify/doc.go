// Package verify judges by means that are not ours: whether a document allows a JSON value, and whether it allows a whole HTTP message.
// A change is called breaking only if one document allows a witness and the other one does not, as this package says.
//
// It takes a document, values and messages, and returns what is wrong with them. Schemas are read from the text of the document,
// translated to JSON Schema 2020-12 and judged by github.com/santhosh-tekuri/jsonschema. It knows nothing of package analysis and of
// how schemas are compared.
package verify
