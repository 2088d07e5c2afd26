// Package oracle compares what package surface says about two generated packages with what golang.org/x/exp/apidiff says about their
// printed code: which names stop compiling, and which are new. It is a module of its own, because apidiff is no part of oas2go.
package oracle
