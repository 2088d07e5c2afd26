// Package interop holds tests that let the official Go SDK of the cloud and
// the generated package dis talk to each other, and that show calls to
// OpenTelemetry. It is a module of its own, so that neither is a dependency of
// oas2go. Nothing leaves the machine.
package interop
