// Package effective says what counts for an operation of a document, whatever the document leaves to defaults, paths, ranges and
// variables: its parameters, the media type of a body, the response of a status, its servers and its security. It pairs the operations
// and the security schemes of two documents. All that it says means the same for two documents that mean the same.
package effective
