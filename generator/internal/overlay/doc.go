// Package overlay reads documents of the Overlay Specification (1.0 and 1.1) and applies them to the tree of an OpenAPI document before
// anything else looks at it. Positions stay: what an overlay has put into the tree has its line, see [diag.Pos.Written].
package overlay
