package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/oas2go/oas2go/golden/bench/result"
	"github.com/oas2go/oas2go/golden/bench/workload"
)

// printBars writes each bar beside its figure.
func printBars(w io.Writer, r *result.Report) {
	rows := [][]string{{"workload", "", "bar", "median (least..most)", ""}}
	for _, b := range bars() {
		if row := b.row(r); row != nil {
			rows = append(rows, row)
		}
	}
	fmt.Fprintf(w, "## Bars\n\n")
	printTable(w, rows)
}

// printWorkload writes what all contenders took for a workload.
func printWorkload(w io.Writer, r *result.Report, l workload.Workload) {
	fmt.Fprintf(w, "\n## %s: %s\n\n%s bytes, `%s` of `%s`.\n\n", l.Name, l.Title, count(float64(len(l.Text()))), l.Component, l.Document)
	scan, standard := r.Find(l.Name, result.Read, result.Scan), r.Find(l.Name, result.Read, result.Standard)
	rows := [][]string{{"read", "time", "/ json.Valid", "/ encoding/json", "allocations", "bytes"}}
	for _, f := range r.Figures {
		if f.Workload == l.Name && f.Direction == result.Read {
			rows = append(rows, []string{f.Contender, duration(f.Time().Median), f.Ratio(scan).String(), ratioTo(&f, standard), count(f.Allocs), count(f.Bytes)})
		}
	}
	printTable(w, rows)
	standard = r.Find(l.Name, result.Write, result.Standard)
	rows = [][]string{{"write", "time", "/ encoding/json", "allocations", "bytes"}}
	for _, f := range r.Figures {
		if f.Workload == l.Name && f.Direction == result.Write {
			rows = append(rows, []string{f.Contender, duration(f.Time().Median), ratioTo(&f, standard), count(f.Allocs), count(f.Bytes)})
		}
	}
	fmt.Fprintln(w)
	printTable(w, rows)
}

// ratioTo compares with a contender that may not take part.
func ratioTo(f *result.Figure, other *result.Figure) string {
	if other == nil {
		return ""
	}
	return f.Ratio(other).String()
}

// printCalls writes what calls took.
func printCalls(w io.Writer, r *result.Report) {
	byHand := r.Find(workload.Call, result.Call, result.Handwritten)
	if byHand == nil {
		return
	}
	rows := [][]string{{"call", "time", "/ by hand", "allocations", "bytes"}}
	for _, f := range r.Figures {
		if f.Workload == workload.Call {
			rows = append(rows, []string{f.Contender, duration(f.Time().Median), f.Ratio(byHand).String(), count(f.Allocs), count(f.Bytes)})
		}
	}
	fmt.Fprint(w, "\n## Calling\n\nOne call of the service with the body of w1, against a transport that has the response. The generated client also checks\n"+
		"parameters and body, and could send the request again; by hand, nothing is checked and the request is sent once.\n\n")
	printTable(w, rows)
}

// printServing writes what servers took.
func printServing(w io.Writer, r *result.Report) {
	if r.Find(workload.AllServed()[0].Name, result.Serve, result.Own) == nil {
		return
	}
	fmt.Fprint(w, "\n## Serving\n\nOne POST through `ServeHTTP`, with a recorder for the response: request, body, validation, method and response are all in it. The first\n"+
		"two and ogen refuse a request that breaks the document. Every method gets the same value, and the responses are equal, but for ogen: it writes times\n"+
		"without fractions of a second, and reads some numbers with another last digit. Without a configuration ogen traces and measures: here nobody\n"+
		"listens to that.\n")
	for _, l := range workload.AllServed() {
		peer, ogen := r.Find(l.Name, result.Serve, result.Strict), r.Find(l.Name, result.Serve, result.Ogen)
		rows := [][]string{{l.Name, "time", "/ oapi-codegen", "/ ogen", "allocations", "bytes"}}
		for _, f := range r.Figures {
			if f.Workload == l.Name {
				rows = append(rows, []string{f.Contender, duration(f.Time().Median), f.Ratio(peer).String(), f.Ratio(ogen).String(), count(f.Allocs), count(f.Bytes)})
			}
		}
		fmt.Fprintf(w, "\n%s: %s, %s bytes.\n\n", l.Name, l.Title, count(float64(len(l.Text()))))
		printTable(w, rows)
	}
}

// printOnTop writes what encoding/json costs those who do not call the methods of a type themselves.
func printOnTop(w io.Writer, r *result.Report) {
	rows := [][]string{{"workload", "json.Unmarshal(data, &x) / x.UnmarshalJSON(data), Validate in both", "json.Marshal(&x) / x.AppendJSON(nil)"}}
	for _, l := range workload.All() {
		row := []string{l.Name}
		for _, direction := range []string{result.Read, result.Write} {
			own, standard := r.Find(l.Name, direction, result.Own), r.Find(l.Name, direction, result.OwnStandard)
			if own != nil && standard != nil {
				row = append(row, standard.Ratio(own).String())
			}
		}
		if len(row) == len(rows[0]) {
			rows = append(rows, row)
		}
	}
	fmt.Fprint(w, "\n## What encoding/json costs on top\n\njson.Unmarshal scans the whole text before it calls UnmarshalJSON; json.Marshal scans and copies what MarshalJSON\n"+
		"returns.\n\n")
	printTable(w, rows)
}

// printGenerating writes what whole runs of the generators took.
func printGenerating(w io.Writer, r *result.Report) {
	rows := [][]string{{"whole process", "elapsed", "/ oapi-codegen", "processor", "/ oapi-codegen"}}
	for _, name := range []string{result.Generator, result.PeerGenerator} {
		row := []string{name}
		for _, direction := range []string{result.Elapsed, result.Busy} {
			f := r.Find(generateWorkload, direction, name)
			row = append(row, duration(f.Time().Median), f.Ratio(r.Find(generateWorkload, direction, result.PeerGenerator)).String())
		}
		rows = append(rows, row)
	}
	fmt.Fprintf(w, "\n## Generating\n\nModels and client of `%s`.\n\n", generateDocument)
	printTable(w, rows)
}

// duration prints nanoseconds with three digits.
func duration(ns float64) string {
	for _, unit := range []string{"ns", "µs"} {
		if ns < 999.5 {
			return short(ns) + " " + unit
		}
		ns /= 1000
	}
	return short(ns) + " ms"
}

func short(x float64) string {
	switch {
	case x < 10:
		return fmt.Sprintf("%.2f", x)
	case x < 100:
		return fmt.Sprintf("%.1f", x)
	default:
		return fmt.Sprintf("%.0f", x)
	}
}

// count prints a number with commas.
func count(x float64) string {
	digits := fmt.Sprintf("%.0f", x)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// printTable writes a table of Markdown that can be read as it is. The first row is the head, the first column is text.
func printTable(w io.Writer, rows [][]string) {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for n, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			line.WriteString("| " + cell + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)) + " ")
		}
		fmt.Fprintln(w, line.String()+"|")
		if n == 0 {
			fmt.Fprintln(w, strings.Repeat("|--", len(row))+"|")
		}
	}
}
