/**
 * How an answer came about, as records: why a product, why at its place, why not another one. Made
 * from what the pipeline did, nothing is told by heart. Example: {@code explanations.of(request,
 * null, "p-12").asked().fate()} says what became of p-12.
 */
package io.shopkeeper.recommendation.boundary.explanation;
