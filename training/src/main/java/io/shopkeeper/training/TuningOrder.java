package io.shopkeeper.training;

import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.tuning.Budget;
import io.shopkeeper.ml.tuning.SearchDimension;
import io.shopkeeper.ml.tuning.SearchSpace;
import io.shopkeeper.ml.tuning.SearchStrategy;
import io.shopkeeper.ml.tuning.Tuning;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That options are to be looked for before a model is trained, and how. The search begins with the
 * options of the task; those that are not searched stay as they are there.
 *
 * @param strategy a name of {@link SearchStrategy#all}
 * @param trials with the full resource, 1 to {@value #MOST_TRIALS}
 * @param minutes after which no trial begins, 1 to {@value #MOST_MINUTES}
 * @param ranges the options that are searched: a number's range as {@code 0.01..1}, or nothing for
 *     the usual one and for switches and choices; empty for all that can be searched
 */
public record TuningOrder(String strategy, int trials, int minutes, Map<String, String> ranges) {

  /** The most trials. */
  public static final int MOST_TRIALS = 1000;

  /** The most minutes, a day. */
  public static final int MOST_MINUTES = 1440;

  private static final String PREFIX = "tuning.";
  private static final String STRATEGY = PREFIX + "strategy";
  private static final String TRIALS = PREFIX + "trials";
  private static final String MINUTES = PREFIX + "minutes";
  private static final String RANGE = PREFIX + "range.";
  private static final String NUMBER = "-?\\d+(\\.\\d+)?([eE]-?\\d{1,3})?";
  private static final Pattern FROM_TO =
      Pattern.compile("\\s*(?<least>" + NUMBER + ")\\s*\\.\\.\\s*(?<most>" + NUMBER + ")\\s*");

  public TuningOrder {
    ranges = Collections.unmodifiableMap(new LinkedHashMap<>(ranges));
    if (SearchStrategy.find(strategy).isEmpty()) {
      throw new WrongOptionException(
          "strategy",
          "must be one of "
              + String.join(
                  ", ", SearchStrategy.all().stream().map(SearchStrategy::name).toList()));
    }
    WrongOptionException.unlessWithin("trials", trials, 1, MOST_TRIALS);
    WrongOptionException.unlessWithin("minutes", minutes, 1, MOST_MINUTES);
  }

  /** As somebody has it who says no more than that he wants it: twenty trials, half an hour. */
  public static TuningOrder usual() {
    return new TuningOrder(SearchStrategy.all().getFirst().name(), 20, 30, Map.of());
  }

  /** That of a task or job, as {@link #parameters} wrote it; empty where it has none. */
  public static Optional<TuningOrder> of(Map<String, String> parameters) {
    if (!parameters.containsKey(STRATEGY)) {
      return Optional.empty();
    }
    Map<String, String> ranges = new LinkedHashMap<>();
    parameters.forEach(
        (name, value) -> {
          if (name.startsWith(RANGE)) {
            ranges.put(name.substring(RANGE.length()), value);
          }
        });
    return Optional.of(
        new TuningOrder(
            parameters.get(STRATEGY),
            Integer.parseInt(parameters.get(TRIALS)),
            Integer.parseInt(parameters.get(MINUTES)),
            ranges));
  }

  /** The parameters of a task or job. */
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put(STRATEGY, strategy);
    parameters.put(TRIALS, Integer.toString(trials));
    parameters.put(MINUTES, Integer.toString(minutes));
    ranges.forEach((name, range) -> parameters.put(RANGE + name, range));
    return parameters;
  }

  /**
   * The search.
   *
   * @param base the options to begin with
   * @throws WrongOptionException of the option {@code ranges/NAME} if it cannot be searched so
   */
  public <O extends Record> Tuning<O> tuning(OptionsForm<O> form, O base) {
    SearchSpace<O> space = SearchSpace.of(form, base);
    if (!ranges.isEmpty()) {
      List<String> known = space.dimensions().stream().map(SearchDimension::name).toList();
      for (String name : ranges.keySet()) {
        if (!known.contains(name)) {
          throw wrong(name, "cannot be searched; these can: " + String.join(", ", known));
        }
      }
      space = space.only(ranges.keySet().toArray(String[]::new));
    }
    for (Map.Entry<String, String> range : ranges.entrySet()) {
      if (!range.getValue().isBlank()) {
        space = within(space, form, range.getKey(), range.getValue());
      }
    }
    return new Tuning<>(
        space, SearchStrategy.find(strategy).orElseThrow(), new Budget(trials, 60.0 * minutes));
  }

  private static <O extends Record> SearchSpace<O> within(
      SearchSpace<O> space, OptionsForm<O> form, String name, String range) {
    Matcher ends = FROM_TO.matcher(range);
    boolean number =
        space.dimensions().stream()
            .anyMatch(one -> one.name().equals(name) && one.choices().isEmpty());
    if (!ends.matches() || !number) {
      throw wrong(
          name,
          number
              ? "must be a range such as 0.01..1, but is " + range
              : "has no order, so that it has no range; leave it empty");
    }
    double least = Double.parseDouble(ends.group("least"));
    double most = Double.parseDouble(ends.group("most"));
    if (least > most) {
      throw wrong(name, "must run from the least to the most, but is " + range);
    }
    form.fields().stream()
        .filter(field -> field.name().equals(name))
        .forEach(
            field -> {
              if (least < field.least() || most > field.most()) {
                throw wrong(
                    name,
                    "must be within %s..%s, but is %s"
                        .formatted(field.least(), field.most(), range));
              }
            });
    try {
      return space.within(name, least, most);
    } catch (IllegalArgumentException refused) {
      throw wrong(name, refused.getMessage());
    }
  }

  private static WrongOptionException wrong(String name, String problem) {
    return new WrongOptionException("ranges/" + name, problem);
  }
}
