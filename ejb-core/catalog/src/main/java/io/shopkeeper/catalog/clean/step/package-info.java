/**
 * The steps of the cleaning pipeline. Each has its options as a validated record; those that must
 * know what is usual learn it in the first pass over a file, in bounded memory.
 *
 * <pre>{@code
 * Pipeline pipeline = Pipeline.of(ImportKind.PRODUCTS, steps, ShopKnowledge.none());
 * rows.forEach(pipeline::observe);
 * rows.forEach(row -> store(pipeline.clean(row)));
 * }</pre>
 */
package io.shopkeeper.catalog.clean.step;
