//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package output

import (
	"context"
	"errors"
	"os"
	"syscall"
	"time"
)

// lockFolder waits until no other run writes into a folder, which exists, and keeps others out until unlock. The lock leaves no file, and
// ends with the process. Where the file system has no locks there is none.
func lockFolder(ctx context.Context, dir string) (unlock func(), err error) {
	for {
		f, err := os.Open(dir)
		if err != nil {
			return nil, plain(err)
		}
		switch err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); {
		case errors.Is(err, syscall.EWOULDBLOCK) || errors.Is(err, syscall.EINTR):
		case err != nil || isStill(f, dir):
			return func() { _ = f.Close() }, nil
		}
		_ = f.Close()
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// isStill reports whether dir is the folder that is open, and nobody has removed and made it again meanwhile.
func isStill(f *os.File, dir string) bool {
	here, err := f.Stat()
	there, errThere := os.Stat(dir)
	return err == nil && errThere == nil && os.SameFile(here, there)
}
