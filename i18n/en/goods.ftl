### Products: the list, the form, many at once, prices with days, tags and labels

nav-products = Products
right-products = Change products and prices
store-price-changed = The price of { $name } has changed. Nothing was charged; the ticket is still here with the new price: look at the total and charge again.
goods-no-right = Your user may not change products. Ask a manager.

## The list
goods-search = Search by name, category or code
goods-filter = Filter
goods-filter-on = Filter ({ $count })
goods-filter-clear = Clear filters
goods-filter-show = Show { $shown } of { $all }
goods-new = New product
goods-new-short = New
goods-retry = Read again
goods-reading = Reading the products…
goods-none = No products yet
goods-none-todo = Press “New”, scan a pack, or import the list in Settings.
goods-not-found = No product is like that
goods-not-found-todo = Try another word or clear the filters.
goods-col-name = Product
goods-col-category = Category
goods-col-price = Price
goods-col-stock = Stock
goods-no-code = no code
goods-off = Not sold
goods-count = { $all ->
    [one] { $shown } of 1 product
   *[other] { $shown } of { $all } products
}
goods-keys = ↑ ↓ choose · Space tick · Enter open · F3 new · F4 change
goods-chosen = { $count ->
    [one] { $count } ticked
   *[other] { $count } ticked
}
goods-none-chosen = Untick
goods-tags = Labels
goods-change = Change…
goods-sold = Sold
goods-not-sold = Not sold
goods-either = All
goods-only-favourite = Favourites
goods-only-no-code = Without code
goods-only-undeclared = Undeclared
goods-only-low = At the minimum
goods-all-categories = All
goods-kept = { $name }: kept. The checkout shows it already.
goods-changed = { $count ->
    [one] One product changed. The checkout shows it already.
   *[other] { $count } products changed. The checkout shows them already.
}
goods-cancel = Cancel
goods-close = Close

## Many at once
goods-mass-title = { $count ->
    [one] Change one product
   *[other] Change { $count } products
}
goods-mass-percent = Price by %
goods-mass-price = Fixed price
goods-mass-category = Category
goods-mass-rate = IVA
goods-mass-active = Sold or not
goods-mass-favourite = Favourite
goods-mass-percent-field = How many per cent
goods-mass-percent-hint = 10 raises, -10 lowers
goods-mass-todo = Fill it in and see here what each becomes before it is kept. Prices by % are rounded to ₲50.
goods-mass-same = is so already
goods-mass-cannot = cannot be, stays as it is
goods-mass-on = Sold
goods-mass-off = Not sold
goods-mass-star = Favourite
goods-mass-no-star = Unmarked
goods-mass-save = { $count ->
    [0] Nothing to change
    [one] Keep one change
   *[other] Keep { $count } changes
}

## The form
goods-new-title = New product
goods-tab-product = Product
goods-tab-prices = Prices
goods-tab-stock = Stock and scale
goods-tab-tile = Tile
goods-tab-label = Ingredients
goods-copy = Copy
goods-let-go = Stop selling
goods-bring-back = Sell again
goods-undo = Undo
goods-save = Save (F4)
goods-unsaved = There are unsaved changes
goods-unsaved-todo = They are lost if you leave now.
goods-discard = Discard
goods-stay = Keep editing
goods-name = Name
goods-name-hint = Beef empanada
goods-category = Category
goods-category-hint = Choose one or type a new one
goods-unit = Sold by
goods-unit-each = Piece
goods-unit-kilogram = Weight (kg)
goods-rate = IVA included
goods-rate-10 = 10%
goods-rate-5 = 5%
goods-rate-0 = Exempt
goods-codes = Codes
goods-code-hint = Scan or type
goods-code-add = Add
goods-codes-none = Scan the pack now, wherever you are in the form. It may have several codes, or none.
goods-codes-some = Press a code to remove it.

## Prices
goods-price = Price
goods-price-hint = 4.500
goods-staff-price = Price for staff
goods-staff-hint = same as general
goods-since = From
goods-since-hint = today, or DD/MM/YYYY
goods-price-of-piece = Per piece, IVA included. With a day to come, the new price takes effect by itself on that day.
goods-price-of-kilogram = Per kilogram, IVA included. With a day to come, the new price takes effect by itself on that day.
goods-cost = Cost
goods-margin = Leaves { $left } a sale ({ $percent })
goods-margin-none = With price and cost you see here what each sale leaves.
goods-to-come = To come
goods-coming = { $list }: { $price } from { $day }
goods-withdraw = Withdraw
goods-history = History
goods-since-ever = from the beginning
goods-since-day = from { $day }
goods-by-list = a list
goods-said-by = { $by }, { $at }
goods-as-general = as the general one
goods-list-general = General
goods-list-staff = Staff
goods-list-other = List { $list }

## Stock and scale
goods-stock-now = The till counts { $stock }. Receipts and counts are made in Stock.
goods-minimum = Minimum stock
goods-minimum-hint = 0
goods-rule = Without stock
goods-rule-refuse = Not sold
goods-rule-allow = Sold all the same
goods-scale = Label of the scale
goods-scale-none = None
goods-scale-weight = Says the weight
goods-scale-price = Says the price
goods-prefix = Prefix
goods-prefix-hint = 20 to 29
goods-plu = PLU on the scale
goods-plu-hint = 00001
goods-scale-hint = The scale prints an EAN-13 of the shop's own: a prefix from 20 to 29, five figures of PLU, five of grams or guaraníes, and a check digit. Scan a label and prefix and PLU fill themselves in. With “says the price” the till works out the grams, and the total can differ by some guaraníes.

## The tile
goods-favourite = Always a favourite
goods-place = Place among the favourites
goods-place-hint = 1 comes first
goods-colour = Colour
goods-colour-none = No colour
goods-example = What it looks like
goods-photo = Photo
goods-photo-path = PNG or JPEG file
goods-photo-hint = Choose below or type the path
goods-photo-read = Use
goods-photo-remove = Remove
goods-photo-above = Folder above
goods-photo-refused = That is no PNG or JPEG photo of up to 12 MB. Try another.

## Ingredients
goods-ingredients = Ingredients, as on the label
goods-ingredients-hint = wheat flour, egg, milk…
goods-declared = Something is declared of this product already.
goods-undeclared = Nobody has declared what it contains: the till asks before it is sold to a pupil with restrictions.
goods-declare-later = Save it first; then what it contains is declared.
goods-declare = Declare
goods-declare-save = Save the changes to go and declare.

## What is missing or wrong
goods-fault-name = The name is missing.
goods-fault-name-taken = Another product of that name is sold.
goods-fault-category = Choose or type a category.
goods-fault-price = Type a whole price, from ₲1 to ₲1.000.000.000.
goods-fault-staff = Type a whole price, or leave it empty.
goods-fault-cost = Type a whole amount, or leave it empty.
goods-fault-percent = Type a percentage, such as 10 or -7,5.
goods-fault-day = Type the day as 01/03/2027.
goods-fault-no-day = There is no such day.
goods-fault-past = That day is over: a price holds from today or later.
goods-fault-minimum = Type a quantity; of pieces, without decimals.
goods-fault-scale = The prefix is 20 to 29 and the PLU has up to five figures.
goods-fault-scale-pieces = A scale's label is of what is sold by weight: change the unit or choose “None”.
goods-fault-scale-taken = That prefix and PLU are those of { $name }.
goods-fault-place = A place is a number from 1 to 999.
goods-fault-code = A code has 1 to 32 letters or figures.
goods-fault-code-left = Press “Add”, or clear what is typed there.
goods-fault-code-taken = The code { $code } is that of { $name }.

## Labels
goods-tags-title = Labels
goods-tags-price = Price tags
goods-tags-barcode = Barcodes
goods-tags-price-hint = Name and price, large, for the shelf. On A4, 24 a sheet (70 × 37 mm).
goods-tags-barcode-hint = Name and barcode for the pack. On A4, 40 a sheet (52.5 × 29.7 mm).
goods-tags-each = All
goods-tags-folder = Folder for the PDF
goods-tags-print = Print
goods-tags-save = { $count ->
    [0] Save PDF
   *[other] Save PDF ({ $count })
}
goods-tags-job = Labels
goods-tags-file = labels
goods-tags-saved = Saved in { $path }
goods-tags-not-saved = { $path } could not be saved: { $cause }. Choose another folder.

## Audit
audit-action-product-added = New products
audit-action-product-changed = Changed products
audit-action-product-off = Products no longer sold
audit-action-product-on = Products sold again
audit-said-product-added = added the product { $subject }
audit-said-product-changed = changed the product { $subject }
audit-said-product-off = stopped selling { $subject }
audit-said-product-on = sells { $subject } again

## The command line
cli-product-row = { $id } · { $name } · { $category } · { $price } · stock { $stock }
cli-product-price = { $list }: { $price } from { $since } ({ $by })
cli-product-priced = { $name }: { $price } from { $day }
cli-product-same = { $name } has that price already from { $day }
cli-product-off = { $name }: no longer sold
cli-product-off-already = { $name } was no longer sold
cli-product-unknown = There is no product { $name }: use its number, a code or its whole name.
cli-bench-lists = { $products } products ({ $build }): open { $open } ms, the index beside { $index } ms, filter { $filter } ms (p99 { $filterhigh }), a frame while scrolling { $frame } ms (p99 { $framehigh })

## The help of the command line
help-product = Products: list, show, price, deactivate
help-product-list = Lists products
help-product-list-search = Only those found so by name or code
help-product-list-all = Also those no longer sold
help-product-show = Shows a product with its prices
help-product-show-which = A code, #NUMBER, or the whole name
help-product-set-price = Says a price, from today or a day to come
help-product-set-price-price = Whole guaraníes
help-product-set-price-list = In which list: general or staff
help-product-set-price-since = The first day on which it holds; today if missing
help-product-deactivate = Stops selling a product; what was sold stays
help-bench-lists = A long list of products: opened, searched, scrolled
help-bench-lists-products = How many products there are
help-bench-lists-rounds = How often it is measured
help-product-set-price-which = A code, #NUMBER, or the whole name
help-product-deactivate-which = A code, #NUMBER, or the whole name
