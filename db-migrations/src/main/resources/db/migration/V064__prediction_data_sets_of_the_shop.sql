-- Data sets that were made of the shop say what they foretell, so that the model can be asked for a customer.
ALTER TABLE data_set ADD COLUMN origin VARCHAR(2000);
