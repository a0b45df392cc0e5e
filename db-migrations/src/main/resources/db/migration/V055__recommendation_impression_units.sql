-- Figures of placements go through what was shown unit by unit; what was shown to somebody who takes the consent back
-- is found by unit.
CREATE INDEX impression_person ON impression (unit_key, id);
