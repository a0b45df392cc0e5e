/**
 * The shop's data as other modules see it: products, customers, orders, behaviour, imports. Uses
 * {@code io.shopkeeper.platform.boundary}.
 *
 * <pre>{@code
 * @Inject Products products;
 * Optional<ProductData> tent = products.find("tent-2");
 * }</pre>
 */
package io.shopkeeper.catalog.boundary;
