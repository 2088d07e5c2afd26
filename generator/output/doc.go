// Package output holds generated files, compares them with a folder and writes them into it.
//
// A folder belongs to one document. A file of ours is a *_gen.go, *_gen_test.go or *_gen.md file whose first line is the [Header] of that document; all
// other files are foreign and are never touched, so hand-written Go can stand beside generated Go. Foreign are hidden files and folders
// too, unless a killed run left them.
//
// # What a killed run leaves
//
// [Write] first writes every file that changes into a hidden folder inside the target (".oas2go-staged-", the number of the process
// and a random one: the go tool does not look into it), and only when all of them are there moves them into place. A run that is killed before the first move
// leaves the old files. The moves take well under a millisecond; a run that is killed between two of them leaves a mix of old and
// new files of ours, each of them whole. No file system call replaces some files of a folder at once, so this window cannot be
// closed; the next run repairs it, because it compares every file anew, and it removes the hidden folder too,
// which it knows by its name, a process that has ended, and nothing but generated files in it. A move that fails brings the old
// files back.
package output

// A File is one generated file.
type File struct {
	Name string // without folder: models_gen.go
	Data []byte
}
