package main

import (
	"hash/fnv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/golden/documents"
)

// To explain one place is to read and plan the whole document, so large ones have fewer places.
const (
	placesOfSmall = 10
	placesOfLarge = 3
	large         = 200_000 // bytes
)

// places chooses places of a document, other ones for each seed: half of them components and operations, which people ask about, the
// rest objects anywhere. A file that is not well-formed has none.
func places(d documents.Document, seed uint64) (chosen []string) {
	var named, rest []string
	for _, name := range append([]string{""}, d.Others...) {
		path := d.Path
		if name != "" {
			path = filepath.Join(filepath.Dir(d.Path), filepath.FromSlash(name))
		}
		data, err := os.ReadFile(path)
		var file yaml.Node
		if err != nil || yaml.Unmarshal(data, &file) != nil || len(file.Content) == 0 {
			continue
		}
		objects(file.Content[0], nil, func(p *diag.Path) {
			if place := name + "#" + p.Pointer(); isNamed(p) {
				named = append(named, place)
			} else {
				rest = append(rest, place)
			}
		})
	}
	hash := fnv.New64()
	hash.Write([]byte(d.Name))
	random := rand.New(rand.NewPCG(seed, hash.Sum64()))
	for _, list := range [][]string{named, rest} {
		random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	}
	n := placesOfSmall
	if d.Size > large {
		n = placesOfLarge
	}
	half := min(len(named), max(n/2, n-len(rest)))
	chosen = append(chosen, named[:half]...)
	return append(chosen, rest[:min(len(rest), n-half)]...)
}

// objects visits all objects of a document that are no values of the user's. What an alias stands for is visited at its anchor.
func objects(n *yaml.Node, path *diag.Path, visit func(*diag.Path)) {
	switch n.Kind {
	case yaml.MappingNode:
		visit(path)
		for pair := range slices.Chunk(n.Content, 2) {
			if name := pair[0].Value; !strings.HasPrefix(name, "x-") && !strings.HasPrefix(name, "example") {
				objects(pair[1], path.Child(name), visit)
			}
		}
	case yaml.SequenceNode:
		for i, item := range n.Content {
			objects(item, path.Child(strconv.Itoa(i)), visit)
		}
	}
}

// isNamed reports whether a place is a component or an operation: #/components/schemas/Pet, #/definitions/Pet, #/paths/~1pets/get.
func isNamed(p *diag.Path) bool {
	var tokens []string
	for ; p != nil; p = p.Parent {
		tokens = append([]string{p.Token}, tokens...)
	}
	switch {
	case len(tokens) == 2:
		return tokens[0] == "definitions"
	case len(tokens) == 3:
		return tokens[0] == "components" || tokens[0] == "paths"
	}
	return false
}
