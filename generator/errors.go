package generator

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"strconv"
)

// A UsageError says that the call is wrong, not the document: a missing file, a bad package name.
type UsageError struct{ Err error }

// Error returns what is wrong.
func (e *UsageError) Error() string { return e.Err.Error() }

// Unwrap returns the error inside.
func (e *UsageError) Unwrap() error { return e.Err }

// usage makes a UsageError, unless somebody has interrupted the run.
func usage(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return &UsageError{err}
}

// A PackageNameError says why a package cannot have a name.
type PackageNameError struct{ Name, Reason string }

// Error returns the name and the reason.
func (e *PackageNameError) Error() string {
	return "package name " + strconv.Quote(e.Name) + " " + e.Reason
}

var (
	// ErrUnusable says that the document has errors; the findings of the [Result] name them.
	ErrUnusable = errors.New("the document cannot be used")
	// ErrNotEnforced says that [Config.Strict] is set and generated code would not enforce all of the document; findings with
	// the rules not-enforced and not-generated name the parts.
	ErrNotEnforced = errors.New("generated code would not enforce all of the document")
	// ErrRefused says that the configuration makes errors of findings that the document has.
	ErrRefused = errors.New("the configuration refuses the document")
)

// An InternalError is a defect of this program.
type InternalError struct {
	Stage string // such as plan
	Err   error
	Saved string // path of a file with the stack or the broken source, "" if it could not be written
}

// Error returns what happened and where the details are.
func (e *InternalError) Error() string {
	text := fmt.Sprintf("internal error in %s: %v", e.Stage, e.Err)
	if e.Saved != "" {
		text += "\ndetails for a report are in " + e.Saved
	}
	return text
}

// Unwrap returns the error inside.
func (e *InternalError) Unwrap() error { return e.Err }

// internal makes an InternalError and saves what helps to find its cause.
func internal(stage string, err error, details []byte) *InternalError {
	return &InternalError{Stage: stage, Err: err, Saved: save(stage, details)}
}

// save writes details to a new temporary file and returns its path, "" if that fails: the error itself matters more.
func save(stage string, details []byte) string {
	if len(details) == 0 {
		return ""
	}
	f, err := os.CreateTemp("", "oas2go-"+stage+"-*.txt")
	if err != nil {
		return ""
	}
	defer f.Close()
	if _, err := f.Write(details); err != nil {
		return ""
	}
	return f.Name()
}

// catch turns a panic in a stage into an InternalError. Deferred.
func catch(stage *string, err *error) {
	if problem := recover(); problem != nil {
		details := fmt.Appendf(nil, "panic: %v\n\n%s", problem, debug.Stack())
		*err = internal(*stage, fmt.Errorf("panic: %v", problem), details)
	}
}
