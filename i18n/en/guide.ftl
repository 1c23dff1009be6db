### The help inside the program.

guide-title = Help
guide-back = Back (Esc)
guide-contents = Contents
guide-guides = Guides
guide-places = Screens
guide-search = Search the help
guide-none = Nothing with those words
guide-none-todo = Try fewer letters, or choose a topic.
guide-print = Print
guide-see-also = See also
guide-queued = The help page goes to the printer.
guide-waits = No printer: the page waits in the queue.
guide-key = F1
guide-picture = Picture: { $what }

## The command line
help-help = Shows a page of the help, or prints it
help-help-topic = About what; without it, the list of topics
help-help-paper = Prints it on the ticket printer
help-tour-screens = Renews the help's pictures in this folder, light and dark
help-tour-check = Measures every screen instead of drawing it: contrast, size of what is pressed, order of the keyboard, cut text
cli-no-topic = There is no help about "{ $topic }". The topics are in "cantina help".
cli-tour-checked = { $screens } screens, { $count } faults
