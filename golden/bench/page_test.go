package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPage(t *testing.T) {
	p := page{Machine: machine{Processor: "Z80"}, Rounds: 7, Tables: "| a |\n|--|\n", Native: true}
	first, err := p.text(nil)
	require.NoError(t, err)
	assert.Contains(t, string(first), "Z80")
	assert.NotContains(t, string(first), "calls encoding/json.**")
	assert.True(t, strings.HasSuffix(string(first), "|--|\n\n"+byHand), "%s", first)

	p.Rounds = 9
	second, err := p.text([]byte(string(first) + "\n## By hand\n"))
	require.NoError(t, err)
	assert.Contains(t, string(second), "| Rounds | 9;")
	assert.NotContains(t, string(second), "| Rounds | 7;")
	assert.True(t, strings.HasSuffix(string(second), byHand+"\n## By hand\n"))

	_, err = p.text([]byte("# Another page\n"))
	assert.Error(t, err)
}

func TestProcessorName(t *testing.T) {
	assert.Equal(t, "Z80 @ 4 MHz", processorName("processor\t: 0\nmodel\t\t: 167\nmodel name\t: Z80 @ 4 MHz\nmodel name\t: 6502\n"))
	assert.Empty(t, processorName("CPU part: 0xd0c\n"))
}
