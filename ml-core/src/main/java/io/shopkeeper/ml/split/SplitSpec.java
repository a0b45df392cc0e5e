package io.shopkeeper.ml.split;

import io.shopkeeper.ml.algorithm.WrongOptionException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A split in words: {@code random:0.2@42}, {@code stratified:0.2@42}, {@code grouped:0.2@42},
 * {@code time:0.2}, {@code leave-last-1}, {@code rule:20}, {@code kfold:5@42}, {@code
 * stratified-kfold:5@42}, {@code grouped-kfold:5@42}, {@code forward:4} or {@code none}. What
 * follows @ is the seed. Immutable.
 *
 * @param text as it was written
 * @param kind what it does
 * @param part the share, percentage, number of rows or number of folds; 0 where it has none
 * @param seed of everything random
 */
public record SplitSpec(String text, Kind kind, double part, long seed) {

  private static final Pattern FORM =
      Pattern.compile(
          "(?<kind>[a-z-]*[a-z])((?<mark>[:-])(?<part>[0-9]+([.][0-9]+)?))?(@(?<seed>[0-9]{1,18}))?");

  /** What a split does. */
  public enum Kind {
    /** {@link Holdout#random}. */
    RANDOM("random", 0, 1, false),
    /** {@link Holdout#stratified}. */
    STRATIFIED("stratified", 0, 1, false),
    /** {@link Holdout#grouped}. */
    GROUPED("grouped", 0, 1, false),
    /** {@link Holdout#latest}. */
    TIME("time", 0, 1, false),
    /** {@link Holdout#lastOfEach}. */
    LEAVE_LAST("leave-last", 1, 1000, true),
    /** {@link Holdout#rule}. */
    RULE("rule", 1, 99, true),
    /** {@link Folds#random}. */
    KFOLD("kfold", 2, 100, true),
    /** {@link Folds#stratified}. */
    STRATIFIED_KFOLD("stratified-kfold", 2, 100, true),
    /** {@link Folds#grouped}. */
    GROUPED_KFOLD("grouped-kfold", 2, 100, true),
    /** {@link Folds#forward}. */
    FORWARD("forward", 2, 100, true),
    /** {@link Fold#whole}. */
    NONE("none", 0, 0, false);

    private final String word;
    private final int least;
    private final int most;
    private final boolean whole;

    Kind(String word, int least, int most, boolean whole) {
      this.word = word;
      this.least = least;
      this.most = most;
      this.whole = whole;
    }

    /** As it is written. */
    public String word() {
      return word;
    }

    /** What stands before the part; null where there is none. */
    private String mark() {
      return this == NONE ? null : this == LEAVE_LAST ? "-" : ":";
    }

    private boolean allows(double part) {
      return whole
          ? part >= least && part <= most && part == Math.rint(part)
          : part > least && part < most;
    }
  }

  /**
   * Reads a split.
   *
   * @param seed where the text names none
   * @throws WrongOptionException of the option {@code split}, with the way to write it
   */
  public static SplitSpec parse(String text, long seed) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw wrong(text);
    }
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(one -> one.word.equals(matcher.group("kind")))
            .findFirst()
            .orElseThrow(() -> wrong(text));
    String part = matcher.group("part");
    String mark = matcher.group("mark");
    double value = part == null ? 0 : Double.parseDouble(part);
    if (!Objects.equals(mark, kind.mark()) || (part != null && !kind.allows(value))) {
      throw wrong(text);
    }
    String own = matcher.group("seed");
    return new SplitSpec(text, kind, value, own == null ? seed : Long.parseLong(own));
  }

  /**
   * The folds: one, except for the kinds of several.
   *
   * @throws WrongOptionException if the rows lack what the split looks at
   */
  public List<Fold> divide(SplitRows rows) {
    int count = (int) part;
    return switch (kind) {
      case RANDOM -> List.of(Holdout.random(rows.count(), part, seed));
      case STRATIFIED -> List.of(Holdout.stratified(classes(rows), part, seed));
      case GROUPED -> List.of(Holdout.grouped(groups(rows), part, seed));
      case TIME -> List.of(Holdout.latest(times(rows), part));
      case LEAVE_LAST -> List.of(Holdout.lastOfEach(groups(rows), times(rows), count));
      case RULE -> List.of(Holdout.rule(rows.count(), count));
      case KFOLD -> Folds.random(rows.count(), count, seed);
      case STRATIFIED_KFOLD -> Folds.stratified(classes(rows), count, seed);
      case GROUPED_KFOLD -> Folds.grouped(groups(rows), count, seed);
      case FORWARD -> Folds.forward(times(rows), count);
      case NONE -> List.of(Fold.whole(rows.count()));
    };
  }

  /** Whether nothing is held out. */
  public boolean isNone() {
    return kind == Kind.NONE;
  }

  private int[] classes(SplitRows rows) {
    return required(rows.classes(), "a target of classes");
  }

  private int[] groups(SplitRows rows) {
    return required(rows.groups(), "a column of groups, such as the customer");
  }

  private long[] times(SplitRows rows) {
    return required(rows.times(), "a column timestamp in every row of the data");
  }

  private <T> T required(Optional<T> found, String what) {
    return found.orElseThrow(() -> new WrongOptionException("split", text + " needs " + what));
  }

  private static WrongOptionException wrong(String text) {
    return new WrongOptionException(
        "split",
        "must be random:F@SEED, stratified:F@SEED, grouped:F@SEED, time:F, leave-last-N, rule:P, "
            + "kfold:K@SEED, stratified-kfold:K@SEED, grouped-kfold:K@SEED, forward:K or none, "
            + "such as random:0.2@42, but is "
            + text);
  }
}
