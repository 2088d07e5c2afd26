package support

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// hidden stands for a secret in a text.
const hidden = "***"

// withoutSecrets takes out of an error of package http what may be a secret: of the URL all but the server and the path of the operation.
func (k *call) withoutSecrets(err error) error {
	e, ok := errors.AsType[*url.Error](err)
	if !ok {
		return err
	}
	cause := e.Err
	if strings.HasPrefix(cause.Error(), "failed to parse Location header") { // it shows the header
		cause = errors.New("the Location header cannot be parsed")
	}
	return &url.Error{Op: e.Op, URL: k.place(e.URL), Err: cause}
}

// place gives the server of a URL, and the path if it is that of the operation.
func (k *call) place(text string) string {
	u, err := url.Parse(text)
	if err != nil {
		return hidden
	}
	if k.path != "" && strings.HasSuffix(u.EscapedPath(), k.path) {
		return serverOf(u) + conceal(k.path, k.secrets)
	}
	return serverOf(u)
}

// serverOf gives the part of a URL that is never a secret.
func serverOf(u *url.URL) string { return u.Scheme + "://" + u.Host }

// echoed returns what a response may repeat of a request that is a secret, or may be one: what options and credentials put into its URL and
// its headers.
func (k *call) echoed(req *http.Request) []string {
	secrets := slices.Clone(k.secrets)
	if k.guarded != nil {
		secrets = append(secrets, k.guarded(k)...)
	}
	if req == nil || req.URL == nil {
		return secrets
	}
	own, _ := req.URL.User.Password() // fine for none
	secrets = append(secrets, req.URL.User.Username(), own)
	for pair := range strings.SplitSeq(req.URL.RawQuery, "&") {
		if _, value, _ := strings.Cut(pair, "="); !slices.Contains(k.query, pair) {
			secrets = append(secrets, value)
		}
	}
	user, password, _ := req.BasicAuth()
	secrets = append(secrets, user, password)
	for name, list := range req.Header {
		if k.header[name] != nil || slices.Contains([]string{"Accept", "Content-Type", "User-Agent", "Referer"}, name) {
			continue
		}
		for _, value := range list {
			secrets = append(append(secrets, value), strings.FieldsFunc(value, func(c rune) bool { return strings.ContainsRune(` ,;="`, c) })...)
		}
	}
	return secrets
}

// conceal hides secrets in a text, as they are and as they are in a URL or in JSON. Very short ones say nothing, and are in any text.
func conceal(text string, secrets []string) string {
	var forms []string
	for _, s := range secrets {
		forms = append(forms, s, url.PathEscape(s), url.QueryEscape(s), escaped(s), escaped(escaped(s)))
		if plain, err := url.QueryUnescape(s); err == nil {
			forms = append(forms, plain)
		}
	}
	slices.SortFunc(forms, func(a, b string) int { return cmp.Compare(len(b), len(a)) }) // one may be a part of another
	for _, s := range forms {
		if len(s) > 3 {
			text = strings.ReplaceAll(text, s, hidden)
		}
	}
	return text
}

// escaped gives a text as it is inside of a JSON text.
func escaped(text string) string {
	quoted := strconv.Quote(text)
	return quoted[1 : len(quoted)-1]
}

// excerpt gives the start of the body on one line, without secrets of the request. That of a redirect is where to go, of which all may be
// a secret.
func (e *APIError) excerpt() string {
	if e.StatusCode/100 == 3 {
		return ""
	}
	const window = 4 << 10 // of which less is shown, so that no secret is cut in two
	return bodyExcerpt([]byte(e.concealed(e.RawBody[:min(len(e.RawBody), window)])))
}

// concealed gives a part of the body without secrets of the request.
func (e *APIError) concealed(body []byte) string {
	text := string(body)
	if e.secrets != nil {
		text = conceal(text, e.secrets)
	}
	return text
}

// Format prints the text of e, whatever the verb: its fields may hold secrets.
func (e *APIError) Format(f fmt.State, verb rune) { formatError(f, verb, e) }

// MarshalJSON gives the text of e: its fields may hold secrets.
func (e *APIError) MarshalJSON() ([]byte, error) { return json.Marshal(e.Error()) }

// Format prints the text of e, whatever the verb: its fields may hold secrets.
func (e *CallError) Format(f fmt.State, verb rune) { formatError(f, verb, e) }

// MarshalJSON gives the text of e: its fields may hold secrets.
func (e *CallError) MarshalJSON() ([]byte, error) { return json.Marshal(e.Error()) }

// formatError prints the text of an error.
func formatError(f fmt.State, verb rune, err error) {
	if verb == 'q' {
		fmt.Fprintf(f, "%q", err.Error())
		return
	}
	io.WriteString(f, err.Error())
}
