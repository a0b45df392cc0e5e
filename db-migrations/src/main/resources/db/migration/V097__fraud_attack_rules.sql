-- Attacks that no single key gives away. A shop that has a rule of such a name keeps its own.
INSERT INTO fraud_rule (id, version, name_en, name_zh, outcome, conditions, created_at, created_by, state, published_at, published_by)
SELECT 'ring', 1, 'Many customers linked by shared devices, cards and addresses', '多位顾客因共用设备、卡或地址而相互关联', 'REVIEW',
 'linked_customers >= 6',
 0, 'shopkeeper', 'PUBLISHED', 0, 'shopkeeper' WHERE NOT EXISTS (SELECT 1 FROM fraud_rule WHERE id = 'ring');
INSERT INTO fraud_rule (id, version, name_en, name_zh, outcome, conditions, created_at, created_by, state, published_at, published_by)
SELECT 'triangulation', 1, 'One buyer, ever other cards and delivery addresses', '同一买家不断更换卡和收货地址', 'REVIEW',
 '(customer.cards.30d >= 4 and customer.addresses.30d >= 4 and new_card >= 1 and new_address >= 1) or (device.cards.1d >= 4 and device.addresses.1d >= 4)',
 0, 'shopkeeper', 'PUBLISHED', 0, 'shopkeeper' WHERE NOT EXISTS (SELECT 1 FROM fraud_rule WHERE id = 'triangulation');
INSERT INTO fraud_rule (id, version, name_en, name_zh, outcome, conditions, created_at, created_by, state, published_at, published_by)
SELECT 'taken-over-spending', 1, 'A known customer from a new country and device, for much more than usual', '老顾客在新的国家使用新设备，且金额远高于平时', 'REVIEW',
 'new_country >= 1 and new_device >= 1 and amount_to_usual >= 3 and customer.count.90d >= 3',
 0, 'shopkeeper', 'PUBLISHED', 0, 'shopkeeper' WHERE NOT EXISTS (SELECT 1 FROM fraud_rule WHERE id = 'taken-over-spending');
