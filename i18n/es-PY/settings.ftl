### Settings: shop, printer, language, users
