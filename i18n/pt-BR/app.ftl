### The window: navigation, login, first start, settings, dashboard
