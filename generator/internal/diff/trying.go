package diff

import (
	"net/http"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/codec"
	"github.com/oas2go/oas2go/generator/internal/diff/effective"
	"github.com/oas2go/oas2go/generator/internal/diff/gocall"
	"github.com/oas2go/oas2go/generator/internal/diff/gorun"
	"github.com/oas2go/oas2go/generator/internal/diff/operations"
)

// A trial is what a generated package is given to find out what it does with the witness of a change.
type trial struct {
	change   int
	messages []gorun.Message
	// learn takes what came of the messages.
	learn func(x *ranked, outcomes []gorun.Outcome)
}

// try gives each witness to the real package of the other side, which is built once, and corrects what was predicted. The error says
// why a package could not be run; what was predicted stays then.
func (c *comparison) try() error {
	var ofOld, ofNew []trial
	for i := range c.changes {
		x := &c.changes[i]
		if !x.Breaks() || x.Witness == nil || c.old.Package == nil || c.new.Package == nil {
			continue
		}
		op := c.operationOf(x.Witness.Operation)
		switch {
		case op.Incoming || op.Old == nil || op.New == nil:
		case x.Witness.Direction == change.Request && c.new.Run != nil:
			if t, ok := c.requestTrial(x, op); ok {
				t.change = i
				ofNew = append(ofNew, t)
			}
		case x.Witness.Direction == change.Response && c.old.Run != nil:
			if t, ok := c.responseTrial(x, op); ok {
				t.change = i
				ofOld = append(ofOld, t)
			}
		}
	}
	if err := c.run(c.new.Run, ofNew); err != nil {
		return err
	}
	return c.run(c.old.Run, ofOld)
}

// run runs all trials of a package in one program.
func (c *comparison) run(program Runner, trials []trial) error {
	if len(trials) == 0 {
		return nil
	}
	var messages []gorun.Message
	for _, t := range trials {
		messages = append(messages, t.messages...)
	}
	outcomes, err := program(messages)
	if err != nil {
		return err
	}
	for _, t := range trials {
		t.learn(&c.changes[t.change], outcomes[:len(t.messages)])
		outcomes = outcomes[len(t.messages):]
	}
	return nil
}

// requestTrial sends a witness with the new package: by the old code if that compiles, else by code for the new names.
func (c *comparison) requestTrial(x *ranked, op operations.Operation) (t trial, ok bool) {
	from, ok := c.request(x.Witness, c.old, op.Old, op.OldItem, op)
	if !ok || !c.compilesAlone(x, from) {
		return t, false
	}
	to := from
	to.Operation = c.new.calls().Method(op.New.Method, op.Path)
	if code, err := c.old.calls().Write(from); err == nil {
		t.messages = append(t.messages, gorun.Message{Operation: from.Operation, Code: code})
	}
	if code, err := c.new.calls().Write(to); err == nil {
		t.messages = append(t.messages, gorun.Message{Operation: to.Operation, Code: code})
	}
	predicted, known := codec.New(c.new.Package).Refusal(to)
	t.learn = func(x *ranked, outcomes []gorun.Outcome) {
		for _, o := range outcomes {
			if !o.Compiles {
				continue
			}
			x.Go.Measured = true
			switch {
			case o.Error != "":
				x.Go.FailsWhenRunning, x.Go.Error = true, o.Error
			case known && predicted != "":
				x.Go.FailsWhenRunning, x.Go.Error = false, ""
			}
			return
		}
	}
	return t, len(t.messages) > 0
}

// responseTrial reads a witness with the old package: with default options, and with validation.
func (c *comparison) responseTrial(x *ranked, op operations.Operation) (t trial, ok bool) {
	method := c.old.calls().Method(op.Old.Method, pathOf(op, true))
	code, err := c.old.calls().Write(gocall.Request{Operation: method})
	if err != nil {
		return t, false
	}
	response, ok := responseOf(x.Witness, statusCode(x.Witness.Status, op.New))
	call := gorun.Message{Operation: method, Code: code, Response: response}
	judged := call
	judged.Strict = true
	t.messages = []gorun.Message{call, judged}
	t.learn = func(x *ranked, outcomes []gorun.Outcome) {
		plain, strict := outcomes[0], outcomes[1]
		if !plain.Compiles {
			return
		}
		x.Go.Measured = true
		isError := response.Status/100 != 2 // every call fails for it, whatever its body
		x.Go.FailsWhenRunning, x.Go.Error = plain.Error != "" && !isError, plain.Error
		if plain.Error == "" && strict.Error != "" {
			x.Go.Error = onlyStrict + firstViolation(strict.Error)
		}
	}
	return t, ok
}

const onlyStrict = "only with WithResponseValidation: "

// responseOf is the response that a witness is, or that has it as its body.
func responseOf(w *change.Witness, status int) (*gorun.Response, bool) {
	if media := concrete(w.Value.Media); w.Text == "" {
		header := [][2]string{{"Content-Type", media}}
		return &gorun.Response{Status: status, Header: header, Body: w.Body}, w.Body != "" && effective.IsJSON(media)
	}
	head, body, _ := strings.Cut(w.Text, "\n\n")
	lines := strings.Split(head, "\n")
	a := &gorun.Response{Status: status, Body: body}
	for _, line := range lines[1:] {
		name, value, _ := strings.Cut(line, ": ")
		a.Header = append(a.Header, [2]string{http.CanonicalHeaderKey(name), value})
	}
	return a, true
}

// firstViolation is what is wrong first, without the name of the call.
func firstViolation(text string) string {
	first, rest, several := strings.Cut(text, "\n")
	if several {
		line, _, _ := strings.Cut(rest, "\n")
		return strings.TrimSpace(line)
	}
	if _, violation, ok := strings.Cut(first, ": "); ok {
		return violation
	}
	return text
}
