### Settings: shop, printer, language, users

## Settings

settings-shop = Shop and ticket
settings-printer = Printer
settings-display = Language and display
settings-users = Users and PINs
settings-lists = Import lists
settings-undo = Discard
settings-save = Save
settings-unsaved = There are unsaved changes
settings-all-saved = All saved

## Shop

shop-hint = This is what every ticket says.
shop-name = Name
shop-name-missing = The ticket needs a name.
shop-ruc = RUC (tax number)
shop-ruc-form = Digits, a dash and a digit, such as 80009735-1.
shop-ruc-digit = The check digit would be { $digit }. Check the number.
shop-address = Address
shop-phone = Phone
shop-footer = Last line of the ticket

## Display

display-hint = Each change shows and is saved at once.
display-language = Language
display-theme = Look
display-light = Light
display-dark = Dark
display-scale = Size
display-scale-fits = This window has room for up to { $percent }; what was chosen holds in full in a larger one.
display-sounds = Sounds
display-read-aloud = Read alerts out loud
display-on = On
display-off = Off

## Users

users-add = Add
users-add-title = New user
users-name = Name
users-role = Role
users-inactive = Inactive
users-activate = Activate
users-deactivate = Deactivate
users-new-pin = New PIN
users-new-pin-title = New PIN of { $name }
users-cancel = Cancel
users-pin-new = PIN
users-pin-again = PIN again
users-pin-hint = 4 to 8 digits, neither a row such as 1234 nor one repeated such as 1111.
users-pin-too-easy = Too easy to guess. Choose another.
users-pin-not-digits = It has to be 4 to 8 digits.
users-pin-differs = It differs from the first.

## Lists

lists-products = Products
lists-students = Pupils
lists-path = Where the CSV is
lists-read = Check
lists-reading = Checking the file…
lists-importing = Importing…
lists-none = No CSV files in this folder
lists-none-todo = Save the sheet as CSV in this folder, go up to another, or type where it is above.
lists-good =
    { $count ->
        [one] { $count } good line
       *[other] { $count } good lines
    }
lists-bad =
    { $count ->
        [one] { $count } bad line
       *[other] { $count } bad lines
    }
lists-nothing-yet = Nothing is imported yet.
lists-ignored = Columns without a use: { $headings }
lists-ignored-todo = Is one misspelt? Correct its heading in the spreadsheet and read it again; else nothing is lost.
lists-no-lines = There is nothing to import. Check that it is the right list.
lists-all-or-nothing = Nothing was imported. Correct these lines in the sheet and check it again.
lists-line = Line
lists-reason = Problem
lists-import = Import
lists-imported =
    { $count ->
        [one] 1 line imported
       *[other] { $count } lines imported
    }
lists-imported-todo = It can be used already. You can import another list.
lists-kept = What was there already is unchanged.
lists-another = Choose another file
