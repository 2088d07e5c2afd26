// Command downstream calls the API at the address in its first argument.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"example.com/downstream/api"
)

func main() {
	client, err := api.NewClient(os.Args[1])
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	ctx := context.Background()
	note := api.Note{Title: "a/b", Priority: api.PriorityHigh, Pages: new(int32(2))}
	fmt.Println("add:", client.AddNote(ctx, &api.AddNoteParams{Folder: "my folder", Body: note}))

	got, err := client.GetNote(ctx, &api.GetNoteParams{Folder: "my folder", Title: "a/b"})
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println("get:", got.Title, got.Priority, *got.Pages)

	_, err = client.GetNote(ctx, &api.GetNoteParams{Folder: "none", Title: "x"})
	if failure, ok := errors.AsType[*api.APIError](err); ok {
		body, _ := api.ErrorBody[*api.Failure](err)
		fmt.Println("failure:", failure.StatusCode, *body.Reason)
	}
	err = client.AddNote(ctx, &api.AddNoteParams{Folder: "f", Body: api.Note{Priority: "middle"}})
	if invalid, ok := errors.AsType[*api.InvalidError](err); ok {
		for _, v := range invalid.Violations {
			fmt.Println("invalid:", v.In, v.Pointer, v.Rule)
		}
	}
}
