// Package routing says what tells apart the operations of one method and path. It takes the document, and knows nothing of Go or of
// requests: generated servers and the mock make their own routes of it.
package routing
