/**
 * The demo storefront: a small shop in plain HTML pages that sends the events and shows the
 * recommendations as any shop would. Uses boundaries only. For example {@code /product?id=tent-1}
 * is {@code product.xhtml} with {@link io.shopkeeper.web.storefront.ProductPage}.
 */
package io.shopkeeper.web.storefront;
