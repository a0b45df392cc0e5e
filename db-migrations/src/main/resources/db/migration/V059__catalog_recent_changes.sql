-- Each server keeps in memory what it read of people, and asks what the others have stored since it last looked.
CREATE INDEX behaviour_event_received ON behaviour_event (received_at);
CREATE INDEX shop_order_updated ON shop_order (updated_at);
CREATE INDEX consent_change_time ON consent_change (at_time);
CREATE INDEX visitor_link_linked ON visitor_link (linked_at);
CREATE INDEX visitor_link_ended ON visitor_link (ended_at);
