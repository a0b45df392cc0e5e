package io.shopkeeper.catalog.boundary.quarantine;

import io.shopkeeper.catalog.boundary.ImportKind;

/** How many rows wait for one reason. */
public record ReasonCount(ImportKind kind, String field, String reason, long rows) {}
