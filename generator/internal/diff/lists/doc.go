// Package lists has the lists of types and values that schemas give: what two of them have in common, and how sentences show them.
package lists
