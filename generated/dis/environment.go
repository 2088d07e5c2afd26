package dis

import (
	"errors"
	"os"
)

// This file is written by hand: it holds what is known of the official SDK and its regions.

// Regions that the official SDK knows, for [ServerURL]. It takes any other name too.
const (
	RegionCNNorth1     = "cn-north-1"
	RegionCNNorth4     = "cn-north-4"
	RegionCNEast2      = "cn-east-2"
	RegionCNEast3      = "cn-east-3"
	RegionCNSouth1     = "cn-south-1"
	RegionAPSoutheast1 = "ap-southeast-1"
	RegionAPSoutheast2 = "ap-southeast-2"
)

// Environment variables of the official SDK.
const (
	envAccessKey     = "HUAWEICLOUD_SDK_AK"
	envSecretKey     = "HUAWEICLOUD_SDK_SK"
	envProjectID     = "HUAWEICLOUD_SDK_PROJECT_ID"
	envSecurityToken = "HUAWEICLOUD_SDK_SECURITY_TOKEN"
)

// OptionsFromEnv returns the credential and the project that the environment variables of the official SDK give:
// HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK are needed; HUAWEICLOUD_SDK_SECURITY_TOKEN makes them temporary;
// HUAWEICLOUD_SDK_PROJECT_ID is the project of all calls. Without it, give [WithProjectID]: unlike the SDK this does not ask IAM for one.
func OptionsFromEnv() ([]Option, error) {
	key, secret := os.Getenv(envAccessKey), os.Getenv(envSecretKey)
	if key == "" || secret == "" {
		return nil, errors.New("dis: " + envAccessKey + " and " + envSecretKey + " must be set")
	}
	sign := NewSigner(key, secret)
	if token := os.Getenv(envSecurityToken); token != "" {
		sign = NewTemporarySigner(key, secret, token)
	}
	opts := []Option{WithAkSk(sign)}
	if id := os.Getenv(envProjectID); id != "" {
		opts = append(opts, WithProjectID(id))
	}
	return opts, nil
}
