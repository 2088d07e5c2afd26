package output

import "bytes"

// DocumentOf returns the name of the document that a file was generated from, as [Document] gives it. ok is false for other files.
func DocumentOf(data []byte) (document string, ok bool) {
	line, _, _ := bytes.Cut(data, []byte("\n"))
	return parseHeader(string(line))
}
