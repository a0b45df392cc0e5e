-- Who takes an account over and begins with a small payment has made device and country known by the second.
INSERT INTO fraud_rule (id, version, name_en, name_zh, outcome, conditions, created_at, created_by, state, published_at, published_by)
SELECT 'spending-elsewhere', 1, 'A known customer spends far more than usual, from a device and to an address first seen within two days', '老顾客的消费远高于平时，且所用设备和收货地址都是两天内首次出现', 'REVIEW',
 'customer.count.90d >= 3 and customer.known_days >= 14 and amount_to_usual >= 3 and device.known_days < 2 and address.known_days < 2',
 0, 'shopkeeper', 'PUBLISHED', 0, 'shopkeeper' WHERE NOT EXISTS (SELECT 1 FROM fraud_rule WHERE id = 'spending-elsewhere');
