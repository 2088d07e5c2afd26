// Orders lists and creates orders of a shop. It shows pagination, an idempotency key, retries, logging and typed errors.
//
//	ORDERS_TOKEN=... orders list
//	ORDERS_TOKEN=... orders create lamp 2
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"strconv"
	"time"

	"github.com/oas2go/oas2go/examples/orders/shop"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	client, err := shop.NewClient(shop.ServerURL,
		shop.WithToken(os.Getenv("ORDERS_TOKEN")),
		shop.WithTimeout(5*time.Second), // of each attempt
		shop.WithLogger(slog.Default()),
	)
	if err == nil {
		err = run(ctx, client, os.Args[1:], os.Stdout)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "orders:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, client *shop.Client, args []string, w io.Writer) error {
	switch {
	case len(args) == 1 && args[0] == "list":
		return list(ctx, client, w)
	case len(args) == 3 && args[0] == "create":
		count, err := strconv.ParseInt(args[2], 10, 64)
		if err != nil {
			return err
		}
		return create(ctx, client, shop.OrderInput{Item: args[1], Count: count}, w)
	}
	return errors.New("usage: orders list | orders create ITEM COUNT")
}

// list prints all open orders, page after page.
func list(ctx context.Context, client *shop.Client, w io.Writer) error {
	for order, err := range client.ListOrdersAll(ctx, &shop.ListOrdersParams{Status: new(shop.StatusOpen)}) {
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "%s\t%d x %s\n", order.ID, order.Count, order.Item)
	}
	return nil
}

// create creates an order. The client sends a random idempotency key, so that it may send the request again if the connection breaks.
func create(ctx context.Context, client *shop.Client, order shop.OrderInput, w io.Writer) error {
	created, err := client.CreateOrder(ctx, &shop.CreateOrderParams{Body: order})
	if problem, ok := shop.ErrorBody[*shop.Problem](err); ok && problem.Left != nil {
		return fmt.Errorf("%s: %d left", problem.Title, *problem.Left)
	}
	if err != nil {
		return err
	}
	fmt.Fprintln(w, "created", created.ID)
	return nil
}
