//go:build !linux

package main

import "time"

// clock is a clock on the wall.
func clock() time.Duration { return time.Duration(time.Now().UnixNano()) }
