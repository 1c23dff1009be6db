### The printer: what is not known, and who says it

printer-silent = The printer does not answer: it is off or stuck.
printer-todo-silent = See that it is on and its light is steady; if so, switch it off and on again. Tickets wait.
chip-printer-silent = No answer
printer-job-sent = Sent, not confirmed
page-busy-speed = Trying at { $baud } baud…

## `cantina printer jobs answer`
help-printer-jobs-answer = Answers for a job in doubt: whether it came out
help-printer-jobs-answer-job = The job's number, as `jobs` says it
help-printer-jobs-answer-printed = All of it came out
help-printer-jobs-answer-not-printed = It did not: it is printed again with the word COPY
cli-printer-answered-printed = Job { $job }: noted, it came out.
cli-printer-answered-not-printed = Job { $job }: it is printed again with the word COPY.
cli-printer-answered-drawer = Job { $job }: noted. A drawer is not opened again by itself: use `cantina printer drawer`.
cli-printer-not-in-doubt = Job { $job } is not in doubt: it is { $state }. See `cantina printer jobs`.
