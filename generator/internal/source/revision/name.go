package revision

import "strings"

// A Name says which document of a repository is meant.
type Name struct {
	Ref  string // a revision as git spells them; "" is the index
	With string // the revision that a merge base is of, beside Ref
	Base bool   // the merge base of Ref and With is meant, not Ref itself
	Path string // as it was given
}

// Split reads REF:PATH, REF...:PATH, REF...REF:PATH and :PATH. ok is false if text is none of them, such as the path of a file
// without a colon, C:\api.yaml or a URL.
func Split(text string) (name Name, ok bool) {
	at := colon(text)
	if at < 0 || strings.HasPrefix(text[at:], "://") || isDrive(text) {
		return Name{}, false
	}
	name = Name{Ref: text[:at], Path: text[at+1:]}
	if one, other, found := strings.Cut(name.Ref, "..."); found {
		name.Ref, name.With, name.Base = orHead(one), orHead(other), true
	}
	return name, true
}

// Head returns the name of the committed version of a file.
func Head(path string) Name { return Name{Ref: head, Path: path} }

const head = "HEAD"

func orHead(ref string) string {
	if ref == "" {
		return head
	}
	return ref
}

// Prefix returns what stands before the path in the names of files: "main:".
func (n Name) Prefix() string {
	if !n.Base {
		return n.Ref + ":"
	}
	with := n.With
	if with == head {
		with = ""
	}
	return n.Ref + "..." + with + ":"
}

// colon returns where the path of a name begins: behind the first colon that is not in braces, as in HEAD^{/fix: a}:api.yaml.
func colon(text string) int {
	depth := 0
	for i := range len(text) {
		switch text[i] {
		case '{':
			depth++
		case '}':
			depth--
		case ':':
			if depth <= 0 {
				return i
			}
		}
	}
	return -1
}

// isDrive reports whether text is an absolute path of Windows.
func isDrive(text string) bool {
	letter := len(text) > 2 && (text[0]|0x20) >= 'a' && (text[0]|0x20) <= 'z'
	return letter && text[1] == ':' && (text[2] == '\\' || text[2] == '/')
}
