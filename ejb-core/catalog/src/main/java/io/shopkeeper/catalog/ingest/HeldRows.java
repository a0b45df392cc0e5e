package io.shopkeeper.catalog.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.cleaning.StepData;
import io.shopkeeper.catalog.boundary.cleaning.StepEffect;
import io.shopkeeper.catalog.boundary.quarantine.HeldRow;
import io.shopkeeper.catalog.boundary.quarantine.QuarantineFilter;
import io.shopkeeper.catalog.boundary.quarantine.RulePreview;
import io.shopkeeper.catalog.clean.RowCleaner;
import io.shopkeeper.catalog.clean.RowCleaners;
import io.shopkeeper.catalog.entity.ImportRun;
import io.shopkeeper.catalog.entity.QuarantinedRowEntry;
import io.shopkeeper.platform.boundary.FieldError;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows in quarantine: looked at cell by cell, and stored within the caller's transaction. */
@Dependent
public class HeldRows {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TRIED = 500;
  private static final int SHOWN = 10;

  @Inject private ImportStore imports;
  @Inject private QuarantineStore quarantine;
  @Inject private RowMender mender;
  @Inject private RowCleaners cleaners;
  @Inject private Clock clock;

  /** A row with its cells and what is wrong in each. */
  public HeldRow view(QuarantinedRowEntry row) {
    Map<String, String> cells = cells(row.raw());
    Map<String, String> columnOf = new LinkedHashMap<>();
    RowMender.columns(row, run(row), cells.keySet())
        .forEach((column, field) -> columnOf.putIfAbsent(field, column));
    Map<String, List<String>> faults = new LinkedHashMap<>();
    for (FieldError error : row.view().errors()) {
      String field = error.pointer().replaceFirst("^/", "");
      String top = field.replaceFirst("/.*$", "");
      String column = cells.containsKey(field) ? field : columnOf.getOrDefault(top, "");
      String text = column.isEmpty() && !field.isEmpty() ? field + " " : "";
      faults.computeIfAbsent(column, none -> new ArrayList<>()).add(text + error.message());
    }
    return new HeldRow(row.view(), cells, faults, row.changed());
  }

  /** Stores a corrected row, or keeps the correction with what is still wrong. */
  public List<FieldError> store(QuarantinedRowEntry row, String corrected, String by) {
    return store(row, corrected, by, cleaners.open(row.kind()));
  }

  List<FieldError> store(QuarantinedRowEntry row, String corrected, String by, RowCleaner cleaner) {
    Optional<ImportRun> run = Optional.ofNullable(row.importId()).flatMap(imports::lock);
    List<FieldError> errors = mender.store(row, run, corrected, cleaner);
    if (errors.isEmpty()) {
      row.mend(corrected, by, clock.instant());
      run.ifPresent(found -> found.mended(row.rows()));
    } else {
      row.retry(corrected, errors);
    }
    return errors;
  }

  /** The row with other cells; what is no cell of it becomes one. */
  public String merge(QuarantinedRowEntry row, Map<String, String> cells) {
    ObjectNode merged = object(row.raw());
    cells.forEach(
        (column, text) -> {
          JsonNode before = merged.get(column);
          if (before != null && before.isContainerNode()) {
            merged.set(column, structure(text));
          } else if (text.isEmpty() && before == null) {
            return;
          } else if (before == null || !before.asText().equals(text)) {
            merged.put(column, text);
          }
        });
    return merged.toString();
  }

  /** What a rule would do. */
  public RulePreview preview(QuarantineFilter filter, StepData rule) {
    Map<ImportKind, RuleTrial> trials = new EnumMap<>(ImportKind.class);
    long changed = 0;
    long sound = 0;
    var samples = new ArrayList<RulePreview.Sample>();
    List<QuarantinedRowEntry> rows = quarantine.list(filter, null, TRIED);
    for (QuarantinedRowEntry row : rows) {
      RuleTrial trial =
          trials.computeIfAbsent(
              row.kind(), kind -> new RuleTrial(cleaners.pipeline(kind, Optional.of(rule))));
      List<FieldError> errors = mender.check(row, run(row), row.raw(), trial);
      List<StepEffect> effects = trial.effects();
      boolean changes = effects.stream().anyMatch(effect -> effect.step() == 0);
      changed += changes ? 1 : 0;
      sound += errors.isEmpty() ? 1 : 0;
      if (changes && samples.size() < SHOWN) {
        samples.add(
            new RulePreview.Sample(
                row.id(),
                effects,
                errors.stream().map(error -> error.pointer() + " " + error.message()).toList()));
      }
    }
    return new RulePreview(quarantine.count(filter), rows.size(), changed, sound, samples);
  }

  private Optional<ImportRun> run(QuarantinedRowEntry row) {
    return Optional.ofNullable(row.importId()).flatMap(imports::find);
  }

  private static Map<String, String> cells(String raw) {
    Map<String, String> cells = new LinkedHashMap<>();
    object(raw)
        .properties()
        .forEach(
            entry ->
                cells.put(
                    entry.getKey(),
                    entry.getValue().isContainerNode()
                        ? entry.getValue().toString()
                        : entry.getValue().isNull() ? "" : entry.getValue().asText()));
    return cells;
  }

  private static ObjectNode object(String raw) {
    try {
      return JSON.readTree(raw) instanceof ObjectNode object ? object : JSON.createObjectNode();
    } catch (JsonProcessingException cut) {
      // A very long row is kept by its beginning only.
      return JSON.createObjectNode().put("text", raw);
    }
  }

  private static JsonNode structure(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException malformed) {
      return JSON.getNodeFactory().textNode(text);
    }
  }
}
