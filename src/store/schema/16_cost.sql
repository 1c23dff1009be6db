-- Migration 16: what a product costs is said with whoever says it.

-- A trigger knows neither the user nor the day here: whoever writes a cost writes its fact.
DROP TRIGGER product_cost_first;
DROP TRIGGER product_cost_changed;
