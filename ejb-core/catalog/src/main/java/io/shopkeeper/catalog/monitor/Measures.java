package io.shopkeeper.catalog.monitor;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.entity.ImportRun;
import io.shopkeeper.catalog.entity.ImportShape;
import io.shopkeeper.catalog.entity.QualityMonitor;
import io.shopkeeper.ml.drift.PopulationStability;
import io.shopkeeper.ml.sketch.QuantileSketch;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Measures one monitor; nothing where there are too few rows to say anything. */
@Dependent
public class Measures {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration REFERENCE = Duration.ofDays(28);
  private static final Duration EVER = Duration.ofDays(36_500);
  private static final int WEEKS = 4;
  private static final long FEWEST = 50;
  private static final int BINS = 10;
  private static final int SKETCH = 400;
  private static final int SHOWN = 5;

  private final CountStore counts;
  private final MonitorStore store;

  @Inject
  public Measures(CountStore counts, MonitorStore store) {
    this.counts = counts;
    this.store = store;
  }

  Optional<Measure> of(QualityMonitor monitor, Instant now) {
    Optional<Watched> watched = Watched.of(monitor.kind());
    return switch (monitor.type()) {
      case FRESHNESS -> watched.flatMap(rows -> freshness(rows, now));
      case VOLUME -> watched.flatMap(rows -> volume(rows, now));
      case NULL_RATE -> watched.flatMap(rows -> nulls(monitor, rows, now));
      case DISTRIBUTION -> watched.flatMap(rows -> distribution(monitor, rows, now));
      case SCHEMA -> schema(monitor.kind());
      case QUARANTINE -> quarantine(monitor.kind());
    };
  }

  private Optional<Measure> freshness(Watched rows, Instant now) {
    return counts
        .newest(rows)
        .map(
            newest -> {
              double hours = Math.max(0, now.toEpochMilli() - newest) / 3_600_000.0;
              return new Measure(hours, Map.of("lastRow", Instant.ofEpochMilli(newest).toString()));
            });
  }

  private Optional<Measure> volume(Watched rows, Instant now) {
    long[] before = new long[WEEKS];
    for (int week = 1; week <= WEEKS; week++) {
      Instant until = now.minus(WEEK.multipliedBy(week));
      before[week - 1] = happened(rows, until.minus(DAY), until);
    }
    long today = happened(rows, now.minus(DAY), now);
    Arrays.sort(before);
    double median = (before[1] + before[2]) / 2.0;
    if (median < FEWEST) {
      return Optional.empty();
    }
    var evidence = new LinkedHashMap<String, String>();
    evidence.put("lastDay", Long.toString(today));
    evidence.put("usual", Long.toString(Math.round(median)));
    return Optional.of(new Measure(today / median, evidence));
  }

  private long happened(Watched rows, Instant from, Instant until) {
    return counts.happened(rows, from.toEpochMilli(), until.toEpochMilli());
  }

  private Optional<Measure> nulls(QualityMonitor monitor, Watched rows, Instant now) {
    Optional<Watched.Column> column = Watched.column(monitor.kind(), monitor.field());
    if (column.isEmpty()) {
      return Optional.empty();
    }
    long middle = now.minus(WEEK).toEpochMilli();
    long[] current = counts.filled(rows, column.get(), middle, now.toEpochMilli());
    long[] reference = counts.filled(rows, column.get(), start(monitor.kind(), now), middle);
    if (current[0] < FEWEST || reference[0] < FEWEST) {
      return Optional.empty();
    }
    double nowEmpty = 1 - (double) current[1] / current[0];
    double thenEmpty = 1 - (double) reference[1] / reference[0];
    var evidence = new LinkedHashMap<String, String>();
    evidence.put("emptyLastWeek", percent(nowEmpty));
    evidence.put("emptyBefore", percent(thenEmpty));
    evidence.put("rows", Long.toString(current[0]));
    return Optional.of(new Measure(Math.max(0, nowEmpty - thenEmpty), evidence));
  }

  private Optional<Measure> distribution(QualityMonitor monitor, Watched rows, Instant now) {
    Optional<Watched.Column> column = Watched.column(monitor.kind(), monitor.field());
    if (column.isEmpty()) {
      return Optional.empty();
    }
    long from = start(monitor.kind(), now);
    long middle = now.minus(WEEK).toEpochMilli();
    return column.get().number()
        ? numbers(
            counts.numbers(rows, column.get(), from, middle),
            counts.numbers(rows, column.get(), middle, now.toEpochMilli()))
        : names(
            counts.names(rows, column.get(), from, middle),
            counts.names(rows, column.get(), middle, now.toEpochMilli()));
  }

  static Optional<Measure> numbers(double[] before, double[] now) {
    if (before.length < FEWEST || now.length < FEWEST) {
      return Optional.empty();
    }
    QuantileSketch reference = sketch(before);
    QuantileSketch current = sketch(now);
    double[] edges = PopulationStability.edges(reference, BINS);
    double index = PopulationStability.index(bins(edges, before), bins(edges, now));
    var evidence = new LinkedHashMap<String, String>();
    evidence.put("medianLastWeek", "%.4g".formatted(current.quantile(0.5)));
    evidence.put("medianBefore", "%.4g".formatted(reference.quantile(0.5)));
    evidence.put("rows", Integer.toString(now.length));
    return Optional.of(new Measure(index, evidence));
  }

  static Optional<Measure> names(Map<String, Long> before, Map<String, Long> now) {
    long total = now.values().stream().mapToLong(Long::longValue).sum();
    long reference = before.values().stream().mapToLong(Long::longValue).sum();
    if (total < FEWEST || reference < FEWEST) {
      return Optional.empty();
    }
    var evidence = new LinkedHashMap<String, String>();
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(now.keySet());
    names.stream()
        .sorted(
            (a, b) ->
                Double.compare(
                    shift(b, before, reference, now, total),
                    shift(a, before, reference, now, total)))
        .limit(SHOWN)
        .forEach(
            name ->
                evidence.put(
                    name,
                    "%s → %s"
                        .formatted(
                            percent((double) before.getOrDefault(name, 0L) / reference),
                            percent((double) now.getOrDefault(name, 0L) / total))));
    return Optional.of(new Measure(PopulationStability.index(before, now), evidence));
  }

  private static double shift(
      String name, Map<String, Long> before, long reference, Map<String, Long> now, long total) {
    return Math.abs(
        (double) now.getOrDefault(name, 0L) / total
            - (double) before.getOrDefault(name, 0L) / reference);
  }

  private Optional<Measure> schema(ImportKind kind) {
    List<ImportShape> shapes = store.shapes(kind, 2);
    return shapes.size() < 2
        ? Optional.empty()
        : Optional.of(schema(shapes.get(1).filled().keySet(), shapes.get(0).filled().keySet()));
  }

  static Measure schema(Set<String> before, Set<String> now) {
    Set<String> added = new TreeSet<>(now);
    added.removeAll(before);
    Set<String> missing = new TreeSet<>(before);
    missing.removeAll(now);
    var evidence = new LinkedHashMap<String, String>();
    if (!missing.isEmpty()) {
      evidence.put("missing", String.join(", ", missing));
    }
    if (!added.isEmpty()) {
      evidence.put("new", String.join(", ", added));
    }
    return new Measure(added.size() + missing.size(), evidence);
  }

  private Optional<Measure> quarantine(ImportKind kind) {
    return counts
        .lastImport(kind)
        .map(ImportRun::report)
        .filter(report -> report.rowsRead() > 0)
        .map(
            report -> {
              var evidence = new LinkedHashMap<String, String>();
              evidence.put("import", report.fileName());
              evidence.put("quarantined", Long.toString(report.quarantined()));
              evidence.put("rows", Long.toString(report.rowsRead()));
              return new Measure((double) report.quarantined() / report.rowsRead(), evidence);
            });
  }

  /** Events and orders have a time of their own; products and customers are compared with all. */
  private static long start(ImportKind kind, Instant now) {
    boolean stream = kind == ImportKind.EVENTS || kind == ImportKind.ORDERS;
    return now.minus(WEEK).minus(stream ? REFERENCE : EVER).toEpochMilli();
  }

  private static QuantileSketch sketch(double[] values) {
    var sketch = new QuantileSketch(SKETCH, 1);
    Arrays.stream(values).forEach(sketch::add);
    return sketch;
  }

  private static long[] bins(double[] edges, double[] values) {
    long[] bins = new long[edges.length + 1];
    Arrays.stream(values).forEach(value -> bins[PopulationStability.bin(edges, value)]++);
    return bins;
  }

  private static String percent(double share) {
    return "%.1f %%".formatted(100 * share);
  }
}
