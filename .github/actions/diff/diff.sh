#!/usr/bin/env bash
# Compares a document with its base, and tells the job and the pull request. action.yml calls it and sets all variables in capitals.
set -euo pipefail

fail() {
	echo "::error title=oas2go diff::$(escaped "$1")"
	exit 2
}

# escaped writes a text as the message of a workflow command.
escaped() {
	local text=${1//'%'/'%25'}
	text=${text//$'\r'/'%0D'}
	echo "${text//$'\n'/'%0A'}"
}

notice() { echo "::notice title=oas2go diff::$(escaped "$1")"; }

output() { echo "$1=$2" >>"$GITHUB_OUTPUT"; }

# quoted prints text of a document, in which workflow commands have no meaning.
quoted() {
	local token="oas2go-$RANDOM$RANDOM$RANDOM"
	echo "::stop-commands::$token"
	cat
	echo "::$token::"
}

# compare runs oas2go diff and returns its exit code.
compare() {
	local blob="$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/blob" code=0
	local arguments=("$from:$SPEC" "$SPEC" --fail-on "$FAIL_ON" --verbose
		--output "markdown=$reports/report.md" --output "html=$reports/report.html" --output "json=$reports/report.json"
		--output "github=$reports/annotations.txt" --links-old "$blob/{commit}/" --links-new "$blob/$GITHUB_SHA/")
	[ -z "$CONFIG" ] || arguments+=(--config "$CONFIG")
	[ -z "$LABEL" ] || arguments+=(--label "$LABEL")
	[ "$SARIF" != true ] || arguments+=(--output "sarif=$reports/report.sarif")
	"$OAS2GO" diff "${arguments[@]}" >"$reports/report.txt" 2>"$reports/errors.txt" || code=$?
	quoted <"$reports/errors.txt"
	return "$code"
}

# comment keeps one comment for the document: it is replaced, also by the word that nothing changes any more, and none is made for that.
comment() {
	local id endpoint="repos/$GITHUB_REPOSITORY/issues"
	export MARKER
	MARKER=$(head -n 1 "$reports/report.md")
	# Only comments of this bot count: anybody can write the marker.
	id=$(gh api --paginate "$endpoint/$PULL_REQUEST/comments" --jq \
		'.[] | select(.user.login == "github-actions[bot]" and ((.body | split("\n")[0] | rtrimstr("\r")) == env.MARKER)) | .id') || return 1
	id=$(head -n 1 <<<"$id")
	if [ -n "$id" ]; then
		gh api --silent --method PATCH "$endpoint/comments/$id" -F "body=@$reports/report.md"
	elif [ "$verdict" != equal ]; then
		gh api --silent --method POST "$endpoint/$PULL_REQUEST/comments" -F "body=@$reports/report.md"
	fi
}

# approved reports whether the pull request has the label, now and not when the job was made.
approved() {
	[ -n "$LABEL" ] && [ -n "$PULL_REQUEST" ] || return 1
	local labels
	labels=$(gh api --paginate "repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/labels" --jq '.[].name') || return 1
	grep -Fxq -- "$LABEL" <<<"$labels"
}

from=${BASE:-${GITHUB_BASE_REF:+origin/$GITHUB_BASE_REF...}}
[ -n "$from" ] || fail "this is no pull request: say what to compare with, in the input base"
reports=$(mktemp -d "$RUNNER_TEMP/oas2go-diff-XXXXXX")
output reports "$reports"

code=0
compare || code=$?
if [ "$code" = 2 ] && grep -q "^oas2go: .*: there is no \".*\" in " "$reports/errors.txt"; then
	notice "$SPEC is new: $from does not have it"
	output verdict new
	exit 0
fi
if [ "$code" -gt 1 ]; then
	echo "::error title=oas2go diff::$(escaped "$SPEC could not be compared: $(tail -n 1 "$reports/errors.txt")")"
	exit "$code"
fi

verdict=$(jq -r .verdict "$reports/report.json")
[ "$(jq -r '.counts.total' "$reports/report.json")" != 0 ] || verdict=equal
output verdict "$verdict"
[ "$SARIF" != true ] || output sarif "$reports/report.sarif"
quoted <"$reports/report.txt"
cat "$reports/annotations.txt"
cat "$reports/report.md" >>"$GITHUB_STEP_SUMMARY"
if [ "$COMMENT" = true ] && [ -n "$PULL_REQUEST" ]; then
	comment || notice "the comment could not be written: pull requests of forks may not, others need permissions: {pull-requests: write}"
fi
if [ "$code" = 1 ] && approved; then
	notice "these changes pass, because the pull request has the label $LABEL"
	exit 0
fi
exit "$code"
