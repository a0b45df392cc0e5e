/**
 * All that happened in the shop, for whoever keeps columns of it in memory and counts: lean rows,
 * read from the first to the last, and what came since. Whoever reads them asks {@link
 * io.shopkeeper.catalog.boundary.person.Histories#register(io.shopkeeper.catalog.boundary.person.Purpose)}
 * what may be used. Example: {@code records.forEachAct(Instant.EPOCH, columns::add)}.
 */
package io.shopkeeper.catalog.boundary.analysis;
