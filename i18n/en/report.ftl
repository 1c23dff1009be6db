# The dashboard on paper, in files and on the command line.
report-title = Sales dashboard
report-taken = as of { $at }
report-sales = Sales
report-income = Income
report-average = Average sale
report-projection = Projection of the day
report-usual = usually { $usual }
report-pupils = Pupils served
report-items = Items
report-refunds = Refunds
report-margin = Margin
report-by-hour = By hour
report-thousands = amount in thousands of ₲
report-tenders = Ways to pay
report-products = Best-selling products
report-product = Product
report-quantity = Quantity
report-amount = Amount
report-customers = Best customers
report-customer = Customer
report-purchases = Purchases
report-alerts = Alerts
report-nothing-before = nothing to compare with
report-no-sales = No sales in these days.
report-against = against { $period }
report-days = Taken from: { $days }
report-acknowledged = seen by { $by }: { $note }

report-alert-low_sales = Far fewer sales than usual: { $sales }; at this time there are usually { $usual }.
report-alert-cash_high = Cash { $share } (usually { $usual }): see whether the card terminal works.
report-alert-cash_low = Cash { $share } (usually { $usual }): see whether change is missing.
report-alert-tender_stopped = No payment with { $tender } today; by this time there are usually { $usual }.
report-alert-no_sale =
    { $count ->
        [one] 1 product in stock without a sale in { $days } school days: { $names }.
       *[other] { $count } products in stock without a sale in { $days } school days: { $names }.
    }
report-alert-sold_out =
    { $count ->
        [one] 1 product ran out before the second break: { $names }.
       *[other] { $count } products ran out before the second break: { $names }.
    }
report-alert-overrides = { $count ->
    [one] 1 sale against a restriction was approved; usually { $usual } a day.
   *[other] { $count } sales against a restriction were approved; usually { $usual } a day.
}
report-alert-drawer = The drawer of { $name } differed at { $shifts } closes: { $difference } in all.
report-alert-drawer-once = The drawer that { $name } closed on { $day } differed by { $difference }.
report-alert-backup-never = There is no backup yet.
report-alert-backup = The last good backup is { $hours } hours old.
report-alert-printer-unreachable = The printer is not connected; tickets waiting: { $waiting }.
report-alert-printer = The printer does not print; tickets waiting: { $waiting }.

report-table-sales = Sales
report-table-lines = Lines
report-table-payments = Payments
report-column-day = Date
report-column-time = Time
report-column-number = Number
report-column-kind = Kind
report-column-of = Of sale
report-column-pupil = Pupil
report-column-grade = Grade
report-column-guardian = Guardian
report-column-cashier = Cashier
report-column-discount = Discount
report-column-total = Total
report-column-rounding = Rounding
report-column-paid = Paid
report-column-product = Product
report-column-category = Category
report-column-quantity = Quantity
report-column-price = Price
report-column-rate = VAT
report-column-tender = Way to pay
report-column-received = Received
report-column-reference = Reference
report-kind-sale = Sale
report-kind-void = Void
report-kind-refund = Refund

report-exported = { $rows ->
    [one] 1 row, { $total } in all: { $file }
   *[other] { $rows } rows, { $total } in all: { $file }
}
report-written = Dashboard saved to { $file }
report-printing = The summary is on its way to the printer.

cli-report-bad-days = Those days do not work: the earlier first, and at most ten years.
cli-report-cancelled = Cancelled; nothing was written.
cli-report-not-written = { $file } could not be written: { $cause }. What was there is still there; choose another folder or free some space.
cli-report-too-many-rows = More rows than Excel has. Export fewer days, or to a .csv file.
cli-bench-dashboard = Dashboard ({ $build }): today { $today } ms, month { $month } ms, three years { $years } ms, page of sales { $drill } ms; sale p99 { $without } ms alone and { $with } ms with the dashboard; ratio { $slower }.

help-dashboard = The dashboard of some days: as text, JSON, HTML or on paper
help-dashboard-date = Of this day; today if left out
help-dashboard-from = From this day
help-dashboard-to = To this day
help-dashboard-compare = Against what: `previous`, `last-year` or D..D
help-dashboard-html = Saves the dashboard as one HTML file
help-dashboard-print = Prints a summary on the receipt printer
help-export = Sales, lines or payments of some days as a file for Excel
help-export-what = What is exported: `sales`, `lines` or `payments`
help-export-from = From this day
help-export-to = To this day
help-export-out = The file: XLSX by its name, else CSV
help-bench-dashboard = Reads the dashboard of this canteen’s history, and sells meanwhile
help-bench-dashboard-rounds = How often each page is read, and how many sales are measured
