package io.shopkeeper.catalog.boundary;

import java.util.Set;

/** Products are new, changed or gone. Observe it with {@code during = AFTER_SUCCESS}. */
public record ProductsChanged(Set<String> ids) {}
