package support

import (
	"context"
	"log/slog"
	"time"
)

// log tells of one attempt.
func (c *config) log(ctx context.Context, k *call, a *response, err error, again bool, wait time.Duration) {
	attrs := []slog.Attr{slog.String("method", k.method), slog.Int("attempt", k.attempts), slog.Duration("elapsed", time.Since(k.start))}
	if k.last != nil && k.last.req != nil {
		attrs = append(attrs, slog.String("url", k.place(k.last.req.URL.String())))
	}
	level := slog.LevelInfo
	if a != nil {
		attrs = append(attrs, slog.Int("status", a.StatusCode), slog.String("request_id", requestID(a.Header)))
		if err = a.err; a.StatusCode/100 != 2 {
			level = slog.LevelWarn
		}
	}
	if err != nil {
		level = slog.LevelWarn
		attrs = append(attrs, slog.String("error", err.Error()))
	}
	if again {
		attrs = append(attrs, slog.Duration("retry_in", wait))
	}
	c.logger.LogAttrs(ctx, level, "support: "+k.op, attrs...)
}
