// Package interop holds tests that let the official Go SDK of the cloud and
// the generated package dis talk to each other. It is a module of its own, so
// that the SDK is no dependency of oas2go. Nothing leaves the machine.
package interop
