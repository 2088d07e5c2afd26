package iam

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"time"
)

// This file is written by hand: it gives tokens to the clients of other services.

const (
	// refreshBefore is how long before its end a token is replaced.
	refreshBefore = 5 * time.Minute
	// defaultLifetime is how long a token is valid if the response does not say.
	defaultLifetime = 24 * time.Hour
)

// A Login says who asks for tokens, and for which project.
type Login struct {
	Account  string // the account (domain) that the user belongs to
	User     string
	Password string `json:"-"`
	Project  string // name of the project; that of a region has the name of the region
}

// String leaves the password out.
func (l Login) String() string { return l.User + "@" + l.Account + " for " + l.Project }

// Format leaves the password out, whatever the verb is. It implements [fmt.Formatter].
func (l Login) Format(f fmt.State, _ rune) { io.WriteString(f, l.String()) }

// LogValue leaves the password out. It implements [slog.LogValuer].
func (l Login) LogValue() slog.Value { return slog.StringValue(l.String()) }

// A TokenSource gives the token of a user, and gets a new one before the old one ends.
// Many goroutines may use it; one request is under way at a time.
type TokenSource struct {
	state func() *tokenState // a function, so that no print of what has a source shows a secret
}

type tokenState struct {
	client *Client
	login  Login
	turn   chan struct{} // holds one element while somebody looks at what follows
	token  string
	until  time.Time
	id     string // of the project
	domain string // ID of the account
}

// NewTokenSource returns a source of tokens for a login, which client asks for: it needs no credential for that. Its method Token is what the
// client of another service takes, and a client of IAM for calls that need one:
//
//	source := iam.NewTokenSource(client, login)
//	project, err := source.ProjectID(ctx)
//	...
//	service, err := dis.NewClient(dis.ServerURL(region), dis.WithUserTokenSource(source.Token), dis.WithProjectID(project))
//	agencies := client.AgenciesFor(ctx, domain, "DIS", iam.WithTokenSource(source.Token))
func NewTokenSource(client *Client, login Login) *TokenSource {
	s := &tokenState{client: client, login: login, turn: make(chan struct{}, 1)}
	return &TokenSource{func() *tokenState { return s }}
}

// Format says whose tokens they are, and never one. It implements [fmt.Formatter].
func (s TokenSource) Format(f fmt.State, _ rune) { fmt.Fprintf(f, "tokens of %v", s.state().login) }

// LogValue is what Format prints. It implements [slog.LogValuer].
func (s TokenSource) LogValue() slog.Value { return slog.StringValue(fmt.Sprint(s)) }

// Token returns a token that is valid for some minutes at least. If a service has refused the last one, it gets a new one.
func (s *TokenSource) Token(ctx context.Context) (string, error) {
	state := s.state()
	if err := state.get(ctx); err != nil {
		return "", err
	}
	defer state.done()
	return state.token, nil
}

// ProjectID returns the ID of the project that the tokens are for.
func (s *TokenSource) ProjectID(ctx context.Context) (string, error) {
	state := s.state()
	if err := state.get(ctx); err != nil {
		return "", err
	}
	defer state.done()
	if state.id == "" {
		return "", errors.New("iam: the token is for no project")
	}
	return state.id, nil
}

// DomainID returns the ID of the account, as [Client.AgenciesFor] takes it.
func (s *TokenSource) DomainID(ctx context.Context) (string, error) {
	state := s.state()
	if err := state.get(ctx); err != nil {
		return "", err
	}
	defer state.done()
	if state.domain == "" {
		return "", errors.New("iam: the token does not say the account")
	}
	return state.domain, nil
}

// get takes the turn and sees to it that there is a token. Without an error, done gives the turn back.
func (s *tokenState) get(ctx context.Context) error {
	select {
	case s.turn <- struct{}{}:
	case <-ctx.Done():
		return context.Cause(ctx)
	}
	if rejected, _ := RejectedToken(ctx); s.token == "" || s.token == rejected || time.Until(s.until) < refreshBefore {
		if err := s.fetch(ctx); err != nil {
			s.done()
			return err
		}
	}
	return nil
}

func (s *tokenState) done() { <-s.turn }

// fetch asks for a new token. The old one stays if that fails.
func (s *tokenState) fetch(ctx context.Context) error {
	request := CreateTokenRequest{Auth: Auth{
		Identity: Identity{
			Methods: []IdentityMethodsItem{IdentityMethodsItemPassword},
			Password: Password{User: PasswordUser{
				Name: s.login.User, Password: s.login.Password, Domain: DomainName{Name: s.login.Account},
			}},
		},
		Scope: &Scope{Project: &Reference{Name: &s.login.Project}},
	}}
	var response *http.Response
	created, err := s.client.CreateToken(ctx, &CreateTokenParams{Body: request}, WithResponseInto(&response))
	if partly := (*DecodeError)(nil); err != nil && !errors.As(err, &partly) {
		return err // else the token is there, and what cannot be read is as if it was not
	}
	header, err := ParseCreateTokenHeader(response.Header)
	if err != nil {
		return fmt.Errorf("iam: CreateToken: %w", err)
	}
	s.token, s.id, s.domain, s.until = header.XSubjectToken, "", "", time.Now().Add(defaultLifetime)
	if t := created.Token.ExpiresAt; t != nil && !t.IsZero() {
		s.until = *t
	}
	if p := created.Token.Project; p != nil {
		if p.ID != nil {
			s.id = *p.ID
		}
		if p.Domain != nil && p.Domain.ID != nil {
			s.domain = *p.Domain.ID
		}
	}
	return nil
}
