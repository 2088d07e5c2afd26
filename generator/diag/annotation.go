package diag

import (
	"fmt"
	"path/filepath"
	"strings"
)

var (
	githubMessage  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// An Annotation is what GitHub Actions shows beside the line of a file.
type Annotation struct {
	Severity Severity
	Pos      Pos // without a file, it is shown on the page of the run only
	Title    string
	Text     string // may have several lines
}

// Command returns the workflow command, which is one line. Columns count characters.
func (a Annotation) Command(lines Lines) string {
	command := [...]string{Info: "notice", Warning: "warning", Error: "error"}[a.Severity]
	place := ""
	a.Pos = a.Pos.Written()
	if a.Pos.File != nil {
		name := githubProperty.Replace(OneLine(filepath.ToSlash(a.Pos.File.Name)))
		place = fmt.Sprintf("file=%s,line=%d,col=%d,", name, a.Pos.Line, lines.Character(a.Pos))
	}
	return fmt.Sprintf("::%s %stitle=%s::%s\n", command, place, githubProperty.Replace(a.Title), githubMessage.Replace(a.Text))
}
