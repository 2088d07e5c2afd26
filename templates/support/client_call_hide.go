package support

// hide keeps a parameter that is a secret out of errors, however it is written in the request.
func (k *call) hide(text string) { k.secrets = append(k.secrets, text) }
