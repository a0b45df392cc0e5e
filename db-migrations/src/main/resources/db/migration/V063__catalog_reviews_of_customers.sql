-- What a customer wrote is looked up for what is foreseen of the customer.
CREATE INDEX review_customer ON review (customer_id, at_time);
