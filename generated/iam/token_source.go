package iam

import (
	"context"
	"errors"
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
	Password string
	Project  string // name of the project; that of a region has the name of the region
}

// String leaves the password out.
func (l Login) String() string { return l.User + "@" + l.Account + " for " + l.Project }

// GoString leaves the password out.
func (l Login) GoString() string { return "iam.Login{" + l.String() + "}" }

// A TokenSource gives the token of a user, and gets a new one before the old one ends.
// Many goroutines may use it; one request is under way at a time.
type TokenSource struct {
	client *Client
	login  Login
	turn   chan struct{} // holds one element while somebody looks at what follows
	token  string
	until  time.Time
	id     string // of the project
}

// NewTokenSource returns a source of tokens for a login. Its method Token is what the client of another service takes:
//
//	source := iam.NewTokenSource(client, login)
//	service, err := dis.NewClient(dis.ServerURL(region), dis.WithUserTokenSource(source.Token))
func NewTokenSource(client *Client, login Login) *TokenSource {
	return &TokenSource{client: client, login: login, turn: make(chan struct{}, 1)}
}

// Token returns a token that is valid for some minutes at least. If a service has refused the last one, it gets a new one.
func (s *TokenSource) Token(ctx context.Context) (string, error) {
	token, _, err := s.get(ctx)
	return token, err
}

// ProjectID returns the ID of the project that the tokens are for.
func (s *TokenSource) ProjectID(ctx context.Context) (string, error) {
	_, id, err := s.get(ctx)
	if err == nil && id == "" {
		err = errors.New("iam: the token is for no project")
	}
	return id, err
}

func (s *TokenSource) get(ctx context.Context) (token, projectID string, err error) {
	select {
	case s.turn <- struct{}{}:
		defer func() { <-s.turn }()
	case <-ctx.Done():
		return "", "", context.Cause(ctx)
	}
	if rejected, _ := RejectedToken(ctx); s.token == "" || s.token == rejected || time.Until(s.until) < refreshBefore {
		if err := s.fetch(ctx); err != nil {
			return "", "", err
		}
	}
	return s.token, s.id, nil
}

// fetch asks for a new token. The old one stays if that fails.
func (s *TokenSource) fetch(ctx context.Context) error {
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
	if err != nil {
		return err
	}
	header, err := ParseCreateTokenHeader(response.Header)
	if err != nil {
		return err
	}
	s.token, s.id, s.until = header.XSubjectToken, "", time.Now().Add(defaultLifetime)
	if t := created.Token.ExpiresAt; t != nil {
		s.until = *t
	}
	if p := created.Token.Project; p != nil && p.ID != nil {
		s.id = *p.ID
	}
	return nil
}
