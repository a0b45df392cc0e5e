package io.shopkeeper.fraud.boundary;

/** Rules, lists or snoozes were changed; those who judge look again once that is committed. */
public record RulesChanged() {}
