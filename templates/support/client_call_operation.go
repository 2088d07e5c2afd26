package support

import (
	"context"
	"strings"
)

// An OperationInfo says what a request is for. [OperationOf] finds it.
type OperationInfo struct {
	// ID is the operationId of the document, "" if it has none.
	ID string
	// Name is that of the method of Client.
	Name string
	// Method and Path are those of the document, such as GET and /pets/{id}.
	Method, Path string
	// Attempt is 1 for the first time that the request is sent.
	Attempt int
}

// OperationOf tells what a request is for, from its context: in a [Middleware],
// a transport, a signer. What is shared by several packages reads the Pattern
// of a request, such as GET /pets/{id}.
func OperationOf(ctx context.Context) (op OperationInfo, ok bool) {
	c, ok := ctx.Value(operationKey{}).(*operationContext)
	if !ok {
		return op, false
	}
	return c.k.info(c.attempt), true
}

func (k *call) info(attempt int) OperationInfo {
	_, path, _ := strings.Cut(k.pattern, " ")
	return OperationInfo{ID: k.id, Name: k.op, Method: k.method, Path: path, Attempt: attempt}
}

type operationKey struct{}

// An operationContext is the context of one attempt.
type operationContext struct {
	context.Context
	k       *call
	attempt int
}

// Value implements [context.Context].
func (c *operationContext) Value(key any) any {
	if key == (operationKey{}) {
		return c
	}
	return c.Context.Value(key)
}
