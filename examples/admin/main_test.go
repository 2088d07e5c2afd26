package main

import (
	"errors"
	"strings"
	"testing"

	"github.com/oas2go/oas2go/examples/admin/directory"
)

// open gives a client of a directory with one user. There is no network.
func open(t *testing.T, token string) *directory.Client {
	t.Helper()
	handler, err := newHandler(&users{list: []directory.User{{ID: 1, Email: "root@example.com", Role: directory.RoleAdmin}}})
	if err != nil {
		t.Fatal(err)
	}
	client, err := directory.NewClient(directory.ServerURL, directory.WithHandler(handler), directory.WithLogin(token))
	if err != nil {
		t.Fatal(err)
	}
	return client
}

func TestChangeRole(t *testing.T) {
	client := open(t, "read,write")
	var out strings.Builder
	if err := changeRole(t.Context(), client, "1", "editor", &out); err != nil || out.String() != "root@example.com: editor, was admin\n" {
		t.Fatalf("%q, %v", out.String(), err)
	}
	editors, err := client.Users.List(t.Context(), &directory.ListUsersParams{Role: new(directory.RoleEditor)})
	if err != nil || len(editors) != 1 {
		t.Error(editors, err)
	}
	if err := changeRole(t.Context(), client, "1", "king", &out); err == nil || !strings.Contains(err.Error(), "[admin editor reader]") {
		t.Error(err)
	}
}

func TestRefusals(t *testing.T) {
	for _, test := range []struct {
		token, id string
		status    int
	}{
		{"nobody", "1", 401},
		{"read", "1", 403},
		{"read,write", "2", 404},
	} {
		var out strings.Builder
		err := changeRole(t.Context(), open(t, test.token), test.id, "editor", &out)
		if failed, ok := errors.AsType[*directory.APIError](err); !ok || failed.StatusCode != test.status {
			t.Errorf("%s, user %s: %v", test.token, test.id, err)
		}
	}
}

func TestCreateUser(t *testing.T) {
	client := open(t, "read,write")
	user, err := client.Users.Create(t.Context(), &directory.CreateUserParams{Body: directory.UserInput{
		Email: "ann@example.com", Role: directory.RoleReader, Phone: directory.NewNullable("+49123"),
	}})
	if err != nil || user.ID != 2 {
		t.Fatal(user, err)
	}
	_, err = client.Users.Create(t.Context(), &directory.CreateUserParams{Body: *user.ToInput()})
	if problem, ok := directory.ErrorBody[*directory.Problem](err); !ok || problem.Title != "there is a user with this address" {
		t.Error(err)
	}
}
