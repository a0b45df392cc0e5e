-- A channel that is rare, or that there is not, is found without reading every event.
CREATE INDEX list_events_channel ON behaviour_event (channel, at_time, event_id);
