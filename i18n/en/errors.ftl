### What went wrong: what happened, what was kept, what to do now

## The data folder and config.toml
settings-no-home = It is not known where to keep the data. Name a folder with --data-dir or CANTINA_DATA_DIR.
settings-not-a-folder = { $path } is a file, not a folder. Nothing was changed. Choose another folder with --data-dir.
settings-not-made = { $path } could not be made ({ $cause }). Check the permissions or choose another folder with --data-dir.
settings-not-writable = { $path } cannot be written to ({ $cause }). Nothing was changed. Check the permissions and the space on the disk.
settings-not-readable = { $path } cannot be read ({ $cause }). The file is as it was. Check the permissions.
settings-broken = { $path }, line { $line }: { $cause }. The file is as it was. Correct that line, or move the file away to start afresh.
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
store-other = The sale could not be saved ({ $cause }). The cart is still here. Take payment again.
clock-behind = The clock is behind: the last sale is of { $day }. You can sell, but first correct the date and time of the computer.
