# Stock: purchases, counts, losses, movements, what to order and what it is worth

nav-stock = Stock
right-stock = Look after the stock

stock-tab-receive = Receive
stock-tab-count = Count
stock-tab-loss = Losses
stock-tab-moves = Movements
stock-tab-order = Reorder
stock-tab-worth = Value

stock-reading = Reading the stock…
stock-no-products = There are no products yet
stock-no-products-todo = Import the list of products in Settings › Lists, then come back.
stock-search = Product or code
stock-not-found = No product is called that
stock-not-found-todo = Try another word or the code. If it is new, add it to the products first.
stock-has = { $stock } there
stock-unknown-code = No product has the code { $code }. Nothing was changed: add it to the products first.
stock-back = Back
stock-save = Save CSV
stock-print = Print
stock-days = { $days ->
    [365] 1 year
   *[other] { $days } days
 }
stock-ticket = Ticket { $number }
stock-no-supplier = No known supplier

stock-col-product = Product
stock-col-quantity = Quantity
stock-col-day = Date
stock-col-document = Document
stock-col-who = Who
stock-col-total = Total
stock-col-kind = What happened
stock-col-balance = Balance
stock-col-expected = Expected, counted
stock-col-difference = Diff.
stock-col-value = Value
stock-col-stock = There
stock-col-average = Average
stock-col-state = How it stands
stock-col-order = Order
stock-col-cost = Cost

## Receiving a purchase

stock-supplier = Supplier
stock-ruc = RUC, if you have it
stock-document = Invoice number
stock-total = Total with IVA
stock-cost-each = Cost each
stock-cost-total = Cost of the line
stock-last-cost = last cost { $cost }
stock-no-lines = Scan what has come
stock-no-lines-todo = Or search it by name. Type quantity and cost with IVA, and the document's total to compare.
stock-past = Last purchases
stock-sum = The lines come to { $sum }
stock-sum-equal = The same as the document's total
stock-sum-differs = Difference from the document: { $difference }
stock-clear = Clear
stock-receive = Receive
stock-differs = The total is another
stock-differs-what = The lines come to { $sum } and the document says { $total }. Look at quantities and costs; if the document has a discount or a rounding, receive it as it is.
stock-receive-anyway = Receive anyway
stock-clear-title = Clear this purchase?
stock-clear-what = All that you typed is forgotten. The stock stays as it is.
stock-received = { $lines ->
    [one] Purchase from { $supplier } received: 1 line, { $cost }.
   *[other] Purchase from { $supplier } received: { $lines } lines, { $cost }.
 }{ $costs ->
    [0] {""}
    [one] {" "}The cost of 1 product changed.
   *[other] {" "}The cost of { $costs } products changed.
 }
stock-fault-supplier = The supplier is missing: type their name.
stock-fault-ruc = A RUC is digits, a dash and a digit, such as 80009735-1.
stock-fault-ruc-digit = The check digit of that RUC would be { $digit }: look at the number.
stock-fault-document = The document's number is missing.
stock-fault-total = The document's total is missing, in whole guaraníes.
stock-fault-empty = There is no line yet: scan what has come.
stock-fault-too-long = A purchase has up to 500 lines: part it into two documents.
stock-fault-quantity = The quantity of line { $line } is no good.
stock-fault-cost = The cost of line { $line } is missing, in whole guaraníes.

## Counting

stock-count-title = Count the stock
stock-count-what = The till sells on: each product is compared with what there was at the moment you count it.
stock-count-scope = What is counted?
stock-count-all = Everything
stock-count-blind = Blind
stock-count-open = Show what is expected
stock-count-begin = Begin
stock-count-none = Scan what there is
stock-count-none-todo = Each scan adds one. You can also search the product and type the quantity.
stock-count-pieces = Pieces
stock-count-kilograms = Kilograms
stock-count-note = Note
stock-count-expected = { $expected } expected
stock-count-so-far = { $count ->
    [one] 1 product counted
   *[other] { $count } products counted
 } · { $rest ->
    [0] none with stock is missing
    [one] 1 with stock to go
   *[other] { $rest } with stock to go
 }
stock-count-drop = Give up
stock-count-drop-title = Give this count up?
stock-count-drop-what = What was counted is forgotten. The stock stays as it is.
stock-count-review = See differences
stock-count-posted = { $count ->
    [one] Count posted: 1 product
   *[other] Count posted: { $count } products
 }, { $differences ->
    [0] no difference.
    [one] 1 difference; missing at cost { $missing }.
   *[other] { $differences } differences; missing at cost { $missing }.
 }
stock-review-title = Differences before posting
stock-review-equal = All that was counted is as expected.
stock-review-counted = { $expected } → { $counted }
stock-review-more = { $count ->
    [one] and 1 product more
   *[other] and { $count } products more
 }
stock-review-sums = { $missing } missing and { $more } more, at the last cost
stock-review-without-cost = { $count ->
    [one] The cost of 1 product that differs is not known
   *[other] The cost of { $count } products that differ is not known
 }
stock-review-reason = Why there are differences
stock-review-approval = PIN of who approves
stock-review-post = Post
stock-rest = { $count ->
    [one] 1 product with stock was not counted
   *[other] { $count } products with stock were not counted
 }
stock-rest-leave = Leave them as they are
stock-rest-zero = There are none: set to zero
stock-count-why-month = Count of the month
stock-count-why-mistake = Typing mistake
stock-count-why-missing = Missing, unexplained

## Losses and own use

stock-loss-spoiled = Spoiled
stock-loss-own-use = Own use
stock-loss-none = Scan what is thrown away or used
stock-loss-none-todo = Or search it by name. It goes into the dashboard, at cost, with its reason.
stock-loss-why = Why?
stock-loss-note = More about it, if needed
stock-loss-cost = at cost { $cost }
stock-loss-no-cost = no known cost
stock-loss-write = Write off
stock-loss-fault-reason = Choose a reason.
stock-loss-fault-note = With “other reason” say which, in 3 letters or more.
stock-lost = Written off: { $cost } at cost.
stock-lost-no-cost = Written off. Its cost is not known.
stock-reason-expired = Past its date
stock-reason-damaged = Broken or crushed
stock-reason-gone-bad = Gone bad
stock-reason-leftover = Left over
stock-reason-missing = Not there
stock-reason-staff-meal = Staff meal
stock-reason-kitchen = For the kitchen
stock-reason-school = For the school
stock-reason-sample = Sample or present
stock-reason-other = Other reason

## Movements

stock-moves-none = Of which product?
stock-moves-none-todo = Scan or search it: all that came and went is shown, who, when and by which document.
stock-moves-quiet = It did not move in those days
stock-moves-quiet-todo = Choose more days above.
stock-moves-from-to = there was { $before }, now there is { $now }
stock-kind-sale = Sale
stock-kind-void = Void
stock-kind-refund = Refund
stock-kind-purchase = Purchase
stock-kind-count = Count
stock-kind-spoiled = Spoiled
stock-kind-own-use = Own use
stock-kind-other = Other

## Reorder

stock-order-none = Nothing has to be ordered
stock-order-none-todo = Here is what falls below its minimum or is gone in less than three school days.
stock-order-sum = { $count ->
    [one] 1 product, { $cost } at the last cost
   *[other] { $count } products, { $cost } at the last cost
 }
stock-order-cost = Approximate cost
stock-paper-order = Reorder list
stock-need-both = { $stock } there, minimum { $minimum }, { $days ->
    [one] 1 day left
   *[other] { $days } days left
 }
stock-need-days = { $stock } there, { $days ->
    [one] 1 day left
   *[other] { $days } days left
 }
stock-need-minimum = { $stock } there, minimum { $minimum }

## Value

stock-worth-sum = { $value } on the evening of { $day }
stock-worth-how = At the average cost of what was paid, IVA included
stock-worth-unpriced = { $count ->
    [one] Not all of the cost of 1 product is known: it is worth more than that
   *[other] Not all of the cost of { $count } products is known: they are worth more than that
 }
stock-worth-none = There was no stock that day
stock-worth-none-todo = Choose another day, or receive a purchase.
stock-worth-day = DD/MM/YYYY
stock-worth-month-end = End of last month

## Files

stock-file-moves = movements
stock-file-order = reorder
stock-file-worth = stock-value
stock-csv-supplier = Supplier
stock-csv-product = Product
stock-csv-category = Category
stock-csv-stock = Stock
stock-csv-minimum = Minimum
stock-csv-sold = Sold in 28 days
stock-csv-days = School days left
stock-csv-order = Order
stock-csv-cost = Cost
stock-csv-day = Date
stock-csv-time = Time
stock-csv-kind = What happened
stock-csv-document = Document
stock-csv-who = Who
stock-csv-quantity = Quantity
stock-csv-balance = Balance
stock-csv-note = Reason
stock-csv-average = Average cost
stock-csv-value = Value

## What is not done

stock-failed-same-document = Document { $document } of { $supplier } was received before. It was not taken again: look at the last purchases.
stock-failed-other-supplier = There is a supplier { $name } with that name or that RUC already. Nothing was received: choose them from the list or mend the RUC.
stock-failed-no-count = No count is open. Nothing was noted: begin one.
stock-failed-count-open = A count is open already. Nothing was changed: end it or give it up in Stock › Count.
stock-failed-nothing-counted = Nothing was counted yet. The count stays open.
stock-failed-not-in-count = That product is not part of what is counted. Nothing was noted.
stock-failed-no-reason = The reason of the differences is missing, 3 letters or more. Nothing was posted.
stock-failed-changed = The count changed while you looked at it. Nothing was posted: look at the differences again.
stock-failed-not-approved = A manager approves differences with their PIN. Nothing was posted.
stock-failed-quantity = That quantity is no good. Nothing was changed: more than 0, and whole if it goes by the piece.
stock-failed-loss-reason = That is none of the reasons for it. Nothing was written off: see the list in README; “other” takes --note.
cli-stock-no-right = That person does not look after the stock. Nothing was done: ask a supervisor.
cli-stock-unknown = No product has the code or the name “{ $name }”. Nothing was done.
cli-stock-several = Several products are called “{ $name }”. Nothing was done: use the code.
cli-total-differs = The lines come to { $sum } and the document says { $total }. Nothing was received: mend the list, or add --allow-difference.
import-unknown-product = “{ $value }” is no product: add it to the products first.
import-several-products = Several products are called “{ $value }”: give the code.

audit-action-stock-received = Purchases received
audit-action-stock-counted = Stock counts
audit-action-stock-spoiled = Spoiled
audit-action-stock-own-use = Own use
audit-said-stock-received = received purchase { $subject } from { $detail }
audit-said-stock-counted = posted a stock count
audit-said-stock-spoiled = wrote off { $subject }
audit-said-stock-own-use = noted own use of { $subject }

## The command line

help-stock = Stock: purchases, counts, losses, movements, what to order, its value
help-stock-cashier = The PIN of who does it; without it the first active user who may
help-stock-receive = Receives a purchase from a list, all or nothing
help-stock-receive-csv = The list: product or code, quantity and cost or total
help-stock-receive-supplier = From whom; made if new
help-stock-receive-ruc = Their RUC, with its check digit
help-stock-receive-document = The document's number
help-stock-receive-total = What the document says, IVA included
help-stock-receive-allow-difference = Receives it although the lines come to another total
help-stock-count = Counts by a list and posts the differences, all or nothing
help-stock-count-csv = The list: product or code, and how much there is
help-stock-count-not-counted = What becomes of what is not in the list
help-stock-count-reason = Why there are differences
help-stock-count-approve = The PIN of whoever approves the differences
help-stock-move = Writes off what went without a sale
help-stock-move-product = The product's code, or its name
help-stock-move-quantity = How much
help-stock-move-kind = spoiled or own_use
help-stock-move-reason = Why: a word of the list in README
help-stock-move-note = More about it
help-stock-list = The stock of everything, or what moved one product
help-stock-list-product = The product's code, or its name; without it the stock of everything
help-stock-list-days = How many days back
help-stock-list-csv = Writes the movements as CSV into this file
help-stock-reorder = What to order, by supplier
help-stock-reorder-csv = Writes it as CSV into this file
help-stock-reorder-print = Prints it
help-stock-value = What stock was worth on the evening of a day
help-stock-value-day = Of which day; without it today
help-stock-value-csv = Writes it as CSV into this file
