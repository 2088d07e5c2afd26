package generator

import (
	"fmt"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/explain"
	"github.com/oas2go/oas2go/generator/internal/overlay"
)

// overlay explains what an overlay has changed, or one of its actions: FILE, FILE#/actions/0 or FILE:LINE, where the action is that in or
// before the line. ok is false if place names no overlay.
func (l *locator) overlay(place string) (x *explain.Explanation, ok bool, err error) {
	name, pointer, isPointer := strings.Cut(place, "#")
	line := 0
	if !isPointer {
		name, line = withLine(name)
	}
	var of []overlay.Done
	for _, d := range l.overlaid {
		if isNamed(d.Overlay.File, name) {
			of = append(of, d)
		}
	}
	if len(of) == 0 {
		return nil, false, nil
	}
	x = &explain.Explanation{Pos: diag.Pos{File: of[0].Overlay.File, Line: 1, Column: 1}, What: "overlay", Place: of[0].Overlay.File.Name}
	if line == 0 && pointer == "" {
		x.Parts = []explain.Part{l.changes(of)}
		return x, true, nil
	}
	i := -1
	for j, d := range of {
		at := d.Action.Pos.Path.Pointer()
		if line > 0 && int(d.Action.Pos.Line) <= line || line == 0 && (pointer == at || strings.HasPrefix(pointer, at+"/")) {
			i = j
		}
	}
	if i < 0 {
		return nil, true, fmt.Errorf("%s is in no action of the overlay", place)
	}
	d := of[i]
	x.Pos, x.What, x.Place = d.Action.Pos, "action", "#"+d.Action.Pos.Path.Pointer()
	x.Parts = []explain.Part{l.changes([]overlay.Done{d})}
	if len(d.Places) == 1 && d.What() != overlay.Removes {
		if inner, err := l.pointer(l.files[0], d.Places[0].Pointer()); err == nil {
			x.Parts = append(x.Parts, inner.Parts...)
			x.Findings, x.Inside = inner.Findings, inner.Inside
		}
	}
	return x, true, nil
}

// mostChanges is how many places of an action an explanation lists.
const mostChanges = 20

// changes lists the places that actions have changed.
func (l *locator) changes(list []overlay.Done) (part explain.Part) {
	tree := l.again(l.files[0])
	for _, d := range list {
		if len(d.Places) == 0 {
			part.Rows = append(part.Rows, explain.Row{Label: "changes", Text: "nothing: " + d.Action.TargetText + " selects no place"})
		}
		for i, place := range d.Places {
			if i == mostChanges {
				part.Rows = append(part.Rows, explain.Row{Label: d.What(), Text: fmt.Sprintf("%d more places", len(d.Places)-i)})
				break
			}
			text := "#" + place.Pointer()
			if n, at, ok := tree.Find(place.Pointer()); ok && d.What() != overlay.Removes {
				text += ", " + tree.Pos(n, at).String()
			}
			part.Rows = append(part.Rows, explain.Row{Label: d.What(), Text: text})
		}
	}
	return part
}

// withLine splits FILE:LINE and FILE:LINE:COLUMN. line is 0 if there is none.
func withLine(place string) (name string, line int) {
	parts := strings.Split(place, ":")
	for numbers := min(2, len(parts)-1); numbers > 0; numbers-- {
		first := len(parts) - numbers
		n, err := strconv.Atoi(parts[first])
		if err == nil && n > 0 {
			return strings.Join(parts[:first], ":"), n
		}
	}
	return place, 0
}

// isNamed reports whether somebody can mean a file by a name: the path that findings show, or its end.
func isNamed(f *diag.File, name string) bool {
	name, shown := path.Clean(filepath.ToSlash(name)), path.Clean(filepath.ToSlash(f.Name))
	return name == shown || strings.HasSuffix(shown, "/"+name)
}
