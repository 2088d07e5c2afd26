package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"

	"github.com/oas2go/oas2go/examples/admin/directory"
)

// newHandler serves users. In this example a token is a list of scopes, such as "read,write".
func newHandler(service directory.Service) (http.Handler, error) {
	return directory.NewHandler(service, directory.HandlerConfig{
		Login: func(_ context.Context, token string, scopes []string) (context.Context, error) {
			granted := strings.Split(token, ",")
			if !slices.Contains(granted, "read") {
				return nil, errors.New("unknown token") // 401
			}
			for _, scope := range scopes {
				if !slices.Contains(granted, scope) {
					return nil, fmt.Errorf("no scope %s: %w", scope, directory.ErrForbidden) // 403
				}
			}
			return nil, nil
		},
	})
}

// users keeps users in memory.
type users struct {
	mu   sync.Mutex
	list []directory.User
}

var _ directory.Service = (*users)(nil)

func (u *users) ListUsers(_ context.Context, p *directory.ListUsersParams) ([]directory.User, error) {
	u.mu.Lock()
	defer u.mu.Unlock()
	list := []directory.User{}
	for _, user := range u.list {
		if p.Role == nil || user.Role == *p.Role {
			list = append(list, user)
		}
	}
	return list, nil
}

func (u *users) CreateUser(_ context.Context, p *directory.CreateUserParams) (*directory.User, error) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if slices.ContainsFunc(u.list, func(user directory.User) bool { return user.Email == p.Body.Email }) {
		return nil, directory.Fail(409, &directory.Problem{Title: "there is a user with this address"})
	}
	user := userOf(int64(len(u.list)+1), p.Body)
	u.list = append(u.list, user)
	return &user, nil
}

func (u *users) GetUser(_ context.Context, p *directory.GetUserParams) (*directory.User, error) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if p.ID > int64(len(u.list)) {
		return nil, notFound()
	}
	user := u.list[p.ID-1]
	return &user, nil
}

func (u *users) ReplaceUser(_ context.Context, p *directory.ReplaceUserParams) error {
	u.mu.Lock()
	defer u.mu.Unlock()
	if p.ID > int64(len(u.list)) {
		return notFound()
	}
	u.list[p.ID-1] = userOf(p.ID, p.Body)
	return nil
}

func userOf(id int64, input directory.UserInput) directory.User {
	return directory.User{ID: id, Email: input.Email, Role: input.Role, Phone: input.Phone}
}

func notFound() error { return directory.Fail(404, &directory.Problem{Title: "there is no such user"}) }
