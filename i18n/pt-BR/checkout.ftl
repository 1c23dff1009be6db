### The checkout: cart, search, pupil card, alerts, paying
