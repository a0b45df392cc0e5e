package io.shopkeeper.catalog.boundary;

import java.util.List;

/**
 * A page of customers.
 *
 * @param nextCursor null on the last page
 */
public record CustomerPage(List<CustomerData> items, String nextCursor) {}
