package support

// headerText gives the text of a header: a value in style simple.
func headerText(write func(*jsonWriter)) string {
	var w jsonWriter
	write(&w)
	return style{name: "simple"}.text("", w.buf, func(text string) string { return text })
}
