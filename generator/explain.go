package generator

import (
	"context"
	"errors"

	"github.com/oas2go/oas2go/generator/internal/explain"
)

// An Explanation is what became of one place of a document.
type Explanation = explain.Explanation

// Explain says what became of one place of a document: a JSON pointer, with or without # and the name of a file in front, or what people
// call it (a component, an operation, something of the Go code). It makes no files. A place that is not there is a [*UsageError].
func Explain(ctx context.Context, c Config, place string) (*Explanation, *Result, error) {
	r := &run{config: c, explains: true}
	err := r.through(ctx, r.modelStages(ctx))
	if err != nil && !errors.Is(err, ErrUnusable) {
		return nil, nil, err
	}
	result := &Result{Document: r.input.document, Findings: r.judged()}
	if err != nil {
		return nil, result, err
	}
	r.stage = "explain"
	x, err := r.explain(place)
	return x, result, err
}

func (r *run) explain(place string) (x *Explanation, err error) {
	defer catch(&r.stage, &err)
	x, err = (&locator{r.document.Files, explain.New(r.planned, r.judged()), r.again, r.overlaid}).explain(place)
	if err != nil {
		return nil, &UsageError{err}
	}
	return x, nil
}
