package io.shopkeeper.platform.boundary;

/** A setting has another value. Observe it with {@code during = AFTER_SUCCESS}. */
public record SettingChanged(String name) {}
