// Package naming says who asks for which name: components, types inside them, what belongs to types, operations and all that clients have.
// It takes what shapes, operations and rules have decided, lets package names settle the claims, and returns a [Table] that knows what
// everything is called.
package naming
