// Command bench compares the speed of generated code with other libraries.
//
// It builds both generators, ours and oapi-codegen, makes packages of the documents of package workload with them, and builds program
// runner with these packages: an overlay of the go command puts them in their place, so that no generated code is kept here. The runner
// checks that all contenders make the same of a text, then lets them run in turn, round by round. What counts are ratios within a round.
//
// This is a module of its own, so that the libraries are no dependency of oas2go. It runs in its own folder.
package main
