package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"
)

// openTerminal returns both ends of a pseudo-terminal with that many columns.
func openTerminal(t *testing.T, columns uint16) (near, far *os.File) {
	t.Helper()
	near, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip("no pseudo-terminals: ", err)
	}
	t.Cleanup(func() { near.Close() })
	require.NoError(t, unix.IoctlSetPointerInt(int(near.Fd()), unix.TIOCSPTLCK, 0))
	number, err := unix.IoctlGetInt(int(near.Fd()), unix.TIOCGPTN)
	require.NoError(t, err)
	far, err = os.OpenFile("/dev/pts/"+strconv.Itoa(number), os.O_RDWR|unix.O_NOCTTY, 0)
	require.NoError(t, err)
	require.NoError(t, unix.IoctlSetWinsize(int(far.Fd()), unix.TIOCSWINSZ, &unix.Winsize{Row: 25, Col: columns}))
	return near, far
}

// onTerminal returns what the command prints on a terminal of 60 columns, with the lines ended as elsewhere.
func onTerminal(t *testing.T, spec string, env []string, args ...string) string {
	t.Helper()
	self, err := os.Executable()
	require.NoError(t, err)
	near, far := openTerminal(t, 60)
	cmd := exec.Command(self, args...)
	cmd.Args[0] = "oas2go"
	cmd.Dir = filepath.Dir(spec)
	cmd.Env = append(append(os.Environ(), "NO_COLOR=", "TERM=xterm"), env...)
	cmd.Stdout, cmd.Stderr = far, far
	require.NoError(t, cmd.Start())
	far.Close()
	text, _ := io.ReadAll(near) // ends with EIO when the other end is closed
	_ = cmd.Wait()
	return strings.ReplaceAll(string(text), "\r\n", "\n")
}

func writeSpec(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	return path
}

// TestTerminal runs the command on a terminal: YAML, minified JSON, colours, many findings.
func TestTerminal(t *testing.T) {
	yaml := writeSpec(t, "api.yaml", "openapi: 3.0.3\r\ninfo: {title: größe, verzion: 1, version: '1'}\r\npaths: {}\r\n")
	excerpt := "    2 | info: {title: größe, verzion: 1, version: '1'}\n" +
		"      |                      ^\n" +
		"\thint: did you mean \"version\"?\n" +
		"api.yaml: 1 warning\n"
	plain := []string{"NO_COLOR=1"}
	assert.Equal(t, "api.yaml:2:24: warning: unknown key \"verzion\" in the Info Object [unknown-key]\n"+excerpt,
		onTerminal(t, yaml, plain, "lint", "api.yaml"))
	assert.Contains(t, onTerminal(t, yaml, plain, "generate", "api.yaml", "-p", "api", "-o", "out"), excerpt)
	colored := onTerminal(t, yaml, nil, "lint", "api.yaml")
	assert.Contains(t, colored, "api.yaml:2:24: \x1b[1;33mwarning\x1b[0m: unknown key")
	assert.Contains(t, colored, "|                      \x1b[1;33m^\x1b[0m\n")
	assert.NotContains(t, onTerminal(t, yaml, []string{"TERM=dumb"}, "lint", "api.yaml"), "\x1b")
	assert.NotContains(t, onTerminal(t, yaml, nil, "lint", "api.yaml", "--format", "json"), "\x1b")

	var schemas []string
	for i := range 30 {
		schemas = append(schemas, fmt.Sprintf(`"S%d":{"type":"string","length%d":0}`, i, i))
	}
	json := writeSpec(t, "api.json", `{"openapi":"3.0.3","info":{"title":"x","version":"1"},"paths":{},"components":{"schemas":{`+
		strings.Join(schemas, ",")+"}}}")
	short := onTerminal(t, json, plain, "lint", "api.json")
	assert.Contains(t, short, `{"type":"string","length8":0},`)
	assert.Equal(t, 10, strings.Count(short, "^\n"))
	assert.Contains(t, short, "... warning: 20 more [unknown-key]; --verbose shows all\napi.json: 30 warnings\n")
	for line := range strings.Lines(short) {
		if strings.Contains(line, " | ") {
			assert.LessOrEqual(t, len([]rune(line)), 60)
		}
	}
	assert.Equal(t, 30, strings.Count(onTerminal(t, json, plain, "lint", "api.json", "-v"), "^\n"))
	same := writeSpec(t, "api.json", strings.NewReplacer("length1", "length0", "length2", "length0").Replace(`{"openapi":"3.0.3","info":{"title":"x","version":"1"},"paths":{},"components":{"schemas":{`+
		strings.Join(schemas[:3], ",")+"}}}"))
	short = onTerminal(t, same, plain, "lint", "api.json")
	assert.Equal(t, 1, strings.Count(short, "^\n"))
	assert.Contains(t, short, "\talso at api.json:1:148, api.json:1:183\napi.json: 1 warning at 3 places\n")
	assert.Equal(t, 3, strings.Count(onTerminal(t, same, plain, "lint", "api.json", "-v"), "^\n"))
}

func TestColor(t *testing.T) {
	for env, want := range map[string]bool{"": true, "NO_COLOR=1": false, "TERM=dumb": false, "TERM=xterm": true} {
		name, value, _ := strings.Cut(env, "=")
		assert.Equal(t, want, hasColor(func(asked string) string {
			if asked == name {
				return value
			}
			return ""
		}), env)
	}
}
