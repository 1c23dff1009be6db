### What went wrong: what happened, what was kept, what to do now

## The data folder and config.toml
settings-no-home = It is not known where to keep the data. Name a folder with --data-dir or CANTINA_DATA_DIR.
settings-not-a-folder = { $path } is a file, not a folder. Nothing was changed. Choose another folder with --data-dir.
settings-not-made = { $path } could not be made ({ $cause }). Check the permissions or choose another folder with --data-dir.
settings-not-writable = { $path } cannot be written to ({ $cause }). Nothing was changed. Check the permissions and the space on the disk.
settings-not-readable = { $path } cannot be read ({ $cause }). The file is as it was. Check the permissions.
settings-broken = { $path }, line { $line }: “{ $text }” is not understood or not allowed. The file is as it was. Correct that line, or move the file away to start afresh.
settings-not-saved = { $path } could not be saved ({ $cause }). What was set before still holds. Check the space on the disk and try again.

## A sale that could not be written down
store-disk-full = The disk is full. The sale was not saved and the cart is still here. Free some space and take payment again.
store-read-only = The database cannot be written. The sale was not saved and the cart is still here. Tell the technician.
store-locked = Another program is using the database. The sale was not saved and the cart is still here. Take payment again.
store-corrupt = The database is damaged. The sale was not saved. Stop selling and restore a backup.
store-balance-changed = The balance or the limit no longer reaches. Nothing was charged and the cart is still here. Choose another way to pay.
store-card-changed = The card can no longer be used. Nothing was charged and the cart is still here. Choose another way to pay.
store-restricted = What is known of a product or of the pupil has changed. Nothing was sold: check the cart.
store-out-of-stock = { $name }: only { $left } left. Nothing was charged and the cart is still here.
store-already-sold = This cart was already paid with ticket { $number }. It was not charged again.
store-not-found = A product, the pupil or your user is no longer on file. Nothing was charged and the cart is still here. Identify the pupil again or take the product out.
store-unexpected = What is on file says something that this Cantina does not understand. Nothing was charged and the cart is still here. Call the technician: the cause is in logs/till.log.
store-database = The database answered with an error (code { $code }). Nothing was charged and the cart is still here. Take payment again; if it happens again, call the technician.
store-io = The disk did not answer ({ $cause }). Nothing was charged and the cart is still here. Take payment again; if it happens again, call the technician.
store-closing = The till is closing. Nothing was charged and the cart is kept. Open it again and take payment.

## Anything else that was not done, on the screen and on the command line
failed-disk-full = The disk is full. Nothing was saved: free some space and try again.
failed-read-only = The data cannot be written. Nothing was saved: check the permissions.
failed-locked = Another program holds the data. Nothing was saved: close it and try again.
failed-corrupt = The database is damaged. Nothing was changed: keep a copy and call the technician.
failed-unexpected = What is on file says something that this Cantina does not understand. Nothing was changed: call the technician, the cause is in logs/till.log.
failed-database = The database answered with an error (code { $code }). Nothing was saved: try again; if it happens again, call the technician.
failed-io = The system could not do it ({ $cause }). Nothing was saved: see what the system says, and call the technician if it happens again.
failed-closing = The till is closing. Nothing was saved: open it and try again.
failed-not-found = What you asked for is no longer on file. Nothing was changed: look for it again.
failed-taken = “{ $what }” is taken. Nothing was saved: choose another.
failed-already-open = Another Cantina is using { $path }. Close it and try again.
failed-not-a-database = { $path } is not a Cantina database. It was not touched: move it away or choose another folder with --data-dir.
failed-newer-schema = The data is of a newer Cantina. It was not touched: update the program.
failed-void-already = This sale was voided before. Nothing was changed: look at the list again.
failed-void-other-day = Only today’s sales can be voided. Nothing was changed: for another day it takes a refund.
failed-void-is-void = A void cannot be voided. Nothing was changed: make the sale again.
failed-void-not-approved = The approval is not for a void. Nothing was changed: ask for it again.
failed-address-empty = The printer’s address is missing. The one before still holds. Write it as /dev/ttyUSB0@9600, COM3@9600 or virtual:FOLDER.
failed-address-no-path = After “{ $text }” the printer’s place is missing. The one before still holds. Write it as file:/dev/usb/lp0 or virtual:FOLDER.
failed-address-bad-speed = “{ $text }” is not a printer’s speed. The one before still holds. Write 9600, 19200, 38400, 57600 or 115200 after the @.
failed-address-unknown = “{ $text }” is not a printer’s address. The one before still holds. Write it as /dev/ttyUSB0@9600, COM3@9600, file:PATH or virtual:FOLDER.
failed-ruc-form = That RUC is not understood. Nothing was saved: write it as digits, a dash and a digit, such as 80009735-1.
failed-ruc-digit = The check digit of that RUC would be { $digit }. Nothing was saved: check the number.

## What the system says, in brackets inside the sentences above
cause-not-found = it does not exist
cause-permission = permission is missing
cause-full = the disk is full
cause-read-only = it is read only
cause-busy = another program is using it
cause-not-text = it is not text
cause-code = system error { $code }
cause-unknown = the system did not say why
failed-no-name = A name with letters is missing. Nothing was changed: write it and try again.
failed-part-of-itself = “{ $what }” is already made of this product: a recipe cannot contain itself. Nothing was changed.
failed-words = Line { $line } of the file of words: { $reason ->
    [unknown_code] nobody knows the code “{ $what }”
    [bad_heading] “{ $what }” is no heading such as [= leche]
    [no_heading] there are words before the first heading
    [empty] there is an empty word
    [too_long] “{ $what }” is too long
    [twice] “{ $what }” is there twice
    [number] “{ $what }” has a number that is not compared
    [contradiction] “{ $what }” is said to be and not to be the same
   *[other] there is too much in one file
}. Nothing was taken over: the last good words stay in force. Correct the line and try again.
failed-policy = Line { $line } of the policy: { $reason ->
    [not-a-line] “{ $what }” is not “state severity = response”
    [unknown-word] nobody knows the word “{ $what }”
    [twice] “{ $what }” is there twice
    [missing] “{ $what }” is missing
    [below-floor] “{ $what }” is below what any policy may allow
   *[other] “{ $what }” is milder than a less serious case
}. Nothing was taken over: the last good policy stays in force.
clock-behind = The clock is behind: the last sale is of { $day }. You can sell, but first correct the date and time of the computer.
