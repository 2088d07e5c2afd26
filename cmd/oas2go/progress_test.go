package main

import (
	"bytes"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// A lockedBuffer is written by one goroutine and read by another.
type lockedBuffer struct {
	sync.Mutex
	bytes.Buffer
}

func (b *lockedBuffer) Write(data []byte) (int, error) {
	b.Lock()
	defer b.Unlock()
	return b.Buffer.Write(data)
}

func (b *lockedBuffer) text() string {
	b.Lock()
	defer b.Unlock()
	return b.String()
}

func TestProgress(t *testing.T) {
	var quick lockedBuffer
	p := startProgress(&quick, time.Hour)
	p.set("reading the document")
	p.end()
	assert.Empty(t, quick.text())

	var slow lockedBuffer
	p = startProgress(&slow, 0)
	p.set("planning")
	assert.Eventually(t, func() bool { return slow.text() != "" }, 5*time.Second, time.Millisecond)
	p.end()
	assert.Contains(t, slow.text(), "planning, 0 s")
	assert.Equal(t, "\r\x1b[K", slow.text()[len(slow.text())-4:], "nothing is left of it")
}
