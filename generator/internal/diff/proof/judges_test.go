//go:build unix

package proof_test

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/operations"
	"github.com/oas2go/oas2go/generator/internal/diff/verify"
)

// judges judge witnesses again, by documents that were read again.
type judges struct {
	old, new *verify.Judge
	found    *operations.Result // for the operations
}

func newJudges(old, new *api.Document) *judges {
	return &judges{
		verify.New(old, verify.Options{Lenient: true}), verify.New(new, verify.Options{Lenient: true}), operations.Compare(old, new, nil),
	}
}

// problem says why the witness of a breaking change shows nothing, "" if it does.
func (j *judges) problem(c change.Change) string {
	w := c.Witness
	if w == nil {
		return "no witness"
	}
	for _, op := range j.found.Operations {
		if op.Name != w.Operation {
			continue
		}
		if w.Text == "" {
			return j.body(c, op)
		}
		old, new := j.message(j.old, op, op.Old, op.OldItem, w), j.message(j.new, op, op.New, op.NewItem, w)
		if strings.HasPrefix(c.Rule, "security") {
			return "" // what a token is worth is not in the text
		}
		return shows(w.Direction, old, new)
	}
	return "no operation " + w.Operation
}

// shows returns "" if the right side accepts and the other rejects.
func shows(dir change.Direction, old, new verify.Result) string {
	accepts, rejects := old, new
	if dir == change.Response {
		accepts, rejects = new, old
	}
	if accepts.Valid && len(rejects.Errors) > 0 {
		return ""
	}
	return fmt.Sprintf("old %v %v %v, new %v %v %v", old.Valid, old.Errors, old.Problem, new.Valid, new.Errors, new.Problem)
}

// body judges a body by all media types that it may be of: one must show the change.
func (j *judges) body(c change.Change, op operations.Operation) string {
	problem := "no body of the operation shows it"
	for _, p := range j.found.Places {
		if p.Operation != op.Name || p.Direction != c.Witness.Direction || p.Status != c.Witness.Status || p.Kind != operations.Body {
			continue
		}
		text := []byte(c.Witness.Body)
		problem = shows(p.Direction, j.old.Value(p.Old, p.Direction, text), j.new.Value(p.New, p.Direction, text))
		if problem == "" {
			return ""
		}
	}
	return problem
}

func (j *judges) message(by *verify.Judge, op operations.Operation, own *api.Operation, item *api.PathItem, w *change.Witness) verify.Result {
	m := messageOf(w.Text)
	switch {
	case m.Status == 0 && !op.Incoming:
		return by.Request(m)
	case own == nil:
		return verify.Result{Errors: []verify.Place{{Keyword: "operation", Message: "there is no such operation"}}}
	case m.Status != 0 && !op.Incoming:
		return by.Response(own, m)
	case m.Status != 0:
		return by.Receiver(own, m)
	}
	return by.Incoming(item, own, m)
}

// messageOf reads a message as reports show it.
func messageOf(text string) verify.Message {
	head, body, _ := strings.Cut(text, "\n\n")
	if strings.HasSuffix(body, "\r") {
		body += "\n" // which is not shown
	}
	lines := strings.Split(head, "\n")
	m := verify.Message{Header: http.Header{}, Body: []byte(body), Grants: verify.Grants{Certificate: true}}
	first, rest, _ := strings.Cut(lines[0], " ")
	if status, err := strconv.Atoi(first); err == nil {
		m.Status = status
	} else {
		m.Method, m.URL = first, rest
	}
	for _, line := range lines[1:] {
		name, value, _ := strings.Cut(line, ": ")
		m.Header.Add(name, value)
	}
	return m
}
