package io.shopkeeper.catalog.boundary;

/** How many active products a category holds. */
public record CategoryCount(String categoryPath, long products) {}
