package generator

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"syscall"

	"golang.org/x/mod/modfile"
)

// ImportPath returns the import path of a folder, which need not exist: that of the nearest go.mod above it. It is "" if there is none.
func ImportPath(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for root := dir; ; root = filepath.Dir(root) {
		data, err := os.ReadFile(filepath.Join(root, "go.mod"))
		if err == nil {
			rest, err := filepath.Rel(root, dir)
			if module := modfile.ModulePath(data); module != "" {
				return path.Join(module, filepath.ToSlash(rest)), err
			}
			return "", err
		}
		if !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ENOTDIR) {
			return "", err
		}
		if root == filepath.Dir(root) {
			return "", nil
		}
	}
}
