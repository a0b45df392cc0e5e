-- Rules are texts of a small language from here on; lists of conditions are gone. Nobody could write others before these.
UPDATE fraud_rule SET conditions = 'address.cards.30d >= 5 and address.customers.30d >= 5' WHERE id = 'address-of-many' AND version = 1;
UPDATE fraud_rule SET conditions = 'card.declined.1d >= 3' WHERE id = 'card-declined' AND version = 1;
UPDATE fraud_rule SET conditions = 'card.customers.30d >= 4' WHERE id = 'card-of-many' AND version = 1;
UPDATE fraud_rule SET conditions = 'device.cards.1h >= 5' WHERE id = 'card-testing-device' AND version = 1;
UPDATE fraud_rule SET conditions = 'email.cards.1d >= 5' WHERE id = 'card-testing-email' AND version = 1;
UPDATE fraud_rule SET conditions = 'ip.cards.1h >= 6 and ip.declined.1h >= 3' WHERE id = 'card-testing-ip' AND version = 1;
UPDATE fraud_rule SET conditions = 'device.customers.1d >= 5' WHERE id = 'device-of-many' AND version = 1;
UPDATE fraud_rule SET conditions = 'customer.count.10m >= 6' WHERE id = 'many-at-once' AND version = 1;
UPDATE fraud_rule SET conditions = 'amount_to_usual >= 8 and new_card >= 1 and customer.count.90d >= 3' WHERE id = 'much-more-than-usual' AND version = 1;
UPDATE fraud_rule SET conditions = 'customer.refunded.90d >= 5' WHERE id = 'refunds' AND version = 1;
UPDATE fraud_rule SET conditions = 'new_country >= 1 and new_device >= 1' WHERE id = 'taken-over' AND version = 1;
