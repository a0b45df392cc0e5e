-- What an experiment showed is read in the order of units by impression_person: an index less to be written for each
-- answer that is shown.
DROP INDEX impression_unit;
