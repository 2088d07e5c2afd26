// Package media says how a body of a media type is read and written. It takes media types and what a schema says of bytes, and knows
// nothing of operations.
package media
