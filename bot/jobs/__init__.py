"""Work that outlives a message: names, a queue whose truth is rows, child processes, ticks."""
