package source

import (
	"net/url"
	"path/filepath"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
)

// A Mapping says which file, or folder of files, stands for what has a URI.
type Mapping struct {
	URI  string // that of a file, or with a slash at its end what URIs of files begin with
	Path string // of the file or the folder
}

// A mapped is a mapping whose folder may be read.
type mapped struct {
	Mapping
	folder *folder
}

// Map makes files of the disk stand for URIs, of which the longest that fits counts. They are read besides those of the folders.
func (l *Loader) Map(list []Mapping) {
	for _, m := range list {
		dir := m.Path
		if !strings.HasSuffix(m.URI, "/") {
			dir = filepath.Dir(m.Path)
		}
		l.mapped = append(l.mapped, mapped{m, diskFolder(dir)})
	}
}

// Maps reports whether a file stands for a URI.
func (l *Loader) Maps(uri *url.URL) bool {
	m, _ := l.mapping(uri)
	return m.folder != nil
}

// mapping returns the mapping for a URI, and the name of the file in its folder.
func (l *Loader) mapping(uri *url.URL) (best mapped, inside string) {
	text := strings.TrimSuffix(uri.String(), "#")
	for _, m := range l.mapped {
		rest, below := strings.CutPrefix(text, m.URI)
		switch {
		case !below || len(m.URI) < len(best.URI):
		case rest == "" && !strings.HasSuffix(m.URI, "/"):
			best, inside = m, filepath.Base(m.Path)
		case rest != "" && strings.HasSuffix(m.URI, "/"):
			best, inside = m, rest
			if plain, err := url.PathUnescape(rest); err == nil {
				inside = plain
			}
		}
	}
	return best, inside
}

// loadMapped reads the file that stands for a URI, by which its own references are relative.
func (l *Loader) loadMapped(uri *url.URL, findings *diag.List) (*Document, *Refusal) {
	m, inside := l.mapping(uri)
	name := m.folder.paths[0] + "/" + inside
	shown := filepath.Join(filepath.Dir(m.Path), filepath.FromSlash(inside))
	if strings.HasSuffix(m.URI, "/") {
		shown = filepath.Join(m.Path, filepath.FromSlash(inside))
	}
	l.asked = append(l.asked, shown)
	f, inside, refusal := l.lookUpIn([]*folder{m.folder}, name)
	if refusal != nil {
		refusal.Problem = "is " + l.relative(name) + " by refs of the configuration, which " + refusal.Problem
		return nil, refusal
	}
	data, refusal := l.readFrom(f, inside)
	if refusal != nil {
		return nil, refusal
	}
	return readText(&diag.File{Name: shown, URI: uri.String(), Relative: l.relative(name)}, data, &l.room, findings), nil
}
