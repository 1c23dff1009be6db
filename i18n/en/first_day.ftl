### The list of the first day

first-day-title = First day
first-day-head = Day 1
first-day-hint = What is needed before the first real sale. Each line ticks itself when it is done; press it to go there.
first-day-done = { $done } of { $all } done
first-day-dismiss = Do not show again
first-day-dismissed = The list of the first day stays in Settings › This computer.
first-day-is-done = Done
first-day-is-open = To do
first-day-shop = Shop and ticket
first-day-shop-hint = Name, RUC and address as they stand on the ticket.
first-day-users = Users
first-day-users-hint = At least one beside the administrator: whoever sells signs in with a PIN of their own.
first-day-catalogue = Products
first-day-catalogue-hint = { $products ->
    [0] From your list (CSV), or the starter catalogue.
    [one] There is { $products } product. Check price, IVA and label.
   *[other] There are { $products } products. Check prices, IVA and labels.
 }
first-day-pupils = Pupils
first-day-pupils-hint = { $pupils ->
    [0] From the school’s list (CSV): name, grade, card, balance, allergies.
    [one] There is { $pupils } pupil.
   *[other] There are { $pupils } pupils.
 }
first-day-printer = Printer
first-day-printer-hint = In five steps, with a test page. It also sells without a printer.
first-day-backup = Backup
first-day-backup-hint = Choose where they go and make the first; better also on a USB stick.
first-day-sale = Practice sale
first-day-sale-hint = Open the shift, sell something, look at the ticket and void it in Sales.
first-day-starter = Starter catalogue
first-day-starter-title = Starter catalogue
first-day-starter-warns = Prices are examples and nobody has read the labels: of what is in them only the usual is said. Nothing is set as “free of”; check each label in Restrictions.
first-day-starter-take = Take over { $count } products
first-day-starter-later = Not now
first-day-starter-taken = { $count } products were taken over. Check the prices before you sell.
