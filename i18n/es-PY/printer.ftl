### The printer: status, queue, wizard
