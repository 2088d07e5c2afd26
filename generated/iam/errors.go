package iam

import "strconv"

// This file is written by hand: the service and the gateway in front of it have different names for the code and the text of a failure.

// Code gives the code of a failure as text, under whichever name it was sent, or "". A wrong user, password, account or project is
// status 401 of [Client.CreateToken].
func (e *APIError) Code() string {
	b, ok := e.Body.(*ErrorResponse)
	if !ok || b == nil {
		return ""
	}
	if b.Error != nil {
		switch code := b.Error.Code.(type) {
		case ErrorDetailCodeInt64:
			return strconv.FormatInt(int64(code), 10)
		case ErrorDetailCodeString:
			return string(code)
		}
	}
	return firstText(b.ErrorCode, b.Code)
}

// Message gives the text for people that came with the code, or "".
func (e *APIError) Message() string {
	b, ok := e.Body.(*ErrorResponse)
	if !ok || b == nil {
		return ""
	}
	if b.Error != nil && b.Error.Message != nil {
		return *b.Error.Message
	}
	return firstText(b.ErrorMsg, b.Message)
}

func firstText(list ...*string) string {
	for _, text := range list {
		if text != nil && *text != "" {
			return *text
		}
	}
	return ""
}
