//go:build !kin

package main

// holders returns a maker for the holder of each group. In the module of generated packages, a generated file stands in its place.
func holders() map[string]func() holder { return nil }
