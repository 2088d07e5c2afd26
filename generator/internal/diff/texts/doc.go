// Package texts has the words of sentences about changes: how a text was reworded, and values and paths that are not too long.
package texts
