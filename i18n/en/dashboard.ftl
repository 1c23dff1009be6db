# The dashboard: what happened, whether it is normal, what to do.

nav-dashboard = Dashboard
dash-tab-summary = Summary
dash-tab-week = Week
dash-tab-month = Month
dash-tab-hours = Hours
dash-search = No., pupil, product, amount or day
dash-search-short = Look for sales
dash-export = Export
dash-reading = Reading…
dash-reading-what = The figures come in a moment.
dash-not-read = No figures
dash-again = Try again
dash-age-now = just now
dash-age-minutes = { $count } min ago
dash-age-hours = { $count } h ago
dash-today = Today
dash-yesterday = Yesterday
dash-week = Week
dash-month = Month
dash-year = Year
dash-term = School term
dash-range = Range…
dash-versus-previous = Against the period before
dash-versus-last-year = Against last year
dash-versus-chosen = Against days you choose…
dash-compare-title = Compared with what?
dash-compare-what = A period that still runs is compared up to the same time of day.
dash-compared = compared with { $days }
dash-until = { $day }, until { $time }
dash-than-yesterday = yesterday
dash-than-day = on { $day }
dash-than-previous = the period before
dash-than-last-year = last year
dash-than-chosen = the chosen days
dash-key-right = { $what } (right)
dash-than-usual = usual { $days }
dash-than-month = the month before
dash-more = { $percent } % more than { $than }
dash-less = { $percent } % less than { $than }
dash-same = the same as { $than }
dash-nothing-before = no sales { $than }
dash-sales = Sales
dash-income = Income
dash-average = Average sale
dash-average-short = Average
dash-no-average = It takes a sale in each period.
dash-projection = Projection of the day
dash-projected-sales = { $count ->
    [one] 1 sale if it goes on as usual
   *[other] { $count } sales if it goes on as usual
}
dash-usual-mean = { $count ->
    [one] usual: { $usual }, from one day
   *[other] usual: { $usual }, from { $count } days
}
dash-margin = Margin
dash-margin-unknown = Enter what products cost to see it.
dash-margin-share = { $percent } % of what was sold with a known cost
dash-margin-part = { $amount } was sold without a known cost
dash-pupils = Pupils served
dash-items = Items
dash-refunds = Refunds
dash-voids = Voids
dash-overrides = Restrictions overridden
dash-discount = Discounts
dash-by-hour = Hour by hour
dash-key-sales = sales (left)
dash-axis-amount = amount in ₲
dash-axis-thousands = amount in thousands of ₲
dash-axis-millions = amount in millions of ₲
dash-key-usual = band: sales of a usual day
dash-key-usual-bar = □ usual
dash-key-unusual = ▼ unusual day
dash-key-before = month before
dash-hour = { $hour } to { $hour }:59
dash-sold = { $sales ->
    [one] 1 sale · { $amount }
   *[other] { $sales } sales · { $amount }
}
dash-usual-between = { $high ->
    [one] usually { $low } to 1 sale
   *[other] usually { $low } to { $high } sales
}
dash-usual-is = usual: { $usual }
dash-usual-so-far = usual by this time: { $usual }
dash-day-so-far = { $day }, so far
dash-so-far-what = Today has not ended: it is compared with what is usual until this very time, as on the summary.
dash-part-of = of { $total }
dash-no-usual = no usual day yet
dash-see-sales = See sales ›
dash-tenders = Payment methods
dash-ring-sales = { $count ->
    [one] sale
   *[other] sales
}
dash-top-products = Top 10 products
dash-by-count = By quantity
dash-by-amount = By amount
dash-by-sales = Sales
dash-product = Product
dash-quantity = Qty
dash-amount = Amount
dash-by-tender = By method
dash-tender = Method
dash-total = Total
dash-top-customers = Top 5 customers
dash-customer = Customer
dash-purchases = Sales
dash-spent = Spent
dash-no-customers = Nobody was identified
dash-no-customers-todo = Scan the card or look the pupil up before charging.
dash-empty = No sales
dash-empty-today = Make today's first sale and the dashboard fills by itself.
dash-empty-days = Choose other days above.
dash-empty-month = See this month
dash-see = See
dash-alerts = Today's alerts
dash-alerts-more = { $count ->
    [one] and one more alert
   *[other] and { $count } more alerts
}
dash-alerts-noted = { $count ->
    [one] One alert, looked at
   *[other] { $count } alerts, all looked at
}
dash-usual-from = Usual taken from: { $days }
dash-acknowledge = Looked at
dash-acknowledged = Looked at by { $who }: { $note }
dash-note = What happened? What did you do?
dash-note-keep = Keep the note
dash-rule-low_sales = Rule: far fewer sales than usual by this time.
dash-rule-cash_high = Rule: nearly everything is paid in cash.
dash-rule-cash_low = Rule: far less cash than usual.
dash-rule-tender_stopped = Rule: a method that is always used was not used today.
dash-rule-no_sale = Rule: there is stock and days pass without a sale.
dash-rule-sold_out = Rule: sold out before the second break.
dash-rule-overrides = Rule: many restrictions are overridden.
dash-rule-drawer = Rule: one person's drawer differs often.
dash-rule-drawer_once = Rule: one close of the drawer differs by much.
dash-rule-backup = Rule: no good backup for too long.
dash-rule-printer = Rule: the printer does not print.
dash-close = Close
dash-cancel = Cancel
dash-apply = See these days
dash-back = Back
dash-pick-period = Which days?
dash-pick-comparison = Against which days?
dash-from = From
dash-to = To
dash-day-form = DD/MM/YYYY
dash-no-day = Write both dates like 23/11/2026, or press them below.
dash-backwards = “To” is before “From”: swap them.
dash-too-long = At most ten years are looked at: choose fewer days.
dash-week-of = Week of { $day }
dash-week-days = The days of the week
dash-week-trend = The last weeks
dash-school-days = { $count ->
    [one] one school day
   *[other] { $count } school days
}
dash-unusual = Unusual days
dash-unusual-none = None: the week goes as usual.
dash-why-low = { $percent } % of the usual: far less
dash-why-high = { $percent } % of the usual: far more
dash-why-no-sales = a school day without sales
dash-why-day-off = sales on a day without school
dash-why-refunds = refunds of { $amount }
dash-day = Day
dash-usual = Usual
dash-before-was = { $day }: { $amount }
dash-month-trend = The month day by day
dash-most-used = Most used method
dash-stock = How products turn over
dash-stock-reorder = To order
dash-stock-dead = No sales
dash-stock-slow = Slow
dash-stock-all = All
dash-stock-lost = Losses
dash-in-stock = Stock
dash-sold-weeks = 4 weeks
dash-days-left = Lasts (days)
dash-order = Order
dash-cost = Cost
dash-no-stock = None
dash-no-stock-todo = No product stands so. Look at the other lists.
dash-no-loss = No losses
dash-no-loss-todo = No stock went without a sale this month.
dash-page = Page { $page }
dash-page-of = Page { $page } of { $pages }
dash-heat-title = When it sells
dash-heat-of = { $count ->
    [one] Of a single day with sales ({ $days })
   *[other] Average of a day, from { $count } days with sales ({ $days })
}
dash-cell = { $days }, { $hour } to { $hour }:59
dash-cell-sold = { $sales } sales a day · { $amount }
dash-cell-none = no sales
dash-list-hour = Sales from { $hour } to { $hour }:59
dash-list-cell = Sales { $days }, { $hour } to { $hour }:59
dash-found = Sales found
dash-list-none = No such sales
dash-list-none-todo = Go back and choose other days, or look for something else.
dash-when = Time
dash-is-refund = Refund
dash-was-refunded = Refunded, whole or in part
dash-export-title = Export
dash-export-html = Page (HTML)
dash-export-picture = Picture (PNG)
dash-export-sales = Sales
dash-export-lines = Lines
dash-export-payments = Payments
dash-form-xlsx = Excel (.xlsx)
dash-form-csv = CSV (.csv)
dash-export-folder = Folder
dash-export-name = Saved as { $name }. If it is there already it is replaced.
dash-export-running = Writing…
dash-export-rows = { $rows ->
    [one] Saved: 1 row, { $total }. { $file }
   *[other] Saved: { $rows } rows, { $total }. { $file }
}
dash-export-done = Saved: { $file }
dash-export-failed = { $file } could not be written ({ $why }). What was there before is there still. Choose another folder.
dash-too-many-rows = These are more rows than Excel takes. Choose fewer days, or CSV.
dash-print = Print summary
dash-printed = The summary goes to the printer.
dash-save = Save
dash-file-page = dashboard
dash-file-sales = sales
dash-file-lines = lines
dash-file-payments = payments
dash-mondays = on Mondays
dash-tuesdays = on Tuesdays
dash-wednesdays = on Wednesdays
dash-thursdays = on Thursdays
dash-fridays = on Fridays
dash-saturdays = on Saturdays
dash-sundays = on Sundays
dash-mon = Mon
dash-tue = Tue
dash-wed = Wed
dash-thu = Thu
dash-fri = Fri
dash-sat = Sat
dash-sun = Sun
dash-january = January
dash-february = February
dash-march = March
dash-april = April
dash-may = May
dash-june = June
dash-july = July
dash-august = August
dash-september = September
dash-october = October
dash-november = November
dash-december = December
help-bench-charts = Draws the dashboard, without a window
cli-bench-charts = Four charts at 1280 × 800, { $rounds } rounds ({ $build }): new figures { $median } ms, p99 { $high }; nothing changed { $kept } ms, p99 { $kepthigh }; all of the dashboard { $page } ms, p99 { $pagehigh }
