// Package wire reads the texts of messages as JSON values: parameters in all styles, forms, XML, and which media type a message has. A
// text may be read in several ways, so it returns choices, and leaves it to others to say which of them a schema allows. It takes texts and
// what the document says of how they are written.
package wire
