package output

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// A Summary says what [Write] did.
type Summary struct {
	Files   int      // all files, unchanged ones too
	Changed []string // names of the files that were written
	Removed []string // names of the files of an earlier run that are not generated any more
}

// Write makes dir hold exactly files from the document with that name (see [Document]), beside the foreign files. Files that are
// the same already are not touched. An error means that nothing has changed; see the package comment for killed runs.
//
// Write refuses a folder that holds the code of another document, and a foreign file whose name is needed. Of several runs into the same
// folder at the same time each waits for the one before it; on systems without locks (Windows) the folder can end as a mix of their files,
// which the next run repairs.
func Write(ctx context.Context, dir, document string, files []File) (*Summary, error) {
	return write(ctx, dir, document, files, func(string, string) error { return nil })
}

// A fault lets tests fail a step: "make", "stage", "move" or "remove" of a name.
type fault func(step, name string) error

func write(ctx context.Context, dir, document string, files []File, fail fault) (*Summary, error) {
	f, unlock, err := inspectLocked(ctx, dir, document, files, fail)
	if err != nil {
		return nil, err
	}
	defer unlock()
	s := &Summary{Files: len(files), Removed: f.stale(files)}
	changed := f.changed(files)
	for _, file := range changed {
		s.Changed = append(s.Changed, file.Name)
	}
	if err := f.removeLeftovers(); err != nil {
		return nil, err
	}
	if len(changed) == 0 && len(s.Removed) == 0 {
		return s, nil
	}
	if err := f.replace(ctx, changed, s.Removed, fail); err != nil {
		return nil, err
	}
	return s, nil
}

// inspectLocked is inspect for a folder that nobody else writes into until unlock. The folder is made if it does not exist.
func inspectLocked(ctx context.Context, dir, document string, files []File, fail fault) (f *folder, unlock func(), err error) {
	before := &folder{dir: filepath.Clean(dir)}
	if err := before.findMissing(); err != nil {
		return nil, nil, err
	}
	defer func() {
		if err != nil {
			before.removeMade()
		}
	}()
	unlock = func() {}
	for locked := false; !locked; {
		if err := fail("make", before.dir); err != nil {
			return nil, nil, err
		}
		if err := os.MkdirAll(before.dir, 0o755); err != nil {
			return nil, nil, plain(err)
		}
		switch unlock, err = lockFolder(ctx, before.dir); {
		case err == nil:
			locked = true
		case !errors.Is(err, fs.ErrNotExist): // else another run has made it and removed it again
			return nil, nil, err
		}
	}
	if f, err = inspect(dir, document, files); err != nil {
		unlock()
		return nil, nil, err
	}
	f.missing = before.missing
	return f, unlock, nil
}

// replace stages the changed files, then moves them into place and removes the stale ones.
func (f *folder) replace(ctx context.Context, changed []File, stale []string, fail fault) (err error) {
	defer func() {
		if err != nil {
			f.removeMade()
		}
	}()
	stage, err := f.makeStaging()
	if err != nil {
		return err
	}
	defer os.RemoveAll(stage)
	for _, file := range changed {
		if err := errors.Join(ctx.Err(), fail("stage", file.Name)); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(stage, file.Name), file.Data, 0o644); err != nil {
			return plain(err)
		}
	}
	// From here on the run goes through: it is short, and a half would be worse than either end.
	if err := ctx.Err(); err != nil {
		return err
	}
	return f.commit(stage, changed, stale, fail)
}

// commit moves the staged files into place. If a step fails it undoes the steps before it.
func (f *folder) commit(stage string, changed []File, stale []string, fail fault) error {
	var done []string
	step := func(kind, name string, do func(path string) error) error {
		err := fail(kind, name)
		if err == nil {
			err = plain(do(filepath.Join(f.dir, name)))
		}
		if err != nil {
			return f.undo(stage, done, err)
		}
		done = append(done, name)
		return nil
	}
	for _, file := range changed {
		err := step("move", file.Name, func(path string) error { return os.Rename(filepath.Join(stage, file.Name), path) })
		if err != nil {
			return err
		}
	}
	for _, name := range stale {
		if err := step("remove", name, os.Remove); err != nil {
			return err
		}
	}
	return nil
}

// undo brings back the files that the steps done have replaced or removed, and returns cause with what could not be undone.
func (f *folder) undo(stage string, done []string, cause error) error {
	for _, name := range slices.Backward(done) {
		path := filepath.Join(f.dir, name)
		old, existed := f.old[name]
		err := error(nil)
		if !existed {
			err = os.Remove(path)
		} else if err = os.WriteFile(filepath.Join(stage, name), old, 0o644); err == nil {
			err = os.Rename(filepath.Join(stage, name), path)
		}
		if err != nil {
			return fmt.Errorf("%w; the old %s could not be brought back: %w", cause, name, plain(err))
		}
	}
	return cause
}

// removeMade removes the folders that this run made, if they are empty.
func (f *folder) removeMade() {
	for _, dir := range slices.Backward(f.missing) {
		if os.Remove(dir) != nil {
			return
		}
	}
}
