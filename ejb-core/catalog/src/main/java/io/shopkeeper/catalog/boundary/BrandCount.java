package io.shopkeeper.catalog.boundary;

/** A brand and how many products of it the shop sells. */
public record BrandCount(String brand, long products) {}
