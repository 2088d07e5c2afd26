package report

import (
	"fmt"
	"regexp"
	"strconv"
)

// A version is one of semver.org, with the v that Go puts before it if it is there.
type version struct {
	v                   string
	major, minor, patch uint64
	pre                 bool // a pre-release, which comes before the version without one
}

var semver = regexp.MustCompile(`^(v?)(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$`)

// parseVersion reads a version. Numbers beyond 64 bits are none.
func parseVersion(text string) (version, bool) {
	m := semver.FindStringSubmatch(text)
	if m == nil {
		return version{}, false
	}
	x := version{v: m[1], pre: m[5] != ""}
	for i, to := range []*uint64{&x.major, &x.minor, &x.patch} {
		n, err := strconv.ParseUint(m[2+i], 10, 63)
		if err != nil {
			return version{}, false
		}
		*to = n
	}
	return x, true
}

// next returns the version that a step leads to. A pre-release of a version that is large enough leads to that version: what it
// was a preview of has not been promised yet. A step of a 0.y.z is never larger than a minor one, as the go command has it.
func (x version) next(s size) string {
	if x.major == 0 {
		s = min(s, minorStep)
	}
	switch {
	case s == majorStep && !(x.pre && x.minor == 0 && x.patch == 0):
		x.major, x.minor, x.patch = x.major+1, 0, 0
	case s == minorStep && !(x.pre && x.patch == 0):
		x.minor, x.patch = x.minor+1, 0
	case s == patchStep && !x.pre:
		x.patch++
	}
	return fmt.Sprintf("%s%d.%d.%d", x.v, x.major, x.minor, x.patch)
}

// A size is that of a step between versions.
type size int

const (
	patchStep size = iota
	minorStep
	majorStep
)

func (s size) String() string {
	return [...]string{"a patch version", "a minor version", "a major version"}[s]
}

// stepOf returns the step that changes need. What is not proved raises nothing, but it is no mere wording.
func stepOf(n Counts) size {
	switch {
	case n.Breaking > 0:
		return majorStep
	case n.Unknown+n.Compatible > 0:
		return minorStep
	}
	return patchStep
}

const noVersion = "no new version"

// suggest returns the version that changes need: "at least" one if a change that is not proved could need more.
func suggest(old string, n Counts) string {
	if n.Total == 0 {
		return noVersion
	}
	step, atLeast := stepOf(n), ""
	x, ok := parseVersion(old)
	if n.Unknown > 0 && step < majorStep && !(ok && x.next(step) == x.next(majorStep)) {
		atLeast = "at least "
	}
	if !ok {
		return atLeast + step.String()
	}
	return atLeast + x.next(step)
}

// step returns the sentence on the step that the document itself makes.
func step(old, new, suggests string, n Counts) string {
	if n.Total == 0 {
		return ""
	}
	return fmt.Sprintf("The document %s; %s %s.", way(old, new), verb(n.Total, "this change needs", "these changes need"), suggests)
}

// way says where the version of the document goes.
func way(old, new string) string {
	const isNone = ", which is no semantic version"
	_, oldOK := parseVersion(old)
	_, newOK := parseVersion(new)
	switch {
	case old == "" && new == "":
		return "has no version"
	case old == "":
		return "gets the version " + new
	case new == "":
		return "loses its version, which was " + old
	case old == new && !oldOK:
		return "stays at " + old + isNone
	case old == new:
		return "stays at " + old
	case !oldOK && !newOK:
		return "goes from " + old + " to " + new + ", which are no semantic versions"
	case !oldOK:
		return "goes from " + old + isNone + ", to " + new
	case !newOK:
		return "goes from " + old + " to " + new + isNone
	}
	return "goes from " + old + " to " + new
}
