package main

import (
	"bufio"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const mockDocument = `openapi: 3.1.0
info: {title: Pets, version: "1"}
servers: [{url: /v1}]
paths:
  /pets/{id}:
    get:
      operationId: getPet
      tags: [pets]
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses:
        "200":
          description: a pet
          content: {application/json: {schema: {type: object}, examples: {cat: {value: {name: Tom}}, dog: {value: {name: Rex}}}}}
        "404": {description: none}
  /never: {get: {operationId: never, responses: {"200": {description: n, content: {application/json: {schema: false}}}}}}
`

// A mockProcess is the command as it runs.
type mockProcess struct {
	cmd    *exec.Cmd
	lines  *bufio.Reader // of standard output
	errors strings.Builder
}

// startMock starts the command and returns it with what its first line says.
func startMock(t *testing.T, what string, args ...string) (p *mockProcess, first string) {
	t.Helper()
	self, err := os.Executable()
	require.NoError(t, err)
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "api.yaml"), []byte(mockDocument), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "oas2go.yaml"), []byte("include: {tags: [pets]}\n"), 0o600))
	apis := "apis: {pets: {document: api.yaml, out: pets, include: {tags: [pets]}}}\n"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "apis.yaml"), []byte(apis), 0o600))
	p = &mockProcess{cmd: exec.Command(self, append([]string{"mock", what, "--listen", "127.0.0.1:0"}, args...)...)}
	p.cmd.Args[0], p.cmd.Dir, p.cmd.Stderr = "oas2go", dir, &p.errors
	out, err := p.cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, p.cmd.Start())
	t.Cleanup(func() { _ = p.cmd.Process.Kill() }) // does nothing if it has ended
	p.lines = bufio.NewReader(out)
	first, err = p.lines.ReadString('\n')
	require.NoError(t, err, "%s", &p.errors)
	return p, first
}

// stop interrupts the command and returns what it has printed since the first line.
func (p *mockProcess) stop(t *testing.T) string {
	t.Helper()
	require.NoError(t, p.cmd.Process.Signal(os.Interrupt))
	rest, err := io.ReadAll(p.lines)
	require.NoError(t, err)
	require.NoError(t, p.cmd.Wait(), "it ends without an error: %s", &p.errors)
	return string(rest)
}

func get(t *testing.T, url string, header ...string) (status int, body string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	require.NoError(t, err)
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	response, err := (&http.Client{Timeout: 10 * time.Second}).Do(r)
	require.NoError(t, err)
	defer response.Body.Close()
	data, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	return response.StatusCode, strings.TrimSpace(string(data))
}

// TestMock runs the command as a user does: it says where it is, answers, tells each request in a line, and ends when it is interrupted.
func TestMock(t *testing.T) {
	p, first := startMock(t, "api.yaml")
	found := regexp.MustCompile(`^api\.yaml: 2 operations at (http://127\.0\.0\.1:\d+/v1)\n$`).FindStringSubmatch(first)
	require.NotNil(t, found, first)
	for _, c := range []struct {
		target, prefer string
		status         int
		body           string
	}{
		{"/pets/5", "", 200, `{"name":"Tom"}`},
		{"/pets/5", "example=dog", 200, `{"name":"Rex"}`},
		{"/pets/5", "code=404", 404, ""},
		{"/pets/x", "", 400, `{"type":"about:blank","title":"Bad Request","status":400,"detail":"the request is not valid",` +
			`"errors":[{"detail":"path /id: type: got string, want integer","in":"path","pointer":"/id","rule":"type"}]}`},
		{"/never", "", 501, `{"type":"about:blank","title":"Not Implemented","status":501,"detail":"no value of the body was found"}`},
		{"/a%0Ab", "", 404, `{"type":"about:blank","title":"Not Found","status":404,"detail":"the document has no path for this URL"}`},
	} {
		status, body := get(t, found[1]+c.target, "Prefer", c.prefer)
		assert.Equal(t, c.status, status, c.target)
		assert.Equal(t, c.body, body, c.target)
	}
	assert.Regexp(t, `^GET /v1/pets/5 200 getPet [\d.µm]+s
GET /v1/pets/5 200 getPet [\d.µm]+s
GET /v1/pets/5 404 getPet [\d.µm]+s
GET /v1/pets/x 400 getPet \(path /id: type: got string, want integer\) [\d.µm]+s
GET /v1/never 501 never \(no value of the body was found\) [\d.µm]+s
GET /v1/a%0Ab 404 \(the document has no path for this URL\) [\d.µm]+s
$`, p.stop(t))
	assert.Contains(t, p.errors.String(), "warning: never answers 501: no value of the body was found [not-generated]")
}

// TestMockFlags: the configuration says which operations are served, the seed which example.
func TestMockFlags(t *testing.T) {
	for what, config := range map[string]string{"api.yaml": "oas2go.yaml", "pets": "apis.yaml"} {
		p, first := startMock(t, what, "--config", config, "--seed", "1")
		require.Contains(t, first, "api.yaml: 1 operation at http://")
		_, url, _ := strings.Cut(strings.TrimSpace(first), " at ")
		status, body := get(t, url+"/pets/5")
		assert.Equal(t, 200, status)
		assert.Equal(t, `{"name":"Rex"}`, body)
		status, _ = get(t, url+"/never")
		assert.Equal(t, 404, status)
		p.stop(t)
		assert.Empty(t, p.errors.String())
	}
}
