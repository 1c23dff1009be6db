### The window: navigation, login, first start, settings, dashboard

# What its speakers call this language.
locale-name = English
