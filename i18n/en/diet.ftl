# Dietary restrictions: why something is warned of or refused.
because-usually = what is called “{ $quote }” usually has it
because-changed = declared free on { $day }, and the label has changed since
because-part = made with { $part }
because-reads = it says “{ $quote }” ({ $place })
because-diet-said = said on { $day }
place-ingredients = ingredients
place-declaration = the label’s statement
place-claim = claim on the pack
place-name = name
place-category = category
place-type = kind of product
diet-conflicts = Not suitable: { $diet }
wish-said = { $diet } · according to { $who }
diet-vegetariano = vegetarian
diet-vegano = vegan
diet-diabetes = diabetes
diet-hipertension = hypertension
diet-no-cerdo = no pork
diet-lactosa = lactose intolerance
diet-own = own diet no. { $number }
allergen-almendra = almond
allergen-avellana = hazelnut
allergen-nuez = walnut
allergen-caju = cashew
allergen-pecan = pecan
allergen-nuez-de-brasil = Brazil nut
allergen-pistacho = pistachio
allergen-macadamia = macadamia

# The alert at the till: whom to call, and reading the label right there.
restriction-call = Call { $who }: { $phone }
restriction-contact = Tell { $who }
declared-by = { $source }, noted by { $who }
label-read = Read the label
label-close = Close the label
label-question = What does the product’s label say?
label-noting = Noting what the label says…
label-contains = Contains
label-may-contain = May contain
label-free = Does not contain
label-stands = “Does not contain { $allergen }” was noted, but that is not enough: a supervisor has to review it in Restrictions › To review.
label-noted = Label read: { $product } can be sold
label-not-noted = What the label says was not noted
tile-unread = not read

# The screen of restrictions: what is in each product.
nav-declare = Restrictions
declare-range = { $from }–{ $to } / { $all }
declare-no-right = Restrictions are seen and declared by a supervisor. Lock the till and sign in as somebody who may.
declare-reading = Reading the products…
declare-reading-todo = You can go on selling meanwhile.
declare-not-read = The products could not be read
declare-saved-unread = It was saved, but could not be read again. { $why }
declare-retry = Read again
declare-no-products = There are no products yet
declare-no-products-todo = Import the catalogue in Settings › Import lists; then declare here what is in each.
declare-page-matrix = Products
declare-page-queue = To review ({ $count })
declare-page-first = Declare first
declare-coverage = { $percent } % of what was sold in { $days } days is declared
declare-coverage-short = { $percent } % declared
declare-coverage-products = { $declared } of { $products } products
declare-coverage-products-short = { $declared } of { $products }
declare-search = Product…
declare-filter-all = All
declare-filter-open = Incomplete
declare-filter-restricted = Sold to pupils with restrictions
declare-filter-restricted-short = To pupils with restr.
declare-category-all = All
declare-categories = Categories
declare-is-it = Has it { $allergen }?
declare-diet-nobody = Nobody has said yet
declare-category-title = Category
declare-none = No product
declare-none-todo = There is none with this search and filter: try «All».
declare-products = { $count ->
    [one] 1 product
   *[other] { $count } products
 }
declare-sold = { $category } · { $sold } sold
declare-only-kitchen = Kitchen only: not sold
declare-kitchen = Kitchen
declare-key-contains = C
declare-key-may-contain = M
declare-key-free = F
declare-key-unknown = U
declare-key-accept = A
declare-contains = Contains
declare-may-contain = May
declare-free = Free
declare-unknown = Unknown
declare-not-known = Not known whether it has { $allergen }
declare-nobody = Nobody has declared it yet: it is never shown as «free».
declare-look = Asks for a new look
declare-writing = Saving…
declare-said-by = said by { $who }
declare-said-list = from an imported list
declare-rest = Rest free (⇧ { $key })
declare-rest-done = { $count ->
    [0] Nothing more to declare here
    [one] 1 declared «free»
   *[other] { $count } declared «free»
 }
declare-rest-left = { $count ->
    [one] 1 declared «free»; look at what is left
   *[other] { $count } declared «free»; look at what is left
 }
declare-part-decides = Its recipe decides: declare it in «{ $part }»
declare-accepted = { $count ->
    [one] 1 accepted
   *[other] { $count } accepted
 }
declare-source = Source: { $source }
declare-source-label = label
declare-source-supplier = supplier
declare-source-recipe = recipe
declare-source-staff = staff
declare-source-title = Where do you read it?
declare-source-what = It holds for all you declare until you change it or sign out.
declare-confirm-title = { $product }: «{ $wanted }»?
declare-confirm-reads = What is written on «{ $product }» says otherwise
declare-confirm-what = You are about to declare «{ $wanted }» against these words, with the source { $who }. It is noted that you saw them. An allergic child will be able to buy it.
declare-confirm-back = Back
declare-confirm-sure = I read the pack: «{ $wanted }»
declare-first-what = What pupils with restrictions bought most and nobody has fully declared. Press one to declare it.
declare-first-product = Product
declare-first-restricted = To pupils with restrictions, 30 days
declare-first-sold = Sold
declare-first-missing = Missing
declare-missing = { $count ->
    [one] 1 missing
   *[other] { $count } missing
 }
declare-all-done = All that is sold is declared
declare-all-done-todo = A product that is new or changed shows up here again.
declare-queue-empty = Nothing to review
declare-queue-empty-todo = Here shows what a label says and nobody declared, and what changed after it was declared.
declare-why-contradicts = The label says more than was declared
declare-why-changed = Changed after it was declared
declare-why-undeclared = Not declared
declare-trust-high = High confidence (90 or more)
declare-trust-medium = Medium confidence (70 to 89)
declare-trust-low = Low confidence (50 to 69)
declare-trust-short-high = high
declare-trust-short-medium = medium
declare-trust-short-low = low
declare-place-ingredients = Ingredients
declare-place-declaration = The label's sentence
declare-place-claim = Claim on the pack
declare-place-name = Name
declare-place-category = Category
declare-place-type = Kind of product
declare-accept = Accept: { $state } (A)
declare-accept-all = Accept the { $count } of high confidence (⇧ A)
declare-open = Open (Enter)
declare-skip = Skip (→)
declare-back = Back
declare-gone = This product is no longer there
declare-to-row = Allergens
declare-tab-diets = Diets
declare-tab-recipe = Recipe
declare-tab-history = History
declare-name = Name
declare-ingredients = Ingredients
declare-ingredients-hint = As on the pack
declare-statement = The label's sentence on allergens
declare-statement-hint = Contains … May contain …
declare-text-looks = { $count ->
    [one] What was declared «free» (1) will ask for a new look
   *[other] What was declared «free» ({ $count }) will ask for a new look
 }
declare-unsaved = The text is not saved
declare-unsaved-todo = What you typed of this product is lost if you leave now.
declare-unsaved-on = Go on editing
declare-unsaved-away = Discard
declare-text-undo = Undo
declare-text-save = Save text
declare-diet-suits = Suits
declare-diet-not = Does not
declare-diet-unknown = Unknown
declare-recipe-what = Its allergens follow from what is in it: the most dangerous always counts.
declare-recipe-none = It has no recipe. Add products or kitchen ingredients.
declare-part = Add a product or ingredient…
declare-part-free = declared without allergens
declare-ingredient-new = New kitchen ingredient: «{ $name }»
declare-taken-back = What was said of { $allergen } was taken back
declare-said-suits = Suits: { $diet }
declare-said-not = Does not suit: { $diet }
declare-said-unknown = What was said of { $diet } was taken back
declare-said-text = Text: { $name }
declare-said-recipe = Recipe: { $parts }
declare-said-no-recipe = It has no recipe any more
declare-short-gluten = Gluten
declare-short-crustaceos = Crust.
declare-short-huevo = Egg
declare-short-pescado = Fish
declare-short-mani = Peanut
declare-short-soja = Soy
declare-short-leche = Milk
declare-short-frutos-secos = Nuts
declare-short-apio = Celery
declare-short-mostaza = Must.
declare-short-sesamo = Sesame
declare-short-sulfitos = Sulph.
declare-short-altramuz = Lupin
declare-short-moluscos = Moll.

# Scans where somebody writes
scan-not-here = Nothing is scanned here: finish or close first what is open
pupils-reading = Reading the list…
chips-more = +{ $count } more
