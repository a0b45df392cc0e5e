package io.shopkeeper.catalog.ingest;

import io.shopkeeper.platform.boundary.FieldError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each row is a unit. */
final class RowUnits implements Units {

  private final RowSource source;
  private final RowMapper mapper;
  private long place;
  private long leftOut;

  RowUnits(RowSource source, RowMapper mapper) {
    this.source = source;
    this.mapper = mapper;
  }

  @Override
  public Optional<Unit> next() throws IOException, FileUnreadableException {
    Optional<RowSource.Row> row = source.next();
    while (row.isPresent() && !mapper.wants(row.get())) {
      leftOut++;
      row = source.next();
    }
    place += row.isPresent() ? 1 : 0;
    return row.map(found -> unit(place, found, mapper));
  }

  /** A row as a unit of its own. */
  static Unit unit(long place, RowSource.Row row, RowMapper mapper) {
    if (row.fault().isPresent()) {
      return new Unit(
          place,
          row.number(),
          1,
          Map.of(),
          List.of(new FieldError("/", row.fault().get())),
          row.raw(),
          false);
    }
    var errors = new ArrayList<FieldError>();
    Map<String, String> fields = mapper.map(row, errors);
    return new Unit(place, row.number(), 1, fields, errors, row.raw(), false);
  }

  @Override
  public long leftOut() {
    return leftOut;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
