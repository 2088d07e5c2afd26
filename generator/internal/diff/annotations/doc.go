// Package annotations compares what schemas say beside their constraints: titles, descriptions, examples, defaults, discriminators,
// extensions, and the names of components. It walks two documents side by side from places that belong together, each pair once, and
// asks nothing about values.
package annotations
