/**
 * From files to rows to records, and what cannot become one: into quarantine. Uses the facades of
 * {@code boundary}; knows nothing of features, training or serving.
 */
package io.shopkeeper.catalog.ingest;
