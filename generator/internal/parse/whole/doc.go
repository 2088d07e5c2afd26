// Package whole reads allOf of parts that are closed against each other as authors mean it: the whole has the members of all parts and no
// others. It takes a document whose references are followed, and changes it; no later step needs to know (docs/adr/0017).
package whole
