-- How odd a payment was beside those that the model had learnt from, 0 to 1; null where no model said it.
ALTER TABLE fraud_decision ADD COLUMN anomaly DOUBLE PRECISION;
