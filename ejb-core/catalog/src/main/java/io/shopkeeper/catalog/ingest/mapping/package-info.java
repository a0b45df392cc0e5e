/**
 * From columns to fields: mappings as JSON, what they do to a row, and guesses where there is none.
 * Plain Java; knows rows and nothing of databases. For example:
 *
 * <pre>{@code
 * ImportMapping mapping = MappingJson.read(json);
 * var mapper = new TargetMapper(mapping.targets().getFirst());
 * Map<String, String> fields = mapper.map(new RowValues(1, cells), errors);
 * }</pre>
 */
package io.shopkeeper.catalog.ingest.mapping;
