package io.shopkeeper.catalog.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopkeeper.catalog.boundary.RowOutcome;
import io.shopkeeper.catalog.clean.RowCleaner;
import io.shopkeeper.catalog.clean.RowCleaners;
import io.shopkeeper.catalog.entity.ImportRun;
import io.shopkeeper.catalog.entity.QuarantinedRowEntry;
import io.shopkeeper.catalog.ingest.mapping.MappingJson;
import io.shopkeeper.platform.boundary.FieldError;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores a corrected row within the caller's transaction. */
@Dependent
public class RowMender {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject private RecordKeeper keeper;
  @Inject private RowCleaners cleaners;
  @Inject private Clock clock;

  /**
   * Stores the row as its import would have; answers what is wrong with it, nothing if it is
   * stored.
   *
   * @param run the import that set it aside; empty for a row that came by REST
   */
  public List<FieldError> store(
      QuarantinedRowEntry row, Optional<ImportRun> run, String correctedRow) {
    return store(row, run, correctedRow, cleaners.open(row.kind()));
  }

  /** The same, by a cleaner of the caller's. */
  List<FieldError> store(
      QuarantinedRowEntry row, Optional<ImportRun> run, String correctedRow, RowCleaner cleaner) {
    RecordReader.Result result = read(row, run, correctedRow, cleaner);
    return result.errors().isEmpty() ? put(row, result.record()) : result.errors();
  }

  /** What would be wrong with the row; stores nothing. */
  List<FieldError> check(
      QuarantinedRowEntry row, Optional<ImportRun> run, String correctedRow, RowCleaner cleaner) {
    return read(row, run, correctedRow, cleaner).errors();
  }

  private RecordReader.Result read(
      QuarantinedRowEntry row, Optional<ImportRun> run, String correctedRow, RowCleaner cleaner) {
    ObjectNode values;
    try {
      JsonNode node = JSON.readTree(correctedRow);
      if (!(node instanceof ObjectNode object)) {
        return refused("must be a JSON object");
      }
      values = object;
    } catch (JsonProcessingException malformed) {
      return refused("is not JSON: " + malformed.getOriginalMessage());
    }
    var source = new RowSource.Row(1, values, correctedRow, Optional.empty());
    Unit unit = RowUnits.unit(1, source, mapper(row, run));
    return new RecordReader(row.kind(), cleaner, clock.instant()).read(unit);
  }

  private static RecordReader.Result refused(String message) {
    return new RecordReader.Result(
        null, List.of(new FieldError("", message)), List.of(), List.of());
  }

  /** Which field each column of a row feeds, as far as one does alone. */
  static Map<String, String> columns(
      QuarantinedRowEntry row, Optional<ImportRun> run, Collection<String> columns) {
    Optional<String> target = row.mapped() ? Optional.empty() : run.flatMap(ImportRun::target);
    if (target.isEmpty()) {
      Map<String, String> asked =
          row.mapped() ? Map.of() : run.map(ImportRun::mapping).orElse(Map.of());
      return FieldNames.match(row.kind(), List.copyOf(columns), asked);
    }
    Map<String, String> fields = new HashMap<>();
    MappingJson.readTarget(target.get())
        .fields()
        .forEach((field, rule) -> rule.columns().forEach(column -> fields.put(column, field)));
    return fields;
  }

  private static RowMapper mapper(QuarantinedRowEntry row, Optional<ImportRun> run) {
    if (row.mapped() || run.isEmpty()) {
      return new NameMapper(row.kind(), Map.of(), false);
    }
    return run.get()
        .target()
        .<RowMapper>map(json -> new RecipeMapper(MappingJson.readTarget(json)))
        .orElseGet(() -> new NameMapper(row.kind(), run.get().mapping(), false));
  }

  private List<FieldError> put(QuarantinedRowEntry row, Object record) {
    RowOutcome outcome = keeper.put(row.kind(), List.of(record), row.importId()).getFirst();
    return outcome.errors();
  }
}
