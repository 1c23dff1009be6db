### The command line
