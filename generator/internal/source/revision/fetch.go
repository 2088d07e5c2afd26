package revision

import (
	"context"
	"fmt"
	"regexp"
	"strings"
)

// isShallow reports whether the clone lacks commits on purpose, as those of CI do.
func (r *Repository) isShallow(ctx context.Context) bool {
	answer, err := r.git.output(ctx, "rev-parse", "--is-shallow-repository")
	return err == nil && answer == "true"
}

// shallowHint is added to errors that a complete clone might not have.
func (r *Repository) shallowHint(ctx context.Context) string {
	if !r.isShallow(ctx) {
		return ""
	}
	return ": the clone is shallow, and what it lacks could not be fetched; clone with the whole history (fetch-depth: 0 of actions/checkout)"
}

// remote returns the name of the remote to fetch from: origin, or the only one.
func (r *Repository) remote(ctx context.Context) string {
	list, err := r.git.output(ctx, "remote")
	names := strings.Fields(list)
	if err == nil && len(names) == 1 {
		return names[0]
	}
	return "origin"
}

// fetchCommit fetches a branch, a tag or the hash of a commit that a shallow clone lacks. The error of a clone that is complete, or of a
// remote that does not have it, is a failure.
func (r *Repository) fetchCommit(ctx context.Context, ref string) (hash string, err error) {
	if !r.isShallow(ctx) || strings.ContainsAny(ref, "^~@{}:*?[\\ +") {
		return "", &failure{"nothing to fetch"}
	}
	remote := r.remote(ctx)
	branch := strings.TrimPrefix(strings.TrimPrefix(ref, "refs/heads/"), remote+"/")
	specs := []string{"+refs/heads/" + branch + ":refs/remotes/" + remote + "/" + branch, "+refs/tags/" + branch + ":refs/tags/" + branch}
	if fullHash.MatchString(ref) {
		specs = []string{ref}
	}
	for _, spec := range specs {
		if err = r.fetch(ctx, remote, "--depth=1", spec); err == nil {
			return r.known(ctx, "FETCH_HEAD")
		} else if !isFailure(err) {
			return "", err
		}
	}
	return "", err
}

// fullHash fits the hash of a commit, of SHA-1 or SHA-256: a server takes no shorter ones.
var fullHash = regexp.MustCompile(`^([0-9a-f]{40}|[0-9a-f]{64})$`)

// deepen fetches the history of two commits, a bit more each time, until they have one in common. It returns "" if the clone is
// complete, or if the remote does not give what is needed.
func (r *Repository) deepen(ctx context.Context, one, other string) (string, error) {
	if !r.isShallow(ctx) {
		return "", nil
	}
	for _, much := range []string{"--deepen=10", "--deepen=100", "--deepen=1000", "--unshallow"} {
		if err := r.fetch(ctx, r.remote(ctx), much, one, other); isFailure(err) {
			return "", nil
		} else if err != nil {
			return "", err
		}
		if base, err := r.mergeBase(ctx, one, other); base != "" || err != nil {
			return base, err
		}
		if !r.isShallow(ctx) {
			break
		}
	}
	return "", nil
}

// fetch fetches commits, and nothing else: no tags, no submodules. No local branch changes.
func (r *Repository) fetch(ctx context.Context, remote, much string, refs ...string) error {
	r.log(fmt.Sprintf("git fetch %s %s %s", much, remote, strings.Join(refs, " ")))
	args := append([]string{"fetch", "--quiet", "--no-tags", "--no-recurse-submodules", much, remote}, refs...)
	_, err := r.git.output(ctx, args...)
	return err
}
