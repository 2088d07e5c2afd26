package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
)

// staging begins the name of the hidden folder that holds files before they are moved into place. The number of the process and a
// random one follow.
const staging = ".oas2go-staged-"

var stagingName = regexp.MustCompile(`^` + regexp.QuoteMeta(staging) + `([0-9]+)-[0-9]+$`)

// makeStaging makes the hidden folder of this run.
func (f *folder) makeStaging() (path string, err error) {
	path, err = os.MkdirTemp(f.dir, fmt.Sprintf("%s%d-", staging, os.Getpid()))
	if err != nil {
		return "", fmt.Errorf("%s cannot be written: %w", f.dir, plain(err))
	}
	return path, nil
}

// removeLeftovers removes the hidden folders of runs that were killed. A folder is one of those if its name has the whole form, its
// process has ended, and it holds staged files and nothing else: all other entries are foreign, whatever they are called.
func (f *folder) removeLeftovers() error {
	entries, err := os.ReadDir(f.dir)
	if err != nil {
		return nil // the folder does not exist yet
	}
	for _, e := range entries {
		match := stagingName.FindStringSubmatch(e.Name())
		if match == nil || !e.IsDir() || atWork(match[1]) {
			continue
		}
		dir := filepath.Join(f.dir, e.Name())
		files, ours := stagedFiles(dir)
		if !ours {
			continue
		}
		// One by one: what somebody puts there meanwhile stays. Another run may remove the same.
		for _, path := range append(files, dir) {
			if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return plain(err)
			}
		}
	}
	return nil
}

// atWork reports whether another process with that number runs. This one has made no folder yet: one with its number is of an earlier
// process, and in a container they may all have the same.
func atWork(number string) bool {
	pid, err := strconv.Atoi(number)
	return err == nil && pid != os.Getpid() && running(pid)
}

// stagedFiles returns the files in a folder; ours says that all of them are staged ones: generated, or empty because the run was killed
// before it wrote them. What cannot be read is not ours.
func stagedFiles(dir string) (paths []string, ours bool) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, false
	}
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		info, err := e.Info()
		if err != nil || !info.Mode().IsRegular() || !isOurName(e.Name()) {
			return nil, false
		}
		if _, ok, err := readHeader(path); err != nil || !ok && info.Size() > 0 {
			return nil, false
		}
		paths = append(paths, path)
	}
	return paths, true
}
