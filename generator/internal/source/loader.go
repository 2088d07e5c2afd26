package source

import (
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
)

const (
	maxFiles  = 10_000    // that a document may refer to
	maxLoaded = 256 << 20 // bytes of all of them
)

// A Loader reads a document and the files that it refers to. Files come from the folder of the document and from those that are
// allowed besides, whatever ".." and symbolic links say, and never from a network.
type Loader struct {
	path    string     // of the document, as it was given, or in a tree
	prefix  string     // stands before the names of files
	given   *givenText // the document, if it is not read from a file
	folders []*folder  // that of the document first
	mapped  []mapped   // files that stand for URIs
	disk    bool
	files   int // that were read besides the document
	bytes   int64
	guesses int
	asked   []string // paths of the disk
	room    room
}

// Allow multiplies the limits of what the document may hold.
func (l *Loader) Allow(times int) { l.room.times = times }

// NewLoader returns a loader for the document at path. It may also read what is below the folders in allowed.
func NewLoader(path string, allowed ...string) *Loader {
	l := &Loader{path: path, disk: true}
	for _, dir := range slices.Concat([]string{filepath.Dir(path)}, allowed) {
		l.folders = append(l.folders, diskFolder(dir))
	}
	return l
}

// A givenText is a document that somebody else has read.
type givenText struct {
	name string
	data []byte
}

// NewTextLoader returns a loader for a document of which the text is known. Findings call it name, and it refers to other files as if it
// stood at path on the disk.
func NewTextLoader(name, path string, data []byte, allowed ...string) *Loader {
	l := NewLoader(path, allowed...)
	l.given = &givenText{name, data}
	return l
}

// NewTreeLoader returns a loader for the document at name in files, which are those of a commit. In findings a prefix stands before the
// names of its files. It may also read what is below the folders in allowed, which are paths in files.
func NewTreeLoader(files fs.FS, name, prefix string, allowed ...string) *Loader {
	l := NewMemoryLoader(files, name)
	l.prefix = prefix
	for _, dir := range allowed {
		if below, err := fs.Sub(files, dir); err == nil {
			l.folders = append(l.folders, &folder{paths: []string{path.Join("/", dir)}, files: below})
		}
	}
	return l
}

// NewMemoryLoader returns a loader for the document at name in files, which stands for a disk.
func NewMemoryLoader(files fs.FS, name string) *Loader {
	l := &Loader{path: name}
	if below, err := fs.Sub(files, path.Dir(name)); err == nil {
		l.folders = append(l.folders, &folder{paths: []string{path.Join("/", path.Dir(name))}, files: below})
	}
	return l
}

// Document reads the document itself. The error is about the file, as that of [ReadFile].
func (l *Loader) Document(findings *diag.List) (*Document, error) {
	if l.given != nil {
		uri := fileURI(path.Join(l.folders[0].paths[0], filepath.Base(l.path)))
		return readText(&diag.File{Name: l.given.name, URI: uri}, l.given.data, &l.room, findings), nil
	}
	if l.disk {
		d, err := readFile(l.path, &l.room, findings)
		if abs, absErr := filepath.Abs(l.path); err == nil && absErr == nil {
			d.File.URI = fileURI(uriPath(abs))
		}
		return d, err
	}
	if len(l.folders) == 0 {
		return nil, fs.ErrNotExist
	}
	data, err := fs.ReadFile(l.folders[0].files, path.Base(l.path))
	if err != nil {
		return nil, err
	}
	return readText(&diag.File{Name: l.prefix + l.path, URI: fileURI(path.Join("/", l.path))}, data, &l.room, findings), nil
}

// Bytes returns the size of all files that were read, the document not counted.
func (l *Loader) Bytes() int64 { return l.bytes }

// Asked returns the paths of the files that the document refers to, those that are not there too.
func (l *Loader) Asked() []string { return l.asked }

// Close lets go of the folders.
func (l *Loader) Close() {
	for _, f := range l.folders {
		f.close()
	}
	for _, m := range l.mapped {
		m.folder.close()
	}
}

// A Refusal says why a file is not read.
type Refusal struct {
	Rule    diag.Rule
	Problem string // follows the name of the file: "does not exist"
	Hint    string
	Missing bool // there is no such file
}

func refuse(problem, hint string) *Refusal {
	return &Refusal{Rule: diag.RuleRef, Problem: problem, Hint: hint}
}

// Load reads the file at an absolute URI. What is wrong with its text goes to findings. The caller remembers which files it has.
func (l *Loader) Load(uri *url.URL, findings *diag.List) (*Document, *Refusal) {
	if l.Maps(uri) {
		return l.loadMapped(uri, findings)
	}
	switch strings.ToLower(uri.Scheme) {
	case "", "file":
	case "http", "https":
		return nil, refuse("is on the network, and nothing is read from there", "save the file and name it in the configuration: refs: {"+uri.String()+": FILE}")
	default:
		return nil, refuse("is no file, and nothing here has that URI", "")
	}
	if uri.Host != "" && uri.Host != "localhost" {
		return nil, refuse("is on another computer, and nothing is read from there", "save the file beside the document and refer to it by its path")
	}
	name := path.Clean(uri.Path)
	if l.disk {
		l.asked = append(l.asked, diskPath(name))
	}
	data, refusal := l.read(name)
	if refusal != nil {
		return nil, refusal
	}
	file := &diag.File{URI: fileURI(name), Relative: l.relative(name)}
	file.Name = file.Relative
	if l.prefix != "" {
		file.Name = l.prefix + strings.TrimPrefix(name, "/")
	}
	if l.disk && !path.IsAbs(file.Relative) {
		file.Name = filepath.Join(filepath.Dir(l.path), filepath.FromSlash(file.Relative))
	}
	return readText(file, data, &l.room, findings), nil
}

// relative returns the way from the folder of the document to a file, and the file itself where there is none: on another drive.
func (l *Loader) relative(name string) string {
	if len(l.folders) == 0 {
		return name
	}
	way, err := filepath.Rel(filepath.FromSlash(l.folders[0].paths[0]), filepath.FromSlash(name))
	if err != nil {
		return name
	}
	return filepath.ToSlash(way)
}

// uriPath returns an absolute path as file URIs have it: with slashes, and one before a drive.
func uriPath(abs string) string { return path.Join("/", filepath.ToSlash(abs)) }

// diskPath is the opposite of uriPath.
func diskPath(name string) string {
	if drive := strings.TrimPrefix(name, "/"); filepath.VolumeName(filepath.FromSlash(drive)) != "" {
		name = drive
	}
	return filepath.FromSlash(name)
}

func fileURI(name string) string {
	uri := url.URL{Scheme: "file", Path: name}
	return uri.String()
}

// A folder is one that may be read, with all that is below it.
type folder struct {
	paths []string // absolute, with slashes: as it was given, and without symbolic links
	files fs.FS    // nil until it is opened
	root  *os.Root
}

func diskFolder(dir string) *folder {
	f := &folder{}
	abs, err := filepath.Abs(dir)
	if err != nil {
		abs = dir // which holds nothing, because no URI is relative
	}
	f.paths = []string{uriPath(abs)}
	if real, err := filepath.EvalSymlinks(abs); err == nil && real != abs {
		f.paths = append(f.paths, uriPath(real))
	}
	return f
}

// open makes sure that no name, and no symbolic link, leads out of the folder: os.Root follows only what stays inside.
func (f *folder) open() error {
	if f.files != nil {
		return nil
	}
	root, err := os.OpenRoot(diskPath(f.paths[0]))
	if err != nil {
		return err
	}
	f.root, f.files = root, root.FS()
	return nil
}

func (f *folder) close() {
	if f.root != nil {
		_ = f.root.Close() // nothing was written
		f.root, f.files = nil, nil
	}
}

// holds returns the name of a file inside of the folder.
func (f *folder) holds(name string) (inside string, ok bool) {
	for _, dir := range f.paths {
		if name == dir {
			return ".", true
		}
		if inside, ok = strings.CutPrefix(name, strings.TrimSuffix(dir, "/")+"/"); ok {
			return inside, true
		}
	}
	return "", false
}
