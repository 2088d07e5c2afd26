package dis

import "context"

// This file is written by hand: it makes calls of the document easier.

// StartTransferTasks starts dump tasks of a stream, by the IDs that [Client.ListTransferTasks] gives. [WithProjectID] says the project. In
// errors and logs it is ChangeTransferTasks.
func (c *Client) StartTransferTasks(ctx context.Context, streamName string, taskIDs []string, opts ...Option) error {
	return c.change(ctx, TaskActionStart, streamName, taskIDs, opts)
}

// StopTransferTasks stops dump tasks of a stream, as [Client.StartTransferTasks] starts them.
func (c *Client) StopTransferTasks(ctx context.Context, streamName string, taskIDs []string, opts ...Option) error {
	return c.change(ctx, TaskActionStop, streamName, taskIDs, opts)
}

func (c *Client) change(ctx context.Context, action TaskAction, streamName string, taskIDs []string, opts []Option) error {
	tasks := make([]TaskReference, len(taskIDs))
	for i, id := range taskIDs {
		tasks[i].ID = id
	}
	return c.ChangeTransferTasks(ctx, &ChangeTransferTasksParams{
		StreamName: streamName, Body: ChangeTransferTasksRequest{Action: action, Tasks: tasks},
	}, opts...)
}

// DWSDestination returns the description of a task that dumps to DWS, under whichever of its two keys it came; nil for none.
func (x *ShowTransferTaskResponse) DWSDestination() OtherDestination {
	if x.DWSDestinationDescription != nil {
		return x.DWSDestinationDescription
	}
	return x.DWSDestinationDescripton
}

// CloudtableDestination returns the description of a task that dumps to CloudTable, under whichever of its two keys it came; nil for none.
func (x *ShowTransferTaskResponse) CloudtableDestination() OtherDestination {
	if x.CloudtableDestinationDescription != nil {
		return x.CloudtableDestinationDescription
	}
	return x.CloudtableDestinationDescripton
}
