// Package gorun compiles and runs generated packages, to find out what they really do with a message: the error of a call that is
// refused before it is sent, the error for a response that cannot be read. It makes a scratch module with one program for all messages,
// because building is what takes the time, and needs the go command and the modules that the package imports, but no network if they are
// in the module cache.
package gorun
