// Package diag holds positions in documents and findings about them, and prints findings. Every other stage reports through it; it knows
// none of them.
package diag
