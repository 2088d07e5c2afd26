package setup

import (
	"path"
	"strings"
)

// A directive is a line for go generate that runs another generator. Its paths are relative to the repository.
type directive struct {
	tool, dir                  string // what runs, and where
	config, document, pkg, out string
}

const generateStart = "//go:generate "

// directivesOf returns the lines of a Go file that run generators that are known.
func directivesOf(name string, data []byte) (list []directive) {
	for line := range strings.Lines(string(data)) {
		command, ok := strings.CutPrefix(line, generateStart)
		if !ok {
			continue
		}
		for _, k := range kinds() {
			if d, ok := k.directive(path.Dir(name), strings.Fields(command)); ok {
				list = append(list, d)
			}
		}
	}
	return list
}

// directive reads a command; ok is false if it runs something else.
func (k *kind) directive(dir string, words []string) (d directive, ok bool) {
	d.tool, d.dir = k.tool, dir
	for i, word := range words {
		if isTool(word, k.tool) {
			ok, words = true, words[i+1:]
			break
		}
	}
	for i := 0; ok && i < len(words); i++ {
		flag := strings.TrimLeft(words[i], "-")
		if flag == words[i] {
			d.document = place(dir, words[i])
			continue
		}
		flag, value, given := strings.Cut(flag, "=")
		if !given && i+1 < len(words) && !k.switches(flag) {
			i++
			value = words[i]
		}
		switch flag {
		case "config":
			d.config = place(dir, value)
		case "package":
			d.pkg = value
		case k.outFlag:
			if d.out = place(dir, value); !k.outIsFolder {
				d.out = path.Dir(d.out)
			}
		}
	}
	return d, ok
}

// isTool reports whether a word of a command is a program: its name, or a package that ends in it, at any version.
func isTool(word, tool string) bool {
	word, _, _ = strings.Cut(word, "@")
	return word == tool || strings.HasSuffix(word, "/"+tool)
}

// place returns a path that a command in dir names, "" if it is not below the repository.
func place(dir, name string) string {
	if strings.Contains(name, "://") || path.IsAbs(name) {
		return ""
	}
	name = path.Join(dir, strings.Trim(name, `"`))
	if name == ".." || strings.HasPrefix(name, "../") {
		return ""
	}
	return name
}
