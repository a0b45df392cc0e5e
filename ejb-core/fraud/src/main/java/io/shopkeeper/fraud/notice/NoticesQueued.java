package io.shopkeeper.fraud.notice;

/** Messages are to go out. Observe it {@code AFTER_SUCCESS}. */
public record NoticesQueued() {}
