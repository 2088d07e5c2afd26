package output

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Replace writes reports: each of files has a path for its name, and is replaced whole or made. All are written before the first is moved
// into place, so that a full disk leaves the old ones. Symbolic links stay, and pipes and devices are written to. Replace does not look at
// what stood there before.
func Replace(ctx context.Context, files []File) error {
	var moves []move
	defer func() {
		for _, m := range moves {
			_ = os.Remove(m.from) // those that were moved are gone already
		}
	}()
	var streams []File
	for _, file := range files {
		if isStream(file.Name) {
			streams = append(streams, file)
			continue
		}
		m, err := stageBeside(file)
		if m.from != "" {
			moves = append(moves, m)
		}
		if err != nil {
			return cannotWrite(file.Name, err)
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	for _, m := range moves {
		if err := os.Rename(m.from, m.to); err != nil {
			return cannotWrite(m.to, err)
		}
	}
	for _, file := range streams {
		if err := os.WriteFile(file.Name, file.Data, 0); err != nil {
			return cannotWrite(file.Name, err)
		}
	}
	return nil
}

// isStream reports whether a path is a pipe or a device, which nothing can be moved over.
func isStream(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.IsDir() && !info.Mode().IsRegular()
}

// A move is a staged file and where it belongs.
type move struct{ from, to string }

// stageBeside writes a file under another name in its folder. The move has no from if nothing was made.
func stageBeside(file File) (move, error) {
	to := file.Name
	if real, err := filepath.EvalSymlinks(to); err == nil {
		to = real
	}
	info, err := os.Stat(to)
	if err == nil && info.IsDir() {
		return move{}, errors.New("it is a folder")
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return move{}, err
	}
	f, err := os.CreateTemp(filepath.Dir(to), "."+filepath.Base(to)+"-*")
	if err != nil {
		return move{}, err
	}
	_, err = f.Write(file.Data)
	// Temporary files are for their owner only; a report is for whom the one before was.
	mode := fs.FileMode(0o644)
	if info != nil {
		mode = info.Mode().Perm()
	}
	return move{f.Name(), to}, errors.Join(err, f.Chmod(mode), f.Close())
}

func cannotWrite(path string, err error) error {
	return fmt.Errorf("%s cannot be written: %w", path, reason(err))
}

// reason returns the part of an error that names no temporary file.
func reason(err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err
	}
	if e, ok := errors.AsType[*os.LinkError](err); ok {
		return e.Err
	}
	return err
}
