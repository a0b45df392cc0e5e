-- Rows in quarantine are found by reason and field, keep what they were, and say how they ended.
ALTER TABLE quarantined_row ADD COLUMN field VARCHAR(200) DEFAULT '' NOT NULL;
ALTER TABLE quarantined_row ADD COLUMN reason VARCHAR(200) DEFAULT '' NOT NULL;
ALTER TABLE quarantined_row ADD COLUMN original VARCHAR(1000000);
ALTER TABLE quarantined_row ADD COLUMN closed_by VARCHAR(120);
ALTER TABLE quarantined_row ADD COLUMN discard_reason VARCHAR(500);
CREATE INDEX quarantined_row_reason ON quarantined_row (kind, field, reason, id);
