// Package revision reads documents out of git: what a commit, the merge base of two commits, or the index has at a path. It takes the
// name of a document, such as main:api.yaml, and gives the files of that commit as an [io/fs.FS]. It asks the git command, changes no
// file of the work tree and runs no hook. It fetches commits only where a shallow clone lacks those that a name asks for.
package revision
