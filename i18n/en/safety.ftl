# The safety check: what the till proves of itself, and what to do.

## The four parts
check-line-good = [{ $part }/4] ✓ { $what }
check-line-bad = [{ $part }/4] ✗ { $what }
check-data = Data: { $pupils } pupils with restrictions; { $declared } of { $products } products fully declared, { $percent } of what was sold in 30 days. Books: { $sales } sales.
check-data-first = Something is still not declared; begin with: { $names }.
check-rules = Rules: { $count } known cases of labels and of the policy.
check-rules-todo = Do not sell to pupils with restrictions. If you changed your own words or the policy, go back to those before; if not, call the technician.
check-sales = Trial sales: { $count }, one of each severity and state, on a copy of the database; nothing is written to the real one.
check-sales-todo = Do not sell to pupils with restrictions, and call the technician.
check-history = History: { $lines } products sold to { $pupils } pupils with restrictions, judged by what was known that day and by what is known today.
check-history-todo = Tell the family, read the label, and note what was done in Settings › Safety.
check-not-done = It could not be checked.
check-good = All is well: no pupil was in danger and the books agree.
check-bad = Something needs attention. Do what each part with ✗ says, and check again.

## What is found
check-wrong-label = “{ $name }” reads: { $read } ({ $allergen }); it must be at least: { $expected }.
check-wrong-cell = { $state }, { $severity }: it does “{ $is }” and should “{ $expected }”.
check-tried-wrong = A product that { $state }, a { $severity } allergy: the policy says “{ $expected }” and the till did “{ $is }”.
check-tried-late = A product that { $state } since just before it was paid, a { $severity } allergy: the policy says “{ $expected }” and the till did “{ $is }”.
check-touched = The real database changed during the trial.
check-met = Ticket { $number } of { $day }: { $student } had { $name }: { $why }. { $harm }
check-harm-refused-then = It was to be refused that day.
check-harm-unanswered = Nobody answered the alert that day.
check-harm-known-today = Today it is known to hold it.
check-reason = { $state } { $allergen } ({ $severity })
check-more = And { $count } more.
check-state-free = is declared free of
check-state-unknown = nobody has declared whether it has
check-state-may-contain = may contain
check-state-contains = contains
check-response-allow = sell
check-response-confirm = confirm
check-response-approve = supervisor’s PIN
check-response-refuse = refuse

## The page and the bar
safety-page = Safety
safety-hint = The till checks itself at the start of the day. You can also check now; selling goes on meanwhile.
safety-never = It has never been checked yet.
safety-last-good = The last check, on { $day } at { $time }, was good.
safety-last-bad = The last check, on { $day } at { $time }, found something in: { $parts }.
safety-now = Check now
safety-running = Checking: part { $part } of 4…
safety-open = Sales without an answer
safety-open-hint = Somebody has to look at each, and note what was done.
safety-answer = Note
safety-answer-title = What was done
safety-answer-note = Note
safety-answer-hint = Noted by { $name }. It stays for good.
safety-cancel = Not now
safety-chip-never = Safety: not checked
safety-chip-running = Checking { $part }/4
safety-chip-good = Safety ✓ { $time }
safety-chip-bad = Safety: look here
safety-told-good = The last check was good.
safety-told-bad = The safety check found something. Tell a manager: Settings › Safety.
safety-told-never = The safety check has not been done yet.

## Policy and words, on the command line
cli-diet-policy-loaded = The policy of { $path } is in force.
cli-diet-words-loaded = The words of { $path } are in force: { $lines } lines.
cli-diet-no-words = The canteen has no words of its own: those that come with the till apply.
cli-diet-not-yours = { $state }, { $severity }: milder than now. Only an administrator may; the policy before stays in force.
cli-diet-wrong-pin = The PIN is nobody’s who works here. Nothing was changed: try again.
cli-diet-no-right = That person may not change this. Nothing was changed: ask a manager.
cli-diet-bench-row = { $name }: { $time } (limit { $limit }); { $ratio } times the floor of { $floor }
cli-diet-bench-head = Measured { $build }, median of { $rounds }:

help-diet-policy = Shows or changes what the till does by declared state and severity
help-diet-policy-show = Shows the policy in force, as a file
help-diet-policy-load = Puts the policy of a file in force; a bad one changes nothing
help-diet-policy-load-file = The file: sixteen lines “state severity = response”
help-diet-words = Shows or changes the canteen’s own words for reading labels
help-diet-words-show = Shows the own words, as a file
help-diet-words-load = Puts the words of a file in force; a bad one changes nothing
help-diet-words-load-file = The file of words
help-any-cashier = The PIN of who does it
help-bench-diet = Measures what it costs to judge products, carts and catalogues
help-bench-diet-rounds = How often each is measured
