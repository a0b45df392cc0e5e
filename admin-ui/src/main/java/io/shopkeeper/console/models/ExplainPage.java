package io.shopkeeper.console.models;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.chart.Chart;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Formats;
import io.shopkeeper.console.frame.NotFound;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.platform.boundary.ModelFile;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Trainable;
import io.shopkeeper.prediction.boundary.DataSets;
import io.shopkeeper.prediction.boundary.Features;
import io.shopkeeper.recommendation.boundary.RankingColumns;
import io.shopkeeper.recommendation.boundary.RecommendationModels;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * What a version says of itself on rows that it has not seen: which columns it lives on, how the
 * prediction depends on them, whether probabilities come true, and what each threshold would do.
 */
@Named("explain")
@RequestScoped
public class ExplainPage {

  private static final int MOST_BARS = 15;
  private static final String IMPORTANCE = "importance.csv";
  private static final String RELIABILITY = "reliability.csv";
  private static final String NESTED = "nested.csv";
  private static final String LEARNING = "learning.csv";

  @Inject private ModelRegistry registry;
  @Inject @Any private Instance<Trainable> trainables;
  @Inject private Me me;
  @Inject private Asked asked;
  @Inject private Words words;
  @Inject private Formats formats;
  @Inject private Reader reader;
  @Inject private DataSets sets;
  @Inject private Features features;

  private ModelVersionView version;
  private NestedLook nested;
  private LearningLook learning;

  @PostConstruct
  void begin() {
    int number = asked.number("version").map(n -> (int) Math.min(n, Integer.MAX_VALUE)).orElse(0);
    version = registry.find(asked.text("name").orElse(""), number).orElse(null);
  }

  /** Says so where there is no such version. */
  public void load() throws IOException {
    if (version == null) {
      NotFound.answer();
    }
  }

  private boolean has(String file) {
    return version.filesRemovedAt() == null
        && version.files().stream().map(ModelFile::name).anyMatch(file::equals);
  }

  /** Why there is nothing to see, as the end of a key; empty where there is. */
  public String getMissing() {
    if (has(IMPORTANCE)) {
      return "";
    }
    if (!version.name().startsWith(Words.PREDICTION)) {
      return "kind";
    }
    if (version.filesRemovedAt() != null) {
      return "removed";
    }
    return version.origin().isEmpty() ? "early" : "foreign";
  }

  /** Whether one of two classes is predicted, so that groups can be compared. */
  public boolean isOfTwo() {
    return version.name().startsWith(Words.PREDICTION) && has(RELIABILITY);
  }

  /** Whether the same can be trained again here. */
  public boolean isTrainable() {
    return version.name().startsWith(Words.PREDICTION)
        && me.may(Right.TRAIN_MODELS.name())
        && trainables.stream()
            .filter(one -> one.models().contains(version.name()))
            .anyMatch(one -> one.algorithms(version.name()).contains(version.algorithm()));
  }

  private List<CSVRecord> rows(String file) {
    if (!has(file)) {
      return List.of();
    }
    String text =
        new String(registry.file(version.name(), version.version(), file), StandardCharsets.UTF_8);
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = format.parse(new StringReader(text))) {
      return parser.getRecords();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static List<Double> numbers(List<CSVRecord> rows, String column) {
    return rows.stream().map(row -> Double.valueOf(row.get(column))).toList();
  }

  private static List<String> labels(List<CSVRecord> rows, String column) {
    return rows.stream().map(row -> row.get(column)).toList();
  }

  /** With four digits that count, as an axis has room for. */
  private static List<String> shortNumbers(List<CSVRecord> rows, String column) {
    return rows.stream()
        .map(row -> new BigDecimal(row.get(column)).round(new MathContext(4)))
        .map(number -> number.stripTrailingZeros().toPlainString())
        .toList();
  }

  private static List<String> probabilities(List<CSVRecord> rows, String column) {
    return numbers(rows, column).stream()
        .map(number -> String.format(Locale.ROOT, "%.3f", number))
        .toList();
  }

  /** How much worse the figure gets where a column is shuffled. */
  public Chart getImportance() {
    List<CSVRecord> all = rows(IMPORTANCE);
    List<CSVRecord> rows = all.subList(0, Math.min(MOST_BARS, all.size()));
    Chart chart = Chart.groups(words.format("explain.column"), labels(rows, "column"));
    String loss =
        all.isEmpty()
            ? ""
            : all.getFirst().getParser().getHeaderNames().get(1).replaceFirst("^loss_of_", "");
    return rows.isEmpty()
        ? chart
        : chart.add(
            words.format("explain.loss", words.of("metric", loss)),
            numbers(rows, "loss_of_" + loss));
  }

  /** The mean prediction by the value of each of the weightiest columns. */
  public List<Dependence> getDependence() {
    Map<String, String> texts = texts();
    List<Dependence> charts = new ArrayList<>();
    by("column", rows("dependence.csv"))
        .forEach(
            (column, rows) ->
                charts.add(new Dependence(column, texts.getOrDefault(column, ""), curves(rows))));
    return charts;
  }

  /** Of one column. */
  private Chart curves(List<CSVRecord> rows) {
    Map<String, List<CSVRecord>> outcomes = by("outcome", rows);
    List<CSVRecord> first = outcomes.values().iterator().next();
    String column = first.getFirst().get("column");
    boolean ordered = first.stream().noneMatch(row -> row.get("number").equals("NaN"));
    Chart chart =
        ordered
            ? Chart.lines(column, shortNumbers(first, "number"))
            : Chart.groups(column, labels(first, "value"));
    outcomes.forEach(
        (outcome, own) ->
            chart.add(
                outcome.isEmpty()
                    ? words.format("explain.prediction")
                    : words.format("explain.prediction.of", outcome),
                numbers(own, "prediction")));
    // Bars are read by their lengths, which must begin at nothing.
    return ordered ? chart.closeUp() : chart;
  }

  /** In the order in which each first comes; by nothing where an earlier edition wrote none. */
  private static Map<String, List<CSVRecord>> by(String column, List<CSVRecord> rows) {
    Map<String, List<CSVRecord>> groups = new LinkedHashMap<>();
    for (CSVRecord row : rows) {
      String group = row.isMapped(column) ? row.get(column) : "";
      groups.computeIfAbsent(group, added -> new ArrayList<>()).add(row);
    }
    return groups;
  }

  /**
   * What the columns of a table that was made of the shop are, by their names, or those of the
   * ranking; empty for others.
   */
  private Map<String, String> texts() {
    if (version.name().equals(RecommendationModels.PURCHASE_RANKING)) {
      return RankingColumns.words(reader.getLocale());
    }
    Map<String, String> texts = new LinkedHashMap<>();
    if (sets.ofModel(version.name()).filter(set -> set.origin() != null).isPresent()) {
      Stream.concat(
              features.ofPairs(reader.getLocale()).stream(),
              features.ofCustomers(reader.getLocale()).stream())
          .forEach(feature -> texts.put(feature.code(), feature.text()));
    }
    return texts;
  }

  /** What the columns that the model lives on are, the weightiest first; empty for a file's. */
  public List<Meaning> getMeanings() {
    Map<String, String> texts = texts();
    return rows(IMPORTANCE).stream()
        .limit(MOST_BARS)
        .map(row -> row.get("column"))
        .filter(texts::containsKey)
        .map(column -> new Meaning(column, texts.get(column)))
        .toList();
  }

  /** What a column is. */
  public record Meaning(String column, String text) {}

  /**
   * The chart of a column.
   *
   * @param text what it is; empty if only its name is known
   */
  public record Dependence(String column, String text, Chart chart) {}

  /** How often what was predicted came true. */
  public Chart getReliability() {
    List<CSVRecord> rows = rows(RELIABILITY);
    Chart chart = Chart.lines(words.format("explain.predicted"), probabilities(rows, "predicted"));
    return rows.isEmpty()
        ? chart
        : chart
            .add(words.format("explain.observed"), numbers(rows, "observed"))
            .add(words.format("explain.ideal"), numbers(rows, "predicted"));
  }

  /** What each threshold would do. */
  public Chart getThresholds() {
    List<CSVRecord> rows = rows("thresholds.csv").reversed();
    Chart chart = Chart.lines(words.format("explain.threshold"), probabilities(rows, "threshold"));
    return rows.isEmpty()
        ? chart
        : chart
            .add(words.of("metric", "precision"), numbers(rows, "precision"))
            .add(words.of("metric", "recall"), numbers(rows, "recall"))
            .add(words.format("explain.flagged"), numbers(rows, "flagged_share"));
  }

  /** What the search for options is worth; null where that was not measured. */
  public NestedLook getNested() {
    if (nested == null && has(NESTED)) {
      nested = NestedLook.of(rows(NESTED), rows("trials.csv"));
    }
    return nested;
  }

  /** Whether more rows would help; null where that was not looked at. */
  public LearningLook getLearning() {
    if (learning == null && has(LEARNING)) {
      learning = LearningLook.of(rows(LEARNING));
    }
    return learning;
  }

  /** The figure by the number of rows that were learnt from. */
  public Chart getLearningChart() {
    String metric = words.of("metric", getLearning().metric());
    List<LearningLook.Point> points = getLearning().points();
    return Chart.lines(
            words.format("learning.rows"),
            points.stream().map(point -> formats.count(point.rows())).toList())
        .add(
            words.format("learning.train", metric),
            points.stream().map(LearningLook.Point::train).toList())
        .add(
            words.format("learning.test", metric),
            points.stream().map(LearningLook.Point::test).toList())
        .closeUp();
  }

  /** What the learning curve says. */
  public String getLearningVerdict() {
    LearningLook look = getLearning();
    return words.format(
        "learning." + look.verdict(),
        formats.count(look.before().rows()),
        formats.count(look.last().rows()),
        formats.metric(look.gain()));
  }

  public ModelVersionView getData() {
    return version;
  }
}
