// Package interop holds tests that let the official Go SDK of the cloud and
// the generated package dis talk to each other, that show calls to
// OpenTelemetry, and that put a generated handler below other routers. It is a
// module of its own, so that none of them is a dependency of oas2go. Nothing
// leaves the machine.
package interop
