package remote

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
)

// Sums has the hashes of files, in the form of sha256sum: a hash, two spaces, a path. Other lines are kept.
type Sums struct{ lines []string }

// Hash returns the SHA-256 of data, in hexadecimal.
func Hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

const between = "  " // hash and path

// ReadSums reads hashes. A file that is not there has none.
func ReadSums(path string) (*Sums, error) {
	data, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	s := &Sums{}
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" {
			s.lines = append(s.lines, line)
		}
	}
	return s, nil
}

// Of returns the hash of a file, "" if there is none.
func (s *Sums) Of(name string) string {
	for _, line := range s.lines {
		if hash, file, ok := strings.Cut(line, between); ok && file == name {
			return hash
		}
	}
	return ""
}

// Set remembers the hash of a file.
func (s *Sums) Set(name, hash string) {
	s.lines = slices.DeleteFunc(s.lines, func(line string) bool { return strings.HasSuffix(line, between+name) })
	s.lines = append(s.lines, hash+between+name)
	slices.SortFunc(s.lines, func(a, b string) int { return strings.Compare(path(a), path(b)) })
}

func path(line string) string {
	_, file, _ := strings.Cut(line, between)
	return file
}

// Text returns the file.
func (s *Sums) Text() []byte { return []byte(strings.Join(s.lines, "\n") + "\n") }
