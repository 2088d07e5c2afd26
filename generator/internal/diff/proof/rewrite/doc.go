// Package rewrite writes documents in another way that means the same: a comparison of the two must find no message that differs. It works
// on trees, at the places that are schemas, parameters, responses; not on examples and values that look like them.
package rewrite
