// Package declarations builds what is printed of types: declarations with their checks, codecs, defaults and comments. It takes shapes, rules
// and names and returns declarations of package gomodel, in groups that stay together in a file.
package declarations
