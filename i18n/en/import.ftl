### Reading catalogue and pupil lists

## Where a problem is: $reason is one of the sentences below; $value is what the cell says
import-problem = Line { $line }: { $reason }
import-problem-in-column = Line { $line }, column “{ $column }”: { $reason }
import-not-text = the file is no text that can be read. In Excel: Save as → CSV UTF-8.
import-spreadsheet = this is a spreadsheet, not text. Open it in Excel and choose Save as → CSV UTF-8.
import-too-large = the list is too long: at most 50.000 rows and 32 MB. Split it.
import-empty = there is no row below the headings.
import-missing-column = the column “{ $detail }” is missing from the headings.
import-doubled-column = this column is there twice. Keep only one.
import-unread-diet = this heading seems to speak of allergies, but it is not known. Use “contains”, “may contain”, “free of” or “allergies”, or delete the column.
import-unclosed-quote = a quote is opened and never closed. Delete it or close it.
import-extra-cell = “{ $value }” is too many: there are more cells than headings. If it is a number with a comma, put it in quotes.
import-missing = it cannot be empty.
import-text-too-long = the text is too long: at most { $detail } letters.
import-not-money = “{ $value }” is not a whole amount of guaraníes, such as 18.000.
import-negative = “{ $value }” cannot be less than zero.
import-not-price = “{ $value }” is not a price: 1 to 1.000.000.000 guaraníes.
import-zero-limit = a limit of 0 is not clear. Leave the cell empty if there is no limit.
import-not-quantity = “{ $value }” is not a quantity, such as 12 or 0,350.
import-not-whole = “{ $value }”: this product is sold by the piece, without decimals.
import-not-rate = “{ $value }” is not a rate of IVA: 10, 5, 0 or exempt.
import-not-unit = “{ $value }” is not a unit: un or kg.
import-not-yes-no = “{ $value }”: write yes or no.
import-not-code = “{ $value }” is not a code: 1 to 32 letters, digits, dots, dashes or slashes.
import-not-card = “{ $value }” is not a card number: 4 to 20 letters or digits.
import-scientific = Excel turned the code into “{ $value }” and digits were lost. Format the column as Text and type it again.
import-doubled = “{ $value }” is on line { $detail } too.
import-unknown-allergen = “{ $detail }” is not a known allergen: gluten, crustaceans, egg, fish, peanut, soy, milk, nuts, celery, mustard, sesame, sulphites, lupin, molluscs.
import-too-narrow = “free of { $detail }” is not enough to be free of the whole allergen. Write the whole allergen, or delete it.
import-contradiction = it says that it contains or may contain “{ $detail }” and also that it is free of it. Keep only one.
import-not-severity = “{ $detail }” is not a severity: mild, moderate, severe or critical.
import-not-source = “{ $value }” is not a source: label, supplier, recipe or staff.
import-not-document = “{ $value }” is neither a RUC nor a CI.
import-ruc-digit = the check digit of “{ $value }” should be { $detail }.
import-guardian-without-name = there is a phone or document, but the name of the guardian is missing.
import-not-kind = “{ $value }” is not a kind: student or staff.
