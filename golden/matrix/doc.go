// Command matrix combines every place of a document with every kind of schema. It generates packages for the pairs, compiles them, and
// sends and reads a value of each: what arrives must be equal, and a value that is not valid must be refused at its place.
package main
