// Admin is a directory of users with a server, and a client that changes roles. It shows groups, scopes, and a value that is read,
// changed and sent back.
//
//	admin serve
//	ADMIN_TOKEN=read,write admin role 1 editor
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"slices"
	"strconv"
	"time"

	"github.com/oas2go/oas2go/examples/admin/directory"
)

func main() {
	var err error
	switch args := os.Args[1:]; {
	case len(args) == 1 && args[0] == "serve":
		err = serve()
	case len(args) == 3 && args[0] == "role":
		var client *directory.Client
		if client, err = directory.NewClient(directory.ServerURL, directory.WithLogin(os.Getenv("ADMIN_TOKEN"))); err == nil {
			err = changeRole(context.Background(), client, args[1], args[2], os.Stdout)
		}
	default:
		err = errors.New("usage: admin serve | admin role ID ROLE")
	}
	if err != nil {
		log.Fatal("admin: ", err)
	}
}

func serve() error {
	handler, err := newHandler(&users{list: []directory.User{{ID: 1, Email: "root@example.com", Role: directory.RoleAdmin}}})
	if err != nil {
		return err
	}
	return (&http.Server{Addr: "127.0.0.1:8080", Handler: handler, ReadHeaderTimeout: 5 * time.Second}).ListenAndServe()
}

// changeRole reads a user, changes the role, and sends the user back.
func changeRole(ctx context.Context, client *directory.Client, id, role string, w io.Writer) error {
	number, err := strconv.ParseInt(id, 10, 64)
	if err != nil {
		return err
	}
	if roles := directory.Role("").Values(); !slices.Contains(roles, directory.Role(role)) {
		return fmt.Errorf("there is no role %q, only %v", role, roles)
	}
	user, err := client.Users.Get(ctx, &directory.GetUserParams{ID: number})
	if err != nil {
		return err
	}
	input := user.ToInput() // without the id, which only the server sets
	input.Role = directory.Role(role)
	if err := client.Users.Replace(ctx, &directory.ReplaceUserParams{ID: number, Body: *input}); err != nil {
		return err
	}
	fmt.Fprintf(w, "%s: %s, was %s\n", user.Email, role, user.Role)
	return nil
}
