package dis

// This file is written by hand, from the page "Error Codes" of the reference.

// An ErrorCode says what went wrong, see [APIError.Code]. New ones may come at any time.
type ErrorCode string

// Error codes of calls about dump tasks. All come with status 400, but for CodeNotAllowed (403) and CodeInternal (500).
const (
	CodeInvalidProject      ErrorCode = "DIS.4117" // The project ID is not valid.
	CodeInvalidRequest      ErrorCode = "DIS.4200" // The request is not valid.
	CodeEmptyRequest        ErrorCode = "DIS.4202" // The request is empty.
	CodeStreamNotRunning    ErrorCode = "DIS.4205" // The stream does not run.
	CodeInvalidMRSCluster   ErrorCode = "DIS.4208" // The MRS cluster is not valid.
	CodeInvalidBody         ErrorCode = "DIS.4300" // The body of the request is not valid.
	CodeNoStream            ErrorCode = "DIS.4301" // The stream does not exist.
	CodeTrafficLimit        ErrorCode = "DIS.4303" // The limit of traffic is used up.
	CodeTooManyRequests     ErrorCode = "DIS.4305" // Too many requests come at the same time.
	CodeNoBucket            ErrorCode = "DIS.4306" // The OBS bucket does not exist.
	CodeBlocked             ErrorCode = "DIS.4309" // The address of the caller is blocked after too many failures.
	CodeOBSAccess           ErrorCode = "DIS.4310" // OBS cannot be reached.
	CodeInvalidAgency       ErrorCode = "DIS.4335" // The IAM agency is not valid.
	CodeInvalidHDFSPath     ErrorCode = "DIS.4336" // The HDFS path is not valid.
	CodeNoDLIDatabase       ErrorCode = "DIS.4337" // The DLI database does not exist.
	CodeNoDLITable          ErrorCode = "DIS.4338" // The DLI table does not exist.
	CodeNoCloudTableCluster ErrorCode = "DIS.4341" // The CloudTable cluster does not exist.
	CodeInvalidDWSCluster   ErrorCode = "DIS.4350" // The DWS cluster does not exist.
	CodeInvalidKMSKey       ErrorCode = "DIS.4351" // The KMS key is not valid.
	CodeNoTransferTask      ErrorCode = "DIS.4354" // The dump task does not exist.
	CodeTransferTaskExists  ErrorCode = "DIS.4355" // A dump task with this name exists.
	CodeTransferTaskQuota   ErrorCode = "DIS.4357" // The stream has five dump tasks already.
	CodeNotAllowed          ErrorCode = "DIS.4116" // The caller has no right to do this.
	CodeInternal            ErrorCode = "DIS.5000" // The service failed.
)

// Error codes of status 441: the caller could not be authenticated.
const (
	CodeAuthorization      ErrorCode = "DIS.4100" // Authorization failed.
	CodeAuthorizationEmpty ErrorCode = "DIS.4101" // The header Authorization is empty.
	CodeAuthorizationForm  ErrorCode = "DIS.4102" // The header Authorization cannot be parsed.
	CodeDateEmpty          ErrorCode = "DIS.4103" // The header X-Sdk-Date is empty.
	CodeDateForm           ErrorCode = "DIS.4104" // The header X-Sdk-Date cannot be parsed.
	CodeInvalidDate        ErrorCode = "DIS.4105" // The date in X-Sdk-Date is not valid.
	CodeAccessKeyEmpty     ErrorCode = "DIS.4106" // The access key is empty.
	CodeInvalidAccessKey   ErrorCode = "DIS.4107" // The access key is not valid.
	CodeServiceEmpty       ErrorCode = "DIS.4108" // The name of the service is empty.
	CodeAuthorizationParts ErrorCode = "DIS.4109" // Parts of the header Authorization are missing.
	CodeSignatureEmpty     ErrorCode = "DIS.4110" // The signature is empty.
	CodeInvalidRegion      ErrorCode = "DIS.4111" // The region is not valid.
	CodeInvalidSignedForm  ErrorCode = "DIS.4112" // The signed request is not valid.
)
