package main

import (
	"time"

	"golang.org/x/sys/unix"
)

// clock is the processor time of this thread. It stands still while other programs have the processor, so that a machine that is not
// quiet gives nearly the same figures. What the garbage collector does on other threads is not in it, as it is not in the time of a clock on
// the wall when a processor is free for that.
func clock() time.Duration {
	var t unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_THREAD_CPUTIME_ID, &t); err != nil {
		panic(err) // Linux has it since 2.6.12
	}
	return time.Duration(t.Nano())
}
