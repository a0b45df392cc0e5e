/**
 * The cleaning pipeline as others see it: which steps there are, what each can be told, what the
 * pipeline of a kind is now, and what it would do to rows.
 *
 * <pre>{@code
 * PipelineView now = cleaning.pipeline(ImportKind.PRODUCTS);
 * cleaning.save(ImportKind.PRODUCTS, steps, "mei", "prices above 10,000 are looked at");
 * }</pre>
 */
package io.shopkeeper.catalog.boundary.cleaning;
