-- A placement of the shop's own can be removed. The row stays, so that no version of its recipe is ever given twice.
ALTER TABLE placement ADD COLUMN removed VARCHAR(1) DEFAULT 'N' NOT NULL;
