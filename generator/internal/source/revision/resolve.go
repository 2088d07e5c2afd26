package revision

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
)

// commit returns the hash of the commit that a name means.
func (r *Repository) commit(ctx context.Context, name Name) (string, error) {
	hash, err := r.resolve(ctx, name.Ref)
	if err != nil || !name.Base {
		return hash, err
	}
	with, err := r.resolve(ctx, name.With)
	if err != nil {
		return "", err
	}
	base, err := r.mergeBase(ctx, hash, with)
	if err == nil && base == "" {
		base, err = r.deepen(ctx, hash, with)
	}
	if err == nil && base == "" {
		err = fmt.Errorf("%s and %s have no commit in common%s", name.Ref, name.With, r.shallowHint(ctx))
	}
	return base, err
}

// resolve returns the hash of a revision. A branch that only the remote has is found by its short name too, because clones of CI have
// no local ones. A shallow clone fetches the commit if it can.
func (r *Repository) resolve(ctx context.Context, ref string) (string, error) {
	for _, way := range []func(context.Context, string) (string, error){r.known, r.tracked, r.fetchCommit} {
		hash, err := way(ctx, ref)
		if err == nil || !isFailure(err) {
			return hash, err
		}
	}
	if ref == head {
		return "", errors.New("the repository has no commit yet")
	}
	text := fmt.Sprintf("there is no revision %s", strconv.Quote(ref))
	if hint := r.shallowHint(ctx); hint != "" {
		return "", errors.New(text + hint)
	}
	refs, err := r.git.output(ctx, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes")
	if err != nil {
		return "", err
	}
	if like := diag.Closest(ref, append(strings.Fields(refs), head)); like != "" && like != ref {
		text += "; did you mean " + strconv.Quote(like) + "?"
	}
	return "", errors.New(text)
}

// known returns the hash of a revision of the clone.
func (r *Repository) known(ctx context.Context, ref string) (string, error) {
	return r.git.output(ctx, "rev-parse", "--verify", "--quiet", ref+"^{commit}")
}

// tracked returns the hash of a branch of the remote.
func (r *Repository) tracked(ctx context.Context, ref string) (string, error) {
	return r.known(ctx, "refs/remotes/"+r.remote(ctx)+"/"+ref)
}

// mergeBase returns the best common ancestor that the clone knows, "" for none.
func (r *Repository) mergeBase(ctx context.Context, one, other string) (string, error) {
	base, err := r.git.output(ctx, "merge-base", one, other)
	if isFailure(err) {
		return "", nil
	}
	return base, err
}
