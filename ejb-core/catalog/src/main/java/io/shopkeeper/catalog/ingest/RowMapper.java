package io.shopkeeper.catalog.ingest;

import io.shopkeeper.platform.boundary.FieldError;
import java.util.List;
import java.util.Map;

/** Makes fields of a row. For one thread. */
interface RowMapper {

  /** Whether the row is wanted at all. */
  boolean wants(RowSource.Row row);

  /** The values by field; what is wrong goes to the errors. */
  Map<String, String> map(RowSource.Row row, List<FieldError> errors);
}
