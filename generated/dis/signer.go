package dis

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// This file is written by hand: it holds what an OpenAPI document cannot say.

const (
	signScheme     = "SDK-HMAC-SHA256"
	signDateHeader = "X-Sdk-Date"
	signDateLayout = "20060102T150405Z"
)

// NewSigner gives the function that [WithAkSk] wants. It signs with an access
// key and a secret key by the scheme SDK-HMAC-SHA256.
//
// The signature covers method, path, query, body and every header but
// Content-Type. The time of signing goes into X-Sdk-Date, unless the caller
// has set that header; a request that was signed before gets a fresh time.
func NewSigner(accessKey, secretKey string) func(req *http.Request, body []byte) error {
	return func(req *http.Request, body []byte) error {
		if accessKey == "" || secretKey == "" {
			return errors.New("dis: access key or secret key is empty")
		}
		date, err := signDate(req.Header)
		if err != nil {
			return err
		}
		path, err := canonicalPath(req.URL)
		if err != nil {
			return err
		}
		query, err := canonicalQuery(req.URL)
		if err != nil {
			return err
		}
		names, lines := signedHeaders(req.Header)
		canonical := strings.Join([]string{req.Method, path, query, lines, names, signHash(body)}, "\n")
		mac := hmac.New(sha256.New, []byte(secretKey))
		mac.Write([]byte(signScheme + "\n" + date + "\n" + signHash([]byte(canonical))))
		req.Header.Set("Authorization", fmt.Sprintf("%s Access=%s, SignedHeaders=%s, Signature=%s",
			signScheme, accessKey, names, hex.EncodeToString(mac.Sum(nil))))
		return nil
	}
}

// NewTemporarySigner is [NewSigner] for the temporary keys that IAM issues:
// their security token is sent, signed, as header X-Security-Token.
func NewTemporarySigner(accessKey, secretKey, securityToken string) func(req *http.Request, body []byte) error {
	sign := NewSigner(accessKey, secretKey)
	return func(req *http.Request, body []byte) error {
		if securityToken == "" {
			return errors.New("dis: security token is empty")
		}
		req.Header.Set("X-Security-Token", securityToken)
		return sign(req, body)
	}
}

// signDate gives the time of signing as it stands in the header, and puts it
// there. A signature means that the time is of an earlier attempt: the server
// refuses requests that are some minutes old.
func signDate(h http.Header) (string, error) {
	date := h.Get(signDateHeader)
	if date == "" || strings.HasPrefix(h.Get("Authorization"), signScheme) {
		date = time.Now().UTC().Format(signDateLayout)
		h.Set(signDateHeader, date)
	}
	if _, err := time.Parse(signDateLayout, date); err != nil {
		return "", fmt.Errorf("dis: header %s: %q is not of the form %s", signDateHeader, date, signDateLayout)
	}
	return date, nil
}

// canonicalPath escapes each segment the way the server does before it
// compares. A slash inside a segment stays escaped. The path ends in a slash.
func canonicalPath(u *url.URL) (string, error) {
	var b strings.Builder
	for segment := range strings.SplitSeq(strings.TrimSuffix(u.EscapedPath(), "/"), "/") {
		text, err := url.PathUnescape(segment)
		if err != nil {
			return "", fmt.Errorf("dis: path: %w", err)
		}
		b.WriteString(signEscape(text) + "/")
	}
	return b.String(), nil
}

// canonicalQuery sorts by name, then by value.
func canonicalQuery(u *url.URL) (string, error) {
	values, err := url.ParseQuery(u.RawQuery)
	if err != nil {
		return "", fmt.Errorf("dis: query: %w", err)
	}
	var names, pairs []string
	for name := range values {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		for _, v := range slices.Sorted(slices.Values(values[name])) {
			pairs = append(pairs, signEscape(name)+"="+signEscape(v))
		}
	}
	return strings.Join(pairs, "&"), nil
}

// signEscape keeps letters, digits and _-~. only. QueryEscape differs in the
// space alone.
func signEscape(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }

func signedHeaders(h http.Header) (names, lines string) {
	var list []string
	values := map[string][]string{}
	for name, v := range h {
		if n := strings.ToLower(name); signsHeader(n, v) {
			list = append(list, n)
			values[n] = v
		}
	}
	slices.Sort(list)
	var b strings.Builder
	for _, n := range list {
		for _, v := range slices.Sorted(slices.Values(values[n])) {
			b.WriteString(n + ":" + strings.TrimSpace(v) + "\n")
		}
	}
	return strings.Join(list, ";"), b.String()
}

// signsHeader leaves out what the scheme leaves out (the type of the body,
// names that proxies drop) and what net/http does not send as it stands here.
func signsHeader(name string, values []string) bool {
	switch name {
	case "authorization", "host", "content-length", "transfer-encoding", "trailer", "connection":
		return false
	case "user-agent":
		return len(values) > 0 && values[0] != ""
	}
	return len(values) > 0 && !strings.HasPrefix(name, "content-type") && !strings.Contains(name, "_")
}

func signHash(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
