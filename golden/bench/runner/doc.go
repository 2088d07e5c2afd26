// Command runner measures. Program bench generates the packages that it reads and writes with, and builds it with them in place: in the
// folders own and peer, which are not on the disk, and in packages.go.
package main
