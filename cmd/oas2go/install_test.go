package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/mod/modfile"
	"golang.org/x/mod/module"
	"golang.org/x/mod/zip"
)

// A userModule is a module of a user, in which the commands of README.md run.
type userModule struct {
	dir string
	env []string
}

func newUserModule(t *testing.T, env ...string) userModule {
	t.Helper()
	if testing.Short() {
		t.Skip("builds a module")
	}
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("sh is not installed")
	}
	m := userModule{t.TempDir(), append(append(os.Environ(), "GOFLAGS=-trimpath -modcacherw", "GOSUMDB=off", "GOWORK=off"), env...)}
	m.write(t, "go.mod", "module example.com/shop\n\ngo 1.26.0\n")
	return m
}

func (m userModule) write(t *testing.T, name, text string) {
	t.Helper()
	path := filepath.Join(m.dir, name)
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o700))
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
}

func (m userModule) run(t *testing.T, script string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "sh", "-e", "-c", script)
	cmd.Dir, cmd.Env = m.dir, m.env
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s\n%s", script, out)
	return string(out)
}

// indirect lists the modules that go.mod names as indirect, without oas2go.
func (m userModule) indirect(t *testing.T) (list []string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(m.dir, "go.mod"))
	require.NoError(t, err)
	file, err := modfile.Parse("go.mod", data, nil)
	require.NoError(t, err)
	require.Len(t, file.Tool, 1)
	for _, r := range file.Require {
		if r.Indirect && r.Mod.Path != modulePath {
			list = append(list, r.Mod.Path)
		}
	}
	return list
}

const modulePath = "github.com/oas2go/oas2go"

// installs are the blocks of README.md that install oas2go: by go get, from a checkout, and what runs it.
func installs(t *testing.T) (goGet, checkout, generate string) {
	t.Helper()
	list := blocks(t, "README.md", "sh")
	require.GreaterOrEqual(t, len(list), 3)
	return list[0], list[1], list[2]
}

// TestFirstCall does what README.md says, from the checkout to the error of the call. No network is there.
func TestFirstCall(t *testing.T) {
	m := newUserModule(t, "GOPROXY=off")
	_, checkout, generate := installs(t)
	dir, err := filepath.Abs(root)
	require.NoError(t, err)
	require.Contains(t, checkout, "/path/to/checkout")
	m.run(t, strings.ReplaceAll(checkout, "/path/to/checkout", dir))
	m.testIndirect(t)

	document := blocks(t, "README.md", "yaml")[0]
	assert.Equal(t, 12, strings.Count(document, "\n"))
	m.write(t, "api/api.yaml", document)
	code := blocks(t, "README.md", "go")
	m.write(t, "api/generate.go", code[0])
	m.write(t, "main.go", code[1])
	m.run(t, generate)
	assert.Equal(t, blocks(t, "README.md", "")[0], m.run(t, "go run ."))
	m.run(t, "go vet ./... && go tool oas2go check api/api.yaml --out api --package api")
}

// TestGoGetTool gets oas2go as README.md says, from a module proxy in a folder: this checkout, and what the module cache has.
func TestGoGetTool(t *testing.T) {
	cache, err := exec.CommandContext(t.Context(), "go", "env", "GOMODCACHE").Output()
	require.NoError(t, err)
	proxy := t.TempDir()
	downloads := filepath.Join(strings.TrimSpace(string(cache)), "cache", "download")
	m := newUserModule(t, "GOPROXY=file://"+proxy+",file://"+downloads, "GOMODCACHE="+t.TempDir())
	publish(t, proxy)
	goGet, _, _ := installs(t)
	m.run(t, goGet)
	m.testIndirect(t)
}

// testIndirect compares the number of modules that the tool line adds with that of README.md.
func (m userModule) testIndirect(t *testing.T) {
	t.Helper()
	list := m.indirect(t)
	const most = 17
	assert.LessOrEqual(t, len(list), most, "%s", list)
	assert.Contains(t, readFile(t, "README.md"), fmt.Sprintf("adds %d indirect modules", len(list)))
	for _, path := range []string{"kin-openapi", "testify", "staticcheck"} {
		assert.False(t, slices.ContainsFunc(list, func(s string) bool { return strings.Contains(s, path) }), path)
	}
}

// publish makes a folder a module proxy that has this checkout, as one version.
func publish(t *testing.T, dir string) {
	t.Helper()
	version := module.Version{Path: modulePath, Version: "v0.1.0"}
	at := filepath.Join(dir, modulePath, "@v")
	require.NoError(t, os.MkdirAll(at, 0o700))
	archive, err := os.Create(filepath.Join(at, version.Version+".zip"))
	require.NoError(t, err)
	require.NoError(t, zip.CreateFromDir(archive, version, root))
	require.NoError(t, archive.Close())
	for name, text := range map[string]string{
		"list":                    version.Version + "\n",
		version.Version + ".mod":  readFile(t, "go.mod"),
		version.Version + ".info": fmt.Sprintf(`{"Version": %q, "Time": "2026-01-01T00:00:00Z"}`, version.Version),
	} {
		require.NoError(t, os.WriteFile(filepath.Join(at, name), []byte(text), 0o600))
	}
}

// TestReadme asks that README.md stays short, and that its figures are those of the pages that commands print.
func TestReadme(t *testing.T) {
	page := readFile(t, "README.md")
	assert.LessOrEqual(t, strings.Count(page, "\n"), 150)
	_, different, found := strings.Cut(page, "\n## What is different\n")
	require.True(t, found)
	different, _, _ = strings.Cut(different, "\n## ")
	for _, figure := range []struct{ find, page, pattern string }{
		{`in (\d[\d,]*) of (\d[\d,]*) cases`, "CHANGELOG.md", `mandatory cases.*\| (\d[\d,]*) of (\d[\d,]*);`},
		{`in (\S+) times the time`, "docs/performance.md", `w2 +\| read +\| \S+ \S+ x encoding/json +\| (\S+) `},
		{`Of (\d+) errors`, "docs/diff-pairs.md", `Of (\d+) reports of level error`},
		{`confirms (\d+)`, "docs/diff-pairs.md", `oas2go calls (\d+) breaking`},
	} {
		here := regexp.MustCompile(figure.find).FindStringSubmatch(different)
		there := regexp.MustCompile(figure.pattern).FindStringSubmatch(readFile(t, figure.page))
		if assert.NotNil(t, here, figure.find) && assert.NotNil(t, there, figure.pattern) {
			assert.Equal(t, there[1:], here[1:], figure.find)
		}
	}
	lines := 0
	paths, err := filepath.Glob(filepath.Join(root, "generated/dis/*_gen.go"))
	require.NoError(t, err)
	for _, path := range paths {
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		lines += strings.Count(string(data), "\n")
	}
	about := regexp.MustCompile(`about (\d+),(\d+) lines`).FindStringSubmatch(different)
	require.NotNil(t, about)
	shown, err := strconv.Atoi(about[1] + about[2])
	require.NoError(t, err)
	assert.InEpsilon(t, lines, shown, 0.02, "README.md has the lines of generated/dis")
}
