package revision

import (
	"bufio"
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"strings"
	"sync"
)

// maxObject is how much of one file is read, a bit more than the readers of documents take: enough for them to refuse it.
const maxObject = 513 << 20

// An objects reads objects by their hashes, from one process of git.
type objects struct {
	mutex sync.Mutex
	cmd   *exec.Cmd
	in    io.WriteCloser
	out   *bufio.Reader
	hash  string // of data, the last that was read: files are looked at before they are read
	data  []byte
}

func (g git) objects(ctx context.Context) (*objects, error) {
	o := &objects{cmd: g.command(ctx, "cat-file", "--batch")}
	var err error
	if o.in, err = o.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := o.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	o.out = bufio.NewReader(out)
	if err := o.cmd.Start(); err != nil {
		return nil, explain(err, "")
	}
	return o, nil
}

func (o *objects) close() {
	_ = o.in.Close() // git ends when nobody asks any more
	_ = o.cmd.Wait()
}

// read returns the bytes of an object.
func (o *objects) read(hash string) ([]byte, error) {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	if o.hash == hash {
		return o.data, nil
	}
	if _, err := fmt.Fprintln(o.in, hash); err != nil {
		return nil, fmt.Errorf("git does not answer: %w", err)
	}
	header, err := o.out.ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("git does not answer: %w", err)
	}
	fields := strings.Fields(header)
	if len(fields) != 3 {
		return nil, fmt.Errorf("the object %s is missing in the repository", hash)
	}
	size, err := strconv.ParseInt(fields[2], 10, 64)
	if err != nil {
		return nil, err
	}
	var data bytes.Buffer
	if _, err := data.ReadFrom(io.LimitReader(o.out, min(size, maxObject))); err != nil {
		return nil, err
	}
	if _, err := io.CopyN(io.Discard, o.out, size-int64(data.Len())+1); err != nil { // and the line break behind it
		return nil, err
	}
	o.hash, o.data = hash, data.Bytes()
	return o.data, nil
}

// readFolder returns the entries of a tree object: "<mode> <name>\0<hash>" one after the other.
func (o *objects) readFolder(hash string) (map[string]*node, error) {
	data, err := o.read(hash)
	if err != nil {
		return nil, err
	}
	size := len(hash) / 2
	entries := map[string]*node{}
	for len(data) > 0 {
		mode, rest, ok := bytes.Cut(data, []byte(" "))
		name, rest, found := bytes.Cut(rest, []byte{0})
		if !ok || !found || len(rest) < size {
			return nil, errors.New("git gave a folder that cannot be read")
		}
		entries[string(name)] = &node{kind: kindOf(string(mode)), hash: hex.EncodeToString(rest[:size])}
		data = rest[size:]
	}
	return entries, nil
}

// kindOf returns what the mode of an entry says: https://git-scm.com/docs/git-fast-import lists the modes.
func kindOf(mode string) kind {
	switch strings.TrimLeft(mode, "0") {
	case "40000":
		return isFolder
	case "120000":
		return isLink
	case "160000":
		return isModule
	}
	return isFile
}
