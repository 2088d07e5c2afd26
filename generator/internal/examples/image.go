package examples

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
)

// Image returns the smallest image of a media type, one grey pixel, "" for types that are not made.
func Image(mediaType string) string {
	pixel := image.NewGray(image.Rect(0, 0, 1, 1))
	pixel.SetGray(0, 0, color.Gray{Y: 0x80})
	var write func(io.Writer) error
	switch mediaType {
	case "image/png":
		write = func(w io.Writer) error { return png.Encode(w, pixel) }
	case "image/gif":
		write = func(w io.Writer) error { return gif.Encode(w, pixel, &gif.Options{NumColors: 1}) }
	case "image/jpeg":
		write = func(w io.Writer) error { return jpeg.Encode(w, pixel, &jpeg.Options{Quality: 1}) }
	default:
		return ""
	}
	var b bytes.Buffer
	if write(&b) != nil {
		return ""
	}
	return b.String()
}
