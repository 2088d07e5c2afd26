// Package server decides how operations are served: which credentials are checked, how parameters and bodies are read, and what the
// responses may be. It takes the operations that were planned with the declarations of their parameters, results and calls, and returns
// the declarations of a handler.
package server
