// Package source reads JSON and YAML files into a tree that keeps what the usual decoders lose: the order of keys, the position of
// every value, the exact text of numbers, and the fact that a key stands twice. It takes
// files, returns trees and findings, and knows nothing of OpenAPI.
package source
