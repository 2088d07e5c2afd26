package support

import (
	"io"
	"slices"
)

// blockBytes is how much a blockReader asks for at a time.
const blockBytes = 64 << 10

// A blockReader reads an input in blocks, and keeps what its user has not passed yet.
type blockReader struct {
	in     io.Reader
	buf    []byte
	pos    int   // index in buf of the next byte
	before int64 // how many bytes came before buf
	stop   error // of in
}

// peek skips white space and returns the next byte without reading it.
func (b *blockReader) peek() (byte, error) {
	for {
		for ; b.pos < len(b.buf); b.pos++ {
			switch c := b.buf[b.pos]; c {
			case ' ', '\n', '\t', '\r':
			default:
				return c, nil
			}
		}
		if err := b.more(); err != nil {
			return 0, err
		}
	}
}

// more reads what comes next, at least a byte. It may move what there is from pos on to the front.
func (b *blockReader) more() error {
	if b.pos > 0 {
		b.before += int64(b.pos)
		b.buf = b.buf[:copy(b.buf, b.buf[b.pos:])]
		b.pos = 0
	}
	if cap(b.buf)-len(b.buf) < blockBytes/2 { // small reads are slow
		b.buf = slices.Grow(b.buf, max(len(b.buf), blockBytes))
	}
	for tries := 0; b.stop == nil; tries++ {
		n, err := b.in.Read(b.buf[len(b.buf):cap(b.buf)])
		b.buf, b.stop = b.buf[:len(b.buf)+n], err
		if n > 0 {
			return nil
		}
		if tries == 100 && err == nil {
			b.stop = io.ErrNoProgress
		}
	}
	return b.stop
}
