package iam_test

import (
	"context"
	"fmt"
	"log"

	"github.com/oas2go/oas2go/generated/dis"
	"github.com/oas2go/oas2go/generated/iam"
)

// From a password to a dump task: the token, the project and the agencies come from IAM.
func ExampleNewTokenSource() {
	ctx := context.Background()
	const region = dis.RegionCNNorth4
	client, err := iam.NewClient(iam.ServerURL(region)) // it needs no credential to ask for tokens
	if err != nil {
		log.Fatal(err)
	}
	source := iam.NewTokenSource(client, iam.Login{Account: "account", User: "user", Password: "password", Project: region})
	project, err := source.ProjectID(ctx)
	if err != nil {
		log.Fatal(err)
	}
	account, err := source.DomainID(ctx)
	if err != nil {
		log.Fatal(err)
	}
	tasks, err := dis.NewClient(dis.ServerURL(region), dis.WithUserTokenSource(source.Token), dis.WithProjectID(project))
	if err != nil {
		log.Fatal(err)
	}
	for agency, err := range client.AgenciesFor(ctx, account, "op_svc_dis", iam.WithTokenSource(source.Token)) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(agency.Name)
	}
	list, err := tasks.ListTransferTasks(ctx, &dis.ListTransferTasksParams{StreamName: "mystream"})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(list.Tasks))
}

// Keys sign calls of IAM as they sign those of DIS.
func ExampleWithAkSk() {
	client, err := iam.NewClient(iam.ServerURL(dis.RegionCNNorth4), iam.WithAkSk(dis.NewSigner("access key", "secret key")))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(client != nil)
	// Output: true
}
