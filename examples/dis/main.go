// Dis makes sure that a stream of Huawei Cloud DIS is dumped to an MRS cluster: it adds the dump task unless there is one. It uses the
// ready package generated/dis.
//
//	HUAWEICLOUD_SDK_AK=... HUAWEICLOUD_SDK_SK=... HUAWEICLOUD_SDK_PROJECT_ID=... dis STREAM TASK
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/oas2go/oas2go/generated/dis"
)

func main() {
	if err := start(); err != nil {
		fmt.Fprintln(os.Stderr, "dis:", err)
		os.Exit(1)
	}
}

func start() error {
	if len(os.Args) != 3 {
		return errors.New("usage: dis STREAM TASK")
	}
	opts, err := dis.OptionsFromEnv()
	if err != nil {
		return err
	}
	client, err := dis.NewClient(dis.ServerURL(dis.RegionAPSoutheast1), append(opts, dis.WithTimeout(10*time.Second))...)
	if err != nil {
		return err
	}
	return ensure(context.Background(), client, os.Args[1], os.Args[2], os.Stdout)
}

// ensure adds a dump task unless the stream has one of that name.
func ensure(ctx context.Context, client *dis.Client, stream, task string, w io.Writer) error {
	tasks, err := client.ListTransferTasks(ctx, &dis.ListTransferTasksParams{StreamName: stream})
	if failed, ok := errors.AsType[*dis.APIError](err); ok && failed.Code() == dis.CodeNoStream {
		return fmt.Errorf("there is no stream %s", stream)
	}
	if err != nil {
		return err
	}
	for _, t := range tasks.Tasks {
		if t.TaskName != nil && *t.TaskName == task {
			fmt.Fprintln(w, task, "is there")
			return nil
		}
	}
	destination := dis.NewMRSDestinationDescriptorRequest() // with the defaults of the document
	destination.TaskName = task
	destination.AgencyName = "dis_admin_agency"
	destination.MRSClusterName = "mrscluster"
	destination.MRSClusterID = "f8123fa6-99f1-4ed9-83f4-c827c7277d41"
	destination.MRSHdfsPath = "/user"
	destination.OBSBucketPath = "obsbucket"
	err = client.CreateMRSTransferTask(ctx, &dis.CreateMRSTransferTaskParams{StreamName: stream, Body: dis.CreateMRSTransferTaskRequest{
		DestinationType:          dis.DestinationTypeMRS,
		MRSDestinationDescriptor: &destination,
	}})
	if err != nil {
		return err
	}
	fmt.Fprintln(w, task, "added")
	return nil
}
