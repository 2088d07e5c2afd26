package locate

import (
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// versionOf returns the version that another file is read as: its own, or that of the file with the reference, if it is a fragment.
func (fs *Files) versionOf(d *source.Document, otherwise api.Version) api.Version {
	m := d.Root.Member("openapi")
	if m == nil {
		return fs.Dialect.Version(d, otherwise)
	}
	version, ok := ParseVersion(m.Value.Text)
	if !ok {
		fs.r.Fail(d.Pos(m.Value, (*diag.Path)(nil).Child("openapi")), diag.RuleVersion, "version %q of OpenAPI is not supported; the file is read as %s",
			m.Value.Text, otherwise.Text).Hint = "supported are 3.0, 3.1 and 3.2"
		return otherwise
	}
	return version
}

// ParseVersion reads 3.minor or 3.minor.patch; a patch may have a suffix, as in 3.1.0-rc1.
func ParseVersion(text string) (api.Version, bool) {
	major, rest, _ := strings.Cut(text, ".")
	minor, patch, dot := strings.Cut(rest, ".")
	if major != "3" || dot && (patch == "" || patch[0] < '0' || patch[0] > '9') {
		return api.Version{}, false
	}
	n, err := strconv.ParseUint(minor, 10, 8)
	if err != nil || n > 2 || len(minor) != 1 {
		return api.Version{}, false
	}
	return api.Version{Text: text, Major: 3, Minor: uint8(n)}, true
}
