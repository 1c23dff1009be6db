### The command line

## What the command line says
cli-sold = Ticket { $number }: { $total }, change { $change }
cli-line-refused = Line { $line }: { $message }
cli-demo-made = Demo canteen in { $path }: { $products } products, { $students } people, { $days } school days sold.
cli-demo-long = { $sales } sales of the three years before are being written; a million takes about a minute.
cli-demo-pin =   { $name }: PIN { $pin }
cli-tour-drawn = { $count } pictures in { $path }.
cli-demo-no-display = There is no display: three sales are played without a window; pictures and tickets go to { $path }
cli-demo-sold = Ticket { $number }: { $buyer }, { $total }
cli-demo-stopped = Not sold: { $goods } to { $buyer }. The screen stopped it.
cli-demo-nobody = unidentified customer
cli-promise-broken = { $promise } does not hold: { $rows } rows.
cli-selfcheck-broken = The data does not agree ({ $sales } sales). Nothing was changed: keep a copy of the folder and call the technician.
cli-bench-sale = { $rounds } sales of 5 lines ({ $build }): median { $median } ms, p99 { $high } ms; bare rows: median { $bare } ms, p99 { $barehigh } ms; ratio { $ratio }.
cli-bench-scan = { $rounds } scans among { $products } products ({ $build }): to the line, median { $median } ms, p99 { $high } ms; with the whole screen drawn, median { $frame } ms, p99 { $framehigh } ms; with { $few } products, median { $floor } ms; ratio { $ratio }.
cli-bench-search = { $rounds } keystrokes among { $products } products ({ $build }): search, median { $median } ms, p99 { $high } ms; with the new screen, median { $shown } ms, p99 { $shownhigh } ms; comparing only, median { $floor } ms; ratio { $ratio }.
cli-bench-ticket = { $rounds } tickets of 10 lines and { $bytes } bytes ({ $build }): median { $median } ms, p99 { $high } ms. From asking for a page to its first byte at the printer, commit included: median { $first } ms, p99 { $firsthigh } ms.
cli-bench-start = { $runs } starts ({ $build }): to the login, median { $login } ms, p99 { $loginhigh } ms; to the checkout, median { $checkout } ms, p99 { $checkouthigh } ms, { $signin } ms of them from the PIN on; idle for { $seconds } s: { $work } % of a processor, { $frames } frames, { $memory } MB of memory.

## Why it was not done
cli-no-canteen = There is no canteen in { $path }. Open “cantina” to make it, or “cantina demo” to try.
cli-not-a-demo = There is a real canteen in { $path }. It was not touched: choose another folder with --data-dir.
cli-no-display = There is no display (neither DISPLAY nor WAYLAND_DISPLAY). Open Cantina from the desktop, or sell without a window with “cantina sell”.
cli-no-window = The window cannot be opened ({ $cause }). Install libx11-6 libxcursor1 libxi6 libxkbcommon-x11-0, or sell with "cantina sell".
cli-no-picture = A picture could not be drawn ({ $cause }). Tell the technician.
cli-not-shown = The window was not shown, or nobody could sign in. Check --user and --pin, and that nobody else uses that folder.
cli-demo-lacks = The demo canteen lacks: { $what }. Try another folder.
cli-no-file = { $path } cannot be read ({ $cause }). Check the name.
cli-bad-usage = This line is no sale: near letter { $column } something is missing or too much. Not sold: correct it.
cli-nobody-works-here = Nobody can sell yet. Open “cantina” and add a user.
cli-wrong-pin = The PIN is nobody’s who may sell. Not sold: try again.
cli-wait-for-pin = Too many wrong PINs. Wait { $seconds } s and try again.
cli-unknown-code = The code { $code } is of no product and no card. Not sold: check the code.
cli-empty-cart = The cart is empty. Add a product with --item.
cli-nothing-to-pay = There is nothing to pay. Check the discounts.
cli-no-price = { $name } has no price. Give it one before selling it.
cli-too-many-lines = The cart has too many lines. Make two sales.
cli-quantity-no-number = The quantity is no number. Write it as 2 or 0,350.
cli-quantity-not-positive = The quantity has to be more than 0. Correct it.
cli-quantity-too-large = The quantity is at most 10,000. Correct it.
cli-quantity-not-whole = This product is sold by the piece. Give a whole quantity.
cli-out-of-stock = Of { $name } there are { $left } left. Not sold: lower the quantity.
cli-restricted = The pupil has a restriction against: { $names }. Not sold: take it out or call a supervisor.
cli-restricted-refused = The pupil must not eat this: { $names }. It was not sold and nobody can approve it: take it out of the cart. The screen says why.
cli-insufficient-balance = The balance does not reach: { $available } available. Not sold: take the rest another way.
cli-over-daily-limit = It passes the daily limit: { $left } left. Not sold: take the rest another way.
cli-card-blocked = The card is blocked. Not sold: take another tender.
cli-card-expired = The card expired on { $day }. Not sold: take another tender.
cli-short-payment = { $missing } is missing. Not sold: add a --tender.
cli-too-much = { $over } too much, and only cash gives change. Not sold: lower the amount.
cli-bad-amount = The amount is no good. Give whole guaraníes, more than 0, as in cash=20000.
cli-bad-reference = A reference has 1 to 40 letters or digits. Correct it.
cli-tender-twice = { $tender } is there twice. Put the amounts together.
cli-no-such-tender = “{ $tender }” is not taken here. Use cash, card, debit, credit, qr, transfer or giro.
cli-needs-reference = { $tender } asks for the operation’s number. Add --reference.
cli-nobody-to-charge = To charge an account the pupil’s card is missing. Add --card.
cli-clock-behind = The clock is behind: the last sale is of { $day }. The sale was saved: correct the date and time of the computer.
cli-already-sold = That cart was sold before: ticket { $number }. Use another --cart-id.
cli-imported = Rows taken over: { $rows }. Columns not used: { $ignored }
cli-list-is-good = The list is good. Rows: { $rows }. Nothing was taken over. Columns not used: { $ignored }
cli-bad-list =
    No row was taken over: the list has { $count ->
        [one] one problem
       *[other] { $count } problems
    }. Correct them and try again.

## What --help says
help = A till for school canteens. Without a command it opens the till.
help-usage = Use:
help-commands = Commands
help-command = COMMAND
help-arguments = What
help-options = Options
help-options-name = [OPTIONS]
help-default = [if missing: { $value }]
help-values = [{ $values }]
help-version = Shows the version
help-any-help = Shows this help
help-any-json = Gives the result as JSON
help-any-data-dir = The folder with the canteen’s data; if missing, CANTINA_DATA_DIR or this user’s own
help-any-printer = The printer to use instead of the configured one; empty for none
help-any-locale = The language of the answer and, with “tour”, of the pictures: es-PY, en or pt-BR
help-demo = Makes a canteen to play with and opens the till on it
help-demo-seed = Another number, another canteen
help-demo-data-only = Makes the data and opens no window
help-sell = Sells without a screen: one sale, or a file of them
help-sell-card = The buyer’s card
help-sell-items = A product: its code, #NUMBER or exact name, and how much of it
help-sell-tenders = What is handed over: cash, card, debit, credit, qr, transfer or giro, and guaraníes
help-sell-reference = The number of the voucher or operation
help-sell-sale-id = The sale’s name; the same one again is the same sale
help-sell-cart-id = The cart’s name; of one cart at most one sale is made
help-sell-cashier = Who sells; if missing, the first active user
help-sell-file = Sells every line of a file: one JSON object a line
help-import = Takes over a list of products or pupils, all or nothing
help-import-what = What the list is of
help-import-file = The list: text with separators, as a spreadsheet saves it
help-import-dry-run = Reads the list, says what is wrong with it and takes nothing over
help-selfcheck = Proves that no pupil is in danger and that the books agree; writes nothing to the canteen
help-tour = Draws every screen as a picture, without a display
help-tour-out = Where the pictures go; made if it is not there
help-tour-size = The window, in logical pixels
help-tour-theme = Light or dark
help-tour-scale = How many pixels of a picture make one logical pixel, 0.5 to 4
help-tour-interface = How large everything is, as in the settings, in per cent, 100 to 200; as there, no more than has room
help-bench = Measures this machine
help-bench-sale = Commits sales of five lines, and beside each the bare rows of the same sale
help-bench-sale-rounds = How many sales are measured
help-bench-sale-disk = A folder on the disk to measure; what is written is taken away again; if missing, that for temporary files
help-diet = Reads labels for allergens and diets; shows and changes the policy and the own words
help-diet-check = Reads one label and says what it speaks of, and by which words
help-diet-check-name = The product’s name
help-diet-check-category = Its category
help-diet-check-ingredients = The list of ingredients, with all that stands beside it
help-diet-check-declaration = The pack’s own sentence about allergens
help-diet-check-claims = Claims on the pack, parted by commas: sin_gluten,vegano
help-diet-check-json = Gives the result as JSON; places count letters of the argument as given
help-diet-eval = Reads a list of products of which it is known what is in them, and counts
help-diet-eval-file = The products: CSV with the columns id, name, category, ingredients, declaration, claims, contains, traces, absent, unsure and negatives_trusted; lists of codes are parted by ;
help-diet-eval-used = What of each product is read
help-demo-sales = So many sales of the three years before, to see how the till stands a long past
help-demo-products = At least so many products, to see how the till stands a large catalogue
help-bench-scan = From a scanned code to its line on the screen, without a window
help-bench-search = One keystroke in the search
help-bench-ticket = Lays out and encodes a ticket of ten lines
help-bench-start = Opens the window: from the start to the login and the checkout, then memory and work while idle
help-any-rounds = How often it is measured
help-any-products = How many products can be sold
help-any-runs = How often the window is opened
help-any-idle = How long the last one is left alone, in seconds
help-any-user = The number of who signs in
help-any-pin = Their PIN

## Arguments that make no sense
help-wrong = Not understood. Nothing was done: see “cantina --help”.
help-wrong-unknown = There is no “{ $what }”. Nothing was done: see “cantina --help”.
help-wrong-missing = { $what } is missing. Nothing was done: see “cantina --help”.
help-wrong-conflict = { $what } does not go with the rest. Nothing was done: see “cantina --help”.
help-wrong-value = “{ $value }” will not do for { $what }. Nothing was done: see “cantina --help”.

## What is read in a label
cli-diet-contains = contains
cli-diet-may-contain = may contain
cli-diet-free = says it is free
cli-diet-asks = have a look
cli-diet-conflict = does not fit
cli-diet-fits = says it fits
cli-diet-trust-high = high
cli-diet-trust-medium = medium
cli-diet-trust-low = low
cli-diet-quote = “{ $text }” ({ $place })
cli-diet-rest-unknown = Of the rest the label says nothing: it is unknown. This is a proposal; have somebody with the pack in hand confirm it.
cli-diet-all = all
cli-diet-tally = { $name } detected { $detected }/{ $positives } ({ $recall }), to look at { $asked }, false alarms { $alarms }/{ $negatives } ({ $rate }), alarms on certified free { $freealarms }/{ $free }
cli-diet-miss = { $code } was not seen in “{ $name }” ({ $id })
cli-diet-no-file = { $path } cannot be read ({ $cause }). Check the name.
cli-diet-no-column = Line 1: the column “{ $column }” is missing. Nothing was measured: add it.
cli-diet-bad-row = Line { $line }: this is no row of CSV ({ $cause }). Nothing was measured: correct it.
cli-diet-bad-value = Line { $line }: “{ $value }” is no value for the column “{ $column }”. Nothing was measured: correct it.
