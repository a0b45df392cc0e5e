package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.boundary.ColumnGuess;
import io.shopkeeper.catalog.boundary.FieldRule;
import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.MappingTarget;
import io.shopkeeper.catalog.ingest.group.Groups;
import io.shopkeeper.catalog.ingest.group.KeyedRow;
import io.shopkeeper.catalog.ingest.group.RowSorter;
import io.shopkeeper.platform.boundary.FieldError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Reads one file for one target: a first look decides what columns mean, then the units can be read
 * as often as needed. For one thread.
 */
final class TextReading implements UnitReading {

  private final Path file;
  private final ImportKind kind;
  private final Map<String, String> asked;
  private final Sample sample;
  private final MappingTarget target;
  private final RowSorter sorter;
  private final List<String> sortedFields;
  private long sortedLeftOut;

  private TextReading(
      Path file, ImportKind kind, Map<String, String> asked, Sample sample, MappingTarget target) {
    this.file = file;
    this.kind = kind;
    this.asked = asked;
    this.sample = sample;
    this.target = target;
    this.sortedFields = target == null ? List.of() : List.copyOf(target.fields().sequencedKeySet());
    this.sorter = target != null && target.merges() ? new RowSorter(file.getParent()) : null;
  }

  /**
   * Opens a file.
   *
   * @param given how columns become fields; empty to guess
   * @param asked column to field, for columns that would not be guessed
   */
  static TextReading of(
      Path file, ImportKind kind, Optional<MappingTarget> given, Map<String, String> asked)
      throws IOException, FileUnreadableException {
    Sample sample = Sample.of(file);
    MappingTarget target = given.filter(mapping -> !mapping.fields().isEmpty()).orElse(null);
    if (target == null && !sample.header().isEmpty()) {
      target = guess(kind, sample, asked, given);
    }
    return new TextReading(file, kind, asked, sample, target);
  }

  private static MappingTarget guess(
      ImportKind kind, Sample sample, Map<String, String> asked, Optional<MappingTarget> given) {
    var fields = new LinkedHashMap<String, FieldRule>();
    for (ColumnGuess guess : FieldNames.guess(kind, sample.header(), sample.columns(), asked)) {
      fields.put(
          guess.field(),
          new FieldRule(
              List.of(guess.column()),
              null,
              null,
              null,
              guess.step() == null ? List.of() : List.of(guess.step()),
              null));
    }
    boolean list = fields.containsKey("lines");
    boolean flat = fields.containsKey("id") && fields.containsKey("lines.productId");
    if (list || !flat) {
      fields.keySet().removeIf(field -> field.startsWith(MappingTarget.LINE));
    }
    return new MappingTarget(
        kind,
        null,
        given.map(MappingTarget::merge).orElse(false),
        given.map(MappingTarget::where).orElse(List.of()),
        fields);
  }

  @Override
  public List<String> header() {
    return sample.header();
  }

  @Override
  public Optional<MappingTarget> target() {
    return Optional.ofNullable(target);
  }

  @Override
  public String encoding() {
    return sample.charset().name();
  }

  /** Brings rows together that belong together, where that is wanted. */
  @Override
  public void prepare(LongConsumer progress) throws IOException, FileUnreadableException {
    if (sorter == null) {
      return;
    }
    RowMapper mapper = mapper();
    long rows = 0;
    try (RowSource source = RowSource.open(file, sample.charset())) {
      Optional<RowSource.Row> row = source.next();
      while (row.isPresent()) {
        sort(row.get(), mapper);
        row = source.next();
        rows++;
        if (rows % 10_000 == 0) {
          progress.accept(rows);
        }
      }
    }
  }

  private void sort(RowSource.Row row, RowMapper mapper) throws IOException {
    if (!mapper.wants(row)) {
      sortedLeftOut++;
      return;
    }
    var errors = new ArrayList<FieldError>();
    Map<String, String> fields = row.fault().isPresent() ? Map.of() : mapper.map(row, errors);
    row.fault().ifPresent(fault -> errors.add(new FieldError("/", fault)));
    var values = new ArrayList<String>(sortedFields.size());
    sortedFields.forEach(field -> values.add(fields.get(field)));
    // Without a key a row belongs to nobody but itself.
    String key = fields.getOrDefault("id", "").strip();
    String fault =
        errors.isEmpty()
            ? null
            : errors.getFirst().pointer()
                + "\trow "
                + row.number()
                + " "
                + errors.getFirst().message();
    sorter.add(
        new KeyedRow(key.isEmpty() ? "\u0000" + row.number() : key, row.number(), values, fault));
  }

  @Override
  public Units units() throws IOException, FileUnreadableException {
    if (sorter == null) {
      return new RowUnits(RowSource.open(file, sample.charset()), mapper());
    }
    var takes = new LinkedHashMap<String, String>();
    target.fields().forEach((field, rule) -> takes.put(field, rule.take()));
    var groups = new Groups(sorter.read(), sortedFields, takes, MappingTarget.LINE);
    boolean lines = sortedFields.stream().anyMatch(f -> f.startsWith(MappingTarget.LINE));
    return new GroupUnits(groups, sortedLeftOut, lines);
  }

  private RowMapper mapper() {
    return target == null ? new NameMapper(kind, asked, true) : new RecipeMapper(target);
  }

  @Override
  public void close() throws IOException {
    if (sorter != null) {
      sorter.close();
    }
  }
}
