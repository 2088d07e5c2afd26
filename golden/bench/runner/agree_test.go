package main

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAgrees(t *testing.T) {
	text := []byte(`{"a":null,"b":[{"c":1.0,"d":null},null],"e":"\u0041"}`)
	writes := func(s string) contender {
		return contender{write: func() ([]byte, error) { return []byte(s), nil }}
	}
	require.NoError(t, writes(`{"e":"A","b":[{"c":1},null]}`).agrees(text))
	assert.Error(t, writes(`{"e":"A","b":[{"c":1}]}`).agrees(text))
	assert.Error(t, writes(`{"e":"B","b":[{"c":1},null]}`).agrees(text))
	assert.Error(t, writes(`{"e":`).agrees(text))

	reads := func(x any, err error) contender {
		return contender{read: func() (any, error) { return x, err }}
	}
	require.NoError(t, reads(nil, nil).agrees(text), "a scan makes no value")
	assert.Error(t, reads(map[string]any{"e": "A"}, nil).agrees(text))
	assert.Error(t, reads(nil, errors.New("no")).agrees(text))
}

func TestRace(t *testing.T) {
	var order []string
	run := func(name string) *track {
		return &track{operations: 1, contender: contender{name: name, read: func() (any, error) {
			order = append(order, name)
			return nil, nil
		}}}
	}
	a, b := run("a"), run("b")
	require.NoError(t, race([]*track{a, b}, 3))
	assert.Equal(t, []string{"a", "a", "b", "b", "b", "b", "a", "a", "a", "a", "b", "b"}, order, "each slot runs twice")
	assert.Len(t, a.done().Times, 3)
}
