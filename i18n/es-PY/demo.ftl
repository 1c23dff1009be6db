### The demo canteen
