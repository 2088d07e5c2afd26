// Package interop holds tests that let the official Go SDK of the cloud and
// the generated package dis talk to each other, and that show calls to
// OpenTelemetry. Servers are generated for its tests: the SDK calls that of
// DIS, and net/http, chi, echo and gin lead requests to them. It is a module
// of its own, so that none of these is a dependency of oas2go. Nothing leaves
// the machine.
package interop
